"""A room is for whom its kind says, offers what was asked, and never holds more people than the law allows."""

import pytest
from django.utils import timezone

from halte.guests import actions as guest_actions
from halte.guests.models import Counted
from halte.nights import refusals
from halte.sites.models import BedState, PlaceNeed, RoomKind
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db


def wishes(actor, guest, now, *needs):
    guest_actions.tell_about(
        actor=actor, guest=guest, language="", counted=guest.counted, needs=needs, at=now, key=a_key_of()
    )


@pytest.mark.parametrize(
    ("counted", "kind"),
    [(Counted.MAN, RoomKind.MEN), (Counted.WOMAN, RoomKind.WOMEN), (Counted.CHILD, RoomKind.MINORS)],
)
def test_the_best_bed_stands_in_a_room_that_is_safe(a_guest, a_room, gives, counted, kind):
    for each in RoomKind:
        a_room(kind=each)

    assert gives(a_guest(counted=counted)).bed.room.kind == kind


@pytest.mark.parametrize("kind", [RoomKind.WOMEN, RoomKind.MINORS, RoomKind.FAMILY])
def test_a_man_is_not_placed_in_another_kind_of_room_even_by_hand(a_guest, a_room, bed_of, gives, kind):
    room = a_room(kind=kind)

    with pytest.raises(refusals.RoomNotForThem):
        gives(a_guest(counted=Counted.MAN), bed=bed_of(room))


def test_a_minor_alone_is_never_placed_with_adults(a_guest, a_room, bed_of, gives):
    quiet = a_room(kind=RoomKind.QUIET, beds=2)
    gives(a_guest(counted=Counted.MAN), bed=bed_of(quiet))

    with pytest.raises(refusals.RoomNotForThem):
        gives(a_guest(counted=Counted.CHILD), bed=bed_of(quiet, 1))
    with pytest.raises(refusals.NoBedFits):
        gives(a_guest(counted=Counted.CHILD))


def test_whoever_never_said_how_they_count_is_asked_for_a_kind_of_room(a_guest, a_room, gives):
    a_room(kind=RoomKind.WOMEN)
    guest = a_guest()

    with pytest.raises(refusals.WhereSafe):
        gives(guest)

    assert gives(guest, kind="women").bed.room.kind == RoomKind.WOMEN


def test_a_chosen_kind_cannot_contradict_what_the_guest_said(a_guest, a_room, gives):
    a_room(kind=RoomKind.WOMEN)

    with pytest.raises(refusals.RoomNotForThem):
        gives(a_guest(counted=Counted.MAN), kind="women")


def test_beyond_the_legal_maximum_no_bed_is_given(a_guest, a_room, bed_of, gives):
    room = a_room(kind=RoomKind.MEN, beds=3)
    room.legal_maximum = 2
    room.save()
    gives(a_guest(counted=Counted.MAN))
    gives(a_guest(counted=Counted.MAN))

    with pytest.raises(refusals.NoBedFits):
        gives(a_guest(counted=Counted.MAN))
    with pytest.raises(refusals.RoomFull):
        gives(a_guest(counted=Counted.MAN), bed=bed_of(room, 2))


def test_closed_rooms_and_beds_are_never_given(a_guest, a_room, bed_of, gives):
    closed = a_room(kind=RoomKind.MEN, beds=1)
    closed.closed_since = timezone.now()
    closed.save()
    broken = bed_of(a_room(kind=RoomKind.MEN, beds=1))
    broken.state = BedState.BROKEN
    broken.save()

    for bed in (bed_of(closed), broken):
        with pytest.raises(refusals.BedClosed):
            gives(a_guest(counted=Counted.MAN), bed=bed)
    with pytest.raises(refusals.NoBedFits):
        gives(a_guest(counted=Counted.MAN))


def test_the_place_offers_what_was_asked(greeter, a_guest, a_room, bed_of, gives, now):
    plain = a_room(kind=RoomKind.WOMEN, beds=2)
    a_room(kind=RoomKind.WOMEN, beds=2, offers=[PlaceNeed.DOOR_THAT_LOCKS, PlaceNeed.NEAR_TOILET])
    needing, other = a_guest(counted=Counted.WOMAN), a_guest(counted=Counted.WOMAN)
    wishes(greeter, needing, now, PlaceNeed.DOOR_THAT_LOCKS)

    assert gives(other).bed.room_id == plain.id
    assert PlaceNeed.DOOR_THAT_LOCKS in gives(needing).bed.room.offers


def test_a_lower_bunk_is_kept_for_whoever_needs_it(greeter, a_guest, a_room, bed_of, gives, now):
    room = a_room(kind=RoomKind.MEN, beds=2)
    upper = bed_of(room, 1)
    upper.lower = False
    upper.save()
    needing = a_guest(counted=Counted.MAN)
    wishes(greeter, needing, now, PlaceNeed.LOWER_BUNK)

    assert gives(a_guest(counted=Counted.MAN)).bed == upper
    assert gives(needing).bed.lower


def test_a_guest_may_agree_to_do_without_a_wish_but_a_room_for_women_only_is_kept(
    greeter, a_guest, a_room, bed_of, gives, now
):
    room = a_room(kind=RoomKind.QUIET, beds=2)
    woman = a_guest(counted=Counted.WOMAN)
    wishes(greeter, woman, now, PlaceNeed.WOMEN_ONLY)
    sleeper = a_guest(counted=Counted.MAN)
    wishes(greeter, sleeper, now, PlaceNeed.DOOR_THAT_LOCKS)

    with pytest.raises(refusals.RoomNotForThem):
        gives(woman, bed=bed_of(room), without=True)
    with pytest.raises(refusals.PlaceLacks):
        gives(sleeper, bed=bed_of(room))

    assert gives(sleeper, bed=bed_of(room), without=True).bed.room == room


def test_friends_are_placed_together_when_they_can_be(greeter, a_guest, a_room, bed_of, gives, now):
    first, second = a_room(kind=RoomKind.MEN, beds=4), a_room(kind=RoomKind.MEN, beds=4)
    friends = [a_guest(counted=Counted.MAN) for _ in range(2)]
    guest_actions.keep_together(actor=greeter, guests=friends, is_family=False, at=now, key=a_key_of())
    gives(friends[0], bed=bed_of(second))
    gives(a_guest(counted=Counted.MAN), bed=bed_of(first))

    assert gives(friends[1]).bed.room == second


def test_without_a_lower_bunk_nobody_who_needs_one_is_placed_by_the_machine(
    greeter, a_guest, a_room, bed_of, gives, now
):
    upper = bed_of(a_room(kind=RoomKind.MEN, beds=1))
    upper.lower = False
    upper.save()
    needing = a_guest(counted=Counted.MAN)
    wishes(greeter, needing, now, PlaceNeed.LOWER_BUNK)

    with pytest.raises(refusals.NoBedFits):
        gives(needing)
