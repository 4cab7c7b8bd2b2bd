"""Plan a night: everyone who can sleep safely does, in the order the house promised, and each answer says why."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from halte.nights.plan import why
from halte.nights.plan.alike import Counted, parts, singly
from halte.nights.plan.counting import GOALS, Numbers, numbers
from halte.nights.plan.levels import Level
from halte.nights.plan.night import Night, Party
from halte.nights.plan.rooming import Rooming, rooming
from halte.nights.plan.why import Reason


@dataclass(frozen=True)
class Placed:
    """A party with beds: in one room, or in two beside each other for a family that agreed."""

    party: Party
    rooms: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True)
class Unplaced:
    """A party without beds, and what would have to change. Only a human refuses; the plan proposes."""

    party: Party
    reason: Reason
    warm_seats: int = 0


@dataclass(frozen=True)
class Plan:
    """Who sleeps where, who does not, and what each goal reached beside the most that was possible."""

    placed: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]
    levels: tuple[Level, ...]

    @property
    def gap(self) -> float:
        """The largest gap of all goals."""
        return max((level.gap for level in self.levels), default=0.0)


def plan(night: Night) -> Plan:
    """Place as many as the goals say, lexicographically, and explain each answer.

    Keeps:
        Nobody in a room that is not safe for them; no party split without its agreement; never more people in a room
        than beds or than its maximum; whoever stays is not moved. The order of the input changes nothing.
    """
    parties = _by_lot(singly(night.parties), night.seed)
    night = replace(night, rooms=tuple(sorted(night.rooms, key=lambda room: room.id)), parties=tuple(parties))
    levels, found = _solved(night)
    placed = tuple(
        Placed(party, tuple(room.id for room in found.rooms[party.id]), why.placed(party, found.rooms[party.id]))
        for party in parties
        if party.id in found.rooms
    )
    inside = Counter(room for answer in placed for room in answer.rooms)
    missing = [party for party in parties if party.id not in found.rooms]
    return Plan(placed, tuple(_without(night, missing, inside)), (*levels, found.language))


def _by_lot(parties: Sequence[Party], seed: int) -> list[Party]:
    """In the order in which they asked; of those who asked together, as the lot of this seed says."""
    lot = random.Random(seed)  # noqa: S311
    drawn = {party.id: lot.random() for party in sorted(parties, key=lambda party: party.id)}
    ordered = sorted(parties, key=lambda party: (party.asked, drawn[party.id], party.id))
    return [replace(party, asked=turn) for turn, party in enumerate(ordered)]


def _solved(night: Night) -> tuple[tuple[Level, ...], Rooming]:
    """Decide as if nobody were kept apart, and let those who are change rooms afterwards.

    Where no change helps they are named, and what they touch is decided anew.

    What is decided with some named leaves out rules and adds none: when its rooms keep every rule, no plan is better.
    """
    named: frozenset[str] = frozenset()
    decided: list[Numbers] = []
    while True:
        known = decided
        decided = [_decided(part, known, night.seed) for part in parts(night, named=named)]
        found = rooming(decided, seed=night.seed)
        if not found.together:
            return _summed([part.levels for part in decided]), found
        named |= found.together


def _decided(part: Counted, known: Sequence[Numbers], seed: int) -> Numbers:
    return next((one for one in known if one.counted == part), None) or numbers(part, seed=seed)


def _summed(of_parts: Sequence[Sequence[Level]]) -> tuple[Level, ...]:
    """The goals of the whole night: parts share no room, so what each reaches and what each could reach add up."""
    return tuple(
        Level(name, sum(levels[place].value for levels in of_parts), sum(levels[place].bound for levels in of_parts))
        for place, name in enumerate(GOALS)
    )


def _without(night: Night, missing: Sequence[Party], inside: Counter[str]) -> list[Unplaced]:
    seats = night.warm_seats
    answers = []
    for party in missing:
        warm = party.size if party.size <= seats else 0
        seats -= warm
        answers.append(Unplaced(party, why.unplaced(party, night, inside), warm))
    return answers
