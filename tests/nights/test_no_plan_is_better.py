"""No plan of a night is better, goal by goal, and what is said about the best there is holds."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from halte.config.bench.planned import MIXES, Kind, generated
from halte.nights.plan import Night, Party, Person, Room, layouts, plan
from halte.nights.plan.alike import singly
from halte.nights.plan.greedy import first_come
from halte.nights.plan.night import (
    BEFORE,
    CHILD,
    FAMILY,
    FIRST,
    IN_TURN,
    MAN,
    MEN,
    ORDERS,
    QUIET,
    WOMAN,
    WOMEN,
    may_sleep,
)
from tests.nights.invented import FEW, MANY, nights, people_placed

LAST_ROOM = 4


@FEW
@given(nights())
def test_no_goal_is_left_below_what_was_possible(night):
    found = plan(night)

    assert all(level.value == level.bound for level in found.levels)
    assert [level.value for level in found.levels[:3]] == [people_placed(found, order) for order in ORDERS]


@FEW
@given(nights(), some.integers(0, 6))
def test_one_more_bed_never_houses_fewer_of_those_placed_first(night, number):
    more = with_one_more_bed(night, number)

    assert people_placed(plan(more), FIRST) >= people_placed(plan(night), FIRST)


def with_one_more_bed(night, number):
    if not night.rooms:
        return night
    chosen = night.rooms[number % len(night.rooms)]
    larger = replace(chosen, beds=chosen.beds + 1, maximum=chosen.maximum + 1, lower=chosen.lower + 1)
    return replace(night, rooms=tuple(larger if room is chosen else room for room in night.rooms))


@settings(FEW, max_examples=20)
@given(nights(most_parties=4))
def test_trying_every_plan_of_a_small_night_finds_none_better(night):
    small = without_two_rooms(night)

    assert reached(plan(small)) == best_of_all(small)


@settings(FEW, max_examples=15)
@given(nights(most_parties=16))
def test_rooms_that_are_counted_together_do_as_well_as_rooms_taken_one_by_one(night):
    assert reached(plan(night)) == reached(one_by_one(night))


@pytest.mark.slow
@MANY
@given(nights(most_parties=4), nights(most_parties=30), some.integers(0, 6))
def test_over_many_nights_no_plan_is_better(small, large, number):
    small = without_two_rooms(small)

    assert reached(plan(small)) == best_of_all(small)
    assert reached(plan(large)) == reached(one_by_one(large))
    assert people_placed(plan(with_one_more_bed(large, number)), FIRST) >= people_placed(plan(large), FIRST)


@pytest.mark.parametrize("mix", MIXES)
def test_first_come_never_places_more_than_a_plan_and_nothing_passes_the_bound(mix):
    night = generated(Kind(100, 150, mix), 1)
    parties = singly(night.parties)
    placed = first_come(night)

    levels = plan(night).levels
    greedy = [sum(p.size for p in parties if p.id in placed and p.placed == order) for order in ORDERS]

    assert greedy < [level.value for level in levels[:3]]
    assert greedy[0] <= levels[0].bound
    assert all(level.value == level.bound for level in levels)


def test_a_hall_without_rooms_is_filled_to_the_last_bed():
    hall = Room("hall", MEN, beds=60, maximum=60)
    groups = tuple(Party(f"{number:02}", (Person(),) * (number % 7 + 1)) for number in range(20))

    levels = plan(Night((hall, replace(hall, id="other", beds=9)), groups)).levels

    assert levels[2].value == levels[2].bound == 69


def test_a_night_that_a_presolve_called_impossible_is_planned():
    """The presolve of HiGHS 1.16.0 finds no plan for this night, though there is one: it is switched off."""
    low, quiet, ground, none = ({"lower_bunk"}, {"quiet"}, {"ground_floor"}, set())
    asking = [
        (WOMAN, [ground, ground], IN_TURN, 3),
        (CHILD, [low, ground, none], FIRST, 0),
        (MAN, [low], IN_TURN, 0),
        (MAN, [quiet, low], FIRST, 1),
        (CHILD, [quiet], IN_TURN, 3),
        (MAN, [low, quiet, none], IN_TURN, 0),
        *[(WOMAN, [needs], BEFORE, 0) for needs in (quiet, none)],
        (MAN, [low], BEFORE, 0),
        (CHILD, [none, quiet], FIRST, 3),
        *[(CHILD, [none], BEFORE, 3)] * 2,
        *[(CHILD, [needs], IN_TURN, 3) for needs in (none, ground)],
        (MAN, [none, low, none], BEFORE, 1),
    ]
    rooms = (
        Room("5", WOMEN, beds=6, lower=4, maximum=6),
        Room("6", QUIET, beds=6, lower=3, maximum=6, offers=frozenset({"ground_floor"})),
        Room("7", QUIET, beds=6, maximum=6),
    )
    parties = tuple(
        Party(f"{number:02}", tuple(Person(who, frozenset(need)) for need in needs), placed, nights_without=without)
        for number, (who, needs, placed, without) in enumerate(asking)
    )

    levels = plan(Night(rooms, parties)).levels

    assert [level.value for level in levels] == [level.bound for level in levels]


def reached(found):
    """The goals up to last night's room; a common language depends on which of several best plans was found."""
    return [level.value for level in found.levels[: LAST_ROOM + 1]]


def one_by_one(night):
    """The plan by another way: no room is laid from a list, beds are added up in each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layouts, "LAYOUTS_AT_MOST", 0)
        return plan(night)


def without_two_rooms(night):
    """At most three rooms, and a party has one or none."""
    return replace(
        night, rooms=night.rooms[:3], parties=tuple(replace(party, may_split=False) for party in night.parties)
    )


def best_of_all(night):
    """The most that the goals reach, tried with each party in each room."""
    return max(worth(night, choice) for choice in product([None, *night.rooms], repeat=len(night.parties)))


def worth(night, choice):
    """What the goals would reach if each party had this room; nothing when a rule is broken."""
    for room in night.rooms:
        here = [party for party, chosen in zip(night.parties, choice, strict=True) if chosen is room]
        counted = {person.counted for party in here for person in party.people}
        counted |= {sleeper.counted for sleeper in room.sleepers} if room.kind == QUIET else set()
        broken = (
            not all(may_sleep(party, room) for party in here)
            or any(other.id in party.apart_from for party in here for other in here)
            or (room.kind == FAMILY and len(here) > 1)
            or (room.kind == QUIET and here and len(counted) > 1)
            or sum(party.size for party in here) > room.left
            or sum(party.lower for party in here) > room.lower
        )
        if broken:
            return [-1]
    placed = [(party, chosen) for party, chosen in zip(night.parties, choice, strict=True) if chosen]
    people = [sum(party.size for party, _room in placed if party.placed == order) for order in ORDERS]
    without = sum(party.size * party.nights_without for party, _room in placed)
    return [*people, without, sum(party.size for party, room in placed if party.last_room == room.id)]
