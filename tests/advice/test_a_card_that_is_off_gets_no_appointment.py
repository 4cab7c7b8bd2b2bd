"""A card that staff switched off gets no appointment."""

from datetime import timedelta

import pytest

from halte.advice import actions
from halte.advice.models import Appointment
from halte.guests import actions as cards


def test_a_card_that_was_closed_meanwhile_is_refused(adviser, a_guest, now, a_key):
    guest = a_guest()
    stale = type(guest).objects.get(pk=guest.pk)
    cards.close_card(actor=adviser, guest=guest, at=now, key=a_key())

    with pytest.raises(cards.CardNotLive):
        actions.book(actor=adviser, guest=stale, starts_at=now + timedelta(hours=1), at=now, key=a_key())

    assert not Appointment.objects.exists()
