"""Who waits for a bed: placed first, before others, in turn; then by the moment they asked."""

from datetime import timedelta

import pytest

from halte.guests.models import Counted, PlacedOrder
from halte.nights import actions, queries, refusals, rules
from halte.nights.models import Want, WantEnd
from halte.sites.models import RoomKind
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def wants(night_desk, night, now, a_guest):
    def want(minutes=0, placed=PlacedOrder.IN_TURN, guest=None):
        guest = guest or a_guest(counted=Counted.MAN)
        guest.placed = placed
        guest.save()
        at = now + timedelta(minutes=minutes)
        return actions.want_bed(actor=night_desk, guest=guest, night=night, at=at, key=a_key_of())

    return want


def test_first_then_before_others_then_in_turn(wants, night_desk, night):
    late, early = wants(20), wants(10)
    before = wants(30, PlacedOrder.BEFORE)
    first = wants(40, PlacedOrder.FIRST)

    assert list(queries.in_turn(night_desk, night)) == [first, before, early, late]
    assert [queries.how_many_before(night_desk, want) for want in (first, before, early, late)] == [0, 1, 2, 3]


def test_a_family_stands_at_the_turn_of_its_first_member(wants, a_family, night_desk, night):
    alone = wants(5)
    family = a_family(members=3)
    for place, membership in enumerate(family.memberships.all()):
        wants(place * 10, guest=membership.guest)

    lines = queries.waiting(night_desk, night)

    assert [line.group for line in lines] == [family, None]
    assert lines[1].first == alone
    assert list(queries.groups_waiting(night_desk, night)) == [family]


def test_one_want_a_night(wants):
    want = wants()

    with pytest.raises(refusals.AlreadyWanted):
        wants(guest=want.guest)


def test_a_given_bed_ends_the_waiting(wants, gives, a_room, night):
    a_room(kind=RoomKind.MEN)
    want = wants()

    gives(want.guest)

    want.refresh_from_db()
    assert want.end == WantEnd.GIVEN
    with pytest.raises(refusals.GuestHasBed):
        wants(guest=want.guest)


def test_waiting_ends_once(wants, night_desk, now):
    want = wants()
    said = {"actor": night_desk, "want": want, "at": now}
    actions.cancel_want(**said, key=a_key_of())

    with pytest.raises(refusals.NotWaiting):
        actions.cancel_want(**said, key=a_key_of())


def test_another_site_does_not_see_who_waits(wants, elsewhere, night, now):
    want = wants()

    assert not queries.in_turn(elsewhere, night).exists()
    with pytest.raises(refusals.NotWaiting):
        actions.cancel_want(actor=elsewhere, want=want, at=now, key=a_key_of())
    assert Want.objects.open_for(night).exists()


@pytest.mark.parametrize(("ahead", "shown"), [(0, (0, 5)), (4, (0, 5)), (5, (5, 10)), (12, (10, 15))])
def test_how_many_are_before_someone_is_told_as_a_range(ahead, shown):
    assert rules.range_before(ahead) == shown
