"""Checking the chain: says where and how it breaks, also against heads that were kept elsewhere."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from halte.journal import canonical
from halte.journal.acts import header
from halte.journal.models import Head, Line, Subject

LENGTH = 32
FIRST = bytes(LENGTH).hex()


@dataclass(frozen=True)
class KeptHead:
    """The end of a chain as it was written down outside this database: printed, at the hub, on a stick."""

    site: UUID
    epoch: int
    seq: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.site}:{self.epoch}:{self.seq}:{self.hash.hex()}"

    @classmethod
    def parse(cls, text: str) -> "KeptHead":
        """Read a head as `str` writes it.

        Raises:
            ValueError: It does not look like `site:epoch:seq:hash`.
        """
        site, epoch, seq, digest = text.strip().split(":")
        head = cls(UUID(site), int(epoch), int(seq), bytes.fromhex(digest))
        if not (0 < head.epoch < 2**31 - 1 and 0 <= head.seq < 2**63 and len(head.hash) == LENGTH):
            raise ValueError(text)
        return head


@dataclass(frozen=True)
class Break:
    """One place where a chain does not hold."""

    site: UUID
    epoch: int
    seq: int
    what: str

    def __str__(self) -> str:
        return f"site {self.site}, epoch {self.epoch}, line {self.seq}: {self.what}"


def heads() -> list[KeptHead]:
    """The present end of every chain, to be kept elsewhere."""
    return [KeptHead(head.site, head.epoch, head.seq, bytes(head.hash)) for head in Head.objects.order_by("site")]


def breaks(kept: Iterable[KeptHead] = ()) -> Iterator[Break]:
    """Every place where a chain does not hold; nothing when all is whole.

    Without heads kept elsewhere, a chain that was cut or written anew from some line on, with its head, looks whole.
    """
    wanted: dict[tuple[UUID, int, int], bytes] = {(head.site, head.epoch, head.seq): head.hash for head in kept}
    ends: dict[UUID, Line] = {}
    lines = Line.objects.order_by("site", "epoch", "seq").iterator(chunk_size=2000)
    for _site, chain in groupby(lines, key=lambda line: line.site):
        previous: Line | None = None
        for line in chain:
            yield from _faults(line, previous)
            expected = wanted.pop((line.site, line.epoch, line.seq), None)
            if expected is not None and expected != bytes(line.hash):
                yield Break(line.site, line.epoch, line.seq, "is not the line whose hash was kept elsewhere")
            previous = ends[line.site] = line
    yield from _faults_of_heads(ends)
    for (site, epoch, seq), _hash in wanted.items():
        if seq:
            yield Break(site, epoch, seq, "was kept elsewhere and is missing here")


def _faults(line: Line, previous: Line | None) -> Iterator[Break]:
    def broken(what: str) -> Break:
        return Break(line.site, line.epoch, line.seq, what)

    if canonical.digest(bytes(line.body)) != bytes(line.hash):
        yield broken("its bytes do not give its hash")
    try:
        said = json.loads(bytes(line.body))
    except ValueError:
        yield broken("its bytes cannot be read")
        return
    for name, value in header(line).items():
        if not isinstance(said, dict) or said.get(name) != value:
            yield broken(f"its {name} is not what its bytes say")
            return
    new_epoch = previous is not None and line.epoch > previous.epoch
    expected_seq = 1 if previous is None or new_epoch else previous.seq + 1
    if line.seq != expected_seq:
        yield broken(f"line {expected_seq} should stand here")
    if said.get("previous") != (bytes(previous.hash).hex() if previous else FIRST):
        yield broken("does not follow the line before it")


def _faults_of_heads(ends: dict[UUID, Line]) -> Iterator[Break]:
    for head in Head.objects.all():
        end = ends.pop(head.site, None)
        stands = (end.epoch, end.seq, bytes(end.hash)) if end else (head.epoch, 0, bytes(32))
        if stands[1:] != (head.seq, bytes(head.hash)) or stands[0] != head.epoch:
            yield Break(head.site, head.epoch, head.seq, "the head does not name the last line")
    for site, end in ends.items():
        yield Break(site, end.epoch, end.seq, "the chain has no head")


def foreign_subjects() -> Iterator[Break]:
    """Side rows that tie a guest to a line which is not about them: written behind our back."""
    rows = Subject.objects.select_related("line").order_by().iterator(chunk_size=2000)
    for row in rows:
        line = row.line
        if canonical.subject(bytes(row.nonce), row.guest).encode() not in bytes(line.body):
            yield Break(line.site, line.epoch, line.seq, "a side row names a guest whom this line is not about")
