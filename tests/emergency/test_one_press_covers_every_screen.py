"""One press on "Visitor with a paper": no screen of the house shows people, until somebody of the house opens them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from halte.accounts import doors
from halte.accounts.actions import make_badge, open_tablet, register_device
from halte.accounts.asking import TABLET_COOKIE
from halte.accounts.models import Device, DeviceKind
from halte.accounts.roles import Role
from halte.emergency.queries import ticket_of
from halte.journal.models import Line
from halte.sites.actions import ScreensOpen, ScreensRest, close_shutter, open_shutter
from halte.sites.models import Shutter
from tests.cast import a_key_of
from tests.pages import signed_in, words_of

KEY = "00000000-0000-4000-8000-00000000000a"
ABOUT_PEOPLE = ("/desk/", "/sites/", "/account/team/", "/goods/", "/reports/")


@pytest.fixture
def closed(manager, now):
    return close_shutter(actor=manager, at=now, key=a_key_of())


def test_a_press_on_one_screen_refuses_people_on_all_others(greeter, manager):
    signed_in(greeter).post("/now/visitor/", {"key": KEY})

    other = signed_in(manager)
    for path in ABOUT_PEOPLE:
        answer = other.get(path)
        assert answer.status_code == 423, path
        assert "This screen rests" in words_of(answer.content.decode())
    assert Line.objects.filter(kind="sites.shutter_closed").count() == 1


def test_without_the_guard_the_same_page_would_be_open(manager, closed, monkeypatch):
    """The control: with the guard taken away, the page opens while the shutter is down."""
    monkeypatch.setattr(doors, "_resting", lambda request: None)

    assert signed_in(manager).get("/sites/").status_code == 200


def test_nothing_is_done_by_a_press_while_the_screens_rest(greeter, closed):
    before = Line.objects.count()

    answer = signed_in(greeter).post("/cards/new/", {"key": KEY})

    assert answer.status_code in {404, 423}
    assert Line.objects.count() == before


def test_a_piece_of_a_page_leads_to_the_page_that_rests(greeter, closed):
    answer = signed_in(greeter).get("/desk/", headers={"HX-Request": "true"})

    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["HX-Redirect"] == "/now/rest/"


def test_the_other_house_goes_on(elsewhere, closed):
    assert signed_in(elsewhere).get("/desk/").status_code == 200


def test_open_screens_hear_of_it_with_one_query_and_no_session(closed, calais, dunkirk, django_assert_num_queries):
    asked = reverse("emergency:seen", args=[ticket_of(calais)])
    with django_assert_num_queries(1):
        answer = Client().get(asked)

    assert answer.json() == {"rests": True, "called": ""}
    assert answer.cookies == {}
    assert Client().get(reverse("emergency:seen", args=[ticket_of(dunkirk)])).status_code == 204


def test_nobody_can_ask_for_a_house_whose_screens_they_do_not_have(closed, calais):
    assert Client().get(f"/now/seen/{calais.code}/").status_code == 404
    assert Client().get(f"/now/seen/{calais.code}:made-up/").status_code == 404


def test_whoever_is_not_known_closes_nothing(calais):
    Client().post("/now/visitor/", {"key": KEY})

    assert not Shutter.objects.exists()


def test_two_presses_at_once_are_one_shutter(greeter, closed, now):
    with pytest.raises(ScreensRest):
        close_shutter(actor=greeter, at=now, key=a_key_of())


def test_only_who_works_in_the_house_opens_the_screens_and_only_by_holding(calais, staff_at, greeter, closed):
    outside = staff_at(calais, Role.AUTHORITY)

    assert signed_in(outside).post("/now/visitor/open/", {"key": KEY, "held": "yes"}).status_code == 403
    signed_in(greeter).post("/now/visitor/open/", {"key": KEY})
    assert Shutter.objects.filter(opened_at__isnull=True).exists()

    signed_in(greeter).post("/now/visitor/open/", {"key": KEY, "held": "yes"})
    assert not Shutter.objects.filter(opened_at__isnull=True).exists()
    assert Line.objects.filter(kind="sites.shutter_opened").count() == 1
    assert signed_in(greeter).get("/desk/").status_code == 200


def test_what_is_open_is_not_opened_again(greeter, now):
    with pytest.raises(ScreensOpen):
        open_shutter(actor=greeter, at=now, key=a_key_of())


def test_a_lost_tablet_that_closes_the_shutter_is_closed_while_the_screens_rest(manager, greeter, now):
    at = timezone.now()
    lost, token = open_tablet(actor=manager, label="Door", until=at + timedelta(days=1), at=at, key=a_key_of())
    make_badge(actor=manager, at=at, key=a_key_of())
    thief = Client()
    thief.cookies[TABLET_COOKIE] = token
    thief.post("/now/visitor/", {"key": KEY})

    lead = signed_in(manager)
    page = words_of(lead.get("/account/shift/").content.decode())
    lead.post(reverse("accounts:close_tablet", args=[lost.id]), {"key": KEY})

    assert "Door" in page
    assert "Badge 1" not in page
    assert Device.objects.get(id=lost.id).revoked_at is not None
    assert lead.get("/account/team/").status_code == 423


@pytest.fixture
def program(client, manager, now):
    """A program with a greeter's token at this house."""
    _device, token = register_device(
        actor=manager, label="Door", kind=DeviceKind.API, roles=[Role.GREETER], at=now, key=a_key_of()
    )

    def send(path, body=None):
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(uuid4())}
        if body is None:
            return client.get(f"/api/v1/{path}", headers=headers)
        return client.post(f"/api/v1/{path}", body, content_type="application/json", headers=headers)

    return send


def test_no_program_reads_about_people_either_and_counting_goes_on(program, a_guest, closed, manager, now):
    code = {"code": a_guest().code}

    for path in ("cards/find", "visits"):
        answer = program(path, code)
        assert (answer.status_code, answer.json()["code"]) == (403, "sites.shutter_down"), path
    assert program("counts/door", {"kind": "man", "n": 1}).status_code == 201

    open_shutter(actor=manager, at=now + timedelta(minutes=5), key=a_key_of())
    assert program("cards/find", code).status_code == 200
