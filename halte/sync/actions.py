"""Everything that keeps the ends of registers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.journal.checking import KeptHead
from halte.sync import queries
from halte.sync.models import KeptElsewhere, Where, Witness


@dataclass(frozen=True)
class Kept:
    """What came of keeping a head. `contradicts`: another head of the same number was kept before."""

    witness: Witness
    contradicts: bool


def keep_head(*, actor: Actor, head: KeptHead, at: datetime, key: RetryKey) -> Kept:
    """The end of a centre's register is kept here too.

    Keeps:
        What was kept is never replaced: a second hash for the same number stands beside the first, and shows that
        the register was written anew.
        The line of this act holds the hash: it cannot be taken back here without breaking our own register.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sync.head_kept") as act:
        same_number = Witness.objects.filter(site=head.site, epoch=head.epoch, seq=head.seq)
        kept = list(same_number)
        contradicts = any(bytes(row.hash) != head.hash for row in kept)
        witness = next((row for row in kept if bytes(row.hash) == head.hash), None)
        if witness is None:
            witness = Witness.objects.create(
                site=head.site, epoch=head.epoch, seq=head.seq, hash=head.hash, received_at=at, device=actor.device
            )
        first, second = head.hash.hex()[:32], head.hash.hex()[32:]
        act.about(of=head.site, epoch=head.epoch, seq=head.seq, hash=[first, second], contradicts=contradicts)
        act.results(witness=witness.id.hex, contradicts=contradicts)
    return Kept(witness, contradicts)


def note_kept_elsewhere(
    *, actor: Actor, heads: Sequence[KeptHead], where: Where, at: datetime, key: RetryKey
) -> list[KeptElsewhere]:
    """Heads of this centre's registers are now kept elsewhere too.

    Raises:
        NotOurHead: One of them is not, and never was, an end of a register that stands here.
    """
    with journal.act(actor=actor, at=at, key=key, kind="sync.heads_kept_elsewhere") as act:
        queries.are_ours(heads)
        rows = KeptElsewhere.objects.bulk_create(
            [
                KeptElsewhere(site=head.site, epoch=head.epoch, seq=head.seq, hash=head.hash, where=where, kept_at=at)
                for head in heads
            ]
        )
        act.about(where=where.value, heads=len(rows))
        act.results(kept=[row.id.hex for row in rows])
    return rows
