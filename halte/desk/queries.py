"""What the desk shows: the panel of one guest and what was just done at this site."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from halte import journal
from halte.accounts.actor import Actor
from halte.advice import offers as advice
from halte.desk import words
from halte.goods import offers as goods
from halte.guests.models import Guest
from halte.journal.models import Line, Subject
from halte.journal.undoing import WINDOW
from halte.nights import offers as nights
from halte.visits import offers as visits
from halte.web.offers import Offer

SHOWN = 8
LOOKED_AT = 40
SERVICES = (nights.offers, goods.offers, visits.offers, advice.offers)


@dataclass(frozen=True)
class Done:
    """One act of the last fifteen minutes, as the desk lists it."""

    line_id: UUID
    pictogram: str
    text: str
    undo_url: str
    undone: bool = False


def offers(actor: Actor, guest: Guest, at: datetime) -> list[Offer]:
    """What this guest may have here, now, from every service."""
    found = [offer for service in SERVICES for offer in service(actor=actor, guest=guest, at=at)]
    return sorted(found, key=lambda offer: offer.order)


def just_done(actor: Actor, at: datetime) -> list[Done]:
    """The last acts of all desks of the site that a person may want to take back, the newest first."""
    # By number, not by time: the chain's own index gives the newest lines, whatever the age of the site.
    latest = list(Line.objects.filter(site=actor.site_id).order_by("-epoch", "-seq")[:LOOKED_AT])
    undone = {line.undoes for line in latest if line.undoes}
    lines = [line for line in latest if line.kind in words.KINDS and at - line.recorded_at <= WINDOW][:SHOWN]
    codes = _codes(actor, lines)
    return [_done(line, codes.get(line.id, ""), line.id in undone, at) for line in lines]


def _done(line: Line, code: str, undone: bool, at: datetime) -> Done:
    known = words.KINDS[line.kind]
    said = known.filled(json.loads(bytes(line.body))["data"])
    can_undo = journal.can_undo(line, at) and not undone
    return Done(
        line_id=line.id,
        pictogram=known.pictogram,
        text=f"{said}, {code}" if code else said,
        undo_url=reverse("desk:undo", args=[line.id]) if can_undo else "",
        undone=undone,
    )


def _codes(actor: Actor, lines: list[Line]) -> dict[UUID, str]:
    """The spoken code of the guest each line was about; none for acts about several."""
    about: dict[UUID, list[UUID]] = {}
    for line_id, guest_id in Subject.objects.filter(line__in=lines).values_list("line_id", "guest"):
        about.setdefault(line_id, []).append(guest_id)
    alone = {line_id: guests[0] for line_id, guests in about.items() if len(guests) == 1}
    guests = Guest.objects.seen_by(actor).select_related("site").in_bulk(list(alone.values()))
    return {line_id: guests[guest].spoken for line_id, guest in alone.items() if guest in guests}
