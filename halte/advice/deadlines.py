"""When something falls due, reckoned on the site's clock. Always the earliest possible end; nothing is assumed to help.

Only terms that a source states stand here, and each stays "unsure until a lawyer confirms": the decrees of June 2026
changed several of them. A term that is not here has no number: the hour written on the decision is copied, or nothing.

Source:
    Counting: CAA Lyon 24LY03013 (2024-12-19) and CAA Toulouse 24TL02643 (2025-07-03) disagree whether the day of
    notification counts, so days end at midnight of the last day, hours run hour by hour, and neither a Sunday nor a
    holiday makes them longer.
    Terms: Gisti, decrees of the law of 2024 (2024-07); La Cimade, reception conditions (2024).
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

LAST_DAY = timedelta(hours=48)
"""From here on a deadline is an alarm, for the adviser and for whoever stands in."""


@dataclass(frozen=True)
class Term:
    """How long there is from the notification: hours by the hour, or days to midnight."""

    days: int = 0
    hours: int = 0


TERMS: dict[str, Term] = {
    "removal_detained": Term(hours=48),
    "removal_house_arrest": Term(days=7),
    "transfer_old": Term(days=7),
    "reception_stopped": Term(days=7),
}


def falls_due(matter: str, notified_at: datetime, zone: ZoneInfo) -> datetime | None:
    """The earliest hour at which the time is over; None where no source states a term."""
    term = TERMS.get(matter)
    if term is None:
        return None
    if term.hours:
        return notified_at + timedelta(hours=term.hours)
    return end_of_day(notified_at.astimezone(zone) + timedelta(days=term.days), zone)


def end_of_day(at: datetime, zone: ZoneInfo) -> datetime:
    """The midnight that ends a day of the site's clock, however long the day is."""
    return datetime.combine(at.date() + timedelta(days=1), time(0), zone)


def last_hour(due_at: datetime, zone: ZoneInfo) -> tuple[datetime, str]:
    """The day and the hour as people say them: Monday, 24:00 - never Tuesday, 00:00."""
    local = due_at.astimezone(zone)
    if local.time() == time(0):
        return local - timedelta(days=1), "24:00"
    return local, f"{local:%H:%M}"


def hours_left(due_at: datetime, at: datetime) -> int:
    """Whole hours that are left; below zero when it is over."""
    return int((due_at - at).total_seconds() // 3600)


def is_alarm(due_at: datetime, at: datetime) -> bool:
    """Whether the last two days run."""
    return due_at - at <= LAST_DAY
