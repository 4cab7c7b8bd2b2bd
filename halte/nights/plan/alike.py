"""What is alike is counted, not repeated: most wishes and most rooms of a night look the same."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from halte.nights.plan.night import CHILD, FAMILY, Night, Party, Room, may_sleep


@dataclass(frozen=True)
class Kin:
    """Parties that every rule treats alike, in the order in which they asked."""

    parties: tuple[Party, ...]
    tied: bool = False
    """One party that must not be with another and could not be kept from it otherwise: it is named, never counted."""

    @property
    def one(self) -> Party:
        """Any of them: all are the same to the rules."""
        return self.parties[0]

    @property
    def counted(self) -> str:
        """How they count; all of a party that shares rooms count the same."""
        return self.one.people[0].counted


@dataclass(frozen=True)
class Shape:
    """Rooms that are the same to everybody; or, for a family that agreed, two rooms beside each other."""

    rooms: tuple[Room, ...]
    kins: tuple[int, ...]
    """Who may have such a room."""
    pair: bool = False

    @property
    def one(self) -> Room:
        """Any of them."""
        return self.rooms[0]


@dataclass(frozen=True)
class Counted:
    """A night, or a part of one that shares no room with another part, with alike things counted."""

    kins: tuple[Kin, ...]
    shapes: tuple[Shape, ...]
    apart: tuple[tuple[int, int], ...] = ()
    """Kins of one party each that must not share a room."""


def singly(parties: Iterable[Party]) -> list[Party]:
    """Friends who agreed to sleep in several rooms ask one by one; everybody else as they came.

    Whoever is kept apart from such friends is kept apart from each of them, and each of them from whoever it is.
    """
    found: list[Party] = []
    names: dict[str, list[str]] = {}
    for party in parties:
        alone = party.may_split and not party.is_family and party.size > 1
        one_by_one = [
            replace(party, id=f"{party.id}/{number}", people=(person,), may_split=False)
            for number, person in enumerate(party.people, start=1)
        ]
        found += one_by_one if alone else [party]
        names[party.id] = [one.id for one in one_by_one] if alone else [party.id]
    apart: dict[str, set[str]] = defaultdict(set)
    for party in found:
        for other in (one for name in party.apart_from for one in names.get(name, ()) if one != party.id):
            apart[party.id].add(other)
            apart[other].add(party.id)
    return [replace(party, apart_from=frozenset(apart.get(party.id, ()))) for party in found]


def parts(night: Night, *, named: Collection[str]) -> list[Counted]:
    """Gather what is alike, in parts that share no room: what is best for each is best for the night.

    Of those who are kept apart only the named ones are: to the others, the parts are as if they were not.
    """
    kins = _kins(night, named)
    shapes = [*_shared(night, kins), *_for_families(night, kins)]
    apart = _apart(kins)
    return [_part(kins, shapes, apart, together) for together in _together(shapes)]


def _part(kins: Sequence[Kin], shapes: Sequence[Shape], apart: Iterable[tuple[int, int]], which: list[int]) -> Counted:
    here = sorted({kin for number in which for kin in shapes[number].kins})
    place = {kin: number for number, kin in enumerate(here)}
    return Counted(
        tuple(kins[kin] for kin in here),
        tuple(replace(shapes[n], kins=tuple(place[kin] for kin in shapes[n].kins)) for n in which),
        tuple((place[left], place[right]) for left, right in apart if left in place and right in place),
    )


def _together(shapes: Sequence[Shape]) -> list[list[int]]:
    """Shapes that somebody may choose between, or that share a room, belong together."""
    part_of: dict[object, int] = {}
    members: dict[int, list[int]] = {}
    for number, shape in enumerate(shapes):
        keys = [*shape.kins, *(room.id for room in shape.rooms)]
        joined = sorted({part_of[key] for key in keys if key in part_of})
        members[number] = sorted([number, *(one for part in joined for one in members.pop(part))])
        for one in members[number]:
            part_of |= dict.fromkeys([*shapes[one].kins, *(room.id for room in shapes[one].rooms)], number)
    return [members[number] for number in sorted(members)]


def _kins(night: Night, tied: Collection[str]) -> list[Kin]:
    bound: dict[str, list[str]] = defaultdict(list)
    for room in night.rooms:
        for family in room.families:
            bound[family].append(room.id)
    found: dict[object, list[Party]] = defaultdict(list)
    for party in sorted(night.parties, key=lambda party: (party.asked, party.id)):
        counted = frozenset() if party.is_family else frozenset(person.counted for person in party.people)
        alike = (party.placed, party.nights_without, party.is_family, party.size, party.lower, counted)
        rooms = (party.needs, party.not_in)
        splits = party.is_family and party.may_split and _adults(party)
        named = party.id if party.id in tied or (party.is_family and party.id in bound) else ""
        found[alike, rooms, splits, named].append(party)
    return [Kin(tuple(same), tied=same[0].id in tied) for same in found.values()]


def _apart(kins: Sequence[Kin]) -> list[tuple[int, int]]:
    number: Mapping[str, int] = {kin.one.id: place for place, kin in enumerate(kins) if kin.tied}
    pairs = {
        (min(number[one], number[other]), max(number[one], number[other]))
        for one in number
        for other in kins[number[one]].one.apart_from
        if other in number and other != one
    }
    return sorted(pairs)


def _shared(night: Night, kins: Sequence[Kin]) -> list[Shape]:
    needed = {need for party in night.parties for need in party.needs}
    low = any(party.lower for party in night.parties)
    barred = {party.not_in for party in night.parties if party.not_in}

    def alike(room: Room) -> object:
        sleep = frozenset(sleeper.counted for sleeper in room.sleepers)
        closed_to = frozenset(rooms for rooms in barred if room.id in rooms)
        return room.kind, sleep, room.left, low and min(room.lower, room.left), room.offered & needed, closed_to

    rooms = [room for room in night.rooms if room.left and room.kind != FAMILY and not room.families]
    return [
        Shape(same, fit)
        for same in _gathered(rooms, alike)
        if (fit := tuple(number for number, kin in enumerate(kins) if _fits(kin.one, same[0])))
    ]


def _for_families(night: Night, kins: Sequence[Kin]) -> list[Shape]:
    """Family rooms that fit the same families are the same, whatever their size; unless two of them may be one."""
    families = [number for number, kin in enumerate(kins) if kin.one.is_family]
    rooms = [room for room in night.rooms if room.kind == FAMILY and room.left]
    pairs = [
        Shape((left, right), fit, pair=True)
        for left, right in combinations(sorted(rooms, key=lambda room: room.id), 2)
        if (right.id in left.neighbours or left.id in right.neighbours)
        and (fit := tuple(number for number in families if _fits_pair(kins[number].one, (left, right))))
    ]
    paired = {room.id for pair in pairs for room in pair.rooms}
    whose = {room.id: tuple(number for number in families if _fits(kins[number].one, room)) for room in rooms}
    gathered = _gathered(rooms, lambda room: (room.id in paired and room.id, whose[room.id]))
    return [*(Shape(same, whose[same[0].id]) for same in gathered if whose[same[0].id]), *pairs]


def _gathered(rooms: Iterable[Room], alike: Callable[[Room], object]) -> list[tuple[Room, ...]]:
    found: dict[object, list[Room]] = defaultdict(list)
    for room in sorted(rooms, key=lambda room: room.id):
        found[alike(room)].append(room)
    return [tuple(same) for same in found.values()]


def _fits(party: Party, room: Room) -> bool:
    return may_sleep(party, room) and room.left >= party.size and room.lower >= party.lower


def _fits_pair(party: Party, rooms: Sequence[Room]) -> bool:
    return (
        party.may_split
        and _adults(party)
        and all(may_sleep(party, room) and not room.sleepers for room in rooms)
        and sum(room.left for room in rooms) >= party.size > max(room.left for room in rooms)
        and sum(room.lower for room in rooms) >= party.lower
    )


def _adults(party: Party) -> bool:
    """Whether there is an adult for each of two rooms."""
    return sum(person.counted != CHILD for person in party.people) > 1
