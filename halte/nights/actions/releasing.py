"""Late in the evening: every place of those who did not come is free for others, in one act."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights import placing, queries, refusals
from halte.nights.models import EndReason, Stay


def release_all(*, actor: Actor, night: date, at: datetime, key: RetryKey) -> int:
    """Whoever was given a bed for this night and did not come has it no longer. Held for two seconds; not undone.

    Keeps:
        Whoever came in once, also if they went out since, keeps their bed. So does whoever stays on from last night:
        they need not say so, and were never asked to come in anew.

    Returns:
        How many places are free.

    Raises:
        NobodyMissing: Everyone came.
        NightOutOfReach: The night has not begun, or is over.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.released") as act:
        return len(_release(act, actor, night, at))


def pass_places_on(*, actor: Actor, night: date, at: datetime, key: RetryKey) -> int:
    """The same by itself, at the hour of the house's rules. Nobody held a button, so a person may take it back.

    Raises:
        NobodyMissing, NightOutOfReach: As for `release_all`.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.places_passed_on") as act:
        released = _release(act, actor, night, at)
        act.results(stays=[stay.id.hex for stay in released])
    return len(released)


def _release(act: journal.Act, actor: Actor, night: date, at: datetime) -> list[Stay]:
    if night != actor.site.tonight(at):
        raise refusals.NightOutOfReach
    missing = list(queries.did_not_come_yet(actor, night).select_related("guest"))
    if not missing:
        raise refusals.NobodyMissing
    Stay.objects.filter(id__in=[stay.id for stay in missing]).update(ended_at=at, end_reason=EndReason.DID_NOT_COME)
    act.about([stay.guest for stay in missing], night=night, n=len(missing))
    return missing


@journal.undoes("nights.places_passed_on")
def _kept_for_them(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Everyone has their place again; refused once one of the beds, or of the guests, has another."""
    for stay in placing.stays(actor, results["stays"]):
        placing.reopen(actor, stay, at)
