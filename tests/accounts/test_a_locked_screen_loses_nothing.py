"""Locking hides everything at once and loses nothing; the same person goes on where they were."""

import pytest
from django.conf import settings
from django.test import Client

from halte.accounts import actions, sessions
from halte.accounts.asking import TABLET_COOKIE
from tests.accounts.screens import moved_to
from tests.accounts.test_a_badge_takes_a_tablet import clock, is_at_the_desk, made, other_than, tablet, takes

__all__ = ["clock", "made", "tablet"]

UNLOCK, LOCK = "/account/unlock/", "/account/lock/"


@pytest.fixture
def held(tablet, made):
    """The tablet, held by a badge."""
    takes(tablet, made)
    return tablet


def locks(client, page="/desk/"):
    return client.post(LOCK, {"page": page})


def test_a_locked_screen_answers_nobody(held):
    locks(held)

    assert held.get("/desk/").headers["Location"] == "/account/locked/"
    assert held.post("/desk/scan/", {"code": "x"}).headers["Location"] == "/account/locked/"
    assert held.get("/desk/", headers={"HX-Request": "true"}).headers["HX-Redirect"] == "/account/locked/"


def test_the_same_digits_lead_back_to_the_same_page(held, made):
    locks(held, page="/visits/?day=today")

    answer = held.post(UNLOCK, {"digits": made.digits})

    assert answer.headers["Location"] == "/visits/?day=today"
    assert is_at_the_desk(held)


def test_a_copy_of_the_session_from_before_does_not_open_with_it(held, made):
    locks(held)
    before, tablet = held.session.session_key, held.cookies[TABLET_COOKIE].value

    held.post(UNLOCK, {"digits": made.digits})

    thief = moved_to(before, Client())
    thief.cookies[TABLET_COOKIE] = tablet
    assert is_at_the_desk(held)
    assert not is_at_the_desk(thief)


def test_wrong_digits_and_a_password_open_nothing(held, made, password):
    locks(held)

    assert held.post(UNLOCK, {"digits": other_than(made.digits)}).status_code == 422
    assert held.post(UNLOCK, {"password": password}).status_code == 422
    assert held.post(UNLOCK, {}).status_code == 422

    assert not is_at_the_desk(held)


def test_five_wrong_digits_at_the_lock_kill_the_badge(held, made):
    locks(held)
    for _try in range(5):
        held.post(UNLOCK, {"digits": other_than(made.digits)})

    held.post(UNLOCK, {"digits": made.digits})

    assert not is_at_the_desk(held)


def test_an_account_is_opened_by_its_password_and_nobody_elses(client, with_password, password):
    client.force_login(with_password, backend="allauth.account.auth_backends.AuthenticationBackend")
    locks(client)
    assert client.get("/account/keys/").status_code == 302
    assert client.get("/account/").headers["Location"] == "/account/locked/"

    assert client.post(UNLOCK, {"password": "another password of four"}).status_code == 422
    assert not is_at_the_desk(client)
    client.post(UNLOCK, {"password": password})

    assert is_at_the_desk(client)


def test_somebody_else_gets_a_fresh_desk(held, manager, clock, a_key):
    locks(held, page="/desk/guest/of-the-first/")
    second = actions.make_badge(actor=manager, at=clock.now, key=a_key())

    takes(held, second)

    assert "Badge 2" in held.get("/desk/").content.decode()
    assert sessions.LOCKED not in held.session


def test_no_address_of_another_website_is_led_back_to(held, made):
    locks(held, page="//evil.example/")

    assert held.post(UNLOCK, {"digits": made.digits}).headers["Location"] == "/"


def test_a_tablet_that_nobody_touches_locks(held, clock):
    clock.passes(minutes=settings.LOCK_MINUTES + 1, seconds=1)

    assert held.get("/desk/").headers["Location"] == "/account/locked/"


def test_a_touch_keeps_it_open_and_a_poll_does_not(held, clock):
    for _minute in range(settings.LOCK_MINUTES + 3):
        clock.passes(minutes=1)
        assert held.post("/account/here/").status_code == 204
    assert is_at_the_desk(held)

    for _minute in range(settings.LOCK_MINUTES + 3):
        clock.passes(minutes=1)
        held.get("/desk/", headers={"HX-Request": "true"})
    assert not is_at_the_desk(held)


def test_elsewhere_a_screen_does_not_lock_by_itself(client, with_password, clock):
    client.force_login(with_password, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert is_at_the_desk(client)

    clock.passes(minutes=settings.LOCK_MINUTES + 5)

    assert is_at_the_desk(client)


def test_the_tablet_goes_on_counting_while_it_is_locked(held):
    from django.urls import reverse

    locks(held)

    assert held.get(reverse("desk:lines")).status_code == 200
    assert not is_at_the_desk(held)


def test_a_locked_session_ends_like_any_other(held, made, clock):
    locks(held)

    clock.passes(minutes=settings.IDLE_MINUTES, seconds=1)
    held.post(UNLOCK, {"digits": made.digits})

    assert not is_at_the_desk(held)


def test_nobody_holds_the_screen_there_is_nothing_to_lock(db):
    client = Client()

    assert locks(client).status_code == 302
    assert client.post(UNLOCK, {"digits": "0000"}).status_code == 302
    assert TABLET_COOKIE not in client.cookies
