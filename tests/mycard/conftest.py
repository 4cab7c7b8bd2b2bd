"""Cards with something behind them, and phones."""

from datetime import timedelta

import pytest
from django.test import Client

from halte.advice.actions import book
from halte.common.retry import RetryKey
from halte.guests import actions, pairing
from halte.nights import actions as nights
from halte.visits import actions as visits
from tests.cast import a_key_of


@pytest.fixture
def a_card(greeter, now):
    """Make a guest and give their card's secret."""

    def make():
        return actions.make_card(actor=greeter, at=now, key=a_key_of())

    return make


@pytest.fixture
def at_now(monkeypatch, now):
    """The clock stands at the evening of the tests."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    return now


@pytest.fixture
def with_everything(a_card, a_room, night_desk, adviser, greeter, at_now):
    """A guest with a bed, a letter and an appointment."""
    guest, secret = a_card()
    bed = a_room(kind="men").beds.first()
    night = guest.site.tonight(at_now)
    nights.give_bed(actor=night_desk, guest=guest, bed=bed, night=night, at=at_now, key=a_key_of())
    visits.receive_letter(actor=greeter, guest=guest, at=at_now, key=a_key_of())
    tomorrow = at_now + timedelta(days=1)
    book(actor=adviser, guest=guest, starts_at=tomorrow.replace(hour=9), at=at_now, key=a_key_of())
    return guest, secret


@pytest.fixture
def a_phone(greeter, at_now):
    """A phone of one's own, paired at the desk."""

    def make(guest):
        phone = Client()
        link = pairing.offer_link(actor=greeter, guest=guest, at=at_now, key=RetryKey.new())
        phone.post(f"/c/pair/{link}/", {"key": a_key_of().value})
        return phone

    return make
