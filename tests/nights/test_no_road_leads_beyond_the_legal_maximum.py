"""The legal maximum of a room is the smaller of fire limit and standards; nothing is given beyond it, by any road."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from halte.accounts.roles import Role
from halte.common.refusal import Refusal
from halte.desk.actions import hold_beds
from halte.guests import actions as guest_actions
from halte.nights import actions, placing, refusals
from halte.nights.actions import Expected
from halte.nights.models import Stay
from halte.paper.actions import Written, enter_line, open_period
from halte.sites.models import Room
from tests.cast import a_key_of
from tests.guards.askers import ask, program


@pytest.fixture
def full(a_room, a_guest, gives):
    """A room with three beds for two people by law, and two in it; all others are as full."""
    room = a_room(kind="men", beds=3)
    Room.objects.filter(id=room.id).update(legal_maximum=2, fire_limit=2, standard_limit=5)
    for _one in range(2):
        gives(a_guest(counted="man"))
    return room


@pytest.fixture
def world(night_desk, night, now, a_guest, full):
    return {"actor": night_desk, "night": night, "at": now}


def by_hand(world, full, guest):
    actions.give_bed(guest=guest, bed=full.beds.last(), without=True, key=a_key_of(), **world)


def by_itself(world, full, guest):
    actions.give_bed(guest=guest, key=a_key_of(), **world)


def welcomed(world, full, guest):
    actions.welcome_for_the_night(guest=guest, bed=full.beds.last(), key=a_key_of(), **world)


def for_nobody_named(world, full, guest):
    until = world["at"] + timedelta(hours=2)
    held = actions.hold_places(expected=Expected(men=1), until=until, key=a_key_of(), **world)
    if not held.stays:
        raise refusals.NoBedFits


def a_card_held(world, full, guest):
    given = {"until": world["at"] + timedelta(hours=2), "asked_by": "line_115"}
    actions.hold_for(guest=guest, key=a_key_of(), **given, **world)


def at_three(world, full, guest):
    hold_beds(numbers={"man": 1}, key=a_key_of(), **world)


def together(world, full, guest):
    friend = guest_actions.make_card(actor=world["actor"], at=world["at"], key=a_key_of(), counted="man")[0]
    pair = guest_actions.keep_together(
        actor=world["actor"], guests=[guest, friend], is_family=False, at=world["at"], key=a_key_of()
    )
    actions.shelter_group(group=pair, room=full, key=a_key_of(), **world)


def planned(world, full, guest):
    actions.want_bed(guest=guest, key=a_key_of(), **world)
    actions.plan_night(key=a_key_of(), **world)


def on_paper(world, full, guest):
    actor, at = world["actor"], world["at"]
    open_period(actor=actor, began_at=at - timedelta(minutes=30), ended_at=at, at=at, key=a_key_of())
    bed = full.beds.last()
    written = Written("b", code=guest.code, bed=f"{full.code}-{bed.label}")
    enter_line(actor=actor, written=written, at=at - timedelta(minutes=9), key=a_key_of())


ROADS = [by_hand, by_itself, welcomed, for_nobody_named, a_card_held, at_three, together, planned, on_paper]


@pytest.mark.parametrize("road", [road for road in ROADS if road is not together], ids=lambda road: road.__name__)
def test_where_the_law_allows_one_more_each_road_leads_in(road, world, full, a_guest):
    Room.objects.filter(id=full.id).update(legal_maximum=3, fire_limit=3)

    road(world, full, a_guest(counted="man"))

    assert Stay.objects.filter(bed__room=full, ended_at__isnull=True).count() == 3


@pytest.mark.parametrize("road", ROADS, ids=lambda road: road.__name__)
def test_a_full_room_takes_nobody(road, world, full, a_guest):
    guest = a_guest(counted="man")

    with suppress(Refusal):
        road(world, full, guest)

    assert Stay.objects.filter(bed__room=full, ended_at__isnull=True).count() == 2


def test_a_program_is_refused_too(full, a_guest, calais, client, night):
    room, guest = full, a_guest(counted="man")
    now = timezone.now()
    there = calais.tonight(now)
    for _one in range(2):
        other = a_guest(counted="man")
        bed = next(bed for bed in room.beds.all() if not Stay.objects.filter(bed=bed, night=there).exists())
        Stay.objects.create(site=calais, guest=other, bed=bed, night=there, given_at=now)
    body = {"guest": str(guest.id), "night": str(there), "bed": str(room.beds.last().id), "without": True}

    answer = ask(client, "POST", "/api/v1/nights/stays", headers=program(calais, Role.NIGHT_HOST, now=now), data=body)

    assert answer.status_code == 409
    assert Stay.objects.filter(night=there).count() == 2


def test_the_last_door_holds_when_every_rule_before_it_is_gone(full, world, a_guest, monkeypatch):
    monkeypatch.setattr(placing, "check_place", lambda *_all, **_more: None)

    with pytest.raises(refusals.RoomFull):
        by_hand(world, full, a_guest(counted="man"))

    assert Stay.objects.filter(ended_at__isnull=True).count() == 2


def test_the_database_refuses_a_maximum_above_either_limit(a_room):
    room = a_room(kind="men", beds=3)

    for limits in ({"fire_limit": 2}, {"standard_limit": 2}):
        with pytest.raises(IntegrityError, match="never_beyond_a_limit"), transaction.atomic():
            Room.objects.filter(id=room.id).update(legal_maximum=3, **limits)


def test_a_bed_kept_back_is_given_by_a_person_or_to_a_group_and_never_by_itself(
    a_room, a_guest, gives, bed_of, world, full
):
    room = a_room(kind="women", beds=2)
    room.beds.update(kept_back=True)

    with pytest.raises(refusals.NoBedFits):
        gives(a_guest(counted="woman"))
    assert gives(a_guest(counted="woman"), bed=bed_of(room)).bed.room == room
    hold_beds(numbers={"woman": 1}, key=a_key_of(), **world)

    assert Stay.objects.filter(bed__room=room, ended_at__isnull=True).count() == 2
