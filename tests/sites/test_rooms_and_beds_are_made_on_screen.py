"""A manager adds a room with its beds, changes it, adds beds; each can be taken back while nobody slept there."""

import pytest

from halte import journal
from halte.journal.models import Line
from halte.nights import actions as nights
from halte.sites import building
from halte.sites.models import Bed, PlaceNeed, Room, RoomKind

MEN = building.RoomFacts(kind=RoomKind.MEN, floor=0, area_dm2=2400, offers=[PlaceNeed.GROUND_FLOOR], fire_limit=8)


@pytest.fixture
def add_room(manager, now, a_key):
    def add(code="21", facts=MEN, lower=4, upper=2):
        return building.add_room(actor=manager, code=code, facts=facts, lower=lower, upper=upper, at=now, key=a_key())

    return add


def take_back(actor, kind, a_key):
    line = Line.objects.get(kind=kind)
    journal.undo(actor=actor, line_id=line.id, at=line.recorded_at, key=a_key())


def test_a_room_stands_with_its_beds_and_its_legal_maximum(add_room):
    room = add_room()

    assert [(bed.label, bed.lower) for bed in room.beds.all()] == [
        ("1", True),
        ("2", True),
        ("3", True),
        ("4", True),
        ("5", False),
        ("6", False),
    ]
    assert (room.legal_maximum, room.offers) == (6, ["ground_floor"])


def test_two_rooms_never_have_one_number_but_another_site_may(add_room, a_room, dunkirk):
    elsewhere = a_room(site=dunkirk)
    add_room(code=elsewhere.code)

    with pytest.raises(building.CodeTaken):
        add_room(code=elsewhere.code)
    assert Line.objects.filter(kind="sites.room_added").count() == 1


def test_a_room_is_taken_back_while_nobody_slept_there(add_room, manager, a_key):
    add_room()

    take_back(manager, "sites.room_added", a_key)

    assert not Room.objects.exists()
    assert not Bed.objects.exists()


def test_a_room_in_which_somebody_has_a_bed_is_not_taken_back(add_room, night_desk, a_guest, manager, now, a_key):
    room = add_room()
    nights.give_bed(
        actor=night_desk, guest=a_guest(), bed=room.beds.first(), night=room.site.tonight(now), at=now, key=a_key()
    )

    with pytest.raises(building.RoomInUse):
        take_back(manager, "sites.room_added", a_key)
    assert room.beds.count() == 6


def test_more_beds_get_the_next_numbers_and_are_taken_back(add_room, manager, now, a_key):
    room = add_room()

    beds = building.add_beds(actor=manager, room=room, lower=1, upper=1, at=now, key=a_key())

    assert [bed.label for bed in beds] == ["7", "8"]
    assert Room.objects.get().legal_maximum == 6
    take_back(manager, "sites.beds_added", a_key)
    assert room.beds.count() == 6
    with pytest.raises(building.NothingChanged):
        building.add_beds(actor=manager, room=room, lower=0, upper=0, at=now, key=a_key())
    with pytest.raises(building.TooManyBeds):
        building.add_beds(actor=manager, room=room, lower=195, upper=0, at=now, key=a_key())


def test_a_room_changes_and_is_as_before_when_that_is_taken_back(add_room, manager, now, a_key):
    room = add_room()
    women = building.RoomFacts(kind=RoomKind.WOMEN, floor=1, area_dm2=1500, offers=["quiet"], fire_limit=8)

    building.change_room(actor=manager, room=room, facts=women, at=now, key=a_key())

    assert Room.objects.values_list("kind", "floor", "legal_maximum").get() == ("women", 1, 4)
    with pytest.raises(building.NothingChanged):
        building.change_room(actor=manager, room=room, facts=women, at=now, key=a_key())
    take_back(manager, "sites.room_changed", a_key)
    assert Room.objects.values_list("kind", "floor", "legal_maximum").get() == ("men", 0, 6)


def test_another_sites_room_stays_as_it_is(manager, a_room, dunkirk, now, a_key):
    room = a_room(site=dunkirk, beds=2)

    with pytest.raises(building.RoomElsewhere):
        building.change_room(actor=manager, room=room, facts=MEN, at=now, key=a_key())
    with pytest.raises(building.RoomElsewhere):
        building.add_beds(actor=manager, room=room, lower=1, upper=0, at=now, key=a_key())
    assert not Line.objects.exists()
