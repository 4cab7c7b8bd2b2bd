"""The plan of a night places as many as can sleep safely, and breaks no rule for it (docs/reference/plan-night.md)."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from halte.nights.plan import Night, Party, Person, Room, Sleeper, plan
from halte.nights.plan.night import CHILD, COUNTED_IN, FAMILY, FIRST, MAN, MEN, WOMAN
from halte.nights.plan.why import Why
from tests.nights.invented import FEW, asked_as, inside, nights


@FEW
@given(nights())
def test_nobody_sleeps_in_a_room_that_is_not_for_them(night):
    found = plan(night)

    for room in night.rooms:
        here = inside(night, found)[room.id]
        counted = {person.counted for party in here for person in party.people}
        counted |= {sleeper.counted for sleeper in room.sleepers}
        assert not (here and room.closed)
        assert all(party.needs <= room.offered for party in here)
        assert not any(room.id in party.not_in for party in here)
        if room.kind == FAMILY:
            assert len(here) <= 1
            assert all(party.is_family for party in here)
        elif here:
            assert not any(party.is_family for party in here)
            assert counted == ({COUNTED_IN[room.kind]} if room.kind in COUNTED_IN else counted)
            assert len(counted) == 1


@FEW
@given(nights())
def test_a_room_never_holds_more_people_than_beds_lower_bunks_and_its_maximum(night):
    found = plan(night)

    for room in night.rooms:
        everyone = inside(night, found)[room.id]
        whole = [party for party in everyone if _rooms(found, party) == 1]
        assert sum(party.size for party in whole) <= room.beds
        assert sum(party.lower for party in whole) <= room.lower
        assert not whole or sum(party.size for party in whole) + len(room.sleepers) <= room.maximum
    for one in found.placed:
        theirs = [room for room in night.rooms if room.id in one.rooms]
        assert one.party.size <= sum(min(room.beds, room.maximum - len(room.sleepers)) for room in theirs)


def _rooms(found, party):
    return next(len(one.rooms) for one in found.placed if one.party.id == party.id)


@FEW
@given(nights())
def test_nobody_is_split_who_did_not_agree_and_everybody_is_answered_once(night):
    found = plan(night)

    answered = Counter(one.party.id.split("/")[0] for one in (*found.placed, *found.unplaced))
    asked = {party.id: party for party in night.parties}
    assert set(answered) == set(asked)
    for name, times in answered.items():
        assert times == 1 or (asked[name].may_split and not asked[name].is_family)
    assert all(len(one.rooms) == 1 or (one.party.is_family and one.party.may_split) for one in found.placed)
    assert all(len({*one.rooms}) == len(one.rooms) for one in found.placed)


@FEW
@given(nights())
def test_people_kept_apart_never_share_a_room(night):
    found = plan(night)

    wishes = {party.id: party.apart_from for party in night.parties}
    for here in inside(night, found).values():
        names = Counter(asked_as(party) for party in here)
        assert not any(names.keys() & wishes[name] for name in names)


def test_whoever_is_kept_apart_from_friends_is_kept_apart_from_each_of_them():
    friends = Party("friends", (Person(), Person()), placed=FIRST, may_split=True)
    one = Party("one", (Person(),), apart_from=frozenset({"friends"}))

    found = plan(Night((Room("1", MEN, beds=3, maximum=3),), (friends, one)))

    assert {answer.party.id for answer in found.placed} == {"friends/1", "friends/2"}


@pytest.mark.parametrize(("rooms", "beds", "placed"), [(2, 2, 4), (1, 2, 1), (1, 4, 3), (2, 1, 2)])
def test_who_is_kept_apart_costs_a_bed_only_where_no_change_of_rooms_helps(rooms, beds, placed):
    """All come back to the first room; one does not share it with another."""
    here = tuple(Room(str(number), MEN, beds=beds, maximum=beds) for number in range(rooms))
    asking = [Party(str(number), (Person(),), last_room="0", asked=number) for number in range(rooms * beds)]
    asking[0] = replace(asking[0], apart_from=frozenset({asking[1].id}))

    found = plan(Night(here, tuple(asking)))

    assert len(found.placed) == placed
    shared = inside(Night(here, ()), found).values()
    assert not any({"0", "1"} <= {asked_as(party) for party in people} for people in shared)
    assert all(level.value == level.bound for level in found.levels)


def test_nobody_who_stays_is_moved_and_no_family_is_put_with_another():
    """Two beds are free beside the mother who stays: they are for her family, whoever else was placed first."""
    room = Room("1", FAMILY, beds=2, maximum=3, sleepers=(Sleeper(WOMAN, family="hers"),))
    hers = Party("hers", (Person(CHILD),), is_family=True)
    other = Party("other", (Person(WOMAN), Person(CHILD)), placed=FIRST, is_family=True)

    found = plan(Night((room,), (other, hers)))

    assert [(answer.party.id, answer.rooms) for answer in found.placed] == [("hers", ("1",))]


@FEW
@given(nights(), some.randoms())
def test_the_order_in_which_the_file_lists_things_changes_nothing(night, chance):
    shuffled = replace(
        night,
        rooms=tuple(chance.sample(night.rooms, len(night.rooms))),
        parties=tuple(chance.sample(night.parties, len(night.parties))),
    )

    assert plan(shuffled) == plan(night)


def test_an_earlier_goal_is_never_paid_with_a_later_one():
    room = Room("1", MEN, beds=2, maximum=2)
    pair = Party("friends", (Person(), Person()))
    one = Party("one", (Person(),), placed=FIRST)

    found = plan(Night((room,), (pair, one)))

    assert [answer.party.id for answer in found.placed] == ["one"]
    assert found.unplaced[0].reason.code == Why.FULL


def test_who_had_no_bed_last_night_comes_before_who_asked_earlier():
    room = Room("1", MEN, beds=1, maximum=1)
    early = Party("early", (Person(),), asked=1)
    without = Party("without", (Person(),), nights_without=2, asked=9)

    found = plan(Night((room,), (early, without)))

    assert [answer.party.id for answer in found.placed] == ["without"]


def test_language_chooses_the_room_and_never_who_gets_a_bed():
    speaks = Sleeper(MAN, "ps")
    rooms_here = (
        Room("1", MEN, beds=1, maximum=2, sleepers=(speaks,)),
        Room("2", MEN, beds=1, maximum=2, sleepers=(Sleeper(MAN, "ti"),)),
    )
    asking = tuple(
        Party(name, (Person(MAN, frozenset(), language),), asked=turn)
        for turn, (name, language) in enumerate([("first", "ti"), ("second", "so"), ("third", "ps")])
    )

    found = plan(Night(rooms_here, asking))

    assert {answer.party.id: answer.rooms for answer in found.placed} == {"first": ("2",), "second": ("1",)}


def test_a_family_that_agreed_gets_two_rooms_beside_each_other_with_an_adult_for_each():
    family = Party("f", (Person(MAN), Person(WOMAN), Person(CHILD)), is_family=True, may_split=True)
    rooms_here = tuple(
        Room(name, FAMILY, beds=2, maximum=2, neighbours=frozenset({near})) for name, near in (("1", "2"), ("2", "1"))
    )

    agreed, refused = plan(Night(rooms_here, (family,))), plan(Night(rooms_here, (replace(family, may_split=False),)))

    assert agreed.placed[0].rooms == ("1", "2")
    assert refused.unplaced[0].reason.code == Why.TOO_MANY_FOR_ONE_ROOM


def test_without_a_safe_bed_a_warm_seat_is_offered_and_counted_apart():
    found = plan(Night((), (Party("one", (Person(),)),), warm_seats=1))

    assert not found.placed
    assert (found.unplaced[0].warm_seats, found.unplaced[0].reason.code) == (1, Why.NO_SUCH_ROOM)


def test_groups_that_fit_together_but_not_one_by_one_are_laid_room_by_room():
    rooms_here = tuple(Room(f"{number}", MEN, beds=4, maximum=4) for number in range(3))
    threes = tuple(Party(f"three{number}", (Person(),) * 3) for number in range(3))
    twos = tuple(Party(f"two{number}", (Person(),) * 2) for number in range(3))

    found = plan(Night(rooms_here, (*threes, *twos)))

    assert sum(answer.party.size for answer in found.placed) == 10


def test_equals_who_asked_together_are_drawn_by_lot_and_the_same_seed_draws_the_same():
    room = Room("1", MEN, beds=1, maximum=1)
    equals = tuple(Party(f"p{number}", (Person(),)) for number in range(8))

    drawn = {seed: plan(Night((room,), equals, seed=seed)).placed[0].party.id for seed in range(12)}

    assert len(set(drawn.values())) > 1
    assert plan(Night((room,), tuple(random.Random(1).sample(equals, 8)), seed=3)).placed[0].party.id == drawn[3]


@pytest.mark.parametrize("barred", ["1", "2"])
def test_a_room_that_is_not_for_somebody_is_another_room_to_them_though_it_looks_the_same(barred):
    rooms_here = tuple(Room(name, MEN, beds=1, maximum=1) for name in ("1", "2"))
    free, bound = Party("free", (Person(),)), Party("bound", (Person(),), asked=1, not_in=frozenset({barred}))

    found = plan(Night(rooms_here, (free, bound)))

    assert {answer.party.id: answer.rooms for answer in found.placed} == {
        "free": (barred,),
        "bound": ("1" if barred == "2" else "2",),
    }
