"""The one shape of every write: a transaction, the site's lock, the rules, one line."""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal
from halte.common.retry import RetryKey
from halte.journal import canonical
from halte.journal.models import Head, Line, Retry, Subject

NETWORK = UUID("00000000-0000-4000-8000-000000000000")
"""The pseudo-site of acts that belong to the whole network, such as a page of the guide."""


class Acting(Protocol):
    """What the register needs to know of whoever acts."""

    @property
    def id(self) -> UUID: ...
    @property
    def site_id(self) -> UUID: ...
    @property
    def device(self) -> UUID | None: ...
    @property
    def acted_on(self) -> set[UUID]: ...


@dataclass(frozen=True)
class ForTheNetwork:
    """Whoever acts, acting for all sites: the line stands in the network's own register, in that of no house."""

    id: UUID
    device: UUID | None = None
    site_id: UUID = NETWORK
    acted_on: set[UUID] = field(default_factory=set, compare=False, repr=False)

    @classmethod
    def of(cls, actor: Acting) -> "ForTheNetwork":
        """The same person or device, acting for the network."""
        return cls(id=actor.id, device=actor.device)


class Known(Protocol):
    """Something that an act can be about: a guest."""

    @property
    def id(self) -> UUID: ...


class KeyReused(Refusal):
    """The same retry key came with another request."""

    code = "journal.key_reused"
    message = _("This form was sent before with other content. Open the page again and repeat the act.")
    status = 422


class AlreadyDone(Exception):
    """The same act was asked before and stands: `results` are the identifiers it made the first time."""

    def __init__(self, line_id: UUID, results: Mapping[str, Any]) -> None:
        super().__init__("already done")
        self.line_id = line_id
        self.results = dict(results)


@dataclass
class Act:
    """An act while it happens. The action tells it whom it is about, what the line says and what it made."""

    kind: str
    at: datetime
    line_id: UUID = field(default_factory=uuid4)
    undoes: UUID | None = None
    guests: list[UUID] = field(default_factory=list)
    data: dict[str, canonical.Value] = field(default_factory=dict)
    made: dict[str, Any] = field(default_factory=dict)

    def about(self, guests: Iterable[Known] = (), **data: canonical.Value) -> None:
        """Add guests that this act is about, and codes and quantities for the line."""
        self.guests.extend(guest.id for guest in guests)
        self.data.update(data)

    def results(self, **made: Any) -> None:
        """Add identifiers of what the act made, for a repeated request and for undo."""
        self.made.update(made)


@contextmanager
def act(*, actor: Acting, at: datetime, key: RetryKey, kind: str) -> Iterator[Act]:
    """Do one human act: everything in the block happens with its one line, or nothing does.

    Keeps:
        One act, one transaction, one line. The site's head row is locked first, so a site's acts are in order and
        their numbers have no gaps.
        The same key never acts twice.

    Args:
        at: The moment of the act, with its time zone.
        kind: `app.what_was_done`.

    Raises:
        AlreadyDone: This key acted before, with the same request.
        KeyReused: This key acted before, with another request or at another site.
        NotACode: The line would hold free text.
        JoinsLines: The line is about guests and would hold an identifier.
    """
    with transaction.atomic(durable=True):
        head = lock_head(actor.site_id)
        _refuse_repeats(actor, key)
        ongoing = Act(kind=kind, at=at)
        yield ongoing
        _append(head, actor, ongoing, key)
    if ongoing.undoes is None:
        actor.acted_on.update(ongoing.guests)


def lock_head(site: UUID) -> Head:
    """Lock the end of a site's chain until the transaction ends. Every act of the site waits here for its turn."""
    head = Head.objects.select_for_update().filter(site=site).first()
    if head is None:
        Head.objects.bulk_create([Head(site=site)], ignore_conflicts=True)
        head = Head.objects.select_for_update().get(site=site)
    return head


def _refuse_repeats(actor: Acting, key: RetryKey) -> None:
    before = Retry.objects.filter(actor=actor.id, value=key.value).select_related("line").first()
    if before is None:
        return
    if bytes(before.body_hash) != key.body or before.line.site != actor.site_id:
        raise KeyReused
    raise AlreadyDone(before.line_id, before.results)


def _append(head: Head, actor: Acting, ongoing: Act, key: RetryKey) -> None:
    if ongoing.guests:
        canonical.belongs_to_nobody(ongoing.data)
    side_rows = [
        Subject(line_id=ongoing.line_id, nonce=secrets.token_bytes(16), guest=guest) for guest in ongoing.guests
    ]
    line = line_after(head, actor, ongoing, [canonical.subject(bytes(row.nonce), row.guest) for row in side_rows])
    line.save(force_insert=True)
    if side_rows:
        Subject.objects.bulk_create(side_rows)
    Retry.objects.bulk_create(
        [
            Retry(
                actor=actor.id,
                value=key.value,
                body_hash=key.body,
                line=line,
                results=ongoing.made,
                at=line.recorded_at,
            )
        ]
    )
    Head.objects.filter(site=head.site).update(seq=line.seq, hash=line.hash)


def line_after(
    head: Head, actor: Acting, ongoing: Act, subjects: list[str], *, recorded_at: datetime | None = None
) -> Line:
    """The line that would follow a head: body, hash and columns, recorded now unless told. It is not saved."""
    recorded_at = recorded_at or timezone.now()
    line = Line(
        id=ongoing.line_id,
        site=head.site,
        epoch=head.epoch,
        seq=head.seq + 1,
        at=ongoing.at,
        recorded_at=recorded_at,
        actor=actor.id,
        kind=ongoing.kind,
        undoes=ongoing.undoes,
    )
    said = {name: canonical.plain(value) for name, value in ongoing.data.items()}
    device = actor.device.hex if actor.device else None
    line.body = canonical.body(
        header(line) | {"previous": bytes(head.hash).hex(), "device": device, "subjects": subjects, "data": said}
    )
    line.hash = canonical.digest(line.body)
    return line


def header(line: Line) -> dict[str, object]:
    """The part of a line's body that its columns repeat, so that either can be checked against the other."""
    return {
        "id": line.id.hex,
        "site": line.site.hex,
        "epoch": line.epoch,
        "seq": line.seq,
        "at": canonical.moment(line.at),
        "recorded_at": canonical.moment(line.recorded_at),
        "actor": line.actor.hex,
        "kind": line.kind,
        "undoes": line.undoes.hex if line.undoes else None,
    }
