"""Forgetting nights: after the days that the site's rules set, nobody can tell who slept here."""

from datetime import date, datetime, timedelta
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights.models import HeldParty, NightPlan, PlaceProposal, Stay, WakeUp, Want, YoungSheet


def forget_nights(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Stays, wants, proposals, plans, held places, wake-ups and sheets of nights longer ago than `days_nights`
    are deleted.

    Keeps:
        Day close wrote the numbers first: whoever calls this sees to it.

    Returns:
        How many rows were deleted.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.forgotten") as act:
        before = actor.site.tonight(at) - timedelta(days=actor.site.rules_at(at).days_nights)
        models: tuple[Any, ...] = (Stay, Want, PlaceProposal, NightPlan, HeldParty, WakeUp, YoungSheet)
        deleted: int = sum(_delete(model, actor, before) for model in models)
        act.about(before=before, n=deleted)
    return deleted


def _delete(model: Any, actor: Actor, before: date) -> int:
    _all, by_table = model.objects.seen_by(actor).filter(night__lt=before).delete()
    return int(by_table.get(model._meta.label, 0))
