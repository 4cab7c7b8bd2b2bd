"""How fast the disk and SQLCipher are without Halte: the rows of one arrival, written and committed bare.

A program of its own. The statements are those of a real arrival, taken down once; then the same statements with fresh
identifiers run on a connection of their own, each arrival in one transaction, without Django.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from halte.config.folder import DEMO_KEY, DataFolder

WRITES = ("INSERT", "UPDATE")
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "cache_size = -16000", "foreign_keys = ON")
Statement = tuple[str, tuple[Any, ...]]


def main() -> int:
    """Measure one folder for so many seconds."""
    path, seconds = Path(sys.argv[1]), float(sys.argv[2])
    folder = DataFolder(path, path / DEMO_KEY)
    folder.open()
    json.dump({"per_second": round(_commits_per_second(folder, seconds), 1)}, sys.stdout)
    return 0


def _commits_per_second(folder: DataFolder, seconds: float) -> float:
    from sqlcipher3 import dbapi2

    from halte.guests.models import Guest
    from halte.visits.models import Visit

    inside = Visit.objects.filter(left_at__isnull=True).values("guest")
    fresh = [guest.hex for guest in Guest.objects.exclude(id__in=inside).values_list("id", flat=True)[:50_000]]
    statements = taken_down(UUID(fresh[0]))
    connection = dbapi2.connect(folder.database, isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{folder.key().hex()}'\"")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    began, done = time.perf_counter(), 0
    while time.perf_counter() - began < seconds and done < len(fresh) - 1:
        done += 1
        connection.execute("BEGIN IMMEDIATE")
        for statement, values in _with_new_ids(statements, fresh[0], fresh[done], done):
            connection.execute(statement, values)
        connection.execute("COMMIT")
    return done / (time.perf_counter() - began)


def taken_down(guest_id: UUID) -> list[Statement]:
    """The writing statements of one real arrival of this guest."""
    from django.db import connection
    from django.db.backends.sqlite3.base import FORMAT_QMARK_REGEX
    from django.utils import timezone

    from halte.accounts.actor import Actor
    from halte.common.retry import RetryKey
    from halte.guests.models import Guest
    from halte.visits import actions

    seen: list[Statement] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(WRITES):
            seen.append((FORMAT_QMARK_REGEX.sub("?", sql).replace("%%", "%"), tuple(params)))
        return execute(sql, params, many, context)

    guest = Guest.objects.select_related("site").get(id=guest_id)
    with connection.execute_wrapper(watch):
        actions.arrive(actor=Actor.system(guest.site), guest=guest, at=timezone.now(), key=RetryKey.new())
    connection.close()
    return seen


def _with_new_ids(statements: list[Statement], first: str, guest: str, number: int) -> list[Statement]:
    """The same rows for another guest: every identifier that the first arrival made is a new one."""
    inserted = [values for sql, values in statements if sql.startswith("INSERT")]
    made = {value for values in inserted for value in values if _is_id(value)} - _kept(statements, first)
    new: dict[Any, Any] = {value: uuid4().hex for value in made} | {first: guest}
    seqs = {value for values in inserted for value in values if isinstance(value, int) and value > 100}
    new |= {seq: seq + number for seq in seqs}
    return [
        (sql, tuple(new.get(value, value) if isinstance(value, str | int) else value for value in values))
        for sql, values in statements
    ]


def _kept(statements: list[Statement], first: str) -> set[Any]:
    """Identifiers that stay the same: the site's and the actor's."""
    from halte.accounts.actor import SYSTEM

    updates = [value for sql, values in statements if sql.startswith("UPDATE") for value in values if _is_id(value)]
    return {first, SYSTEM.hex, *updates}


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 32 and all(letter in "0123456789abcdef" for letter in value)


if __name__ == "__main__":
    sys.exit(main())
