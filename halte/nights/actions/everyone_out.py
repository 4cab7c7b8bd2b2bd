"""The count of an evacuation, written down when the house answers again."""

from collections.abc import Collection
from datetime import date, datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights import refusals


def count_out(
    *,
    actor: Actor,
    night: date,
    places: Collection[str],
    out: Collection[str],
    by_voice: Collection[str],
    drill: bool,
    at: datetime,
    key: RetryKey,
) -> int:
    """So many were expected, so many stood outside, so many answered; who is missing is a bed. It is about nobody.

    Args:
        places: Where somebody was, as the tablet knew it: it may have counted alone.

    Returns:
        How many are missing.

    Raises:
        NightOutOfReach: It is not the night that runs.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.everyone_out_counted") as act:
        if night != actor.site.tonight(at):
            raise refusals.NightOutOfReach
        missing = sorted(set(places) - set(out) - set(by_voice))
        act.about(
            night=night,
            expected=len(set(places)),
            out=len(set(out) & set(places)),
            by_voice=len((set(by_voice) - set(out)) & set(places)),
            missing=missing,
            drill=drill,
        )
    return len(missing)
