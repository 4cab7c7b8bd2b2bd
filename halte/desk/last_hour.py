"""The last hour of a day: who has no bed tonight, as a number; buses, bags, and a sheet in the guest's language."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from halte.accounts import roles
from halte.accounts.actor import Actor
from halte.accounts.doors import HalteRequest, needs
from halte.common import languages
from halte.guests import queries as guests
from halte.guests.models import Guest
from halte.nights import queries as nights
from halte.nights.offers import for_sheet
from halte.rights import queries as guide
from halte.sites import queries as sites
from halte.sites import secret
from halte.sites.models import Site, SiteKind
from halte.visits import queries as visits
from halte.visits.models import BusRun, Tagged, TagKind, Visit

SOON = timedelta(minutes=90)
TOPIC = "shelter-tonight"
CONFIRMED = frozenset({"S", "D"})
"""Only what stands in a source (S) or in a document we hold (D) goes on the sheet."""
STATEMENTS = 4


@dataclass(frozen=True)
class LastHour:
    """Everything on the page. Of people there are only numbers."""

    at: datetime
    closes_at: datetime
    inside: int
    asked: int
    without_bed: int
    houses: list[Site]
    asked_of_us: list[tuple[str, int]]
    free_here: int | None
    buses: list[BusRun]
    bags: list[Tagged]
    phones: list[Tagged]


def last_hour_of(actor: Actor, at: datetime) -> LastHour:
    """The end of the day at the actor's own site.

    Keeps:
        Who inside has no bed is a number: those inside, less those who have a bed here or for whom one is asked.
        Beds of other houses are not looked up: their rows cannot be joined with ours.
    """
    inside = visits.inside_now(actor.site, at)
    asked = visits.beds_asked(actor, at)
    night = actor.site.tonight(at)
    here = Visit.objects.seen_by(actor).filter(left_at__isnull=True, on__gte=visits.day_of(actor.site, at))
    sleeping = nights.holding(actor, night, at).values_list("guest", flat=True)
    with_bed = set(here.filter(guest__in=list(asked)).values_list("guest", flat=True)) | (
        set(here.values_list("guest", flat=True)) & set(sleeping)
    )
    is_hostel = actor.site.kind == SiteKind.HOSTEL
    return LastHour(
        at=at,
        closes_at=visits.closing(actor.site, actor.site.today(at)),
        inside=inside,
        asked=len(asked),
        without_bed=max(0, inside - len(with_bed)),
        houses=visits.houses_with_beds(actor, at),
        asked_of_us=visits.asked_of(actor.site, at),
        free_here=sum(nights.free_by_kind(actor, night, at).values()) if is_hostel else None,
        buses=visits.buses(actor, at),
        bags=list(visits.here_now(actor, TagKind.BAG)),
        phones=list(visits.here_now(actor, TagKind.PHONE)),
    )


def is_near(actor: Actor, at: datetime) -> bool:
    """Whether the day centre closes within an hour and a half: then the desk shows the way here."""
    if actor.site.kind != SiteKind.DAY_CENTRE:
        return False
    closes_at = visits.closing(actor.site, actor.site.today(at))
    return closes_at - SOON <= at < closes_at


@needs(roles.DESK)
@require_safe
def last_hour(request: HalteRequest) -> HttpResponse:
    """The last hour of the day, for whoever closes the door."""
    return render(request, "desk/last_hour.html", {"hour": last_hour_of(request.actor, timezone.now())})


@dataclass(frozen=True)
class OpenTonight:
    """A house with beds, and when one may come."""

    name: str
    town: str
    address: str
    opens: time | None


def _open_tonight(at: datetime) -> list[OpenTonight]:
    found, hidden = [], secret.houses()
    for site in Site.objects.filter(kind=SiteKind.HOSTEL, opened_on__isnull=False):
        today = site.today(at)
        if site.opened_on and site.opened_on <= today:
            if today in sites.closed_days(site, today):
                continue
            first = min((row.opens for row in sites.hours_on(site, today)), default=None)
            town, address = ("", "") if site.id in hidden else (site.town, site.address)
            found.append(OpenTonight(site.name, town, address, first))
    return found


@needs(roles.DESK)
@require_safe
def sheet(request: HalteRequest, language: str) -> HttpResponse:
    """Where to sleep tonight, on one sheet in the guest's language: 115, the houses that are open, what is certain."""
    return _sheet(request, language, None)


@needs(roles.DESK)
@require_safe
def sheet_for(request: HalteRequest, language: str, guest_id: UUID) -> HttpResponse:
    """The same for one who waits here: about how many come before them, and by when they know."""
    guest = guests.guest(request.actor, guest_id)
    if guest is None:
        raise Http404
    return _sheet(request, language, guest)


def _sheet(request: HalteRequest, language: str, guest: Guest | None) -> HttpResponse:
    if language not in languages.BY_CODE:
        raise Http404
    at = timezone.now()
    page = guide.page(language, TOPIC, on=request.actor.site.today(at))
    certain = [one for one in page.statements if not one.ask_us and one.confidence in CONFIRMED] if page else []
    context = {
        "languages": languages.ALL,
        "chosen": languages.BY_CODE[language],
        "statements": [one for one in certain if one.phone != "115"][:STATEMENTS],
        "call": next((one for one in certain if one.phone == "115"), None),
        "places": _open_tonight(at),
        "day": at,
        "guest": guest,
    }
    if guest:
        with translation.override(language):
            context["line"] = for_sheet(guest=guest, at=at)
    return render(request, "desk/sheet.html", context)
