"""Who shares a room so that most people have somebody there who speaks their language."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from halte.nights.plan.filling import Filling
from halte.nights.plan.levels import Level, Model
from halte.nights.plan.night import QUIET, Party, may_sleep

SECONDS = 6.0
NAME = "language"


@dataclass(frozen=True)
class Movers:
    """People who come alone, may sleep in the same rooms and speak the same language."""

    rooms: tuple[int, ...]
    language: str


def meet(fillings: Sequence[Filling], *, seed: int) -> Level:
    """Lay those who came alone anew, so that as many people as possible understand somebody in their room.

    Keeps:
        Who has a bed, and whoever has last night's room, a lower bunk or company: only people who came alone change
        places, with each other or into free beds, in rooms where they may sleep.

    Returns:
        How many share a language with somebody in their room, with the most that this could have reached.
    """
    before = sum(filling.understood() for filling in fillings)
    quiet = sum(filling.understood() for filling in fillings if filling.room.kind == QUIET)
    shared = [filling for filling in fillings if filling.room.kind != QUIET]
    movers = _movers(shared)
    if not movers:
        return Level(NAME, before, before)
    staying = _staying(shared, movers)
    model = Model(seed=seed, seconds=SECONDS)
    inside = _inside(model, shared, movers, staying)
    goal = _understood(model, shared, inside, staying)
    model.start(_as_now(model, shared, movers, inside, goal))
    always = sum(number for speaks in staying for number in speaks.values() if number > 1)
    reached = model.reach(NAME, dict.fromkeys(goal.values(), 1))
    if always + reached.value + quiet > before:
        _lay(shared, movers, inside, model.chosen())
    value = sum(filling.understood() for filling in fillings)
    return Level(NAME, value, max(value, always + reached.bound + quiet))


def _movers(shared: Sequence[Filling]) -> dict[Movers, list[Party]]:
    rooms_of: dict[object, tuple[int, ...]] = {}
    found: dict[Movers, list[Party]] = defaultdict(list)
    for filling in shared:
        for party in filling.parties:
            if party.size > 1 or party.lower or party.apart_from or party.id in filling.fixed:
                continue
            like = (party.people[0].counted, party.needs, party.not_in)
            if like not in rooms_of:
                rooms_of[like] = tuple(place for place, other in enumerate(shared) if may_sleep(party, other.room))
            found[Movers(rooms_of[like], party.language)].append(party)
    return {movers: found[movers] for movers in sorted(found, key=lambda one: (one.rooms, one.language))}


def _staying(shared: Sequence[Filling], movers: Mapping[Movers, Sequence[Party]]) -> list[Counter[str]]:
    moving = {party.id for parties in movers.values() for party in parties}
    left = []
    for filling in shared:
        speaks = Counter(filling.speaks)
        speaks.subtract(party.language for party in filling.parties if party.id in moving and party.language)
        left.append(speaks)
    return left


def _inside(
    model: Model,
    shared: Sequence[Filling],
    movers: Mapping[Movers, Sequence[Party]],
    staying: Sequence[Counter[str]],
) -> dict[tuple[Movers, int], int]:
    """How many of these sleep in this room: all have a bed, and no room has more than it holds."""
    moving = {party.id for parties in movers.values() for party in parties}
    beds = [
        filling.room.left - sum(party.size for party in filling.parties if party.id not in moving) for filling in shared
    ]
    inside: dict[tuple[Movers, int], int] = {}
    per_room: dict[int, dict[int, float]] = defaultdict(dict)
    for who, parties in movers.items():
        for room in who.rooms:
            if beds[room]:
                inside[who, room] = model.variable(min(beds[room], len(parties)))
                per_room[room][inside[who, room]] = 1.0
        everyone = {inside[who, room]: 1.0 for room in who.rooms if beds[room]}
        model.at_least(everyone, len(parties))
        model.at_most(everyone, len(parties))
    for room, terms in per_room.items():
        model.at_most(terms, beds[room])
    return inside


def _understood(
    model: Model, shared: Sequence[Filling], inside: Mapping[tuple[Movers, int], int], staying: Sequence[Counter[str]]
) -> dict[tuple[int, str], int]:
    """How many more understand somebody, by room and language: two who share one, or those who come to one alone."""
    coming: dict[tuple[int, str], dict[int, float]] = defaultdict(dict)
    for (who, room), number in inside.items():
        if who.language:
            coming[room, who.language][number] = 1.0
    goal = {}
    for (room, language), terms in coming.items():
        present, most = staying[room][language], shared[room].room.left
        gained = goal[room, language] = model.variable(most + 1)
        come = dict.fromkeys(terms, -1.0)
        model.at_most({gained: 1.0} | come, 1 if present == 1 else 0)
        if present == 1:
            model.at_most({gained: 1.0} | dict.fromkeys(terms, -2.0), 0)
        elif present == 0:
            spoken = model.variable(1)
            model.at_most({gained: 1.0, spoken: -float(most)}, 0)
            model.at_least(terms | {spoken: -2.0}, 0)
            model.beside[gained] = spoken
    return goal


def _as_now(
    model: Model,
    shared: Sequence[Filling],
    movers: Mapping[Movers, Sequence[Party]],
    inside: Mapping[tuple[Movers, int], int],
    goal: Mapping[tuple[int, str], int],
) -> dict[int, float]:
    """The rooms as they were laid, for the solver to begin with."""
    whose = {party.id: who for who, parties in movers.items() for party in parties}
    now: dict[int, float] = defaultdict(float)
    come: Counter[tuple[int, str]] = Counter()
    for place, filling in enumerate(shared):
        for party in filling.parties:
            if party.id in whose:
                now[inside[whose[party.id], place]] += 1
                come[place, party.language] += 1
    for (place, language), gained in goal.items():
        number = come[place, language]
        present = shared[place].speaks[language] - number
        now[gained] = (number + (present == 1)) if number and number + present > 1 else 0
        if gained in model.beside:
            now[model.beside[gained]] = float(now[gained] > 1)
    return now


def _lay(
    shared: Sequence[Filling],
    movers: Mapping[Movers, Sequence[Party]],
    inside: Mapping[tuple[Movers, int], int],
    chosen: Sequence[int],
) -> None:
    moving = {party.id for parties in movers.values() for party in parties}
    for filling in shared:
        for party in [party for party in filling.parties if party.id in moving]:
            filling.leave(party)
    for who, parties in movers.items():
        waiting = sorted(parties, key=lambda party: party.asked)
        for room in who.rooms:
            for _place in range(chosen[inside[who, room]] if (who, room) in inside else 0):
                shared[room].take(waiting.pop(0))
