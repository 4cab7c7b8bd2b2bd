"""Who was erased, kept outside the database and its backups, so that no restore brings anybody back.

A tombstone is a hash of a random identifier: it names nobody, and nobody can be found from it who is not in a backup.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import OperationalError

FILE = "erased"


def bury(guests: Iterable[UUID]) -> None:
    """Write a tombstone for each, so that a power cut cannot take it back. Before the act that erases them ends:
    whoever stands here and is still there wished to go.

    Raises:
        OperationalError: The disk refused; then nobody is erased, and the screen says that nothing was saved.
    """
    new = "".join(f"{_of(guest)}\n" for guest in guests)
    if not new:
        return
    try:
        is_new = not _path().exists()
        descriptor = os.open(_path(), os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # Two houses on one server may erase at once.
            file.truncate(file.read().rfind(b"\n") + 1)
            file.write(new.encode())
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            _flush_folder()
    except OSError as error:
        raise OperationalError("The file of those who were erased cannot be written.") from error


def among(guests: Iterable[UUID], *, more: Iterable[Path] = ()) -> list[UUID]:
    """Those of the guests who were erased before, as the file says, or others that are named."""
    stones: set[str] = set()
    for path in (_path(), *more):
        if path.exists():
            stones.update(path.read_text(encoding="ascii").split())
    return [guest for guest in guests if _of(guest) in stones]


def _flush_folder() -> None:
    """The name of a new file reaches the disk with its folder."""
    folder = os.open(_path().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _path() -> Path:
    return Path(settings.DATA) / FILE


def _of(guest: UUID) -> str:
    return hashlib.sha256(b"halte, erased: " + guest.bytes).hexdigest()
