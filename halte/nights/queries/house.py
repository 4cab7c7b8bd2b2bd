"""The house as `rules` sees it: rooms, beds, people; always of the actor's own site."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from halte.accounts.actor import Actor
from halte.guests.models import Group, Guest, PlaceWanted
from halte.nights.models import Stay
from halte.nights.queries.beds import holding
from halte.nights.queries.together import couples_among, groups_of, kept_apart, together_in, without_bed
from halte.nights.rules import Person, Place, Space
from halte.sites.models import Bed, BedState, PlaceNeed, Room

NO_NEEDS: frozenset[str] = frozenset()
WITH_DOG = frozenset({PlaceNeed.DOG.value})


def house(actor: Actor, night: date, at: datetime, *, among: Q | None = None) -> list[Space]:
    """The rooms of the site with their beds and who sleeps in them, for `rules` to choose from.

    Reads bare columns: this stands in the way of everyone at the door, and a hostel has hundreds of beds.
    """
    rooms = list(Room.objects.seen_by(actor).filter(among or Q()).order_by("code"))
    held = holding(actor, night, at).filter(bed__room__in=rooms).order_by("night")
    asleep: dict[UUID, tuple[UUID, str]] = {
        bed: (guest, counted) for bed, guest, counted in held.values_list("bed", "guest", "guest__counted")
    }
    groups = _groups_of_those_who_sleep(held, night)
    dogs = _with_dogs(held) if any(room.dog_places for room in rooms) else frozenset()
    places: dict[UUID, list[Place]] = defaultdict(list)
    beds = Bed.objects.seen_by(actor).in_house(night, asleep).filter(room__in=rooms).order_by("position", "label")
    columns = beds.values_list("room", "state", "id", "label", "position", "lower", "kept_back")
    for room_id, state, bed, label, position, lower, kept in columns:
        found = asleep.get(bed)
        sleeper = None
        if found:
            needs = WITH_DOG if found[0] in dogs else NO_NEEDS
            sleeper = Person(*found, needs, *groups.get(found[0], (None, False)))
        places[room_id].append(Place(bed, label, position, lower, state == BedState.READY, sleeper, kept))
    near: dict[UUID, set[UUID]] = defaultdict(set)
    links: Any = Room.neighbours.through
    for one, other in links.objects.filter(from_room__in=rooms).values_list("from_room", "to_room"):
        near[one].add(other)
    return [_space(room, places[room.id], near[room.id]) for room in rooms]


def _with_dogs(held: "QuerySet[Stay]") -> frozenset[UUID]:
    rows: Any = PlaceWanted.objects.filter(guest__in=held.order_by().values("guest"), need=PlaceNeed.DOG)
    return frozenset(rows.values_list("guest", flat=True))


def _groups_of_those_who_sleep(held: "QuerySet[Stay]", night: date) -> dict[UUID, tuple[UUID, bool]]:
    rows = together_in(night).filter(guest__in=held.order_by().values("guest")).order_by("since")
    return {guest: (group, family) for guest, group, family in rows.values_list("guest", "group", "group__is_family")}


def _space(room: Room, places: list[Place], near: set[UUID]) -> Space:
    return Space(
        id=room.id,
        code=room.code,
        kind=room.kind,
        maximum=room.legal_maximum,
        places=tuple(places),
        offers=frozenset(room.offers),
        floor=room.floor,
        open=room.closed_since is None,
        neighbours=frozenset(near),
        dog_places=room.dog_places,
    )


def people_of(guests: Iterable[Guest], night: date) -> list[Person]:
    """Guests as the rules see them."""
    guests = list(guests)
    ids = [guest.id for guest in guests]
    groups = groups_of(ids, night)
    couples = couples_among({group.id for group in groups.values() if group.is_family}, night)
    apart = kept_apart(ids)
    wanted: dict[UUID, set[str]] = defaultdict(set)
    rows: Any = PlaceWanted.objects.filter(guest__in=[guest.id for guest in guests])
    for guest_id, need in rows.values_list("guest", "need"):
        wanted[guest_id].add(need)
    return [
        replace(
            _person(guest, groups.get(guest.id), frozenset(wanted[guest.id]), couples),
            apart=apart.get(guest.id, frozenset()),
        )
        for guest in guests
    ]


def _person(guest: Guest, group: Group | None, needs: frozenset[str], couples: set[UUID]) -> Person:
    if group is None:
        return Person(guest.id, guest.counted, needs)
    couple = group.id in couples
    return Person(guest.id, guest.counted, needs, group.id, is_family=group.is_family, couple=couple)


def party_of(actor: Actor, group: Group, night: date, at: datetime) -> list[Person]:
    """Those of a family or group who have no bed for a night, as the rules see them."""
    return people_of(without_bed(actor, group, night, at), night)


def in_words(needs: Iterable[str]) -> str:
    """What a place must offer, as it is said."""
    return ", ".join(str(PlaceNeed(need).label) for need in PlaceNeed.values if need in set(needs))
