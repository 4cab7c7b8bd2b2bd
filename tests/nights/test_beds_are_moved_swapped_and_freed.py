"""A guest moves, two guests swap, a bed becomes free: each in one act, and never into a wrong room."""

import pytest

from halte.guests.models import Counted
from halte.journal.models import Line
from halte.nights import actions, refusals
from halte.nights.models import EndReason, Stay
from halte.sites.models import RoomKind
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(night_desk, night, now):
    return lambda: {"actor": night_desk, "night": night, "at": now, "key": a_key_of()}


@pytest.fixture
def men(a_room):
    return a_room(kind=RoomKind.MEN, beds=2)


def test_a_move_ends_one_stay_and_begins_another(a_guest, men, gives, bed_of, told, night_desk, night, now):
    stay = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))
    actions.arrive(actor=night_desk, guest=stay.guest, night=night, at=now, key=a_key_of())

    new = actions.move(stay=stay, bed=bed_of(men, 1), **told())

    stay.refresh_from_db()
    assert stay.end_reason == EndReason.MOVED
    assert new.inside
    assert Stay.objects.holding(night).get() == new


def test_a_move_into_a_full_room_moves_nobody(a_guest, men, a_room, gives, bed_of, told, night):
    other = a_room(kind=RoomKind.MEN, beds=1)
    gives(a_guest(counted=Counted.MAN), bed=bed_of(other))
    stay = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))

    with pytest.raises(refusals.BedTaken):
        actions.move(stay=stay, bed=bed_of(other), **told())

    stay.refresh_from_db()
    assert stay.ended_at is None


def test_a_move_keeps_the_kind_of_the_room(a_guest, men, a_room, gives, bed_of, told):
    stay = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))

    with pytest.raises(refusals.RoomNotForThem):
        actions.move(stay=stay, bed=bed_of(a_room(kind=RoomKind.WOMEN)), **told())
    with pytest.raises(refusals.SameBed):
        actions.move(stay=stay, bed=bed_of(men), **told())


def test_a_swap_is_one_act_and_one_line(a_guest, men, a_room, gives, bed_of, told, night):
    other = a_room(kind=RoomKind.MEN, beds=1)
    one = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))
    two = gives(a_guest(counted=Counted.MAN), bed=bed_of(other))

    new_one, new_two = actions.swap(one=one, other=two, **told())

    assert (new_one.guest, new_one.bed) == (one.guest, two.bed)
    assert (new_two.guest, new_two.bed) == (two.guest, one.bed)
    assert Line.objects.filter(kind="nights.swapped").count() == 1
    assert Stay.objects.holding(night).count() == 2


def test_a_swap_brings_nobody_into_a_wrong_room(a_guest, men, a_room, gives, bed_of, told):
    women = a_room(kind=RoomKind.WOMEN)
    one = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))
    two = gives(a_guest(counted=Counted.WOMAN), bed=bed_of(women))

    with pytest.raises(refusals.RoomNotForThem):
        actions.swap(one=one, other=two, **told())


def test_a_swap_does_not_split_a_family(a_guest, a_family, a_room, gives, told, night_desk, night, now):
    a_room(beds=2), a_room(beds=2)
    families = [a_family(members=2), a_family(members=2)]
    stays = [
        actions.shelter_group(actor=night_desk, group=family, night=night, at=now, key=a_key_of()).stays
        for family in families
    ]

    with pytest.raises(refusals.FamilyTogether):
        actions.swap(one=stays[0][0], other=stays[1][0], **told())


def test_a_stay_that_ended_is_not_acted_on_again(a_guest, men, gives, bed_of, told):
    stay = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))
    actions.free_bed(stay=stay, **told())

    with pytest.raises(refusals.NoBedHeld):
        actions.free_bed(stay=stay, **told())
    with pytest.raises(refusals.NoBedHeld):
        actions.move(stay=stay, bed=bed_of(men, 1), **told())


def test_someone_inside_cannot_be_marked_as_not_come(a_guest, men, gives, told, night_desk, night, now):
    stay = gives(a_guest(counted=Counted.MAN))
    actions.arrive(actor=night_desk, guest=stay.guest, night=night, at=now, key=a_key_of())

    with pytest.raises(refusals.AlreadyInside):
        actions.free_bed(stay=stay, reason=EndReason.DID_NOT_COME, **told())


def test_coming_going_and_coming_back(a_guest, men, gives, night_desk, night, now):
    stay = gives(a_guest(counted=Counted.MAN))
    said = {"actor": night_desk, "at": now}
    coming = said | {"guest": stay.guest, "night": night}

    with pytest.raises(refusals.NotInside):
        actions.leave(stay=stay, **said, key=a_key_of())
    assert actions.arrive(**coming, key=a_key_of()).inside
    with pytest.raises(refusals.AlreadyInside):
        actions.arrive(**coming, key=a_key_of())
    assert not actions.leave(stay=stay, **said, key=a_key_of()).inside
    assert actions.arrive(**coming, key=a_key_of()).inside


def test_the_other_site_cannot_touch_our_stays(a_guest, men, gives, bed_of, elsewhere, night, now):
    stay = gives(a_guest(counted=Counted.MAN), bed=bed_of(men))
    theirs = {"actor": elsewhere, "at": now, "night": night, "stay": stay}

    with pytest.raises(refusals.NoBedHeld):
        actions.free_bed(**theirs, key=a_key_of())
    with pytest.raises(refusals.NoBedHeld):
        actions.move(**theirs, bed=bed_of(men, 1), key=a_key_of())
