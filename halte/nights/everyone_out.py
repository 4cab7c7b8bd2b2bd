"""Is everyone out? Rooms, beds and numbers, as a tablet keeps them for the moment when nothing else answers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from halte.accounts.actor import Actor
from halte.guests.models import Guest, GuestState
from halte.nights import promise, queries
from halte.nights.board import BedLooks, board


@dataclass(frozen=True)
class PlaceOut:
    """One place where somebody is, by the number on it."""

    value: str
    label: str
    name: str
    """What is called out: the room and the bed."""
    first: bool = False


@dataclass(frozen=True)
class RoomOut:
    """A room with somebody in it."""

    name: str
    places: tuple[PlaceOut, ...]


def rooms(actor: Actor, night: date, at: datetime) -> list[RoomOut]:
    """Every room with the beds that have somebody in them, the cots beside them, and the warm seats."""
    cots = _cots(actor, night, at)
    found = []
    for room in board(actor, night, at).rooms:
        beds = [
            PlaceOut(bed.id.hex, bed.label, f"{room.code}-{bed.label}", bed.fetch_first)
            for bed in room.beds
            if bed.state == BedLooks.IN
        ]
        beds += _numbered(f"cot.{room.id.hex}", cots[room.id], _("cot %(n)s"), f"{room.code} ")
        found.append(RoomOut(room.code, tuple(beds)))
    seats = _numbered("seat", promise.warm_seats(actor, night, at), _("seat %(n)s"))
    return [room for room in [*found, RoomOut(_("Warm seats"), tuple(seats))] if room.places]


def _numbered(kind: str, how_many: int, words: str, where: str = "") -> list[PlaceOut]:
    names = [words % {"n": number} for number in range(1, how_many + 1)]
    return [PlaceOut(f"{kind}.{number}", name, where + name) for number, name in enumerate(names, start=1)]


def _cots(actor: Actor, night: date, at: datetime) -> Counter[UUID]:
    """How many newborns sleep in a cot, room by room, beside a family of which somebody is in the house."""
    inside = queries.inside(actor, night)
    room_of = dict(queries.together_in(night).filter(guest__in=inside.values("guest")).values_list("group", "guest"))
    rooms_of = dict(inside.filter(guest__in=room_of.values()).values_list("guest", "bed__room"))
    newborns: Iterable[tuple[UUID, UUID]] = (
        Guest.objects.seen_by(actor)
        .filter(in_cot=True, state=GuestState.LIVE, memberships__in=queries.together_in(night))
        .filter(memberships__group__in=list(room_of))
        .values_list("id", "memberships__group")
        .distinct()
    )
    return Counter(rooms_of[room_of[group]] for _guest, group in newborns)
