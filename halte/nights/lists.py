"""When the list by room and bed is printed anew: at set hours of the night, and after so many changes."""

from datetime import date, datetime

from django.db.models import Q

from halte.accounts.actor import Actor
from halte.common import nights
from halte.nights.models import Stay
from halte.nights.night_watch import ListPrinted, PrintedWhy

HOURS = (22 * 60, 0, 3 * 60)
"""22:00, 00:00 and 03:00: a list is never older than the part of the night in which a house is asleep."""
CHANGES = 20
FIRST, LAST = 18 * 60, 9 * 60
"""By day people come and go with their things; the list of the night is asked for from 18:00 to 09:00."""


def last(actor: Actor, night: date) -> ListPrinted | None:
    """The newest list of a night."""
    found: ListPrinted | None = ListPrinted.objects.seen_by(actor).filter(night=night).order_by("-printed_at").first()
    return found


def changes(actor: Actor, night: date, since: ListPrinted | None) -> int:
    """How many beds have somebody in them, or nobody, otherwise than on the last list."""
    stays = Stay.objects.seen_by(actor).filter(night=night, arrived_at__isnull=False)
    if since is not None:
        at = since.printed_at
        stays = stays.filter(Q(arrived_at__gt=at) | Q(left_at__gt=at) | Q(ended_at__gt=at) | Q(given_at__gt=at))
    return int(stays.count())


def why_now(actor: Actor, night: date, at: datetime) -> PrintedWhy | None:
    """Why the list should be printed now; None when there is no reason."""
    zone = actor.site.zone
    first, end = (nights.at_minute(night, minute, zone) for minute in (FIRST, LAST))
    if not first <= at < end:
        return None
    printed = last(actor, night)
    passed = [hour for minute in HOURS if (hour := nights.at_minute(night, minute, zone)) <= at]
    if passed and (printed is None or printed.printed_at < passed[-1]):
        return PrintedWhy.HOUR
    return PrintedWhy.CHANGES if changes(actor, night, printed) >= CHANGES else None
