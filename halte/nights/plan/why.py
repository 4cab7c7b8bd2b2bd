"""Why a party has this room, or what would have to change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from halte.nights.plan.night import FAMILY, FIRST, Night, Party, Room, may_sleep


class Why(StrEnum):
    """The reasons, as codes: words are for the page."""

    LAST_ROOM = "last_room"
    OWN_FAMILY = "own_family"
    ROOM_FOR_THEM = "room_for_them"
    TWO_ROOMS = "two_rooms"
    NO_SUCH_ROOM = "no_such_room"
    NOTHING_OFFERS = "nothing_offers"
    TOO_MANY_FOR_ONE_ROOM = "too_many_for_one_room"
    MIXED_FRIENDS = "mixed_friends"
    FULL = "full"


@dataclass(frozen=True)
class Reason:
    """One reason, with what it is about: features of a place, or a number of beds."""

    code: Why
    about: tuple[str, ...] = ()


def placed(party: Party, rooms: Sequence[Room]) -> Reason:
    """Why this room."""
    if len(rooms) > 1:
        return Reason(Why.TWO_ROOMS)
    room = rooms[0]
    if party.is_family and party.id in room.families:
        return Reason(Why.OWN_FAMILY)
    if party.last_room == room.id:
        return Reason(Why.LAST_ROOM)
    return Reason(Why.ROOM_FOR_THEM, (room.kind, *sorted(party.needs)))


def unplaced(party: Party, night: Night, inside: Mapping[str, int]) -> Reason:
    """What would have to change for them to have a bed."""
    counted = {person.counted for person in party.people}
    if not party.is_family and len(counted) > 1:
        return Reason(Why.MIXED_FRIENDS)
    no_wish = Party(party.id, tuple(type(person)(person.counted) for person in party.people), is_family=party.is_family)
    kinds = [room for room in night.rooms if may_sleep(no_wish, room)]
    if not kinds:
        return Reason(Why.NO_SUCH_ROOM, (FAMILY,) if party.is_family else tuple(sorted(counted)))
    fitting = [room for room in kinds if may_sleep(party, room) and room.lower >= party.lower]
    if not fitting and any(may_sleep(replace(party, not_in=frozenset()), room) for room in kinds):
        return Reason(Why.FULL)
    if not fitting:
        return Reason(Why.NOTHING_OFFERS, tuple(sorted(party.needs | ({"lower_bunk"} if party.lower else set()))))
    if all(room.left < party.size for room in fitting):
        return Reason(Why.TOO_MANY_FOR_ONE_ROOM, (str(party.size),))
    return Reason(Why.FULL, (FIRST,) if party.placed != FIRST else ())
