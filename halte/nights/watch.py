"""What the night desk sees of the house at night: whom to wake, and what is to be done now."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from halte.accounts.actor import Actor
from halte.common import nights
from halte.guests.models import Guest
from halte.nights import lists, promise, queries, rounds
from halte.nights.board import Board
from halte.nights.models import Stay
from halte.nights.night_watch import PrintedWhy, WakeUp
from halte.nights.promise import Kept

SOON = timedelta(minutes=10)
ROUND_ENDS = 6 * 60
HALF_HOUR = timedelta(minutes=30)
FIRST_WAKE, LAST_WAKE = 3 * 60 + 30, 10 * 60


@dataclass(frozen=True)
class ToWake:
    """One bed to go to. It names nobody."""

    id: UUID
    wake_at: datetime
    woken_at: datetime | None
    stay: Stay
    due: bool


def to_wake(actor: Actor, night: date, at: datetime) -> list[ToWake]:
    """Whom to wake, by hour and bed; whoever has no bed any more, or went out, is left out."""
    wake_ups = list(WakeUp.objects.seen_by(actor).standing().filter(night=night).order_by("wake_at"))
    if not wake_ups:
        return []
    stays = queries.holding(actor, night, at).filter(guest__in=[one.guest_id for one in wake_ups])
    beds = {stay.guest_id: stay for stay in stays.select_related("bed__room").order_by("night")}
    found = [
        ToWake(one.id, one.wake_at, one.woken_at, stay, one.woken_at is None and one.wake_at <= at + SOON)
        for one in wake_ups
        if (stay := beds.get(one.guest_id)) and not stay.left_at
    ]
    return sorted(found, key=lambda one: (one.woken_at is not None, one.wake_at, one.stay.bed.room.code))


def wake_up_of(actor: Actor, guest: Guest, night: date) -> WakeUp | None:
    """When a guest is to be woken."""
    standing = WakeUp.objects.seen_by(actor).standing().filter(guest=guest, night=night, woken_at=None)
    found: WakeUp | None = standing.first()
    return found


def wake_hours(actor: Actor, night: date, at: datetime) -> list[datetime]:
    """The hours a guest may choose from: every half hour of the morning that is still to come."""
    zone = actor.site.zone
    moment, last = (nights.at_minute(night, minute, zone) for minute in (FIRST_WAKE, LAST_WAKE))
    hours = []
    while moment <= last:
        if moment > at:
            hours.append(moment)
        moment += HALF_HOUR
    return hours


@dataclass(frozen=True)
class ToDo:
    """What the board asks the night host to do now."""

    print_why: PrintedWhy | None
    promise: Kept | None
    to_wake: int
    rooms_to_see: int

    @property
    def anything(self) -> bool:
        """Whether there is anything."""
        return bool(self.print_why or self.promise or self.to_wake or self.rooms_to_see)


def to_do(actor: Actor, board: Board) -> ToDo:
    """What is to be done now in the night that runs; nothing in any other."""
    night, at = board.night, board.at
    if night != actor.site.tonight(at):
        return ToDo(None, None, 0, 0)
    on_round = rounds.due_at(actor, night) <= at < nights.at_minute(night, ROUND_ENDS, actor.site.zone)
    found = rounds.round_of(actor, board) if on_round and board.rooms else None
    return ToDo(
        lists.why_now(actor, night, at) if board.rooms else None,
        promise.near(actor, night, at),
        sum(one.due for one in to_wake(actor, night, at)),
        len(found.rooms) - found.done if found else 0,
    )
