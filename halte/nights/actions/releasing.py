"""Late in the evening: every place of those who did not come is free for others, in one act."""

from datetime import date, datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights import queries, refusals
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
        if night != actor.site.tonight(at):
            raise refusals.NightOutOfReach
        missing = list(queries.did_not_come_yet(actor, night).select_related("guest"))
        if not missing:
            raise refusals.NobodyMissing
        Stay.objects.filter(id__in=[stay.id for stay in missing]).update(ended_at=at, end_reason=EndReason.DID_NOT_COME)
        act.about([stay.guest for stay in missing], night=night, n=len(missing))
    return len(missing)
