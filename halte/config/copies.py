"""Copies of an encrypted database: writing one while others write, reading one back, putting one in place."""

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection
from sqlcipher3 import dbapi2

from halte.config import cipher_files
from halte.config.unusable import Unusable
from halte.journal.checking import KeptHead
from halte.journal.forgetting import leave_no_copy


@dataclass(frozen=True)
class Copy:
    """A database file that was opened with the key and found whole."""

    path: Path
    lines: int
    heads: tuple[KeptHead, ...]
    migrations: frozenset[tuple[str, str]]


class NotWritten(Unusable):
    """A copy could not be made; `why` is a code for whoever has words of their own."""

    def __init__(self, why: str, sentence: str) -> None:
        super().__init__(sentence)
        self.why = why


def write(path: Path) -> Copy:
    """Write a copy of one moment, read it back from the disk, and only then give it its name.

    Keeps:
        What was erased while the copy was under way leaves SQLite's log afterwards.

    Raises:
        NotWritten: There is a file already, its folder is missing, or what was written is not whole.
    """
    if path.exists():
        raise NotWritten("other", f"{path} exists already: name a new file, a backup is never written over.")
    if not path.parent.is_dir():
        raise NotWritten("gone", f"There is no folder {path.parent}: make it, or name a file elsewhere.")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise NotWritten(
            "closed", f"The folder {path.parent} cannot be written: choose another, or run Halte as its owner."
        )
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL, 0o600))
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(part)])
        cipher_files.flush(part)
        copy = _read_back(part)
        os.replace(part, path)
        cipher_files.flush(path.parent)
    except (DatabaseError, OSError) as error:
        said = str(error) if isinstance(error, DatabaseError) else str(error.strerror)
        raise NotWritten(
            _why(error, said),
            f"The copy could not be written ({said}): see that the disk has room, and run `halte check`.",
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        # A damaged database cannot empty its log either, and what was found wrong above is the thing to say.
        with suppress(DatabaseError):
            leave_no_copy()
    return Copy(path, copy.lines, copy.heads, copy.migrations)


def _read_back(part: Path) -> Copy:
    """What the disk gives back, and not what the system remembers of having written it."""
    with part.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    try:
        return read(part)
    except Unusable as error:
        raise NotWritten("unreadable", str(error)) from error


def _why(error: Exception, said: str) -> str:
    if getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT} or "disk is full" in said:
        return "full"
    if getattr(error, "errno", None) in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return "closed"
    return "damaged" if "malformed" in said or "not a database" in said else "other"


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
