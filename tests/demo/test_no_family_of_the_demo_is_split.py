"""In the demo's two weeks a family sleeps in one room, alone there, and nobody shares a bed."""

from collections import defaultdict

import pytest

from halte.config.demo import people, weeks
from halte.config.demo.places import HOSTEL, rooms
from halte.config.demo.weeks import SleepPlan

KINDS = {room.code: room.kind for room in rooms()}
FOR = {"men": "man", "women": "woman", "minors": "child"}


@pytest.fixture(scope="module")
def slept() -> list[SleepPlan]:
    households = people.at_sites(2014)[HOSTEL]
    return list(weeks.nights(2014, households, weeks.beds_of(households, rooms())))


def test_a_family_has_one_room_and_nobody_else_is_in_it(slept: list[SleepPlan]) -> None:
    families = {one.number for one in people.at_sites(2014)[HOSTEL] if one.is_family}
    in_room: dict[tuple[int, str], set[int]] = defaultdict(set)
    for plan in slept:
        in_room[plan.nights_ago, plan.room].add(plan.person.household)

    for (_night, room), households in in_room.items():
        if KINDS[room] == "family":
            assert len(households) == 1
            assert households <= families
        else:
            assert not households & families


def test_whole_families_have_beds_or_none_of_them(slept: list[SleepPlan]) -> None:
    households = people.at_sites(2014)[HOSTEL]
    beds = weeks.beds_of(households, rooms())

    for household in households:
        assert len({person.number in beds for person in household.members}) == 1


def test_rooms_are_for_whom_they_say(slept: list[SleepPlan]) -> None:
    assert all(plan.person.counted == FOR[KINDS[plan.room]] for plan in slept if KINDS[plan.room] in FOR)


def test_nobody_shares_a_bed_and_nobody_has_two(slept: list[SleepPlan]) -> None:
    assert len({(plan.nights_ago, plan.room, plan.bed) for plan in slept}) == len(slept)
    assert len({(plan.nights_ago, plan.person.number) for plan in slept}) == len(slept)
