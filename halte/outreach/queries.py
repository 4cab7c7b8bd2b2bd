"""Finding rounds."""

from datetime import date
from typing import Any
from uuid import UUID

from halte.accounts.actor import Actor
from halte.outreach.models import Round
from halte.outreach.rules import Counted, Range, envelope
from halte.sites.models import Site

SHOWN = 60


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
