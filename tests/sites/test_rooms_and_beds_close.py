"""Rooms and beds close and open; nobody is moved by that."""

from datetime import date

import pytest

from halte import journal
from halte.journal.models import Line
from halte.sites import actions, queries
from halte.sites.counts import counts
from halte.sites.models import BedState, PlaceNeed, RoomKind

TONIGHT = date(2026, 11, 24)


def test_a_closed_room_has_no_bed_ready(manager, a_room, now, a_key, calais):
    room = a_room(kind=RoomKind.MEN, beds=4, offers=[PlaceNeed.GROUND_FLOOR])
    assert queries.room(manager, room.id, TONIGHT).ready == 4

    actions.close_room(actor=manager, room=room, at=now, key=a_key())

    assert queries.room(manager, room.id, TONIGHT).ready == 0
    assert queries.room(manager, room.id, TONIGHT).offers == ["Ground floor"]
    with pytest.raises(actions.AlreadyClosed):
        actions.close_room(actor=manager, room=room, at=now, key=a_key())
    actions.open_room(actor=manager, room=room, at=now, key=a_key())
    assert counts(site=calais, on=calais.today(now))["sites.beds_usable"] == 4


def test_a_broken_bed_is_not_ready_until_that_is_taken_back(manager, a_room, now, a_key):
    room = a_room(beds=2)
    bed = room.beds.first()

    actions.set_bed_state(actor=manager, bed=bed, state=BedState.BROKEN, at=now, key=a_key())
    assert queries.room(manager, room.id, TONIGHT).ready == 1

    line = Line.objects.get(kind="sites.bed_state_set")
    journal.undo(actor=manager, line_id=line.id, at=line.recorded_at, key=a_key())
    assert queries.room(manager, room.id, TONIGHT).ready == 2


def test_another_sites_room_and_bed_stay_as_they_are(manager, a_room, dunkirk, now, a_key):
    room = a_room(site=dunkirk)

    with pytest.raises(actions.RoomElsewhere):
        actions.close_room(actor=manager, room=room, at=now, key=a_key())
    with pytest.raises(actions.RoomElsewhere):
        actions.set_bed_state(actor=manager, bed=room.beds.first(), state=BedState.BROKEN, at=now, key=a_key())
    assert not Line.objects.exists()
