"""Choosing beds and rooms: calculations only, the same answer for the same question.

A room that is closed, full by its legal maximum, or not for these people is never chosen; the order among the rest
keeps special places for those who need them and empty rooms for those who come together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from uuid import UUID

MAN, WOMAN, CHILD = "man", "woman", "child"
ADULT = frozenset({MAN, WOMAN})
MEN, WOMEN, FAMILY, MINORS, QUIET_ROOM = "men", "women", "family", "minors", "quiet"
COUPLES = "couples"
OF_ONE_FAMILY = frozenset({FAMILY, COUPLES})
"""Rooms in which one family sleeps and nobody else."""
LOWER_BUNK, GROUND_FLOOR, WOMEN_ONLY, QUIET, DOG = "lower_bunk", "ground_floor", "women_only", "quiet", "dog"
MOST_ROOMS = 3
"""More rooms than this are not "neighbouring" any more."""

COUNTED_IN = {MEN: MAN, WOMEN: WOMAN, MINORS: CHILD}
"""How someone counts in a room of a kind, when they did not say and a person chose the room with them."""


@dataclass(frozen=True)
class Person:
    """Whoever sleeps or shall sleep in a room: how they count, what the place must offer, with whom they belong."""

    id: UUID
    counted: str = ""
    needs: frozenset[str] = frozenset()
    group: UUID | None = None
    is_family: bool = False
    last_bed: UUID | None = None
    """Where they slept before: theirs again when it is free and suits them."""
    couple: bool = False
    """Their family is two grown-ups."""
    apart: frozenset[UUID] = frozenset()
    """With whom they never share a room; nobody reads why."""

    @property
    def family(self) -> UUID | None:
        """The family they belong to; friends are no family."""
        return self.group if self.is_family else None


@dataclass(frozen=True)
class Place:
    """One bed and who has it."""

    id: UUID
    label: str
    position: int = 0
    lower: bool = True
    usable: bool = True
    sleeper: Person | None = None
    kept_back: bool = False
    """A buffer: only a person gives it, or a group at the door has it."""

    @property
    def free(self) -> bool:
        """Whether it could be given by hand, as far as the bed itself goes."""
        return self.usable and self.sleeper is None

    @property
    def open_to_all(self) -> bool:
        """Whether Halte may choose it by itself."""
        return self.free and not self.kept_back


@dataclass(frozen=True)
class Space:
    """One room, its beds, and what it offers."""

    id: UUID
    code: str
    kind: str
    maximum: int
    places: tuple[Place, ...]
    offers: frozenset[str] = frozenset()
    floor: int = 0
    open: bool = True
    neighbours: frozenset[UUID] = frozenset()
    dog_places: int = 0

    @property
    def sleepers(self) -> tuple[Person, ...]:
        """Who sleeps here; whoever did not say how they count, counts as the room does."""
        found = (place.sleeper for place in self.places if place.sleeper)
        return tuple(replace(person, counted=person.counted or COUNTED_IN.get(self.kind, "")) for person in found)

    @property
    def left(self) -> int:
        """How many more people Halte may place here: free beds, never beyond the legal maximum."""
        return self._left(sum(place.open_to_all for place in self.places))

    @property
    def left_by_hand(self) -> int:
        """The same with the beds that are kept back; the legal maximum holds for every hand."""
        return self._left(sum(place.free for place in self.places))

    def _left(self, free: int) -> int:
        return max(0, min(free, self.maximum - len(self.sleepers))) if self.open else 0

    @property
    def with_buffer(self) -> "Space":
        """The room with its kept back beds given freely: for a group at the door, and by a person's hand."""
        return replace(self, places=tuple(replace(place, kept_back=False) for place in self.places))

    @property
    def offered(self) -> frozenset[str]:
        """Everything the room offers, what its kind and floor say included."""
        by_kind = {WOMEN: {WOMEN_ONLY}, QUIET_ROOM: {QUIET}}.get(self.kind, set())
        dogs = sum(DOG in person.needs for person in self.sleepers)
        for_dogs = {DOG} if dogs < self.dog_places else set()
        return self.offers | by_kind | for_dogs | ({GROUND_FLOOR} if self.floor == 0 else set())

    def without(self, people: Iterable[UUID]) -> "Space":
        """The room as it would be if these people did not sleep here."""
        gone = set(people)
        return replace(
            self,
            places=tuple(
                replace(place, sleeper=None) if place.sleeper and place.sleeper.id in gone else place
                for place in self.places
            ),
        )

    def with_sleeper(self, bed: UUID, person: Person) -> "Space":
        """The room as it would be if this person had that bed."""
        return replace(
            self,
            places=tuple(replace(place, sleeper=person) if place.id == bed else place for place in self.places),
        )


House = Sequence[Space]
Placing = Mapping[UUID, UUID]
"""Which person gets which bed."""


def counting_as(people: Iterable[Person], kind: str) -> list[Person]:
    """People as they count in a room of a kind, where they did not say it themselves."""
    return [
        person if person.counted or person.family else replace(person, counted=COUNTED_IN.get(kind, ""))
        for person in people
    ]


def suits(person: Person, room: Space) -> bool:
    """Whether this person may sleep in this room, with those who sleep there.

    Keeps:
        One family in a room, and nobody else with them; a room for couples is for two grown-ups. Minors alone apart
        from adults. Women apart from men. In a quiet room all count the same. Who is kept apart shares no room.
    """
    others = [sleeper for sleeper in room.sleepers if sleeper.id != person.id]
    if any(other.id in person.apart or person.id in other.apart for other in others):
        return False
    if person.family:
        theirs = room.kind == FAMILY or (room.kind == COUPLES and person.couple)
        return theirs and all(other.family == person.family for other in others)
    if room.kind in OF_ONE_FAMILY or any(other.family for other in others):
        return False
    counted = person.counted or COUNTED_IN.get(room.kind, "")
    if room.kind != QUIET_ROOM and counted != COUNTED_IN[room.kind]:
        return False
    return all(other.counted == counted != "" for other in others)


def offers_what(room: Space, person: Person) -> bool:
    """Whether the room offers what the place must offer; a lower bunk is the bed's matter."""
    return person.needs - {LOWER_BUNK} <= room.offered


def lacks(person: Person, room: Space, place: Place) -> frozenset[str]:
    """What this person needs and this bed of this room does not offer."""
    return person.needs - room.offered - ({LOWER_BUNK} if place.lower else set())


def beds_for(person: Person, room: Space) -> list[Place]:
    """The beds of a room that this person may have and that offer what they need, the best first.

    None for somebody who did not say how they count and has no family here: a person chooses a room with them.
    """
    if (
        not (person.counted or person.family)
        or not room.left
        or not suits(person, room)
        or not offers_what(room, person)
    ):
        return []
    wants_lower = LOWER_BUNK in person.needs
    fitting = [place for place in room.places if place.open_to_all and (place.lower or not wants_lower)]
    return sorted(
        fitting,
        key=lambda place: (
            place.id != person.last_bed,
            place.lower != wants_lower,
            place.position,
            place.label,
            str(place.id),
        ),
    )


def best_bed(person: Person, house: House) -> UUID | None:
    """The best free bed for one person who comes alone; None when no bed suits."""
    choices = [(_order(person, room), beds[0].id) for room in house if (beds := beds_for(person, room))]
    return min(choices)[1] if choices else None


def _order(person: Person, room: Space) -> tuple[bool, bool, bool, int, int, str, str]:
    known = person.group is not None and any(sleeper.group == person.group for sleeper in room.sleepers)
    unneeded = len(room.offered - person.needs)
    only_for_quiet = room.kind == QUIET_ROOM and QUIET not in person.needs
    before = any(place.open_to_all and place.id == person.last_bed for place in room.places)
    return (not known, not before, only_for_quiet, unneeded, room.left, room.code, str(room.id))


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


def range_before(ahead: int, may_go_first: int = 0, width: int = 5) -> tuple[int, int]:
    """How many come before someone, as a range: it hides nobody and promises nothing exact.

    Args:
        may_go_first: How many do not wait now but would be placed before them if they came.
    """
    return ahead // width * width, (ahead + may_go_first) // width * width + width


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
