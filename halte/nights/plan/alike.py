"""What is alike is counted, not repeated: most wishes and most rooms of a night look the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from halte.nights.plan.night import CHILD, FAMILY, QUIET, Night, Party, Room, may_sleep


@dataclass(frozen=True)
class Kin:
    """Parties that every rule treats alike, in the order in which they asked."""

    parties: tuple[Party, ...]
    spots: tuple[int, ...]
    """The shapes of rooms they may have."""

    @property
    def one(self) -> Party:
        """Any of them: all are the same to the rules."""
        return self.parties[0]


@dataclass(frozen=True)
class Shape:
    """Rooms that are the same to everybody; or, for a family that agreed, two rooms beside each other."""

    rooms: tuple[Room, ...]
    pair: bool = False

    @property
    def one(self) -> Room:
        """Any of them."""
        return self.rooms[0]

    @property
    def number(self) -> int:
        """How many such rooms there are; two rooms of a family are one spot."""
        return 1 if self.pair else len(self.rooms)


@dataclass(frozen=True)
class Counted:
    """A night with alike things counted."""

    shapes: tuple[Shape, ...]
    kins: tuple[Kin, ...]
    apart: tuple[tuple[int, int], ...] = field(default=())


def singly(parties: Iterable[Party]) -> list[Party]:
    """Friends who agreed to sleep in several rooms ask one by one; everybody else as they came."""
    found = []
    for party in parties:
        if party.may_split and not party.is_family and party.size > 1:
            found += [
                replace(party, id=f"{party.id}/{number}", people=(person,), may_split=False)
                for number, person in enumerate(party.people, start=1)
            ]
        else:
            found.append(party)
    return found


def count(night: Night, parties: Sequence[Party], *, apart_rooms: frozenset[str] = frozenset()) -> Counted:
    """Gather what is alike.

    Args:
        apart_rooms: Rooms to take one by one, because taking them together did not come out even.
    """
    named = {name for party in parties for name in party.apart_from} | {
        party.id for party in parties if party.apart_from
    }
    tied = [party for party in parties if party.id in named]
    single = apart_rooms | {room.id for room in night.rooms if any(may_sleep(party, room) for party in tied)}
    single |= {room for party in parties for room in party.not_in}
    splitting = any(party.is_family and party.may_split for party in parties)
    shapes = _shapes(night.rooms, single, splitting)
    kins: dict[object, list[Party]] = {}
    spots: dict[object, tuple[int, ...]] = {}
    for party in sorted(parties, key=lambda party: (party.asked, party.id)):
        fits = _spots(party, shapes)
        alike = (
            party.id if party.id in named or _is_bound(party, night.rooms) else "",
            party.placed,
            party.nights_without,
            party.is_family,
            party.lower,
            tuple(sorted((person.counted, *sorted(person.needs)) for person in party.people)),
            fits,
        )
        kins.setdefault(alike, []).append(party)
        spots[alike] = fits
    gathered = tuple(Kin(tuple(found), spots[alike]) for alike, found in kins.items())
    return Counted(shapes, gathered, tuple(_apart(gathered)))


def _shapes(rooms: Sequence[Room], single: frozenset[str], splitting: bool) -> tuple[Shape, ...]:
    alike: dict[object, list[Room]] = {}
    for room in sorted(rooms, key=lambda room: room.id):
        if not room.left:
            continue
        alone = room.id in single or room.kind == QUIET or (room.kind == FAMILY and (splitting or room.sleepers))
        key = (room.id if alone else "", room.kind, room.left, min(room.lower, room.left), room.offered)
        alike.setdefault(key, []).append(room)
    found = [Shape(tuple(same)) for same in alike.values()]
    return (*found, *(_pairs(rooms) if splitting else ()))


def _pairs(rooms: Sequence[Room]) -> list[Shape]:
    family = sorted((room for room in rooms if room.kind == FAMILY and room.left), key=lambda room: room.id)
    return [
        Shape((left, right), pair=True)
        for left, right in combinations(family, 2)
        if right.id in left.neighbours or left.id in right.neighbours
    ]


def _spots(party: Party, shapes: Sequence[Shape]) -> tuple[int, ...]:
    return tuple(number for number, shape in enumerate(shapes) if _fits(party, shape))


def _fits(party: Party, shape: Shape) -> bool:
    if shape.pair:
        adults = sum(person.counted != CHILD for person in party.people)
        return (
            party.is_family
            and party.may_split
            and adults >= len(shape.rooms)
            and all(may_sleep(party, room) and not room.sleepers for room in shape.rooms)
            and sum(room.left for room in shape.rooms) >= party.size > max(room.left for room in shape.rooms)
            and sum(room.lower for room in shape.rooms) >= party.lower
        )
    room = shape.one
    return may_sleep(party, room) and room.left >= party.size and room.lower >= party.lower


def _is_bound(party: Party, rooms: Sequence[Room]) -> bool:
    """Whether some of the family sleep somewhere already: the others come to them, or are asked."""
    return party.is_family and any(party.id in room.families for room in rooms)


def _apart(kins: Sequence[Kin]) -> Iterable[tuple[int, int]]:
    number: Mapping[str, int] = {kin.one.id: place for place, kin in enumerate(kins)}
    for kin in kins:
        for other in sorted(kin.one.apart_from):
            if other in number and len(kin.parties) == 1:
                yield tuple(sorted((number[kin.one.id], number[other])))  # type: ignore[misc]
