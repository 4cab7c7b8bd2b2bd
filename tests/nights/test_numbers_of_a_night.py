"""What reports learn of a night: numbers, never rows."""

import pytest

from halte.guests.models import Counted
from halte.nights import actions
from halte.nights.counts import counts
from halte.nights.models import EndReason
from halte.sites.models import BedState, RoomKind
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db


def test_a_night_is_counted_by_people(a_guest, a_room, bed_of, gives, night_desk, calais, night, now):
    room = a_room(kind=RoomKind.MEN, beds=5)
    broken = bed_of(room, 4)
    broken.state = BedState.BROKEN
    broken.save()
    told = {"actor": night_desk, "night": night, "at": now}
    men = [a_guest(counted=Counted.MAN) for _ in range(6)]
    for man in men[:5]:
        actions.want_bed(guest=man, **told, key=a_key_of())
    came = actions.welcome_for_the_night(guest=men[0], **told, key=a_key_of())
    actions.move(stay=came, bed=bed_of(room, 3), **told, key=a_key_of())
    actions.free_bed(stay=gives(men[1]), reason=EndReason.DID_NOT_COME, **told, key=a_key_of())
    gives(men[2])
    actions.free_bed(stay=gives(men[5]), **told, key=a_key_of())

    assert counts(site=calais, on=night) == {
        "nights.promised": 5,
        "nights.knew_in_time": 3,
        "nights.warm_seats": 0,
        "nights.beds": 4,
        "nights.beds_given": 4,
        "nights.arrived": 1,
        "nights.did_not_come": 2,
        "nights.away": 0,
        "nights.offered": 4,
        "nights.ended_own_wish": 0,
        "nights.ended_place_found": 0,
        "nights.ended_stayed_away": 0,
        "nights.ended_measure": 0,
        "nights.beds_free": 2,
        "nights.wanted": 5,
        "nights.no_place": 2,
        "nights.no_place_full": 0,
        "nights.no_place_no_safe_room": 0,
        "nights.no_place_rule": 0,
        "nights.no_place_own_choice": 0,
    }


def test_another_site_has_its_own_numbers(a_guest, a_room, gives, dunkirk, night):
    a_room(kind=RoomKind.MEN)
    gives(a_guest(counted=Counted.MAN))

    assert set(counts(site=dunkirk, on=night).values()) == {0}
