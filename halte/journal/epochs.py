"""Epochs: after a restore a chain goes on under a new number, so that lines written twice are never taken for one."""

from datetime import datetime

from django.db import transaction

from halte.journal import canonical
from halte.journal.acts import Act, Acting, line_after, lock_head
from halte.journal.models import Head, Line


def open_epoch(*, actor: Acting, at: datetime, after: int, lost_first: int | None, lost_last: int | None) -> Line:
    """A restored chain goes on, and says which lines it lost.

    Args:
        after: The highest epoch that is known of this chain anywhere; the new one is the next.
        lost_first: First number that the restore could not bring back; None when no loss is known.

    Returns:
        The first line of the new epoch. It follows the last line that was brought back.
    """
    with transaction.atomic(durable=True):
        head = lock_head(actor.site_id)
        said: dict[str, canonical.Value] = {
            "restored_epoch": head.epoch,
            "restored_seq": head.seq,
            "lost_first": lost_first,
            "lost_last": lost_last,
        }
        head.epoch, head.seq = max(after, head.epoch) + 1, 0
        line = line_after(head, actor, Act(kind="journal.epoch_opened", at=at, data=said), [])
        line.save(force_insert=True)
        Head.objects.filter(site=head.site).update(epoch=line.epoch, seq=line.seq, hash=line.hash)
    return line
