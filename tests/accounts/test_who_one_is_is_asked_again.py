"""Before numbers leave the house: who one is, shown once more, for five minutes (design, section 4)."""

import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.test import Client

from halte.accounts.models import Staff
from tests.accounts.screens import moved_to
from tests.pages import signed_in as browser_of

TABLE = "/reports/tallies.csv"


@pytest.fixture
def office(manager, password):
    """A manager at their desk, with a password and a second key."""
    staff = Staff.objects.get(pk=manager.id)
    staff.set_password(password)
    staff.save()
    return browser_of(manager)


def test_numbers_leave_the_house_only_with_who_whoever_takes_them(office, password):
    asked = office.get(TABLE)
    assert asked.url == "/account/again/?next=%2Freports%2F"

    answered = office.post(asked.url, {"password": password, "next": "/reports/"}, follow=True)

    assert "for five minutes the table may be taken" in answered.content.decode()
    assert office.get(TABLE)["Content-Type"].startswith("text/csv")


def test_a_copy_of_the_session_from_before_proves_nothing_and_is_out(office, password):
    before = office.session.session_key

    office.post("/account/again/?next=/", {"password": password})

    thief = moved_to(before, Client())
    assert thief.get("/account/").status_code == 302
    assert office.session.session_key != before
    assert office.get(TABLE).status_code == 200


def test_five_minutes_later_they_ask_again(office, password, monkeypatch):
    office.post("/account/again/?next=/", {"password": password})
    assert office.get(TABLE).status_code == 200

    later = time.time() + settings.ACCOUNT_REAUTHENTICATION_TIMEOUT + 1
    monkeypatch.setattr("allauth.account.internal.flows.reauthentication.time.time", lambda: later)

    assert office.get(TABLE).status_code == 302


def test_a_clock_that_fell_back_makes_no_proof_last(office, password):
    office.post("/account/again/?next=/", {"password": password})
    session = office.session
    in_a_month = time.time() + 30 * 24 * 3600
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": in_a_month, "reauthenticated": True}]
    session.save()

    assert office.get(TABLE).status_code == 302
    assert office.session[SESSION_KEY]


def test_the_manager_still_needs_a_second_key_to_take_numbers(office, manager, password):
    office.post("/account/again/?next=/", {"password": password})
    Authenticator.objects.filter(user_id=manager.id).delete()

    assert office.get(TABLE).url == "/account/keys/"
