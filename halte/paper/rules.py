"""Reading what stands on paper: times, bed numbers, tallies. Calculations only."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:hH. ]?([0-5][0-9])\Z")
_MINUTE = re.compile(r"[0-5][0-9]\Z")
_BED = re.compile(r"[^0-9A-Z]+")
MOST = 500
"""More of anything in one line is a slip of the finger."""


class Unreadable(ValueError):
    """What was typed is not a time, or not a number."""


class OutsideThePeriod(ValueError):
    """A time that lies outside the hours on paper."""


def moment(typed: str, *, began: datetime, ended: datetime, before: datetime, zone: ZoneInfo) -> datetime:
    """The moment that a time on the sheet means: `1852` or `18:52`, `52` in the hour of the line before, or as before.

    Raises:
        Unreadable: It is no time of day.
        OutsideThePeriod: The clock did not show it between the beginning and the end.
    """
    typed = typed.strip()
    if not typed:
        return before
    if _MINUTE.match(typed):
        return _within([before.astimezone(zone).replace(minute=int(typed), second=0, microsecond=0)], began, ended)
    found = _TIME.match(typed)
    if not found:
        raise Unreadable(typed)
    clock = time(int(found[1]), int(found[2]))
    first, last = began.astimezone(zone).date(), ended.astimezone(zone).date()
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return _within(
        [datetime.combine(day, clock, zone).replace(fold=fold) for day in days for fold in (0, 1)], began, ended
    )


def _within(moments: Iterable[datetime], began: datetime, ended: datetime) -> datetime:
    """The first of these moments between the minute of the beginning and that of the end."""
    minute = began.replace(second=0, microsecond=0)
    for at in moments:
        # Compared in UTC: on one zone Python compares clocks, which lie in the hour that comes twice.
        if minute.timestamp() <= at.timestamp() <= ended.timestamp():
            return max(at.astimezone(UTC), began.astimezone(UTC))
    raise OutsideThePeriod


def bed_number(typed: str) -> str:
    """A bed's number as its letters and digits alone, so that `101-3`, `101 3` and `1013` are the same."""
    return _BED.sub("", typed.upper())


def how_many(typed: str) -> int:
    """A number of meals, drinks or blankets; one when nothing stands there.

    Raises:
        Unreadable: It is no number between one and five hundred.
    """
    typed = typed.strip().lstrip("+")
    if not typed:
        return 1
    if not typed.isascii() or not typed.isdigit() or not 1 <= int(typed) <= MOST:
        raise Unreadable(typed)
    return int(typed)


def tally(typed: str) -> tuple[int, int, int]:
    """Men, women and children, in this order: `12 3 4`; what is left out at the end is nobody.

    Raises:
        Unreadable: They are no numbers, more than three, or nobody at all.
    """
    parts = re.split(r"[ ,;/+.-]+", typed.strip().lstrip("+"))
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        raise Unreadable(typed)
    men, women, children = [int(part) for part in parts] + [0] * (3 - len(parts))
    if not 1 <= men + women + children <= MOST:
        raise Unreadable(typed)
    return men, women, children
