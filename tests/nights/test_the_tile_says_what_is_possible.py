"""The tile "Bed tonight": what is true, what is possible now, and why not."""

import pytest

from halte.guests.models import Counted
from halte.nights import actions
from halte.nights.offers import offers
from halte.sites.models import RoomKind
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def tile(night_desk, now):
    def show(guest, actor=night_desk):
        [offer] = offers(actor=actor, guest=guest, at=now)
        return offer

    return show


def labels(offer, *, possible=True):
    return [str(action.label) for action in offer.actions if action.possible == possible]


def test_a_house_without_beds_shows_no_tile(elsewhere, a_guest, now):
    assert offers(actor=elsewhere, guest=a_guest(actor=elsewhere), at=now) == []


def test_whoever_comes_is_welcomed_in_one_tap(tile, a_guest, a_room):
    a_room(kind=RoomKind.MEN)

    assert labels(tile(a_guest(counted=Counted.MAN))) == ["Welcome for the night", "Give a bed", "Want a bed"]


def test_whoever_never_said_how_they_count_chooses_the_room_by_the_button(tile, a_guest, a_room):
    a_room(kind=RoomKind.WOMEN)

    offer = tile(a_guest())

    assert labels(offer) == ["Welcome: women's room", "Want a bed"]
    assert [str(action.why_not) for action in offer.actions if not action.possible] == [
        "No free bed: Men",
        "No free bed: Under 18",
    ]


def test_a_full_house_says_so_and_takes_the_wish(tile, a_guest, a_room):
    a_room(kind=RoomKind.WOMEN)

    offer = tile(a_guest(counted=Counted.MAN))

    assert labels(offer) == ["Want a bed"]
    assert {str(action.why_not) for action in offer.actions if not action.possible} == {"No free bed for them tonight"}


def test_waiting_shows_the_turn_as_a_range(tile, a_guest, a_room, night_desk, night, now):
    a_room(kind=RoomKind.WOMEN)
    guest = a_guest(counted=Counted.MAN)
    actions.want_bed(actor=night_desk, guest=guest, night=night, at=now, key=a_key_of())

    offer = tile(guest)

    assert "Asked at 18:00." in str(offer.lines[0])
    assert "0 to 5 before them." in str(offer.lines[0])
    assert "No bed wanted any more" in labels(offer)


def test_the_steps_of_a_night(tile, a_guest, a_room, gives, night_desk, night, now):
    a_room(kind=RoomKind.MEN)
    guest = a_guest(counted=Counted.MAN)
    stay = gives(guest)
    assert "Room 001, bed 1." in str(tile(guest).lines[0])
    assert labels(tile(guest)) == ["Arrived", "Says leaving"]

    actions.arrive(actor=night_desk, guest=guest, night=night, at=now, key=a_key_of())
    assert str(tile(guest).pill.text) == "Inside since 18:00"
    assert labels(tile(guest)) == ["Left", "Says leaving", "Away for some nights", "Wake them"]

    actions.leave(actor=night_desk, stay=stay, at=now, key=a_key_of())
    assert labels(tile(guest)) == ["Arrived", "Says leaving", "Away for some nights"]


def test_a_family_gets_a_room_and_an_open_proposal_is_shown(tile, a_family, a_room, night_desk, night, now):
    a_room(beds=2)
    family = a_family(members=3, children=1)
    guest = family.memberships.first().guest
    assert labels(tile(guest))[:2] == ["Welcome the family for the night", "Give the family a room"]

    actions.shelter_group(actor=night_desk, group=family, night=night, at=now, key=a_key_of())

    assert "A place in another house" in str(tile(guest).actions[0].why_not)


def test_an_adviser_sees_the_bed_and_gives_none(tile, a_guest, a_room, adviser):
    a_room(kind=RoomKind.MEN)

    assert labels(tile(a_guest(counted=Counted.MAN), adviser)) == []


def test_the_tile_asks_little_of_the_database(tile, a_guest, a_room, django_assert_max_num_queries):
    for _ in range(20):
        a_room(kind=RoomKind.MEN)
    guest = a_guest(counted=Counted.MAN)

    with django_assert_max_num_queries(8):
        tile(guest)
