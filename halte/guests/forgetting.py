"""Forgetting what guests hold for a while: pairings that ran out, notes of measures, measures that are over."""

from datetime import datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.guests import measures, pairing


def forget_pairings_and_notes(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Phones whose fourteen days are over, notes of measures after thirty days, and measures that are over.

    Returns:
        How many rows were changed or deleted.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.forgotten") as act:
        n = pairing.forget_within(actor, at) + measures.forget_within(actor, at)
        act.about(n=n)
    return n
