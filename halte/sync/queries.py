"""Finding kept heads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from halte.accounts.actor import Actor
from halte.common.refusal import Refusal
from halte.journal import NETWORK
from halte.journal.checking import KeptHead, heads
from halte.journal.models import Head, Line
from halte.sites.models import Site
from halte.sync.models import KeptElsewhere, Witness


class NotOurHead(Refusal):
    """No line of a register here has this number and hash."""

    code = "sync.not_our_head"
    message = gettext_lazy("These heads are not of a register that stands here. Open the page again and print it anew.")
    status = 422


def kept_heads() -> list[KeptHead]:
    """Every head that was kept of registers standing in this database: what `halte check` holds them against."""
    here = Head.objects.values("site")
    columns = ("site", "epoch", "seq", "hash")
    witnessed = Witness.objects.filter(site__in=here).values_list(*columns)
    ours = KeptElsewhere.objects.filter(site__in=here).values_list(*columns)
    rows = [*witnessed, *ours]
    return list(dict.fromkeys(KeptHead(site, epoch, seq, bytes(digest)) for site, epoch, seq, digest in rows))


def are_ours(given: Sequence[KeptHead]) -> None:
    """Check that each head names a line that stands here.

    Raises:
        NotOurHead: One does not.
    """
    for head in given:
        line = Line.objects.filter(site=head.site, epoch=head.epoch, seq=head.seq).only("hash").first()
        if line is None or bytes(line.hash) != head.hash:
            raise NotOurHead


def own_heads(actor: Actor) -> list[KeptHead]:
    """The ends of the actor's own site's register and of the network's; nothing while no line was written."""
    return [head for head in heads() if head.site in {actor.site_id, NETWORK} and head.seq]


@dataclass(frozen=True)
class HeadShown:
    """One of our own heads, and when the register was last kept elsewhere."""

    name: str
    head: KeptHead
    last_kept_at: datetime | None
    last_kept_seq: int | None
    where: str

    @property
    def lines_since(self) -> int:
        """How many lines were written since then."""
        return self.head.seq - (self.last_kept_seq or 0)

    @property
    def fingerprint(self) -> str:
        """The hash in groups of eight, for paper."""
        digest = self.head.hash.hex()
        return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))


def own_heads_shown(actor: Actor) -> list[HeadShown]:
    """Our own heads, with when each register was last kept elsewhere."""
    return [_shown(head) for head in own_heads(actor)]


def _shown(head: KeptHead) -> HeadShown:
    last = KeptElsewhere.objects.filter(site=head.site, epoch=head.epoch).order_by("-kept_at").first()
    return HeadShown(
        name=name_of(head.site),
        head=head,
        last_kept_at=last.kept_at if last else None,
        last_kept_seq=last.seq if last else None,
        where=last.get_where_display() if last else "",
    )


def name_of(site: UUID) -> str:
    """What people call the site of a register."""
    if site == NETWORK:
        return _("The network")
    return Site.objects.filter(id=site).values_list("name", flat=True).first() or str(site)


@dataclass(frozen=True)
class WitnessShown:
    """The last head that we keep of a centre, and the numbers that were told in two ways."""

    name: str
    last: Witness
    contradictions: Sequence[int]


def witnesses() -> list[WitnessShown]:
    """What we keep of each centre."""
    twice: dict[UUID, list[int]] = {}
    told = Witness.objects.order_by().values_list("site", "epoch", "seq").annotate(ways=Count("id")).filter(ways__gt=1)
    for site, _epoch, seq, _ways in told:
        twice.setdefault(site, []).append(seq)
    lasts: dict[UUID, Witness] = {row.site: row for row in Witness.objects.order_by("epoch", "seq", "received_at")}
    return [WitnessShown(name_of(site), last, sorted(twice.get(site, []))) for site, last in lasts.items()]
