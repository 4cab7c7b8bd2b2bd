"""What the page of today shows, ready for its template."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from halte.accounts.actor import Actor
from halte.journal.marks import mark
from halte.journal.recent import Recent, recent
from halte.sites.models import Service
from halte.sites.rules import Rules
from halte.visits import queries
from halte.visits.models import CountedService, DoorKind, Queue, Ticket
from halte.visits.rules import Slot

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

TIMES_SHOWN = 6
LINES_SHOWN = 6


@dataclass(frozen=True)
class Counter:
    """A number with buttons that add to it."""

    value: str
    label: "StrOrPromise"
    pictogram: str
    number: int
    steps: tuple[int, ...]


@dataclass(frozen=True)
class Cabin:
    """A shower cabin at a moment: free, or the spoken code of the guest who has it."""

    number: int
    code: str
    numbered: UUID | None


@dataclass(frozen=True)
class ShowerTime:
    """One line of the shower board."""

    starts_at: datetime
    running: bool
    cabins: list[Cabin]
    free: int


@dataclass(frozen=True)
class Locker:
    """One locker, and the row that gives it to somebody."""

    number: int
    taken: UUID | None


@dataclass(frozen=True)
class Board:
    """The whole page of today."""

    at: datetime
    seen: str
    inside: int
    door: list[Counter]
    services: list[Counter]
    showers: list[ShowerTime]
    showers_left: int
    showers_closed: bool
    lockers: list[Locker]
    lockers_free: int
    waiting: list[Ticket]
    called: list[Ticket]
    letters: int
    done: list[Recent]


def board(actor: Actor, at: datetime) -> Board:
    """Everything that the page of today shows at a moment."""
    seen = mark(actor.site_id, at)
    house = actor.site.rules_at(at)
    today = queries.showers(actor, at, house)
    closed = Service.SHOWER in queries.closed_services(actor, at)
    lockers = _lockers(actor, house)
    return Board(
        at=at,
        seen=seen,
        inside=queries.inside_now(actor.site, at),
        door=_door(actor, at),
        services=_services(actor, at),
        showers=[] if closed else _shower_times(today, at),
        showers_left=0 if closed else len(today.free_after(at)),
        showers_closed=closed,
        lockers=lockers,
        lockers_free=sum(locker.taken is None for locker in lockers),
        waiting=queries.waiting(actor, Queue.ADVICE, at),
        called=queries.called(actor, Queue.ADVICE, at),
        letters=queries.letters_waiting(actor),
        done=recent(
            actor,
            at,
            undo_url=lambda line_id: reverse("visits:undo", args=[line_id]),
            of_colleagues=["visits"],
            services=["visits"],
            shown=LINES_SHOWN,
        ),
    )


def _door(actor: Actor, at: datetime) -> list[Counter]:
    counted = queries.door_counts(actor, at)
    return [Counter(kind.value, kind.label, kind.value, counted[kind.value], (1, 5)) for kind in DoorKind]


def _services(actor: Actor, at: datetime) -> list[Counter]:
    counted = queries.service_counts(actor, at)
    return [
        Counter(service.value, service.label, service.pictogram, counted.get(service.value, 0), (1, 5, 10))
        for service in CountedService
    ]


def _shower_times(today: queries.Showers, at: datetime) -> list[ShowerTime]:
    length = timedelta(minutes=today.minutes)
    held = {Slot(row.starts_at, row.number): row for row in today.given if row.starts_at}
    times = []
    for moment in [moment for moment in today.moments if moment + length > at][:TIMES_SHOWN]:
        cabins = []
        for number in range(1, today.cabins + 1):
            row = held.get(Slot(moment, number))
            cabins.append(Cabin(number, row.guest.spoken if row else "", row.id if row else None))
        free = sum(cabin.numbered is None for cabin in cabins)
        times.append(ShowerTime(moment, moment <= at, cabins, free))
    return times


def _lockers(actor: Actor, house: Rules) -> list[Locker]:
    taken = queries.lockers_taken(actor)
    highest = max([house.lockers, *taken])
    return [Locker(number, taken.get(number)) for number in range(1, highest + 1)]
