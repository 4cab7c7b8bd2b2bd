"""Checking a whole data folder: the pages of the file, the rows' references, the chains."""

from collections.abc import Iterable, Iterator

from django.db import DatabaseError, connection

from halte.config.heads import Entry
from halte.journal.checking import breaks, foreign_subjects
from halte.journal.models import Line
from halte.sync.queries import kept_heads


def damage() -> Iterator[str]:
    """What is wrong with the database file, in SQLite's words; nothing on PostgreSQL, which checks its own pages."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        try:
            # The next line reads the file alone, and a page that a power cut tore still stands whole in the log.
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA cipher_integrity_check")
            pages = [said for (said,) in cursor.fetchall()]
            yield from (f"database: {said}" for said in pages)
            if pages:
                return
            cursor.execute("PRAGMA integrity_check(10)")
            yield from (f"database: {said}" for (said,) in cursor.fetchall() if said != "ok")
            cursor.execute("PRAGMA foreign_key_check")
            for table, _row, parent, _number in cursor.fetchall():
                yield f"database: a row of {table} names a row of {parent} that is not there"
        except DatabaseError as error:
            yield f"database: {error}"


def broken_lines(entries: Iterable[Entry] = ()) -> Iterator[str]:
    """Where the chains do not hold, also against heads kept in files and by other sites."""
    listed = list(entries)
    lost = [entry.lost for entry in listed if entry.lost]
    kept = [entry.head for entry in listed if entry.head] + kept_heads()
    expected = [head for head in kept if not any(gap.covers(head) for gap in lost)]
    try:
        yield from map(str, breaks(expected))
        yield from map(str, foreign_subjects())
    except DatabaseError as error:
        yield f"register of acts: cannot be read to its end ({error})"


def lines() -> int:
    """How many lines stand in the register."""
    return Line.objects.count()
