"""What a bare scan may show to whoever holds the phone: nothing that says whether the card is live."""

from dataclasses import dataclass
from datetime import date, datetime, time

from halte.sites.models import Hours, Site


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
