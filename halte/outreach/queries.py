"""Finding rounds."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from halte.accounts.actor import Actor
from halte.outreach.models import Round
from halte.outreach.rules import Counted, Range, envelope
from halte.sites.models import PlacesAsked, Site, SiteKind

SHOWN = 60


def houses_with_beds(actor: Actor, at: datetime) -> list[Site]:
    """The other hostels that are open."""
    rows = Site.objects.filter(kind=SiteKind.HOSTEL, opened_on__lte=actor.site.today(at))
    return list(rows.exclude(id=actor.site_id))


def beds_asked(actor: Actor, at: datetime) -> list[PlacesAsked]:
    """The beds this place asked for tonight, the newest first, with the answers of the houses."""
    rows = PlacesAsked.objects.seen_by(actor).filter(night=actor.site.tonight(at), ended_at__isnull=True)
    return list(rows.select_related("house", "answer").order_by("-asked_at"))


def asked(actor: Actor, asked_id: UUID) -> PlacesAsked | None:
    """One of them, of the actor's own place."""
    found: PlacesAsked | None = PlacesAsked.objects.seen_by(actor).select_related("house").filter(id=asked_id).first()
    return found


def latest(actor: Actor) -> list[Round]:
    """The site's last rounds with what was needed, the newest first."""
    return list(Round.objects.seen_by(actor).prefetch_related("needs")[:SHOWN])


def round_of(actor: Actor, round_id: UUID) -> Round | None:
    """A round of the actor's own site."""
    found: Round | None = Round.objects.seen_by(actor).filter(id=round_id).first()
    return found


def seen_on(site: Site, on: date) -> Range | None:
    """How many people were outside on a day; None when nobody counted."""
    rows: Any = Round.objects.filter(site=site, on=on).values_list("area", "low", "high")
    counts = [Counted(area, low, high) for area, low, high in rows]
    return envelope(counts) if counts else None
