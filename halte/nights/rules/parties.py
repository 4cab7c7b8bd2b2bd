"""A family or a group: one room for everyone, rooms next door, or what can only be proposed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from uuid import UUID

from halte.nights.rules.one import beds_for, best_bed, suits
from halte.nights.rules.space import ADULT, House, Person, Placing, Space

MOST_ROOMS = 3
"""More rooms than this are not "neighbouring" any more."""


def one_room(party: Sequence[Person], house: House) -> Placing | None:
    """A bed for everyone in one room; None when there is no such room.

    A family whose other members already sleep somewhere gets beds beside them or none.
    """
    home = _home(party, house)
    bound = bool(home) and party[0].is_family
    choices = []
    for room in house:
        if bound and room.id not in home:
            continue
        if room.left >= len(party) and (placing := _into(party, [room])):
            unneeded = len(room.offered - frozenset().union(*(person.needs for person in party)))
            choices.append(((room.id not in home, room.left, unneeded, room.code, str(room.id)), placing))
    return min(choices, key=lambda choice: choice[0])[1] if choices else None


def neighbouring_rooms(party: Sequence[Person], house: House) -> Placing | None:
    """A bed for everyone in as few rooms as possible that lie next to each other; None when there are none."""
    home = _home(party, house)
    open_rooms = {
        room.id: room
        for room in house
        if (room.left or room.id in home) and any(suits(person, room) for person in party)
    }
    for size in range(2, MOST_ROOMS + 1):
        choices = []
        for rooms in _connected(open_rooms, size):
            if home and home.isdisjoint(room.id for room in rooms):
                continue
            if placing := _into_any_order(party, rooms):
                spare = sum(room.left for room in rooms) - len(party)
                choices.append(((spare, sorted(room.code for room in rooms)), placing))
        if choices:
            return min(choices, key=lambda choice: choice[0])[1]
    return None


def apart(party: Sequence[Person], house: House) -> Placing | None:
    """A bed for everyone in several rooms of the house, as few as possible; only ever proposed, never done unasked."""
    if near := neighbouring_rooms(party, house):
        return near
    if not party[0].is_family:
        return _one_by_one(party, house)
    roomy = [room for room in house if room.left and suits(party[0], room)]
    roomy.sort(key=lambda room: (-room.left, room.code, str(room.id)))
    for size in range(2, len(party) + 1):
        rooms = roomy[:size]
        if sum(room.left for room in rooms) >= len(party) and (placing := _into(party, rooms)):
            return placing
    return None


def into_these(party: Sequence[Person], rooms: House) -> Placing | None:
    """A bed for everyone in rooms that a person chose or that were agreed to; None when they do not hold everyone."""
    if placing := one_room(party, rooms):
        return placing
    if party[0].is_family:
        return _into_any_order(party, rooms) if len(rooms) <= MOST_ROOMS else _into(party, rooms)
    return _one_by_one(party, rooms)


def _home(party: Sequence[Person], house: House) -> set[UUID]:
    group = party[0].group
    coming = {person.id for person in party}
    return {
        room.id
        for room in house
        if group and any(sleeper.group == group and sleeper.id not in coming for sleeper in room.sleepers)
    }


def _into_any_order(party: Sequence[Person], rooms: House) -> Placing | None:
    for order in permutations(rooms):
        if placing := _into(party, order):
            return placing
    return None


def _into(party: Sequence[Person], rooms: Sequence[Space]) -> Placing | None:
    """Fill rooms in their order: first one adult of a family into each, then everyone where there is a place."""
    now = {room.id: room for room in rooms}
    placing: dict[UUID, UUID] = {}

    def place(person: Person, among: Iterable[UUID]) -> bool:
        for room_id in among:
            if beds := beds_for(person, now[room_id]):
                placing[person.id] = beds[0].id
                now[room_id] = now[room_id].with_sleeper(beds[0].id, person)
                return True
        return False

    waiting = sorted(party, key=lambda person: (-len(person.needs), str(person.id)))
    if party[0].is_family and len(rooms) > 1:
        for room in rooms:
            adult = next((person for person in waiting if person.counted in ADULT), None)
            if adult and not _adults(now[room.id]) and place(adult, [room.id]):
                waiting.remove(adult)
    for person in sorted(waiting, key=lambda person: person.counted in ADULT):
        if not place(person, sorted(now, key=lambda room_id: not _adults(now[room_id]))):
            return None
    return placing if _no_child_alone(party, now.values()) else None


def _adults(room: Space) -> list[Person]:
    return [sleeper for sleeper in room.sleepers if sleeper.counted in ADULT]


def _no_child_alone(party: Sequence[Person], rooms: Iterable[Space]) -> bool:
    """No child of a family with an adult sleeps in a room without one."""
    rooms = list(rooms)
    if not party[0].is_family:
        return True
    has_adult = any(person.counted in ADULT for person in party) or any(_adults(room) for room in rooms)
    return not has_adult or all(_adults(room) for room in rooms if room.sleepers)


def _one_by_one(party: Sequence[Person], house: House) -> Placing | None:
    now = list(house)
    placing: dict[UUID, UUID] = {}
    for person in sorted(party, key=lambda person: (-len(person.needs), str(person.id))):
        bed = best_bed(person, now)
        if bed is None:
            return None
        placing[person.id] = bed
        now = [
            room.with_sleeper(bed, person) if any(place.id == bed for place in room.places) else room for room in now
        ]
    return placing


def _connected(rooms: Mapping[UUID, Space], size: int) -> Iterator[tuple[Space, ...]]:
    """Every set of rooms of a size in which each lies next to another one, once, in a fixed order."""
    seen = {frozenset([room_id]) for room_id in rooms}
    for _step in range(size - 1):
        seen = {
            group | {near}
            for group in seen
            for room_id in group
            for near in rooms[room_id].neighbours
            if near in rooms and near not in group
        }
    for group in sorted(seen, key=lambda group: sorted((rooms[room_id].code, str(room_id)) for room_id in group)):
        yield tuple(sorted((rooms[room_id] for room_id in group), key=lambda room: (room.code, str(room.id))))
