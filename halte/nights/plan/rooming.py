"""Which party sleeps in which room: the numbers become names of rooms, and people who share a language meet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from halte.nights.plan.alike import Counted, Shape
from halte.nights.plan.counting import Numbers
from halte.nights.plan.filling import Filling
from halte.nights.plan.levels import Level
from halte.nights.plan.meeting import meet
from halte.nights.plan.night import FAMILY, Party, Room


class DoesNotFit(Exception):
    """Together the rooms had beds enough, one by one they have not: they must be taken one by one."""

    def __init__(self, rooms: Iterable[Room]) -> None:
        super().__init__("does not fit")
        self.rooms = frozenset(room.id for room in rooms)


@dataclass(frozen=True)
class Rooming:
    """Every party with a bed and its rooms, and how many people share a language with somebody in their room."""

    rooms: Mapping[str, tuple[Room, ...]]
    language: Level


def rooming(counted: Counted, found: Numbers, *, seed: int) -> Rooming:
    """Turn numbers into rooms. Who gets a bed is decided: by nights without one, last room, and who asked first.

    Language chooses the room, never who gets a bed.

    Raises:
        DoesNotFit: Groups cannot be laid into these rooms as the numbers say.
    """
    placed: dict[str, tuple[Room, ...]] = {}
    fillings: dict[str, Filling] = {}
    coming = _coming(counted, found)
    for number, shape in enumerate(counted.shapes):
        home, others = coming[number]
        if shape.pair or shape.one.kind == FAMILY:
            placed |= _into_family_rooms(shape, home, others, placed)
            continue
        here = {room.id: Filling.of(room) for room in shape.rooms}
        for party in home:
            here[party.last_room].take(party, fixed=True)
        _fill(list(here.values()), others, shape)
        fillings |= here
    together = meet(list(fillings.values()), seed=seed)
    placed |= {party.id: (filling.room,) for filling in fillings.values() for party in filling.parties}
    return Rooming(placed, together)


def _coming(counted: Counted, found: Numbers) -> dict[int, tuple[list[Party], list[Party]]]:
    """For each shape, who returns to their room and who else comes; whoever asked first goes first."""
    coming: dict[int, tuple[list[Party], list[Party]]] = {number: ([], []) for number in range(len(counted.shapes))}
    shape_of = {
        room.id: number for number, shape in enumerate(counted.shapes) if not shape.pair for room in shape.rooms
    }
    for kin, same in enumerate(counted.kins):
        waiting = list(same.parties)
        left = {shape: number for (whose, shape), number in found.spots.items() if whose == kin}
        for (whose, room), number in sorted(found.home.items()):
            if whose != kin:
                continue
            returning = [party for party in waiting if party.last_room == room][:number]
            coming[shape_of[room]][0].extend(returning)
            left[shape_of[room]] -= len(returning)
            waiting = [party for party in waiting if party not in returning]
        chosen = waiting[: sum(left.values())]
        for shape, number in sorted(left.items()):
            coming[shape][1].extend(chosen[:number])
            chosen = chosen[number:]
    return coming


def _into_family_rooms(
    shape: Shape, home: Sequence[Party], others: Sequence[Party], placed: Mapping[str, tuple[Room, ...]]
) -> dict[str, tuple[Room, ...]]:
    if shape.pair:
        return {party.id: shape.rooms for party in others}
    rooms = {room.id: room for room in shape.rooms}
    found: dict[str, tuple[Room, ...]] = {party.id: (rooms.pop(party.last_room),) for party in home}
    used = {room.id for theirs in placed.values() for room in theirs}
    free = [room for room in rooms.values() if room.id not in used]
    return found | {party.id: (room,) for party, room in zip(others, free, strict=False)}


def _fill(here: list[Filling], others: Sequence[Party], shape: Shape) -> None:
    """Groups first, the largest first; then one by one, each language into as few rooms as hold it."""
    groups = [party for party in others if party.size > 1 or party.lower]
    for party in sorted(groups, key=lambda party: (-party.size, -party.lower, party.asked, party.id)):
        fits = [filling for filling in here if filling.holds(party) and filling.peaceful(party)]
        if not fits:
            raise DoesNotFit(shape.rooms)
        min(
            fits, key=lambda one: (one.room.left - one.taken - party.size, -one.speaks[party.language], one.room.id)
        ).take(party)
    speaking: dict[str, list[Party]] = defaultdict(list)
    for party in others:
        if party.size == 1 and not party.lower:
            speaking[party.language].append(party)
    for language, parties in sorted(speaking.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        for party in parties:
            fits = [filling for filling in here if filling.holds(party) and filling.peaceful(party)]
            if not fits:
                raise DoesNotFit(shape.rooms)
            max(fits, key=lambda one: _welcome(one, language)).take(party)


def _welcome(filling: Filling, language: str) -> tuple[bool, int, int, str]:
    """Where a speaker of a language goes: to one alone with it, then where it is spoken, then to the emptiest room."""
    speakers = filling.speaks[language] if language else 0
    return (speakers == 1, min(speakers, 1), filling.room.left - filling.taken, filling.room.id)
