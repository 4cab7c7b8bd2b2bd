"""A group at the door: beds for numbers in one act, by the rules for one guest, taken back as one."""

import re
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halte import journal
from halte.common import ids
from halte.desk import actions
from halte.guests import actions as guests
from halte.guests.models import Guest, GuestState
from halte.guests.queries import by_secret
from halte.guests.refusals import CardInUse
from halte.journal.checking import breaks
from halte.journal.models import Line
from halte.nights import many, refusals, rules
from halte.nights.counts import counts
from halte.nights.models import NoPlaceNumber, Stay
from halte.nights.rules import Person, Place, Space
from halte.sites.models import RoomKind
from halte.visits.models import DoorCount
from tests.cast import a_key_of
from tests.pages import signed_in

NIGHT = date(2026, 11, 24)
THREE = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


@pytest.fixture
def house(a_room):
    """Beds for twenty women, thirty men, two families of six, and four minors."""
    for kind, rooms, beds in ((RoomKind.WOMEN, 5, 4), (RoomKind.MEN, 5, 6), (RoomKind.FAMILY, 2, 4)):
        for _room in range(rooms):
            a_room(kind=kind, beds=beds)
    a_room(kind=RoomKind.MINORS, beds=4)


@pytest.fixture
def arrive(night_desk):
    def do(woman=0, man=0, child=0):
        numbers = {"woman": woman, "man": man, "child": child}
        return actions.hold_beds(actor=night_desk, numbers=numbers, night=NIGHT, at=THREE, key=a_key_of())

    return do


@pytest.fixture
def takes_back(night_desk):
    def do(arrived):
        journal.undo(actor=night_desk, line_id=arrived.line, at=THREE, key=a_key_of(), of_colleagues=["desk"])

    return do


def test_fifty_three_people_have_a_bed_in_one_line(arrive, house, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        done = arrive(woman=18, man=29, child=6)

    stays = list(Stay.objects.select_related("guest", "bed__room"))
    assert (done.beds, sum(done.without.values())) == (53, 0)
    assert len({stay.bed_id for stay in stays}) == len({stay.guest_id for stay in stays}) == 53
    assert all(stay.inside for stay in stays)
    kinds = {(stay.guest.counted, stay.bed.room.kind) for stay in stays}
    assert kinds <= {("woman", "women"), ("man", "men"), ("woman", "family"), ("child", "family")}
    assert Line.objects.filter(kind="desk.group_arrived").count() == 1
    assert dict(DoorCount.objects.values_list("kind", "number")) == {"woman": 18, "man": 29, "child": 6}
    assert list(breaks()) == []


def test_cards_are_given_at_breakfast_one_scan_each(arrive, house, night_desk, monkeypatch):
    line = arrive(woman=1, man=1).line
    at_breakfast = THREE + timedelta(hours=5)
    monkeypatch.setattr("django.utils.timezone.now", lambda: at_breakfast)
    desk, blank = signed_in(night_desk), ids.new_secret()
    assert f"/desk/arrivals/{line}/" in desk.get("/desk/arrivals/").content.decode()

    def scans(card):
        page = desk.get(f"/desk/arrivals/{line}/").content.decode()
        guest = re.search(r'name="guest" value="([^"]+)"', page)[1]
        desk.post(f"/desk/arrivals/{line}/card/", {"key": uuid4(), "guest": guest, "card": card})
        return UUID(guest)

    first = scans(f"https://halte.example/c/{blank}")

    assert by_secret(night_desk, blank).id == first
    assert scans(blank) == scans("no card") != first, "a card that is in use, or is none, is given to nobody"
    second = scans(ids.new_secret())
    page = desk.get(f"/desk/arrivals/{line}/").content.decode()
    assert {first, second} == {stay.guest_id for stay in Stay.objects.all()}
    assert 'name="guest"' not in page
    assert page.count("has a card") == 2


def test_whoever_has_no_bed_is_told_the_true_reason(arrive, a_room):
    a_room(kind=RoomKind.MEN, beds=1)
    a_room(kind=RoomKind.WOMEN, beds=1)

    arrive(man=2)
    arrive(woman=2)

    assert set(NoPlaceNumber.objects.values_list("number", "why")) == {(1, "no_safe_room"), (1, "full")}


def test_one_undo_takes_all_of_it_back(arrive, takes_back, house):
    done = arrive(woman=3, man=4, child=2)

    takes_back(done)

    assert not Stay.objects.filter(ended_at=None).exists()
    assert set(Guest.objects.values_list("state", flat=True)) == {GuestState.CLOSED}
    assert sum(DoorCount.objects.values_list("number", flat=True)) == 0


def test_once_somebody_has_a_card_it_is_not_taken_back_any_more(arrive, takes_back, house, night_desk):
    done = arrive(man=4)
    guests.reissue_card(actor=night_desk, guest=Guest.objects.first(), at=THREE, key=a_key_of())

    with pytest.raises(CardInUse):
        takes_back(done)

    assert Stay.objects.filter(ended_at=None).count() == 4


def test_those_without_a_bed_are_a_number_and_no_guest(arrive, takes_back, a_room):
    a_room(kind=RoomKind.MEN, beds=2)

    done = arrive(woman=2, man=5)

    assert dict(done.without) == {"woman": 2, "man": 3}
    assert Guest.objects.count() == 2
    assert counts(site=a_room().site, on=NIGHT)["nights.no_place"] == 5
    takes_back(done)
    assert counts(site=a_room().site, on=NIGHT)["nights.no_place"] == 0


def test_children_are_never_put_anywhere_without_one_of_their_grown_ups(arrive, a_room):
    a_room(kind=RoomKind.WOMEN, beds=4)
    a_room(kind=RoomKind.MINORS, beds=4)

    done = arrive(woman=2, child=3)

    assert dict(done.without) == {"child": 3}


def test_children_who_came_without_any_grown_up_sleep_where_minors_sleep(arrive, house):
    arrive(child=3)

    assert {stay.bed.room.kind for stay in Stay.objects.select_related("bed__room")} == {RoomKind.MINORS}


def test_nobody_and_a_full_house_are_told(arrive, a_room):
    with pytest.raises(actions.NobodyArrived):
        arrive()
    a_room(kind=RoomKind.WOMEN, beds=1)
    with pytest.raises(refusals.NoBedFits):
        arrive(man=2)
    assert not Guest.objects.exists()


ROOMS = st.lists(
    st.tuples(
        st.sampled_from([*rules.COUNTED_IN, rules.FAMILY, rules.QUIET_ROOM]), st.integers(1, 5), st.integers(1, 5)
    ),
    max_size=8,
)


@given(rooms=ROOMS, women=st.integers(0, 8), men=st.integers(0, 8), children=st.integers(0, 6))
def test_however_many_come_no_room_holds_whom_it_may_not(rooms, women, men, children):
    house = [_space(number, kind, beds, maximum) for number, (kind, beds, maximum) in enumerate(rooms)]
    counts = [rules.WOMAN] * women + [rules.MAN] * men + [rules.CHILD] * children
    people = {person.id: person for person in (Person(uuid4(), counted) for counted in counts)}

    held = many.hold(list(people.values()), house)

    assert set(held.placing) | {person.id for person in held.without} == set(people)
    assert len(set(held.placing.values())) == len(held.placing)
    for room in house:
        inside = [people[person].counted for person, bed in held.placing.items() if bed in {p.id for p in room.places}]
        assert len(inside) <= room.maximum
        if room.kind == rules.FAMILY:
            assert not inside or (rules.CHILD in inside and sum(one in rules.ADULT for one in inside) == 1)
        else:
            assert len(set(inside)) <= 1
        if rules.CHILD in inside and room.kind != rules.FAMILY:
            assert not women
            assert not men


def _space(number, kind, beds, maximum):
    places = tuple(Place(uuid4(), str(place), place) for place in range(beds))
    return Space(uuid4(), f"{number:02}", kind, maximum, places)
