"""One person and a bed: which rooms suit them, which bed is theirs, how many come before them."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from halte.nights.rules.space import (
    COUNTED_IN,
    COUPLES,
    FAMILY,
    LOWER_BUNK,
    OF_ONE_FAMILY,
    QUIET,
    QUIET_ROOM,
    House,
    Person,
    Place,
    Space,
)


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


def range_before(ahead: int, may_go_first: int = 0, width: int = 5) -> tuple[int, int]:
    """How many come before someone, as a range: it hides nobody and promises nothing exact.

    Args:
        may_go_first: How many do not wait now but would be placed before them if they came.
    """
    return ahead // width * width, (ahead + may_go_first) // width * width + width
