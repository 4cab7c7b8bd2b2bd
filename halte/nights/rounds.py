"""The rounds of a night, as the night desk reads them: each begins with no room seen and keeps its own numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Max

from halte.accounts.actor import Actor
from halte.common import nights
from halte.nights.board import Board, RoomShown
from halte.nights.night_watch import NightRound, RoomRound

if TYPE_CHECKING:
    from django.db.models import QuerySet

EARLY = timedelta(minutes=30)
"""A round may begin so long before its hour."""


@dataclass(frozen=True)
class RoomToSee:
    """One room of the round."""

    room: RoomShown
    last: RoomRound | None

    @property
    def done(self) -> bool:
        """Whether somebody went through it in this round."""
        return self.last is not None

    @property
    def expected(self) -> int:
        """How many are expected in it: as it was seen, or as it stands now."""
        return self.last.expected if self.last else self.room.expected

    @property
    def all_right(self) -> bool:
        """Whether everyone expected was seen, and nobody in a bed of nobody."""
        return self.last is not None and self.last.seen == self.last.expected and not self.last.others


@dataclass(frozen=True)
class Before:
    """An earlier round of the night, in numbers."""

    number: int
    rooms: int
    expected: int
    seen: int
    from_: datetime
    until: datetime


@dataclass(frozen=True)
class Round:
    """The round that runs, or the one to begin."""

    number: int
    hour: datetime
    rooms: tuple[RoomToSee, ...]
    before: tuple[Before, ...] = ()

    @property
    def done(self) -> int:
        """How many rooms were seen."""
        return sum(room.done for room in self.rooms)

    @property
    def expected(self) -> int:
        """How many are expected in all rooms."""
        return sum(room.expected for room in self.rooms)

    @property
    def seen(self) -> int:
        """How many were seen, those in beds that nobody was given included."""
        return sum(room.last.seen + room.last.others for room in self.rooms if room.last)

    @property
    def next_room(self) -> RoomToSee | None:
        """The first room that nobody saw yet."""
        return next((room for room in self.rooms if not room.done), None)


def round_at(actor: Actor, night: date) -> datetime:
    """When the round of a night begins."""
    zone = actor.site.zone
    return nights.at_minute(night, actor.site.rules_at(nights.begins(night, zone)).round_minute, zone)


def due_at(actor: Actor, night: date) -> datetime:
    """From when on the round of a night may begin; whatever was seen earlier is another round."""
    return round_at(actor, night) - EARLY


def standing(actor: Actor, night: date) -> "QuerySet[NightRound]":
    """The rounds of a night that were not taken back, in their order."""
    found: QuerySet[NightRound] = NightRound.objects.seen_by(actor).filter(night=night, ended_at=None)
    return found.order_by("number")


def current(actor: Actor, night: date, at: datetime) -> NightRound | None:
    """The round that runs. One that began before the hour of the round does not run on after it."""
    last = standing(actor, night).last()
    due = due_at(actor, night)
    return None if last and last.began_at < due <= at else last


def next_number(actor: Actor, night: date) -> int:
    """The number of the round that is begun next."""
    highest: int = standing(actor, night).aggregate(last=Max("number"))["last"] or 0
    return highest + 1


def round_of(actor: Actor, board: Board) -> Round:
    """Room by room: who is expected there, and what the round found; and the rounds of the night before it."""
    running = current(actor, board.night, board.at)
    last: dict[UUID, RoomRound] = {}
    if running:
        for one in running.rooms.filter(ended_at=None).order_by("seen_at"):
            last[one.room_id] = one
    return Round(
        running.number if running else next_number(actor, board.night),
        round_at(actor, board.night),
        tuple(RoomToSee(room, last.get(room.id)) for room in board.rooms if room.beds),
        tuple(_before(actor, board.night, running)),
    )


def _before(actor: Actor, night: date, running: NightRound | None) -> Sequence[Before]:
    """The newest of each room counts, as on the page of the round that runs."""
    rows: dict[tuple[int, UUID], RoomRound] = {}
    rooms = RoomRound.objects.seen_by(actor).filter(night=night, ended_at=None, round__ended_at=None)
    if running:
        rooms = rooms.exclude(round=running)
    for one in rooms.select_related("round").order_by("seen_at"):
        rows[one.round.number, one.room_id] = one
    found = []
    for number in sorted({number for number, _room in rows}):
        of_it = [one for (which, _room), one in rows.items() if which == number]
        found.append(
            Before(
                number,
                len(of_it),
                sum(one.expected for one in of_it),
                sum(one.seen + one.others for one in of_it),
                min(one.seen_at for one in of_it),
                max(one.seen_at for one in of_it),
            )
        )
    return found
