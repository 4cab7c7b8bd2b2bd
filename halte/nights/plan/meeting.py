"""Who shares a room so that most people have somebody there who speaks their language."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from halte.nights.plan.filling import Filling
from halte.nights.plan.levels import Level, Model
from halte.nights.plan.night import QUIET, Party, may_sleep

NODES = 2_000
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
    by_kind: dict[str, list[Filling]] = defaultdict(list)
    for filling in fillings:
        by_kind[filling.room.kind].append(filling)
    levels = [_meet_in(shared, seed) for kind, shared in sorted(by_kind.items()) if kind != QUIET]
    quiet = sum(filling.understood() for filling in by_kind[QUIET])
    value, bound = sum(level.value for level in levels), sum(level.bound for level in levels)
    return Level(NAME, value + quiet, bound + quiet)


def _meet_in(shared: Sequence[Filling], seed: int) -> Level:
    before = sum(filling.understood() for filling in shared)
    movers = _movers(shared)
    staying = _staying(shared, movers)
    model = Model(seed=seed, nodes=NODES)
    beds = _beds(shared, movers)
    inside = _inside(model, beds, movers)
    goal = _understood(model, beds, inside, staying)
    if not goal:
        return Level(NAME, before, before)
    model.start(_as_now(shared, movers, inside, goal))
    always = sum(number for speaks in staying for number in speaks.values() if number > 1)
    weights = {number: 1 for gained in goal.values() for number in gained.counts}
    reached = model.reach(NAME, weights)
    if always + reached.value > before:
        _lay(shared, movers, inside, model.chosen())
    value = sum(filling.understood() for filling in shared)
    return Level(NAME, value, max(value, always + reached.bound))


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


def _beds(shared: Sequence[Filling], movers: Mapping[Movers, Sequence[Party]]) -> list[int]:
    """How many beds of each room are for those who may change places."""
    moving = {party.id for parties in movers.values() for party in parties}
    return [
        filling.room.left - sum(party.size for party in filling.parties if party.id not in moving) for filling in shared
    ]


def _inside(
    model: Model, beds: Sequence[int], movers: Mapping[Movers, Sequence[Party]]
) -> dict[tuple[Movers, int], int]:
    """How many of these sleep in this room: all have a bed, and no room has more than it holds."""
    inside: dict[tuple[Movers, int], int] = {}
    per_room: dict[int, dict[int, float]] = defaultdict(dict)
    for who, parties in movers.items():
        everyone = {}
        for room in who.rooms:
            if beds[room]:
                number = inside[who, room] = model.variable(min(beds[room], len(parties)))
                per_room[room][number] = everyone[number] = 1.0
        model.exactly(everyone, len(parties))
    for room, terms in per_room.items():
        model.at_most(terms, beds[room])
    return inside


@dataclass(frozen=True)
class _Gained:
    """How many more understand somebody in a room, for one language."""

    come: Sequence[int]
    counts: Sequence[int]
    """Numbers whose sum is what is gained."""
    present: int
    spoken: int = -1


def _understood(
    model: Model,
    beds: Sequence[int],
    inside: Mapping[tuple[Movers, int], int],
    staying: Sequence[Counter[str]],
) -> dict[tuple[int, str], _Gained]:
    """How many more understand somebody: everybody who comes where two speak a language, or one, who gains as well;
    elsewhere two or more who come together.
    """
    coming: dict[tuple[int, str], list[int]] = defaultdict(list)
    for (who, room), number in inside.items():
        if who.language:
            coming[room, who.language].append(number)
    goal = {}
    for (room, language), come in coming.items():
        present, all_of_them = staying[room][language], dict.fromkeys(come, -1.0)
        if present > 1:
            goal[room, language] = _Gained(come, come, present)
        elif present:
            also = model.variable(1)
            model.at_most({also: 1.0} | all_of_them, 0)
            goal[room, language] = _Gained(come, [*come, also], present)
        elif (most := min(beds[room], model.most(come))) > 1:
            gained, spoken = model.variable(most), model.variable(1)
            model.at_most({gained: 1.0} | all_of_them, 0)
            model.at_most({gained: 1.0, spoken: -float(most)}, 0)
            model.at_most({spoken: 2.0} | all_of_them, 0)
            goal[room, language] = _Gained(come, [gained], present, spoken)
    return goal


def _as_now(
    shared: Sequence[Filling],
    movers: Mapping[Movers, Sequence[Party]],
    inside: Mapping[tuple[Movers, int], int],
    goal: Mapping[tuple[int, str], _Gained],
) -> dict[int, float]:
    """The rooms as they were laid, for the solver to begin with."""
    whose = {party.id: who for who, parties in movers.items() for party in parties}
    now: dict[int, float] = defaultdict(float)
    for place, filling in enumerate(shared):
        for party in filling.parties:
            if party.id in whose:
                now[inside[whose[party.id], place]] += 1
    for gained in goal.values():
        come = sum(now[number] for number in gained.come)
        if gained.present == 1:
            now[gained.counts[-1]] = min(1, come)
        elif not gained.present:
            now[gained.counts[0]] = come if come > 1 else 0
            now[gained.spoken] = float(come > 1)
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
