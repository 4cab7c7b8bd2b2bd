"""A card that staff switched off gets nothing new at night, however old the page is that asks."""

import pytest
from django.urls import reverse
from django.utils import timezone

from halte import journal
from halte.accounts.models import Staff
from halte.guests import actions as cards
from halte.guests.actions import CardNotLive
from halte.guests.models import Counted
from halte.journal.models import Line
from halte.nights import actions
from halte.nights.models import Stay, Want
from halte.sites.models import RoomKind
from tests.nights.conftest import BACKEND

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("act", [actions.give_bed, actions.welcome_for_the_night, actions.want_bed])
def test_a_card_that_was_closed_meanwhile_gets_no_bed(act, night_desk, a_guest, a_room, night, now, a_key):
    a_room(kind=RoomKind.MEN, beds=2)
    guest = a_guest(counted=Counted.MAN)
    stale = type(guest).objects.get(pk=guest.pk)
    cards.close_card(actor=night_desk, guest=guest, at=now, key=a_key())

    with pytest.raises(CardNotLive):
        act(actor=night_desk, guest=stale, night=night, at=now, key=a_key())

    assert not Stay.objects.exists()
    assert not Want.objects.exists()


def test_a_greeter_does_not_take_back_what_the_night_desk_did(client, greeter, night_desk, a_guest, a_room, calais):
    at = timezone.now()
    night = calais.tonight(at)
    a_room(kind=RoomKind.MEN, beds=2)
    stay = actions.give_bed(
        actor=night_desk, guest=a_guest(counted=Counted.MAN), night=night, at=at, key=journal.RetryKey.new()
    )
    line = Line.objects.get(kind="nights.given")
    client.force_login(Staff.objects.get(pk=greeter.id), backend=BACKEND)

    board = client.get(reverse("nights:board", args=[night])).content.decode()
    client.post(reverse("nights:undo", args=[night, line.id]), {"key": "00000000-0000-4000-8000-0000000000aa"})

    assert f"/undo/{line.id}" not in board
    stay.refresh_from_db()
    assert stay.ended_at is None
