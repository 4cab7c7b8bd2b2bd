"""Finding what is at hand: who can help now, what the screens of a house must know, visits with a paper."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core import signing
from django.db.models import Case, DateTimeField, Exists, OuterRef, Subquery, UUIDField, When
from django.db.models.functions import Coalesce

from halte.accounts import duty
from halte.accounts.actor import Actor
from halte.accounts.models import Device, Staff
from halte.common.languages import BY_CODE
from halte.emergency.models import HelpCall, PaperVisit, SiteNumbers, Speaks, Trained
from halte.sites.models import Shutter, Site

SHOWN_FOR = timedelta(minutes=30)
"""A call for help that nobody ended leaves the screens after this."""
_SIGNER = signing.Signer(salt="halte.emergency.watch")


@dataclass(frozen=True)
class Called:
    """A call for help that still stands; with a language, a call for an interpreter."""

    at: datetime
    by: str
    language: str = ""

    @property
    def spoken(self) -> str:
        """The language that is asked for, as whoever reads the screen calls it."""
        return BY_CODE[self.language].name if self.language else ""


@dataclass(frozen=True)
class ScreenState:
    """What every open screen of a house must know."""

    site: Site
    rests: bool
    called: Called | None


@dataclass(frozen=True)
class Helper:
    """A colleague in the house now, what they can, and since when they are signed in."""

    called: str
    what: tuple[Any, ...]
    since: datetime


def ticket_of(site: Site) -> str:
    """What a screen of a house shows when it asks: nobody else can ask for that house."""
    return _SIGNER.sign(site.code)


def screen_state(ticket: str, at: datetime) -> ScreenState | None:
    """What a screen must know, by the ticket on its page; None for a ticket that is none. One query."""
    try:
        code = _SIGNER.unsign(ticket)
    except signing.BadSignature:
        return None
    return _state(Site.objects.filter(code=code), at)


def called_at(site: Site, at: datetime) -> Called | None:
    """The call for help that still stands at a house."""
    state = _state(Site.objects.filter(id=site.id), at)
    return state.called if state else None


def _state(sites: Any, at: datetime) -> ScreenState | None:
    calls: Any = HelpCall.objects.everywhere(because="asked for one site, by its own screens")
    standing = calls.filter(site=OuterRef("pk"), at__gt=at - SHOWN_FOR, over_at__isnull=True)
    # Who asks for an interpreter never covers who calls for help.
    standing = standing.order_by(Case(When(language="", then=0), default=1), "-at")
    shut: Any = Shutter.objects.everywhere(because="asked for one site, by its own screens")
    found = (
        sites.annotate(
            rests=Exists(shut.filter(site=OuterRef("pk"), opened_at__isnull=True)),
            help_at=Subquery(standing.values("at")[:1], output_field=DateTimeField()),
            help_by=Subquery(standing.values("by")[:1], output_field=UUIDField()),
            help_language=Subquery(standing.values("language")[:1]),
        )
        .annotate(
            help_name=Coalesce(
                Subquery(Staff.objects.filter(pk=OuterRef("help_by")).values("called")[:1]),
                Subquery(Device.objects.filter(pk=OuterRef("help_by")).values("label")[:1]),
            )
        )
        .first()
    )
    if found is None:
        return None
    called = Called(found.help_at, found.help_name or "", found.help_language or "") if found.help_at else None
    return ScreenState(found, found.rests, called)


def numbers(site: Site) -> SiteNumbers:
    """The numbers of a house; empty ones when nobody set them."""
    rows: Any = SiteNumbers.objects.everywhere(because="asked for one site")
    return rows.filter(site=site).first() or SiteNumbers(site=site)


def trained_here(site: Site, at: datetime) -> list[Helper]:
    """Colleagues signed in at the house now who said that they were trained, who came last first."""
    rows: Any = Trained.objects.everywhere(because="asked for one site")
    return _helpers(site, at, rows.filter(site=site), lambda row: row.get_what_display())


def interpreters_here(site: Site, at: datetime, language: str = "") -> list[Helper]:
    """Colleagues signed in at the house now who interpret this language, or any; what they can are `Language`s."""
    rows: Any = Speaks.objects.everywhere(because="asked for one site")
    asked = rows.filter(site=site, **({"language": language} if language else {}))
    return _helpers(site, at, asked.order_by("language"), lambda row: BY_CODE[row.language])


def languages_here(site: Site, at: datetime) -> set[str]:
    """Languages for which somebody is in the house now."""
    here = [one.staff for one in duty.on_duty(site, at)]
    rows: Any = Speaks.objects.everywhere(because="asked for one site")
    return set(rows.filter(site=site, staff__in=here).values_list("language", flat=True))


def _helpers(site: Site, at: datetime, rows: Any, said: Any) -> list[Helper]:
    can: dict[UUID, list[Any]] = {}
    for row in rows:
        can.setdefault(row.staff_id, []).append(said(row))
    return [
        Helper(one.staff.called, tuple(can[one.staff.id]), one.since)
        for one in duty.on_duty(site, at)
        if one.staff.id in can
    ]


def mine(actor: Actor) -> tuple[list[Speaks], list[Trained]]:
    """What a colleague said of themselves."""
    speaks, trained = Speaks.objects.seen_by(actor), Trained.objects.seen_by(actor)
    return list(speaks.filter(staff=actor.id)), list(trained.filter(staff=actor.id))


def visits(actor: Actor) -> list[PaperVisit]:
    """The last visits with a paper at the actor's own site."""
    return list(PaperVisit.objects.seen_by(actor)[:20])


def visit(actor: Actor, visit_id: UUID) -> PaperVisit | None:
    """A visit with a paper at the actor's own site."""
    found: PaperVisit | None = PaperVisit.objects.seen_by(actor).filter(id=visit_id).first()
    return found


def shutter(site: Site) -> Shutter | None:
    """The shutter that is down at a house."""
    rows: Any = Shutter.objects.everywhere(because="asked for one site, by its own screens")
    found: Shutter | None = rows.filter(site=site, opened_at__isnull=True).first()
    return found
