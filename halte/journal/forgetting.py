"""Forgetting a person in the register: its lines stay, and belong to nobody any more."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from halte.journal import tombstones
from halte.journal.models import Retry, Subject


def forget(guests: Iterable[UUID]) -> None:
    """Delete what ties lines to these guests: side rows, and what retries of the last two days know of them.

    Part of an act that is under way. A line about several people still belongs to the others. Retries of every line
    about these guests go: two of them that hold the identifier of one bed or one visit would join their lines.
    A tombstone outside the database keeps a restore from bringing them back.
    """
    ids = list(guests)
    tombstones.bury(ids)
    named = Q(line__subjects__guest__in=ids)
    for guest in ids:
        named |= Q(said__contains=guest.hex) | Q(said__contains=str(guest))
    found = Retry.objects.annotate(said=Cast("results", TextField())).filter(named).values("pk")
    Retry.objects.filter(pk__in=list(found.values_list("pk", flat=True))).delete()
    Subject.objects.filter(guest__in=ids).delete()


def leave_no_copy() -> None:
    """Empty SQLite's write-ahead log, so that no page of a deleted row stays behind on the disk. After the act."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
