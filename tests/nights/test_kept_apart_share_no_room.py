"""Who is kept apart shares no room, whoever gives the bed; hosts read "not this room", never why."""

from datetime import timedelta

import pytest

from halte.guests import actions as guest_actions
from halte.guests.actions import merge_cards
from halte.guests.models import Guest, KeptApart
from halte.journal.models import Line
from halte.nights import actions, choices, refusals
from halte.nights.models import PlanLine, Stay
from tests.cast import a_key_of


@pytest.fixture
def apart(manager, now, a_guest):
    """Two men who are kept apart."""
    one, other = a_guest(counted="man"), a_guest(counted="man")
    guest_actions.keep_apart(actor=manager, one=one, other=other, at=now, key=a_key_of())
    return one, other


def test_a_person_a_move_and_a_swap_refuse_the_room_without_a_reason(
    apart, a_room, a_guest, bed_of, gives, night_desk, night, now
):
    here, there = a_room(kind="men", beds=3), a_room(kind="men", beds=3)
    one, other = apart
    gives(one, bed=bed_of(here))

    with pytest.raises(refusals.RoomNotForThem) as refused:
        gives(other, bed=bed_of(here, 1))
    stay = gives(other, bed=bed_of(there))
    with pytest.raises(refusals.RoomNotForThem):
        actions.move(actor=night_desk, stay=stay, bed=bed_of(here, 1), night=night, at=now, key=a_key_of())
    third = gives(a_guest(counted="man"), bed=bed_of(here, 2))
    with pytest.raises(refusals.RoomNotForThem):
        actions.swap(actor=night_desk, one=stay, other=third, night=night, at=now, key=a_key_of())

    assert "apart" not in str(refused.value)
    assert {room.code for room in choices.beds_to_move_to(night_desk, stay, night, now)} == {there.code}


def test_the_plan_and_the_best_bed_put_them_in_two_rooms(apart, a_room, gives, night_desk, night, now):
    a_room(kind="men", beds=2), a_room(kind="men", beds=2)
    for guest in apart:
        actions.want_bed(actor=night_desk, guest=guest, night=night, at=now, key=a_key_of())

    actions.plan_night(actor=night_desk, night=night, at=now, key=a_key_of())

    assert Stay.objects.values("bed__room").distinct().count() == 2


def test_the_plan_knows_who_sleeps_there_already(apart, a_room, gives, night_desk, night, now):
    a_room(kind="men", beds=4)
    one, other = apart
    gives(one)
    actions.want_bed(actor=night_desk, guest=other, night=night, at=now, key=a_key_of())

    actions.plan_night(actor=night_desk, night=night, at=now, key=a_key_of())

    assert PlanLine.objects.get().room is None
    assert PlanLine.objects.get().why == "full"
    with pytest.raises(refusals.NoBedFits):
        gives(other)


def test_who_shares_a_room_when_it_is_said_is_shown_as_to_move_and_nobody_is_moved(
    a_guest, a_room, gives, manager, night_desk, night, now, at_desk
):
    a_room(kind="men", beds=4)
    one, other = a_guest(counted="man"), a_guest(counted="man")
    stay = gives(one)
    gives(other)

    guest_actions.keep_apart(actor=manager, one=one, other=other, at=now, key=a_key_of())

    assert choices.not_this_room(night_desk, stay, night, now)
    assert Stay.objects.filter(ended_at__isnull=True).count() == 2
    page = at_desk.get(f"/nights/{night}/beds/{stay.bed_id}/").content.decode()
    assert "Not this room for them any more" in page
    assert other.spoken not in page.split("Swap with")[0]


def test_the_line_names_neither_and_taken_back_they_share_again(apart, manager, now, gives, a_room):
    a_room(kind="men", beds=4)
    line = Line.objects.get(kind="guests.kept_apart")
    assert not line.subjects.exists()

    guest_actions.no_longer_apart(actor=manager, kept=KeptApart.objects.get(), at=now, key=a_key_of())

    rooms = {gives(guest).bed.room_id for guest in apart}

    assert len(rooms) == 1


def test_two_cards_of_one_man_stay_apart_from_the_other(apart, a_guest, greeter, now):
    one, other = apart
    newer = a_guest(counted="man")

    merge_cards(actor=greeter, old=one, new=newer, bed_of=None, at=now, key=a_key_of())

    kept = KeptApart.objects.get()
    assert {kept.one_id, kept.other_id} == {newer.id, other.id}


def test_erased_with_either_of_them(apart, greeter, now):
    guest_actions.erase_guest(actor=greeter, guest=apart[0], at=now, key=a_key_of())

    assert not KeptApart.objects.exists()


def test_a_family_is_parted_first_and_a_pair_stands_once(a_family, manager, apart, now):
    family = a_family(members=2)
    one, other = Guest.objects.filter(memberships__group=family)

    with pytest.raises(guest_actions.StayTogether):
        guest_actions.keep_apart(actor=manager, one=one, other=other, at=now, key=a_key_of())
    with pytest.raises(guest_actions.ApartAlready):
        guest_actions.keep_apart(actor=manager, one=apart[1], other=apart[0], at=now, key=a_key_of())


def test_where_somebody_is_safe_is_asked_in_private_before_any_bed(
    a_guest, a_room, greeter, gives, night_desk, night, now, bed_of
):
    room = a_room(kind="men", beds=2)
    guest = a_guest(counted="man")
    guest_actions.tell_about(
        actor=greeter, guest=guest, language="", counted="man", needs=[], at=now, key=a_key_of(), ask_in_private=True
    )
    guest = Guest.objects.get(id=guest.id)
    with pytest.raises(refusals.AskInPrivate):
        gives(guest)
    actions.want_bed(actor=night_desk, guest=guest, night=night, at=now, key=a_key_of())
    actions.plan_night(actor=night_desk, night=night, at=now, key=a_key_of())

    assert PlanLine.objects.get().why == "ask_where_safe"
    assert gives(guest, bed=bed_of(room)).bed.room == room


def test_a_couples_room_is_for_two_grown_ups_by_hand_and_by_plan(a_family, a_room, night_desk, night, now, gives):
    couples, family_room = a_room(kind="couples", beds=2), a_room(beds=4)
    with_child, couple = a_family(members=2, children=1), a_family(members=2)
    for family in (with_child, couple):
        for guest in Guest.objects.filter(memberships__group=family):
            actions.want_bed(actor=night_desk, guest=guest, night=night, at=now, key=a_key_of())
    with pytest.raises(refusals.RoomNotForThem):
        actions.shelter_group(actor=night_desk, group=with_child, night=night, at=now, key=a_key_of(), room=couples)

    actions.plan_night(actor=night_desk, night=night, at=now, key=a_key_of())

    def room_of(group):
        return set(Stay.objects.filter(guest__memberships__group=group).values_list("bed__room", flat=True))

    assert (room_of(couple), room_of(with_child)) == ({couples.id}, {family_room.id})


def test_a_room_takes_as_many_dogs_as_it_has_places_for(a_guest, a_room, greeter, gives, night_desk, night, now):
    kennel, other = a_room(kind="men", beds=6), a_room(kind="men", beds=6)
    kennel.dog_places = 1
    kennel.save()
    owners = [a_guest(counted="man") for _ in range(2)]
    for guest in owners:
        guest_actions.tell_about(
            actor=greeter, guest=guest, language="", counted="man", needs=["dog"], at=now, key=a_key_of()
        )
        actions.want_bed(actor=night_desk, guest=guest, night=night, at=now + timedelta(seconds=1), key=a_key_of())

    actions.plan_night(actor=night_desk, night=night, at=now, key=a_key_of())

    assert [stay.bed.room for stay in Stay.objects.select_related("bed__room")] == [kennel]
    waiting = next(guest for guest in owners if not Stay.objects.filter(guest=guest).exists())
    with pytest.raises(refusals.NoBedFits):
        gives(waiting)
    with pytest.raises(refusals.PlaceLacks):
        gives(waiting, bed=other.beds.first())
