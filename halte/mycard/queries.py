"""What a bare scan may show to whoever holds the phone: the house, and a number in a queue; never a person's things."""

from dataclasses import dataclass
from datetime import date, datetime, time

from halte.common import ids
from halte.guests.models import GuestState
from halte.sites.models import Hours, Site
from halte.visits.models import Ticket


@dataclass(frozen=True)
class OpenToday:
    """A place of the network and its hours today."""

    name: str
    town: str
    kind: str
    opens: time
    closes: time


def open_today(at: datetime) -> list[OpenToday]:
    """The places that are open today, with their hours; the same for every card."""
    found = []
    for site in Site.objects.filter(opened_on__isnull=False):
        found += [
            OpenToday(site.name, site.town, site.kind, hours.opens, hours.closes)
            for hours in _hours(site, site.today(at))
        ]
    return found


def _hours(site: Site, on: date) -> list[Hours]:
    if site.opened_on is None or site.opened_on > on:
        return []
    rows = Hours.objects.everywhere(because="opening hours are public").filter(site=site, service="")
    return list(rows.filter(weekday=on.weekday()))


def number_in_queue(secret: str, at: datetime) -> int | None:
    """The number this card waits with today, at any site; None for every card that waits nowhere, live or not."""
    if not ids.is_secret(secret):
        return None
    sites = list(Site.objects.filter(opened_on__isnull=False))
    waiting = Ticket.objects.everywhere(because="a card is read without knowing its site").filter(
        guest__card_key__in=[ids.key_at_site(secret, site.id) for site in sites],
        guest__state=GuestState.LIVE,
        on__in={site.today(at) for site in sites},
        called_at__isnull=True,
        ended_at__isnull=True,
    )
    number: int | None = waiting.values_list("number", flat=True).first()
    return number
