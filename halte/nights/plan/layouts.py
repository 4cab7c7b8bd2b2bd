"""How a room may be laid: which groups, which people with a name of their own, and what is left for people alone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from halte.nights.plan.alike import Counted, Shape
from halte.nights.plan.night import Party, Room

Size = tuple[int, int]
"""Beds and lower bunks that a party takes: all that a room sees of it."""

ALONE, ALONE_LOW = (1, 0), (1, 1)
LAYOUTS_AT_MOST = 240
"""A larger hall is not laid from a list of layouts: its beds and lower bunks are added up instead."""


@dataclass(frozen=True)
class Layout:
    """One way to lay a room."""

    counted: str
    """Who has the room."""
    groups: Mapping[Size, int]
    """Places for groups of each size, those of named parties left out."""
    named: Mapping[Size, int]
    """Places for parties that are named: they come back to this room, or are kept from somebody."""
    alone: int
    """Beds that are left for people alone."""
    low: int
    """Lower bunks among these."""


@dataclass
class Batch:
    """Rooms of one shape that are the same to the parties named in them, too."""

    rooms: list[Room]
    named: dict[int, int] = field(default_factory=dict)
    """Kins with a name here, and how many of them: one at most for each room if there are several rooms."""
    layouts: list[Layout] = field(default_factory=list)
    """Every way to lay such a room; none when its beds are added up instead."""


def size(party: Party) -> Size:
    """What a room sees of a party."""
    return party.size, party.lower


def batches(counted: Counted, shape: Shape) -> list[Batch]:
    """The rooms of a shape, gathered by who returns to them; a room with a story of its own stands alone.

    Of rooms to which nobody returns, as many stand alone as there are parties to be kept apart: in such a room each of
    them may be named, and no plan needs more of these rooms for them.
    """
    tied = [kin for kin in shape.kins if counted.kins[kin].tied]
    homes = {party.last_room for kin in tied for party in counted.kins[kin].parties}
    returning: dict[str, list[int]] = {room.id: [] for room in shape.rooms}
    for kin in shape.kins:
        for party in () if kin in tied else counted.kins[kin].parties:
            if party.last_room in returning:
                returning[party.last_room].append(kin)
    alike: dict[object, Batch] = {}
    spare = len(tied)
    for room in shape.rooms:
        back = returning[room.id]
        alone = room.id in homes or len(back) > 1 or (bool(tied) and bool(back))
        if tied and not alone and spare:
            alone, spare = True, spare - 1
        sizes = [(size(counted.kins[kin].one), counted.kins[kin].counted) for kin in back]
        batch = alike.setdefault((room.id if alone else "", *sizes), Batch([]))
        batch.rooms.append(room)
        for kin in [*back, *(tied if alone else ())]:
            batch.named[kin] = batch.named.get(kin, 0) + 1
    found = []
    for batch in alike.values():
        batch.layouts = _all_layouts(counted, shape, batch)
        found += [batch] if batch.layouts or len(batch.rooms) == 1 else _one_by_one(batch, returning, tied)
    return found


def _one_by_one(batch: Batch, returning: Mapping[str, Sequence[int]], tied: Sequence[int]) -> list[Batch]:
    return [Batch([room], dict(Counter([*returning[room.id], *tied]))) for room in batch.rooms]


def _all_layouts(counted: Counted, shape: Shape, batch: Batch) -> list[Layout]:
    found: list[Layout] = []
    for who in sorted({counted.kins[kin].counted for kin in shape.kins}):
        kins = [kin for kin in shape.kins if counted.kins[kin].counted == who]
        groups = sorted({size(counted.kins[kin].one) for kin in kins if counted.kins[kin].one.size > 1})
        named: dict[Size, int] = {}
        for kin, number in batch.named.items():
            if counted.kins[kin].counted == who:
                one = size(counted.kins[kin].one)
                named[one] = min(named.get(one, 0) + number, shape.one.left) if len(batch.rooms) == 1 else 1
        for layout in _layouts(shape.one, who, groups, sorted(named.items())):
            found.append(layout)
            if len(found) > LAYOUTS_AT_MOST:
                return []
    return found


def _layouts(room: Room, counted: str, groups: Sequence[Size], named: Sequence[tuple[Size, int]]) -> Iterator[Layout]:
    beds, low = room.left, min(room.lower, room.left)
    for names in _bags(named, beds, low):
        taken, lower = _sum(names)
        of_groups = [(one, beds // one[0]) for one in groups]
        for others in _bags(of_groups, beds - taken, low - lower):
            more, lower_too = _sum(others)
            alone = beds - taken - more
            yield Layout(counted, others, names, alone, min(low - lower - lower_too, alone))


def _bags(sizes: Sequence[tuple[Size, int]], beds: int, low: int) -> Iterator[dict[Size, int]]:
    """Every choice of parties of these sizes, so many of each at most, that such a room holds."""
    if not sizes:
        yield {}
        return
    (one, most), rest = sizes[0], sizes[1:]
    number = 0
    while number <= most and number * one[0] <= beds and number * one[1] <= low:
        for others in _bags(rest, beds - number * one[0], low - number * one[1]):
            yield ({one: number} if number else {}) | others
        number += 1


def _sum(bag: Mapping[Size, int]) -> Size:
    return sum(one[0] * number for one, number in bag.items()), sum(one[1] * number for one, number in bag.items())
