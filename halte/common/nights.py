"""The night calendar: a night is a date that runs from noon to noon on a site's own clock."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

NOON = timedelta(hours=12)


def local_date(at: datetime, zone: ZoneInfo) -> date:
    """The calendar date of a moment on the site's clock."""
    return at.astimezone(zone).date()


def night_of(at: datetime, zone: ZoneInfo) -> date:
    """The evening's date of the night that a moment belongs to: at 03:00 on the 25th it is the night of the 24th.

    Reckoned on the clock on the wall, so a night keeps its date when summer time begins or ends.
    """
    wall = at.astimezone(zone).replace(tzinfo=None)
    return (wall - NOON).date()


def begins(night: date, zone: ZoneInfo) -> datetime:
    """Noon on the evening's date, on the site's clock."""
    return datetime.combine(night, time(12), zone)


def moment_in(night: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment of a night at which the clock on the wall says so: before noon it is the morning after."""
    return datetime.combine(night + timedelta(days=clock < time(12)), clock, zone)


def ends(night: date, zone: ZoneInfo) -> datetime:
    """Noon on the day after; 23 or 25 hours later when the clocks change."""
    return begins(night + timedelta(days=1), zone)


def at_minute(night: date, minute: int, zone: ZoneInfo) -> datetime:
    """The same for a clock that is told in minutes since midnight, as the rules of a site tell it."""
    return moment_in(night, time(minute // 60, minute % 60), zone)
