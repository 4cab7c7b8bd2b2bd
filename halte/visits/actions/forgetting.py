"""Forgetting the door: after the days that the site's rules set, nobody can tell who was here."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.visits.models import BedAsked, BusRun, Letter, Numbered, NumberedService, Tagged, Ticket, Visit


def forget_door_lines(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Who came, washed, waited, got a letter, left a thing or asked for a bed is deleted after `days_door_lines`.

    Keeps:
        Open visits, lockers and tags in use and letters that wait stay. Day close wrote the numbers first.

    Returns:
        How many rows were deleted.
    """
    with journal.act(actor=actor, at=at, key=key, kind="visits.forgotten") as act:
        kept = timedelta(days=actor.site.rules_at(at).days_door_lines)
        before, moment = actor.site.today(at) - kept, at - kept
        over: list[tuple[Any, Q]] = [
            (Visit, Q(on__lt=before, left_at__isnull=False)),
            (Numbered, Q(on__lt=before) & (Q(service=NumberedService.SHOWER) | Q(ended_at__lt=moment))),
            (Ticket, Q(on__lt=before)),
            (Letter, Q(passed_at__lt=moment) | Q(ended_at__lt=moment)),
            (Tagged, Q(ended_at__lt=moment)),
            (BedAsked, Q(night__lt=before)),
            (BusRun, Q(leaves_at__lt=moment)),
        ]
        deleted: int = sum(model.objects.seen_by(actor).filter(rows).delete()[0] for model, rows in over)
        act.about(before=before, n=deleted)
    return deleted
