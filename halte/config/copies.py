"""Copies of an encrypted database: writing one while others write, reading one back, putting one in place."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection
from sqlcipher3 import dbapi2

from halte.config import cipher_files
from halte.config.unusable import Unusable
from halte.journal.checking import KeptHead


@dataclass(frozen=True)
class Copy:
    """A database file that was opened with the key and found whole."""

    path: Path
    lines: int
    heads: tuple[KeptHead, ...]
    migrations: frozenset[tuple[str, str]]


def write(path: Path) -> Copy:
    """Write a copy of one moment, read it back, and only then give it its name.

    Raises:
        Unusable: There is a file already, its folder is missing, or what was written is not whole.
    """
    if path.exists():
        raise Unusable(f"{path} exists already: name a new file, a backup is never written over.")
    if not path.parent.is_dir():
        raise Unusable(f"There is no folder {path.parent}: make it, or name a file elsewhere.")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise Unusable(f"The folder {path.parent} cannot be written: choose another, or run Halte as its owner.")
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(part)])
        copy = read(part)
        cipher_files.flush(part)
        os.replace(part, path)
        cipher_files.flush(path.parent)
    except DatabaseError as error:
        raise Unusable(
            f"The copy could not be written ({error}): see that the disk has room, and run `halte check`."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return Copy(path, copy.lines, copy.heads, copy.migrations)


def read(path: Path) -> Copy:
    """Open a copy with the data key and check every page of it.

    Raises:
        Unusable: It is no backup, another key's, or damaged.
    """
    if not path.is_file():
        raise Unusable(f"There is no file {path}: name the backup to restore.")
    try:
        database = cipher_files.opened(path)
        try:
            bad = [row for check in ("cipher_integrity_check", "integrity_check") for row in _said(database, check)]
            if bad:
                raise Unusable(f"{path} is damaged ({bad[0]}): nothing was changed; take another backup.")
            found = database.execute("SELECT app, name FROM django_migrations").fetchall()
            (lines,) = database.execute("SELECT count(*) FROM journal_line").fetchone()
            return Copy(path, lines, heads_in(database), frozenset(found))
        finally:
            database.close()
    except dbapi2.DatabaseError as error:
        raise Unusable(
            f"{path} is no backup that this key opens, or it is damaged: nothing was changed; "
            "name another file, or another key with --key."
        ) from error


def heads_in(database: Any) -> tuple[KeptHead, ...]:
    """The ends of the chains in an opened file."""
    rows = database.execute("SELECT site, epoch, seq, hash FROM journal_head").fetchall()
    return tuple(KeptHead(UUID(site), epoch, seq, bytes(digest)) for site, epoch, seq, digest in rows)


def _said(database: Any, check: str) -> list[str]:
    return [str(said) for (said,) in database.execute(f"PRAGMA {check}").fetchall() if said != "ok"]
