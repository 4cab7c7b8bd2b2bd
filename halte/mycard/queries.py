"""What a bare scan may show to whoever holds the phone, and what the guest's own page shows of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from halte.advice import offers as advice
from halte.common import ids
from halte.goods.offers import Announced, announced
from halte.guests.models import Guest, GuestState
from halte.nights import offers as nights
from halte.sites import queries as sites
from halte.sites.models import Hours, Site
from halte.sites.queries import offered_today
from halte.tracing import offers as tracing
from halte.visits import offers as visits
from halte.visits.models import Ticket
from halte.web.offers import Offer

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SERVICES = (nights.for_card, visits.for_card, advice.for_card, tracing.for_card)


@dataclass(frozen=True)
class OpenToday:
    """A place of the network and its hours today."""

    name: str
    town: str
    kind: str
    opens: time
    closes: time
    closed: Sequence["StrOrPromise"] = ()
    """Services that somebody closed for today."""
    given: Sequence[Announced] = ()
    """What is given today, and how many there are."""


def open_today(at: datetime) -> list[OpenToday]:
    """The places that are open today, with their hours; the same for every card."""
    found = []
    for site in Site.objects.filter(opened_on__isnull=False):
        found += [
            OpenToday(
                site.name,
                site.town,
                site.kind,
                hours.opens,
                hours.closes,
                [one.service.label for one in offered_today(site, at) if one.closure],
                announced([site]),
            )
            for hours in _hours(site, site.today(at))
        ]
    return found


def _hours(site: Site, on: date) -> list[Hours]:
    if site.opened_on is None or site.opened_on > on:
        return []
    return sites.hours_on(site, on)


def number_in_queue(secret: str, at: datetime) -> int | None:
    """The number this card waits with today, at any site; None for every card that waits nowhere, live or not.

    Keeps:
        A protected card shows no number either: its page is the same as that of a card that never was.
    """
    if not ids.is_secret(secret):
        return None
    sites = list(Site.objects.filter(opened_on__isnull=False))
    waiting = Ticket.objects.everywhere(because="a card is read without knowing its site").filter(
        guest__card_key__in=[ids.key_at_site(secret, site.id) for site in sites],
        guest__state=GuestState.LIVE,
        guest__protected=False,
        on__in={site.today(at) for site in sites},
        called_at__isnull=True,
        ended_at__isnull=True,
    )
    number: int | None = waiting.values_list("number", flat=True).first()
    return number


def own_things(guest: Guest, at: datetime) -> list[Offer]:
    """What every service shows a guest of their own: the bed, the number, letters, appointments."""
    found = [offer for service in SERVICES for offer in service(guest=guest, at=at)]
    return sorted(found, key=lambda offer: offer.order)
