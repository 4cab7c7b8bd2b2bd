"""Help is one tap away on every screen, says where we are, and every other screen hears of it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from halte.accounts.models import Staff
from halte.emergency import actions, queries
from halte.emergency.models import HelpCall, Training
from halte.journal.models import Line
from tests.cast import a_key_of
from tests.pages import signed_in, words_of

KEY = "00000000-0000-4000-8000-00000000000b"
AT_HAND = ("Call help", "Interpreter now", "Visitor with a paper", "Say it")


@pytest.mark.parametrize("path", ["/desk/", "/goods/", "/sites/", "/account/", "/now/help/"])
def test_four_things_are_at_hand_on_every_screen(manager, path):
    page = signed_in(manager).get(path).content.decode()

    bar = page[page.index('class="at-hand') :]
    assert all(words in words_of(bar) for words in AT_HAND)


def test_they_are_at_hand_before_anybody_signs_in(calais):
    page = Client(headers={"accept-language": "en"}).get("/account/login/").content.decode()

    assert all(words in words_of(page) for words in AT_HAND)


def test_a_page_for_guests_looks_up_no_session_for_the_bar(calais, django_assert_max_num_queries):
    answer = Client().get("/say/")

    assert "sessionid" not in answer.cookies
    assert "halte_session" not in answer.cookies


def test_the_numbers_and_the_address_stand_there_to_read_aloud(calais, greeter):
    calais.address = "12 rue du Phare, 62100 Calais"
    calais.save()

    page = signed_in(greeter).get("/now/help/").content.decode()

    assert {"tel:15", "tel:18", "tel:112"} <= set(re.findall(r"tel:\d+", page))
    assert "12 rue du Phare, 62100 Calais" in page


def test_without_an_address_the_page_says_what_is_missing(greeter):
    assert "Nobody has written the street" in signed_in(greeter).get("/now/help/").content.decode()


def test_whoever_is_not_known_chooses_the_house(calais, dunkirk):
    page = Client().get("/now/help/").content.decode()
    assert "?site=calais" in page

    assert "Dunkirk" in words_of(Client().get("/now/help/?site=dunkirk").content.decode())


def test_a_press_is_one_line_and_every_other_screen_says_who_and_when(greeter, calais, dunkirk):
    signed_in(greeter).post("/now/help/", {"key": KEY})
    signed_in(greeter).post("/now/help/", {"key": KEY})

    assert Line.objects.filter(kind="emergency.help_called").count() == 1
    said = Client().get(reverse("emergency:seen", args=[queries.ticket_of(calais)]) + "?in=en").json()
    assert re.fullmatch(r"Help was called at \d\d:\d\d by Amina\.", said["called"])
    assert Client().get(reverse("emergency:seen", args=[queries.ticket_of(dunkirk)])).status_code == 204


def test_the_screens_are_quiet_again_when_help_is_here(greeter, calais, now):
    actions.call_help(actor=greeter, at=now, key=a_key_of())
    assert queries.called_at(calais, now)

    actions.help_is_here(actor=greeter, at=now, key=a_key_of())
    assert queries.called_at(calais, now) is None


def test_a_call_that_nobody_ended_leaves_the_screens_by_itself_and_is_forgotten(greeter, calais, now):
    actions.call_help(actor=greeter, at=now, key=a_key_of())

    assert queries.called_at(calais, now + timedelta(hours=1)) is None
    actions.forget_calls(actor=greeter, at=now + timedelta(days=31), key=a_key_of())
    assert not HelpCall.objects.exists()


def test_who_is_trained_and_signed_in_here_is_named(greeter, manager, elsewhere):
    at = timezone.now()
    for person in (greeter, manager, elsewhere):
        actions.say_what_i_can(
            actor=person, languages=["ti"], trained={Training.FIRST_AID: None}, at=at, key=a_key_of()
        )
    signed_in(greeter).get("/desk/")
    signed_in(elsewhere).get("/desk/")

    assert [one.what for one in queries.trained_here(greeter.site, at)] == [("First aid",)]
    assert len(queries.interpreters_here(greeter.site, at, "ti")) == 1
    assert queries.languages_here(greeter.site, at) == {"ti"}


def test_whoever_did_nothing_for_a_while_is_not_in_the_house(greeter):
    actions.say_what_i_can(
        actor=greeter, languages=["ti"], trained={}, at=datetime(2026, 11, 24, tzinfo=UTC), key=a_key_of()
    )
    signed_in(greeter).get("/desk/")

    later = timezone.now() + timedelta(hours=2)
    assert queries.interpreters_here(greeter.site, later, "ti") == []


def test_the_language_of_a_panel_is_chosen_already_and_the_paid_code_needs_a_sign_in(greeter, manager, now):
    actions.set_numbers(actor=manager, numbers={"paid_line": "0800 1", "paid_code": "4711-X"}, at=now, key=a_key_of())

    page = signed_in(greeter).get("/now/interpreter/?language=ti").content.decode()
    assert "ትግርኛ" in page
    assert "4711-X" in page
    assert "4711-X" not in Client().get("/now/interpreter/?language=ti&site=calais").content.decode()


@pytest.mark.parametrize("path", ["/now/help/", "/now/interpreter/", "/now/visitor/", "/now/rest/"])
def test_it_speaks_the_language_of_whoever_is_signed_in_like_their_other_pages(greeter, path):
    Staff.objects.filter(pk=greeter.id).update(language="fr")

    page = signed_in(greeter).get(path, headers={"accept-language": "en"}).content.decode()

    assert '<html lang="fr"' in page
