"""Beds for many people whom nobody knows yet: calculations only, by the rules for one.

Who belongs to whom is not known at three in the morning. So children are never placed without a grown-up of those who
came with them: each family room that is empty takes one grown-up, a woman before a man, and children. When no family
room is left, children and a grown-up for them are left to a human. Children who came without any grown-up sleep where
minors sleep.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from halte.nights import rules
from halte.nights.rules import House, Person, Space


@dataclass
class Held:
    """Which person gets which bed, and who is left to a human."""

    placing: dict[UUID, UUID] = field(default_factory=dict)
    without: list[Person] = field(default_factory=list)


def hold(people: Sequence[Person], house: House) -> Held:
    """A bed for as many as the house may take, by kind of room."""
    women = [person for person in people if person.counted == rules.WOMAN]
    men = [person for person in people if person.counted == rules.MAN]
    children = [person for person in people if person.counted == rules.CHILD]
    held = Held()
    with_grown_ups = bool(women or men)
    if with_grown_ups:
        _families(held, women, men, children, house)
        held.without.extend(children)
        children.clear()
    for waiting in (women, men, children):
        house = _alone(held, waiting, house)
    return held


def _families(held: Held, women: list[Person], men: list[Person], children: list[Person], house: House) -> None:
    """Children with one grown-up each room; who is placed leaves the lists."""
    empty = [room for room in house if room.kind == rules.FAMILY and room.left > 1 and not room.sleepers]
    while children and empty and (women or men):
        room = _best_room(empty, len(children) + 1)
        empty.remove(room)
        grown_up = (women or men).pop()
        together = [grown_up, *(children.pop() for _place in range(min(len(children), room.left - 1)))]
        held.placing |= {person.id: bed for person, bed in zip(together, _beds(room), strict=False)}


def _best_room(rooms: Sequence[Space], wanted: int) -> Space:
    """The smallest room that holds them all, else the largest."""
    return min(rooms, key=lambda room: (room.left < wanted, abs(room.left - wanted), room.code))


def _beds(room: Space) -> list[UUID]:
    return [place.id for place in sorted(room.places, key=lambda place: (place.position, place.label)) if place.free]


def _alone(held: Held, people: Iterable[Person], house: House) -> House:
    """As for one who comes alone, one after the other. Gives the house with those who got a bed."""
    now = list(house)
    for person in people:
        bed = rules.best_bed(person, now)
        if bed is None:
            held.without.append(person)
        else:
            held.placing[person.id] = bed
            now = [_with(room, bed, person) for room in now]
    return now


def _with(room: Space, bed: UUID, person: Person) -> Space:
    return room.with_sleeper(bed, person) if any(place.id == bed for place in room.places) else room
