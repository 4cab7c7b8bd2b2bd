"""Small invented nights with everything in them, for tests that hold for any night."""

from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as some

from halte.nights.plan import Night, Party, Person, Room, Sleeper
from halte.nights.plan.night import CHILD, COUNTED, COUNTED_IN, FAMILY, MAN, MEN, ORDERS, QUIET, WOMAN, WOMEN

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))

LANGUAGES = some.sampled_from(["ps", "ti", "ar", ""])
NEEDS = some.frozensets(some.sampled_from(["ground_floor", "lower_bunk", "women_only"]), max_size=2)


@some.composite
def rooms(draw):
    kind = draw(some.sampled_from([MEN, MEN, WOMEN, FAMILY, "minors", QUIET]))
    beds = draw(some.integers(0, 6))
    return Room(
        id="",
        kind=kind,
        beds=beds,
        lower=draw(some.integers(0, beds)),
        maximum=draw(some.integers(0, 8)),
        offers=draw(some.frozensets(some.just("ground_floor"))),
        sleepers=draw(sleepers(kind)),
        closed=draw(some.integers(0, 9)) == 0,
    )


@some.composite
def sleepers(draw, kind):
    """Who stays: people who count alike, or some of one family."""
    number = draw(some.sampled_from([0, 0, 1, 2, 3]))
    if kind == FAMILY:
        return tuple(Sleeper(WOMAN, draw(LANGUAGES), "p1") for _place in range(number))
    counted = COUNTED_IN.get(kind) or draw(some.sampled_from(COUNTED))
    return tuple(Sleeper(counted, draw(LANGUAGES)) for _place in range(number))


@some.composite
def parties(draw):
    alike = draw(some.sampled_from([None, MAN, MAN, WOMAN, CHILD]))
    counted = some.just(alike) if alike else some.sampled_from(COUNTED)
    people = draw(some.lists(some.builds(Person, counted, NEEDS, LANGUAGES), min_size=1, max_size=5))
    return Party(
        id="",
        people=tuple(people),
        placed=draw(some.sampled_from(ORDERS)),
        is_family=alike is None and draw(some.booleans()),
        may_split=draw(some.booleans()),
        nights_without=draw(some.integers(0, 3)),
        last_room=draw(some.sampled_from(["", "r0", "r1", "r2"])),
        asked=draw(some.integers(0, 5)),
    )


@some.composite
def nights(draw, most_parties=10):
    found = draw(some.lists(rooms(), max_size=7))
    asking = draw(some.lists(parties(), max_size=most_parties))
    named = [
        replace(room, id=f"r{number}", neighbours=frozenset({f"r{number + 1}"})) for number, room in enumerate(found)
    ]
    wanting = [replace(party, id=f"p{number}") for number, party in enumerate(asking)]
    for _pair in range(draw(some.integers(0, 3)) if len(wanting) > 1 else 0):
        one, other = draw(some.permutations(range(len(wanting))))[:2]
        wanting[one] = replace(wanting[one], apart_from=wanting[one].apart_from | {f"p{other}"})
    barred = draw(some.frozensets(some.sampled_from(["r0", "r1"])))
    wanting = [replace(party, not_in=barred) if number % 2 else party for number, party in enumerate(wanting)]
    return Night(tuple(named), tuple(wanting), seed=draw(some.integers(0, 3)))


def asked_as(party):
    """The party as it asked: friends who agreed to several rooms are answered one by one."""
    return party.id.split("/")[0]


def inside(night, found):
    """Who sleeps in each room by the plan; a party of two rooms counts in both."""
    here = {room.id: [] for room in night.rooms}
    for one in found.placed:
        for room in one.rooms:
            here[room].append(one.party)
    return here


def people_placed(found, order):
    return sum(one.party.size for one in found.placed if one.party.placed == order)
