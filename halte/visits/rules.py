"""When showers begin, which slot is next, and which number is free: pure reckoning."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, order=True)
class Slot:
    """One cabin for a few minutes from a moment on."""

    starts_at: datetime
    cabin: int


def starts(on: date, zone: ZoneInfo, *, opens_minute: int, closes_minute: int, minutes: int) -> list[datetime]:
    """The moments at which a shower may begin on a day, each ending before showers close.

    Args:
        opens_minute, closes_minute: Minutes after midnight on the clock on the wall.
        minutes: How long one slot lasts; none begin when it is zero.
    """
    if minutes <= 0 or opens_minute >= MINUTES_A_DAY:
        return []
    first = datetime.combine(on, time(opens_minute // 60, opens_minute % 60), zone).astimezone(UTC)
    length = timedelta(minutes=minutes)
    room_for = max(0, min(closes_minute, MINUTES_A_DAY) - opens_minute) // minutes
    return [first + place * length for place in range(room_for)]


def free(moments: Collection[datetime], cabins: int, taken: Collection[Slot]) -> Iterator[Slot]:
    """The slots nobody has, the earliest first, and in each moment the lowest cabin first."""
    held = frozenset(taken)
    for moment in sorted(moments):
        for cabin in range(1, cabins + 1):
            slot = Slot(moment, cabin)
            if slot not in held:
                yield slot


def lowest_free(taken: Collection[int], limit: int) -> int | None:
    """The lowest of the numbers 1 to `limit` that is not taken; None when all are."""
    held = frozenset(taken)
    return next((number for number in range(1, limit + 1) if number not in held), None)
