"""Whatever the house and whoever comes: the rules never choose a wrong bed."""

from collections import Counter
from dataclasses import replace
from random import Random
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from halte.nights import rules
from halte.nights.rules import ADULT, CHILD, COUNTED_IN, FAMILY, QUIET_ROOM, Person, Place, Space

KINDS = [*COUNTED_IN, FAMILY, QUIET_ROOM]
NEEDS = ["ground_floor", "lower_bunk", "door_that_locks", "women_only", "near_toilet", "quiet"]
GROUPS = [UUID(int=900 + number) for number in range(3)]
counted = st.sampled_from([*COUNTED_IN.values(), ""])
needs = st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(NEEDS), max_size=2))
kinds = st.sampled_from([*KINDS, FAMILY, FAMILY])


@st.composite
def houses(draw, kind=kinds):
    """A house in which everyone who sleeps came in by the rules; most rooms lie beside the next one."""
    size = draw(st.integers(1, 5))
    doors = [draw(st.integers(0, 4)) > 0 for _ in range(size)]
    rooms = [draw(rooms_of(number, size, doors, kind)) for number in range(size)]
    for number in range(draw(st.integers(0, 5))):
        group = draw(st.sampled_from([None, *GROUPS]))
        sleeper = Person(UUID(int=700 + number), draw(counted), frozenset(), group, bool(group))
        start = draw(st.integers(0, size - 1))
        for place in (*range(start, size), *range(start)):
            if beds := rules.beds_for(sleeper, rooms[place]):
                rooms[place] = rooms[place].with_sleeper(beds[0].id, sleeper)
                break
    return rooms


@st.composite
def rooms_of(draw, number, size, doors, kind):
    near = [other for other in (number - 1, number + 1) if 0 <= other < size and doors[min(number, other)]]
    places = [
        Place(UUID(int=100 * number + place + 1), str(place), place, draw(st.booleans()), draw(st.integers(0, 7)) > 0)
        for place in range(draw(st.integers(1, 4)))
    ]
    return Space(
        id=UUID(int=5000 + number),
        code=str(number),
        kind=draw(kind),
        maximum=draw(st.sampled_from([0, 1, 2, 3, 4, 4, 4])),
        places=tuple(places),
        offers=draw(needs),
        floor=draw(st.integers(0, 1)),
        open=draw(st.integers(0, 7)) > 0,
        neighbours=frozenset(UUID(int=5000 + other) for other in near),
    )


@st.composite
def parties(draw, is_family=None):
    group = draw(st.sampled_from(GROUPS))
    family = draw(st.booleans()) if is_family is None else is_family
    counts = st.sampled_from([*COUNTED_IN.values(), CHILD, CHILD]) if family else counted
    size = draw(st.integers(2, 6))
    return [Person(UUID(int=800 + number), draw(counts), draw(needs), group, family) for number in range(size)]


def after(house, people, placing):
    """The house once everyone has the bed they were given; fails when a bed was taken or not of the house."""
    rooms = list(house)
    for person in people:
        if person.id in placing:
            [place] = [n for n, room in enumerate(rooms) if any(bed.id == placing[person.id] for bed in room.places)]
            bed = next(bed for bed in rooms[place].places if bed.id == placing[person.id])
            assert bed.free
            assert bed.lower or "lower_bunk" not in person.needs
            assert person.needs - {"lower_bunk"} <= rooms[place].offered
            rooms[place] = rooms[place].with_sleeper(bed.id, person)
    return rooms


def check_house(before, now):
    for was, room in zip(before, now, strict=True):
        sleepers = room.sleepers
        if len(sleepers) == len(was.sleepers):
            continue
        assert room.open
        assert len(sleepers) <= room.maximum
        families = {person.family for person in sleepers}
        if room.kind == FAMILY:
            assert len(families) == 1
            assert None not in families
        else:
            assert families == {None}
            assert {person.counted for person in sleepers} == {COUNTED_IN.get(room.kind, sleepers[0].counted)}
            assert "" not in {person.counted for person in sleepers}


@settings(max_examples=300)
@given(houses(), counted, needs)
def test_the_best_bed_for_one(house, counts, wishes):
    person = Person(UUID(int=1000), counts, wishes)

    bed = rules.best_bed(person, house)

    if bed is None:
        assert not any(rules.beds_for(person, room) for room in house)
    else:
        check_house(house, after(house, [person], {person.id: bed}))


@given(houses(), needs)
def test_a_minor_alone_is_never_with_an_adult(house, wishes):
    minor = Person(UUID(int=1000), CHILD, wishes)

    bed = rules.best_bed(minor, house)

    for room in after(house, [minor], {minor.id: bed} if bed else {}):
        if any(sleeper.id == minor.id for sleeper in room.sleepers):
            assert {sleeper.counted for sleeper in room.sleepers} == {CHILD}


@settings(max_examples=300)
@given(houses(), parties())
def test_one_room_is_one_room_for_everyone(house, party):
    placing = rules.one_room(party, house)

    if placing is not None:
        now = after(house, party, placing)
        check_house(house, now)
        assert set(placing) == {person.id for person in party}
        assert len([room for room, was in zip(now, house, strict=True) if room != was]) == 1


@settings(max_examples=300)
@given(houses(st.just(FAMILY)), parties(is_family=True))
def test_neighbouring_rooms_are_few_near_and_leave_no_child_alone(house, party):
    placing = rules.neighbouring_rooms(party, house)

    if placing is not None:
        now = after(house, party, placing)
        check_house(house, now)
        assert set(placing) == {person.id for person in party}
        used = [room for room, was in zip(now, house, strict=True) if room != was]
        assert len(used) <= rules.MOST_ROOMS
        if any(person.counted in ADULT for person in party):
            assert all(any(sleeper.counted in ADULT for sleeper in room.sleepers) for room in used)


@settings(max_examples=300)
@given(houses(), parties())
def test_what_is_proposed_apart_holds_everyone_and_breaks_no_rule(house, party):
    placing = rules.apart(party, house)

    if placing is not None:
        check_house(house, after(house, party, placing))
        assert set(placing) == {person.id for person in party}
        assert len(set(placing.values())) == len(party)


@given(houses(), parties(), st.randoms(use_true_random=False))
def test_the_same_question_has_the_same_answer_in_any_order(house, party, chance: Random):
    shuffled_house, shuffled_party = list(house), list(party)
    chance.shuffle(shuffled_house)
    chance.shuffle(shuffled_party)

    assert rules.one_room(party, house) == rules.one_room(shuffled_party, shuffled_house)
    assert rules.neighbouring_rooms(party, house) == rules.neighbouring_rooms(shuffled_party, shuffled_house)
    assert rules.best_bed(party[0], house) == rules.best_bed(party[0], shuffled_house)


@given(houses(), counted)
def test_one_more_bed_never_leaves_someone_without(house, counts):
    person = Person(UUID(int=1000), counts)
    more = [
        replace(room, maximum=room.maximum + 1, places=(*room.places, Place(UUID(int=5000 + number), "more", 99)))
        for number, room in enumerate(house)
    ]

    assert rules.best_bed(person, house) is None or rules.best_bed(person, more) is not None


@given(houses())
def test_a_room_never_has_more_places_left_than_beds_or_law(house):
    for room in house:
        assert 0 <= room.left <= max(0, room.maximum - len(room.sleepers))
        assert room.left <= Counter(place.free for place in room.places)[True]
