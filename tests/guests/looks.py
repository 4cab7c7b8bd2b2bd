"""Looking at cards, without a page."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from halte.accounts.actor import Actor
from halte.guests import looking
from halte.guests.models import Guest
from halte.journal.models import Line

MINUTE = timedelta(minutes=1)


def looks(actor: Actor | None = None) -> Any:
    """The lines of looks, of everybody or of one."""
    lines = Line.objects.filter(kind=looking.LOOKED)
    return lines.filter(actor=actor.id) if actor else lines


def looks_at(actor: Actor, guests: Iterable[Guest], at: datetime) -> None:
    """Open these cards one after the other."""
    for guest in guests:
        looking.note(actor=actor, guest=guest, at=at)
