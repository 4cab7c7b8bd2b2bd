"""Never two guests in one bed, never one guest in two beds."""

import pytest
from django.db import IntegrityError, transaction

from halte.common.refusal import constraint_of, refusing
from halte.guests.models import Counted
from halte.journal.models import Line
from halte.nights import actions
from halte.nights.models import NightOpened, Stay
from halte.nights.refusals import TAKEN, BedTaken, GuestHasBed, NightOutOfReach, NotHere
from halte.sites.models import Bed, RoomKind
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_men(a_guest):
    return a_guest(counted=Counted.MAN), a_guest(counted=Counted.MAN)


def raw(guest, bed, night, now):
    with transaction.atomic():
        return Stay.objects.create(site=bed.site, guest=guest, bed=bed, night=night, given_at=now)


def test_the_database_refuses_a_second_guest_in_a_bed(two_men, a_room, bed_of, night, now):
    bed = bed_of(a_room())
    raw(two_men[0], bed, night, now)

    with pytest.raises(IntegrityError) as clash:
        raw(two_men[1], bed, night, now)

    assert constraint_of(clash.value) == "one_bed_one_night"


def test_the_database_refuses_a_second_bed_for_a_guest(two_men, a_room, bed_of, night, now):
    room = a_room()
    raw(two_men[0], bed_of(room), night, now)

    with pytest.raises(IntegrityError) as clash:
        raw(two_men[0], bed_of(room, 1), night, now)

    assert constraint_of(clash.value) == "one_guest_one_night"


def test_a_clash_in_the_database_becomes_the_sentence_for_it(two_men, a_room, bed_of, night, now):
    bed = bed_of(a_room())
    raw(two_men[0], bed, night, now)

    with pytest.raises(BedTaken), refusing(TAKEN):
        raw(two_men[1], bed, night, now)


def test_a_bed_that_became_free_can_be_given_again(two_men, a_room, bed_of, gives, night_desk, night, now):
    bed = bed_of(a_room(kind=RoomKind.MEN))
    stay = gives(two_men[0], bed=bed)
    actions.free_bed(actor=night_desk, stay=stay, night=night, at=now, key=a_key_of())

    again = gives(two_men[1], bed=bed)

    assert again.bed_id == bed.id
    assert Stay.objects.holding(night).count() == 1


def test_two_desks_cannot_give_one_bed(two_men, a_room, bed_of, gives):
    bed = bed_of(a_room(kind=RoomKind.MEN))
    gives(two_men[0], bed=bed)

    with pytest.raises(BedTaken):
        gives(two_men[1], bed=bed)


def test_a_guest_with_a_bed_gets_no_second_one(two_men, a_room, gives):
    a_room(kind=RoomKind.MEN)
    gives(two_men[0])

    with pytest.raises(GuestHasBed):
        gives(two_men[0])


def test_a_refusal_leaves_no_stay_and_no_line(two_men, a_room, bed_of, gives):
    bed = bed_of(a_room(kind=RoomKind.MEN))
    gives(two_men[0], bed=bed)
    before = Line.objects.count(), Stay.objects.count()

    with pytest.raises(BedTaken):
        gives(two_men[1], bed=bed)

    assert (Line.objects.count(), Stay.objects.count()) == before


def test_the_bed_of_someone_who_stays_on_is_not_free_before_the_night_was_opened(
    two_men, a_room, bed_of, slept, gives, night
):
    bed = bed_of(a_room(kind=RoomKind.MEN))
    slept(two_men[0], bed=bed)
    assert not NightOpened.objects.filter(night=night).exists()

    with pytest.raises(BedTaken):
        gives(two_men[1], bed=bed)
    with pytest.raises(GuestHasBed):
        gives(two_men[0])


def test_a_bed_for_a_night_that_is_over_is_not_given(two_men, a_room, gives, night):
    a_room(kind=RoomKind.MEN)

    for far in (night.replace(day=22), night.replace(year=2027)):
        with pytest.raises(NightOutOfReach):
            gives(two_men[0], night=far)


def test_beds_and_guests_of_another_site_are_unknown_here(elsewhere, dunkirk, a_guest, a_room, bed_of, gives):
    theirs = a_room(site=dunkirk, kind=RoomKind.MEN)
    ours = a_room(kind=RoomKind.MEN)

    with pytest.raises(NotHere):
        gives(a_guest(counted=Counted.MAN), bed=bed_of(theirs))
    with pytest.raises(NotHere):
        gives(a_guest(actor=elsewhere, counted=Counted.MAN), bed=bed_of(ours))

    assert not Stay.objects.exists()
    assert Bed.objects.count() == 8
