"""What a room is stands in versions: who changed it, when, and from which night."""

from datetime import timedelta

import pytest

from halte import journal
from halte.accounts.actor import Actor
from halte.config import jobs
from halte.journal.models import Line
from halte.sites import building
from halte.sites.building import RoomFacts
from halte.sites.models import Room, RoomKind, RoomVersion


@pytest.fixture
def room(manager, now, a_key):
    facts = RoomFacts(kind=RoomKind.MEN, floor=0, area_dm2=2800, offers=[], fire_limit=6)
    return building.add_room(actor=manager, code="12", facts=facts, lower=6, upper=0, at=now, key=a_key())


FOR_WOMEN = RoomFacts(kind=RoomKind.WOMEN, floor=0, area_dm2=2800, offers=["cot"], fire_limit=10, dog_places=1)


def test_the_two_limits_are_stored_apart_and_the_smaller_holds(room, manager, now, a_key):
    assert (room.fire_limit, room.standard_limit, room.legal_maximum) == (6, 8, 6)

    building.change_room(actor=manager, room=room, facts=FOR_WOMEN, at=now, key=a_key())

    assert Room.objects.values_list("fire_limit", "standard_limit", "legal_maximum").get() == (10, 8, 8)


def test_a_change_from_a_later_night_waits_for_it(room, manager, now, a_key, calais):
    night = calais.tonight(now) + timedelta(days=2)
    made = building.change_room(actor=manager, room=room, facts=FOR_WOMEN, night=night, at=now, key=a_key())

    jobs.open_night(Actor.system(calais), now + timedelta(days=1), a_key())
    assert Room.objects.get().kind == RoomKind.MEN
    jobs.open_night(Actor.system(calais), now + timedelta(days=2), a_key())

    assert Room.objects.get().kind == RoomKind.WOMEN
    assert (made.number, made.set_by, made.set_at) == (2, manager.id, now)
    assert RoomVersion.objects.get(number=2).began
    assert b'"12"' in bytes(Line.objects.get(kind="sites.room_rules_began").body)


def test_undone_the_version_is_gone_and_the_room_as_before(room, manager, now, a_key):
    building.change_room(actor=manager, room=room, facts=FOR_WOMEN, at=now, key=a_key())
    line = Line.objects.get(kind="sites.room_changed")

    journal.undo(actor=manager, line_id=line.id, at=now, key=a_key())

    assert Room.objects.get().kind == RoomKind.MEN
    assert RoomVersion.objects.count() == 1


def test_a_night_that_is_over_is_refused(room, manager, now, a_key, calais):
    with pytest.raises(building.NightIsOver):
        building.change_room(
            actor=manager,
            room=room,
            facts=FOR_WOMEN,
            night=calais.tonight(now) - timedelta(days=1),
            at=now,
            key=a_key(),
        )

    assert RoomVersion.objects.count() == 1
