"""What a night host may choose from: beds to move to, guests to swap with, guests for a bed, rooms for a group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from halte.accounts.actor import Actor
from halte.guests.models import Group, Guest
from halte.nights import queries, rules
from halte.nights.models import Stay, Want
from halte.nights.rules import Person, Place, Space
from halte.sites.models import Bed, Room, RoomKind

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MOST_SHOWN = 8


@dataclass(frozen=True)
class RoomChoice:
    """A room with what can be chosen in it: the identifier and the words of each choice."""

    id: UUID
    code: str
    kind: "StrOrPromise"
    places: int
    choices: tuple[tuple[UUID, str], ...] = ()


def beds_to_move_to(actor: Actor, stay: Stay, night: date, at: datetime) -> list[RoomChoice]:
    """The free beds that suit a guest, room by room."""
    person = queries.people_of([stay.guest], night)[0]
    found = []
    for room in queries.house(actor, night, at):
        now = room.without([person.id])
        if now.left_by_hand and rules.suits(person, now) and _for_women(person, now):
            beds = tuple((place.id, _named(person, now, place)) for place in room.places if place.free)
            found.append(_choice(room, beds))
    return [choice for choice in found if choice.choices]


def not_this_room(actor: Actor, stay: Stay, night: date, at: datetime) -> bool:
    """Whether a guest should not sleep on in the room where they are; why is told to nobody."""
    room = queries.house(actor, night, at, among=Q(id=stay.bed.room_id))[0]
    return not rules.suits(queries.people_of([stay.guest], night)[0], room)


def _named(person: Person, room: Space, place: Place) -> str:
    """The bed's number, and what it does not offer of what they need."""
    lacking = rules.lacks(person, room, place)
    return (
        _("%(bed)s (without: %(what)s)") % {"bed": place.label, "what": queries.in_words(lacking)}
        if lacking
        else place.label
    )


def rooms_to_move_to(actor: Actor, room: Room, night: date, at: datetime) -> list[RoomChoice]:
    """The rooms that could take everyone who sleeps in a room."""
    held = queries.holding(actor, night, at).filter(bed__room=room).select_related("guest")
    people = queries.people_of([stay.guest for stay in held], night)
    if not people:
        return []
    others = [
        space for space in queries.house(actor, night, at) if space.id != room.id and space.left_by_hand >= len(people)
    ]
    return [
        _choice(space, ())
        for space in (other.with_buffer for other in others)
        if rules.one_room(rules.counting_as(people, space.kind), [space])
    ]


def stays_to_swap_with(actor: Actor, stay: Stay, night: date, at: datetime) -> list[RoomChoice]:
    """The beds whose guests could swap with this one, room by room."""
    stays = {held.bed_id: held for held in queries.holding(actor, night, at).select_related("guest").order_by("night")}
    people = {person.id: person for person in queries.people_of([held.guest for held in stays.values()], night)}
    house = queries.house(actor, night, at)
    mine = next(room for room in house if any(place.id == stay.bed_id for place in room.places))
    found = []
    for room in house:
        beds = tuple(
            (stays[place.id].id, place.label)
            for place in room.places
            if place.sleeper
            and place.sleeper.id != stay.guest_id
            and _could_swap(people[stay.guest_id], mine, people[place.sleeper.id], room)
        )
        found.append(_choice(room, beds))
    return [choice for choice in found if choice.choices]


def _could_swap(one: Person, at_one: Space, other: Person, at_other: Space) -> bool:
    if at_one.id == at_other.id:
        return True
    both = [one.id, other.id]
    there, here = at_other.without(both), at_one.without(both)
    return rules.suits(one, there) and rules.suits(other, here) and _for_women(one, there) and _for_women(other, here)


def _for_women(person: Person, room: Space) -> bool:
    return rules.WOMEN_ONLY not in person.needs or rules.WOMEN_ONLY in room.offered


def waiting_for_bed(actor: Actor, bed: Bed, night: date, at: datetime) -> list[Want]:
    """The next on the waiting list whom this bed would suit."""
    wants = list(queries.in_turn(actor, night))
    people = {person.id: person for person in queries.people_of([want.guest for want in wants], night)}
    room = queries.house(actor, night, at, among=Q(id=bed.room_id))[0].with_buffer

    def suits(want: Want) -> bool:
        return any(place.id == bed.id for place in rules.beds_for(people[want.guest_id], room))

    return list(islice(filter(suits, wants), MOST_SHOWN))


def rooms_for(actor: Actor, group: Group, night: date, at: datetime) -> list[RoomChoice]:
    """The rooms that hold everyone of a family or group who has no bed yet."""
    party = queries.party_of(actor, group, night, at)
    if not party:
        return []
    return [
        _choice(room, ()) for room in queries.house(actor, night, at) if room.left and rules.one_room(party, [room])
    ]


@dataclass(frozen=True)
class RoomForParty:
    """A room that a person may choose for a party of the plan, and what they would have to do without."""

    id: UUID
    code: str
    kind: "StrOrPromise"
    lacks: str = ""


def rooms_for_parties(
    actor: Actor, parties: Mapping[UUID, Sequence[Guest]], night: date, at: datetime, *, may_overrule: bool
) -> dict[UUID, list[RoomForParty]]:
    """For each party of a plan, the rooms that hold all of them and are safe; the house is read once for all.

    Args:
        may_overrule: A manager also sees rooms that lack what they asked for, with what is lacking; never one that is
            not safe, is full by law, or is kept apart from them.
    """
    house = queries.house(actor, night, at)
    everyone = [guest for guests in parties.values() for guest in guests]
    people = {person.id: person for person in queries.people_of(everyone, night)}
    found = {}
    for name, guests in parties.items():
        party = [people[guest.id] for guest in guests]
        rooms = [room.without([person.id for person in party]) for room in house]
        found[name] = [one for room in rooms if (one := _for_party(party, room, may_overrule=may_overrule))]
    return found


def _for_party(party: Sequence[Person], room: Space, *, may_overrule: bool) -> RoomForParty | None:
    counting = rules.counting_as(party, room.kind)
    if room.left < len(counting) or not all(rules.suits(person, room) for person in counting):
        return None
    label = RoomKind(room.kind).label
    if rules.one_room(counting, [room]):
        return RoomForParty(room.id, room.code, label)
    would_do = [replace(person, needs=person.needs & {rules.WOMEN_ONLY}) for person in counting]
    if may_overrule and rules.one_room(would_do, [room]):
        return RoomForParty(room.id, room.code, label, queries.in_words(_lacking(counting, room)))
    return None


def _lacking(party: Sequence[Person], room: Space) -> frozenset[str]:
    """What this room does not offer of what they need; lower bunks, when there are too few."""
    needs = frozenset().union(*(person.needs for person in party))
    lower = sum(place.lower and place.open_to_all for place in room.places)
    enough = lower >= sum(rules.LOWER_BUNK in person.needs for person in party)
    return needs - room.offered - ({rules.LOWER_BUNK} if enough else set())


def _choice(room: Space, choices: Sequence[tuple[UUID, str]]) -> RoomChoice:
    return RoomChoice(room.id, room.code, RoomKind(room.kind).label, room.left, tuple(choices))
