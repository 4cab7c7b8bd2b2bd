"""The paper pack: everything a house needs for an evening without power, as sheets of A4."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from halte.accounts.actor import Actor
from halte.nights import queries as nights
from halte.nights.models import Stay
from halte.paper.models import What
from halte.sites.models import Bed, BedState, Room, SiteKind

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

BEDS_ON_A_SHEET = 20
ROOMS_ON_A_SHEET = 4
HOURS = 6
"""Hours on one tally strip: an evening."""
FIVES = 6
NUMBERS = 60
BLANK_LINES = 26

LETTERS = [(what.value, what.label) for what in What]
TALLIES: Sequence[tuple[str, "StrOrPromise"]] = [
    ("man", _("Men")),
    ("woman", _("Women")),
    ("child", _("Children")),
    ("meal", _("Meals")),
    ("drink", _("Hot drinks")),
    ("blanket", _("Blankets")),
]


@dataclass(frozen=True)
class BedOnPaper:
    """One bed on a sheet: its number and how it stood when the sheet was printed. It names nobody."""

    number: str
    state: "StrOrPromise"
    usable: bool
    free: bool


@dataclass(frozen=True)
class RoomOnPaper:
    """One room on a sheet."""

    code: str
    kind: "StrOrPromise"
    for_whom: str
    floor: int
    beds: tuple[BedOnPaper, ...]


def bed_sheets(actor: Actor, at: datetime) -> list[list[RoomOnPaper]]:
    """Sheets of rooms in the order of the house: floor by floor, as many on a sheet as can be written on."""
    night = actor.site.tonight(at)
    stays: dict[UUID, Stay] = {stay.bed_id: stay for stay in nights.holding(actor, night, at).order_by("night")}
    beds: dict[UUID, list[Bed]] = defaultdict(list)
    for bed in Bed.objects.seen_by(actor).in_house(night, stays).select_related("room").order_by("position", "label"):
        beds[bed.room_id].append(bed)
    rooms: Any = Room.objects.seen_by(actor).order_by("floor", "code")
    return list(_in_sheets([_room(room, beds[room.id], stays, night) for room in rooms]))


def tallies(actor: Actor, at: datetime) -> tuple[Sequence[int], Sequence[tuple[str, "StrOrPromise"]]]:
    """The hours of the strips, from this one on, and what is counted in them."""
    first = at.astimezone(actor.site.zone).hour
    return [(first + hour) % 24 for hour in range(HOURS)], TALLIES


def has_beds(actor: Actor) -> bool:
    """Whether people sleep here."""
    found: bool = actor.site.kind == SiteKind.HOSTEL or Bed.objects.seen_by(actor).exists()
    return found


def _room(room: Room, beds: Sequence[Bed], stays: dict[UUID, Stay], night: date) -> RoomOnPaper:
    shown = tuple(_bed(room, bed, stays.get(bed.id), night) for bed in beds)
    return RoomOnPaper(room.code, room.get_kind_display(), room.kind, room.floor, shown)


def _bed(room: Room, bed: Bed, stay: Stay | None, night: date) -> BedOnPaper:
    usable = _usable(room, bed)
    return BedOnPaper(str(bed), _state(room, bed, stay, night), usable, usable and stay is None)


def _usable(room: Room, bed: Bed) -> bool:
    return bed.state == BedState.READY and room.closed_since is None


def _state(room: Room, bed: Bed, stay: Stay | None, night: date) -> "StrOrPromise":
    if stay:
        return _("inside") if stay.night == night and stay.inside else _("given")
    return _("free") if _usable(room, bed) else _("closed")


def _in_sheets(rooms: Sequence[RoomOnPaper]) -> Iterator[list[RoomOnPaper]]:
    sheet: list[RoomOnPaper] = []
    for room in rooms:
        full = len(sheet) >= ROOMS_ON_A_SHEET or sum(len(one.beds) for one in [*sheet, room]) > BEDS_ON_A_SHEET
        other_floor = sheet and sheet[0].floor != room.floor
        if sheet and (full or other_floor):
            yield sheet
            sheet = []
        sheet.append(room)
    if sheet:
        yield sheet
