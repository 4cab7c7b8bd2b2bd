"""What a page carries instead of a session is sealed: changed, late, or meant for another door, it opens nothing."""

from datetime import timedelta

import pytest
from django.test import Client

from halte.desk.kiosk import queries as kiosk
from halte.mycard import opening


@pytest.fixture
def passing(with_everything, at_now):
    guest, _secret = with_everything
    return guest, opening.passing_for(guest, at_now)


def opens(carried, phone=None):
    """Whether a page of one's own comes, with what is carried."""
    page = (phone or Client()).post("/c/mine/", {"passing": carried}, headers={"accept-language": "en"})
    return 'name="passing"' in page.content.decode()


def later(monkeypatch, at, passed):
    monkeypatch.setattr("django.utils.timezone.now", lambda: at + passed)


def test_after_ones_own_sign_it_opens_for_ten_minutes(passing, at_now, monkeypatch):
    _guest, carried = passing

    assert opens(carried)
    later(monkeypatch, at_now, opening.SIGN_LASTS)
    assert opens(carried)
    later(monkeypatch, at_now, opening.SIGN_LASTS + timedelta(seconds=1))
    assert not opens(carried)


def test_on_a_paired_phone_it_opens_for_twelve_hours(passing, a_phone, at_now, monkeypatch):
    guest, carried = passing
    phone = a_phone(guest)

    later(monkeypatch, at_now, opening.PAGE_LASTS)
    assert opens(carried, phone)
    later(monkeypatch, at_now, opening.PAGE_LASTS + timedelta(seconds=1))
    assert not opens(carried, phone)


def test_one_made_for_a_moment_to_come_opens_nothing(passing, at_now, monkeypatch):
    later(monkeypatch, at_now, timedelta(minutes=-1))

    assert not opens(passing[1])


def test_changed_in_any_letter_it_opens_nothing(passing):
    _guest, carried = passing

    for place in range(0, len(carried) - 1, 7):
        other = "A" if carried[place] != "A" else "B"
        assert not opens(carried[:place] + other + carried[place + 1 :]), place


def test_what_the_hall_carries_and_what_a_phone_carries_never_open_each_others_door(passing, with_everything, at_now):
    _guest, carried = passing
    _same, secret = with_everything
    in_the_hall = kiosk.carry(secret, at_now)

    assert kiosk.carried(in_the_hall, at_now) == secret
    assert kiosk.carried(carried, at_now) is None
    assert not opens(in_the_hall)
