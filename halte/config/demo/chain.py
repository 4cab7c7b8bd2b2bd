"""Writes many past acts at once, with the register's own lines: `halte check` finds the chain whole."""

from collections.abc import Iterable
from datetime import datetime
from random import Random
from uuid import UUID

from django.db import transaction

from halte.accounts.actor import Actor
from halte.journal import canonical
from halte.journal.acts import Act, line_after, lock_head
from halte.journal.models import Head, Line, Subject

BATCH = 2000


class Chain:
    """The lines of one site's past, in the order in which they were recorded; `save` writes what was added since.

    Keeps:
        Every line follows the one before it, exactly as `journal.act` would have written it. No retry keys: nobody
        asks again for an act of last week.
    """

    def __init__(self, site: UUID, draw: Random) -> None:
        self.site = site
        self.draw = draw
        self.head: Head | None = None
        self.lines: list[Line] = []
        self.subjects: list[Subject] = []

    def add(
        self,
        actor: Actor,
        kind: str,
        at: datetime,
        guests: Iterable[UUID] = (),
        line_id: UUID | None = None,
        /,
        **data: canonical.Value,
    ) -> UUID:
        """One act that happened then, about these guests. Returns the line's identifier."""
        head = self.head = self.head or _head(self.site)
        act = Act(kind=kind, at=at, line_id=line_id or self.new_id(), data=dict(data))
        rows = [Subject(line_id=act.line_id, nonce=self.draw.randbytes(16), guest=guest) for guest in guests]
        hashes = [canonical.subject(bytes(row.nonce), row.guest) for row in rows]
        line = line_after(head, actor, act, hashes, recorded_at=at)
        head.seq, head.hash = line.seq, line.hash
        self.lines.append(line)
        self.subjects.extend(rows)
        return line.id

    def new_id(self) -> UUID:
        """An identifier for a line that rows must name before it is added."""
        return UUID(int=self.draw.getrandbits(128), version=4)

    def save(self) -> None:
        """Write the lines added since the last time, and the head that names the last of them."""
        if self.head is None or not self.lines:
            return
        Line.objects.bulk_create(self.lines, batch_size=BATCH)
        Subject.objects.bulk_create(self.subjects, batch_size=BATCH)
        self.head.save(update_fields=["seq", "hash"])
        self.head, self.lines, self.subjects = None, [], []


def _head(site: UUID) -> Head:
    with transaction.atomic():
        return lock_head(site)
