"""Whatever the house: no rule puts two who are kept apart, or more dogs than places, into one room."""

from dataclasses import replace
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from halte.nights import rules
from halte.nights.rules import COUPLES, DOG
from tests.nights.test_rules_never_choose_a_wrong_bed import after, houses, kinds, parties

SLEEPING = [UUID(int=700 + number) for number in range(5)]
COMING = [UUID(int=800 + number) for number in range(6)]
FEW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def nights(draw):
    """A house with couples' rooms and places for dogs, and a party of whom some share no room with others."""
    house = [
        replace(room, dog_places=draw(st.integers(0, 1))) for room in draw(houses(st.one_of(kinds, st.just(COUPLES))))
    ]
    party = draw(parties())
    couple = party[0].is_family and len(party) == 2 and draw(st.booleans())
    shunned = draw(st.frozensets(st.sampled_from(SLEEPING), max_size=3))
    found = [replace(person, couple=couple, apart=shunned) for person in party]
    if not party[0].is_family and draw(st.booleans()):
        one, other = found[0], found[1]
        found[0] = replace(one, apart=one.apart | {other.id})
        found[1] = replace(other, apart=other.apart | {one.id})
    with_dog = draw(st.integers(0, len(found)))
    return house, [replace(one, needs=one.needs | {DOG}) if n < with_dog else one for n, one in enumerate(found)]


def placings(house, party):
    """What every rule answers."""
    yield rules.one_room(party, house)
    yield rules.neighbouring_rooms(party, house)
    yield rules.apart(party, house)
    yield rules.into_these(party, house)
    if not party[0].is_family:
        bed = rules.best_bed(party[0], house)
        yield {party[0].id: bed} if bed else None


@FEW
@given(nights())
def test_nobody_shares_a_room_with_whom_they_are_kept_apart_from(night):
    house, party = night

    for placing in placings(house, party):
        for room in after(house, party, placing or {}):
            here = {sleeper.id for sleeper in room.sleepers}
            assert not any(sleeper.apart & here for sleeper in room.sleepers)


@FEW
@given(nights())
def test_no_room_has_more_dogs_than_places_and_couples_rooms_only_couples(night):
    house, party = night

    for placing in placings(house, party):
        for room in after(house, party, placing or {}):
            assert sum(DOG in sleeper.needs for sleeper in room.sleepers) <= room.dog_places
            if room.kind == COUPLES:
                assert all(sleeper.couple for sleeper in room.sleepers if sleeper.id in COMING)
