"""Whoever stands in the hall calls help, an interpreter or the team, and says what is wrong; nobody plays with it."""

import re
from datetime import timedelta
from uuid import uuid4

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from halte.accounts.actor import Actor
from halte.desk.kiosk import views
from halte.emergency import actions as emergency
from halte.emergency.models import HelpCall
from halte.emergency.queries import screen_state, ticket_of
from halte.sites import actions as house
from halte.sites import queries as sites
from tests.cast import a_key_of


def test_help_is_one_tap_away_in_the_hall_and_every_screen_hears_of_it(kiosk, calais):
    for url in ("/kiosk/", "/kiosk/things/", "/kiosk/ticket/", "/guide/", "/guide/fr/"):
        assert 'href="/kiosk/help/' in kiosk.get(url).content.decode(), url
    page = kiosk.get("/kiosk/help/").content.decode()
    assert all(f'<span class="big">{number}</span>' in page for number in (15, 18, 112, 114))

    pressed = {"key": uuid4()}
    kiosk.post("/kiosk/help/", pressed)
    kiosk.post("/kiosk/help/", pressed)

    assert HelpCall.objects.get().site == calais
    assert screen_state(ticket_of(calais), timezone.now()).called


def test_a_language_is_pressed_in_the_hall_and_every_screen_says_who_is_wanted(kiosk, calais, now):
    assert 'href="/kiosk/interpreter/' in kiosk.get("/kiosk/").content.decode()
    assert 'value="ti"' in kiosk.get("/kiosk/interpreter/").content.decode()
    kiosk.post("/kiosk/interpreter/", {"key": uuid4(), "spoken": "<b>"})
    assert not HelpCall.objects.exists()
    pressed = {"key": uuid4(), "spoken": "ti"}

    kiosk.post("/kiosk/interpreter/", pressed)
    kiosk.post("/kiosk/interpreter/", pressed)

    at, call = timezone.now(), HelpCall.objects.get()
    screen = Client().get(reverse("emergency:seen", args=[ticket_of(calais)]))
    assert "Tigrinya" in screen.json()["called"]
    emergency.call_help(actor=Actor(id=call.by, site=calais), at=at, key=a_key_of())
    assert not screen_state(ticket_of(calais), timezone.now()).called.language, "a call for help comes first"
    emergency.help_is_here(actor=Actor(id=call.by, site=calais), at=at, key=a_key_of())
    assert screen_state(ticket_of(calais), timezone.now()).called.language == "ti", "and nobody is forgotten with it"
    emergency.help_is_here(actor=Actor(id=call.by, site=calais), at=at, key=a_key_of())
    assert screen_state(ticket_of(calais), timezone.now()).called is None
    assert set(HelpCall.objects.values_list("language", flat=True)) == {""}, "whose language it was is forgotten"


def test_whoever_sees_a_visitor_with_a_paper_covers_every_screen_from_the_hall(kiosk, calais, dunkirk):
    assert 'href="/kiosk/visitor/' in kiosk.get("/kiosk/").content.decode()
    assert not sites.screens_rest(calais)
    pressed = {"key": uuid4()}

    for _again in range(2):
        assert "All screens of the house are covered" in kiosk.post("/kiosk/visitor/", pressed).content.decode()
    assert "All screens of the house are covered" in kiosk.post("/kiosk/visitor/", {"key": uuid4()}).content.decode()

    assert sites.screens_rest(calais)
    assert not sites.screens_rest(dunkirk)


def test_whoever_plays_with_it_covers_no_screen_again_that_a_colleague_just_opened(kiosk, calais, greeter, monkeypatch):
    first, start = {"key": uuid4()}, timezone.now()
    kiosk.post("/kiosk/visitor/", first)
    house.open_shutter(actor=greeter, at=start + timedelta(seconds=5), key=a_key_of())

    monkeypatch.setattr("django.utils.timezone.now", lambda: start + timedelta(minutes=1))
    assert "Somebody comes" in kiosk.post("/kiosk/visitor/", {"key": uuid4()}).content.decode()
    assert not sites.screens_rest(calais)
    assert HelpCall.objects.count() == 1
    house.close_shutter(actor=greeter, at=timezone.now(), key=a_key_of())
    assert sites.screens_rest(calais), "a colleague covers them at any time"
    house.open_shutter(actor=greeter, at=timezone.now(), key=a_key_of())

    monkeypatch.setattr("django.utils.timezone.now", lambda: start + timedelta(minutes=12))
    kiosk.post("/kiosk/visitor/", {"key": uuid4()})
    assert sites.screens_rest(calais)


def test_what_is_wrong_is_said_on_ones_own_phone(kiosk, calais, monkeypatch):
    drawn = []
    monkeypatch.setattr(views, "drawn", lambda link: drawn.append(link) or "")

    page = kiosk.get("/kiosk/say/").content.decode()

    assert drawn == [f"http://testserver/say/?site={calais.code}"]
    assert not re.search(r'href="/say/|<textarea|<form', page), "nothing is written under the eyes of a hall"
    assert all('href="/kiosk/say/' in kiosk.get(url).content.decode() for url in ("/kiosk/", "/kiosk/help/"))
