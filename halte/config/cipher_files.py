"""Encrypted database files, opened apart from Django: by the name of a file and a key."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cryptography.exceptions import InvalidTag
from sqlcipher3 import dbapi2

from halte.common import keys, sealing
from halte.config.unusable import Unusable

SIDE_FILES = ("-wal", "-shm", "-journal")
WRONG_KEY = "This key is not the one of this data: name the right key file with --key."


def opened(path: Path, key: bytes | None = None, *, mode: str = "mode=rw") -> Any:
    """A connection to an encrypted file; with the data key unless another is named."""
    database = dbapi2.connect(f"file:{quote(str(path))}?{mode}", uri=True)
    database.execute("PRAGMA cipher_log_level = NONE")
    database.execute(f"PRAGMA key = \"x'{(key or keys.data_key()).hex()}'\"")
    return database


def opens(path: Path, key: bytes) -> bool:
    """Whether this key opens this file. Nothing is written, not even a side file."""
    database = opened(path, key, mode="mode=ro&immutable=1")
    try:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError:
        return False
    finally:
        database.close()
    return True


def empty_log(path: Path, key: bytes) -> None:
    """Everything stands in the one file, and no other belongs to it.

    Raises:
        Unusable: Another program has it open.
    """
    database = opened(path, key)
    try:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        database.execute("PRAGMA journal_mode = DELETE").fetchone()
    except dbapi2.OperationalError as error:
        raise Unusable(f"Another program has {path} open: stop it, then run this again.") from error
    finally:
        database.close()
    flush(path.parent)
    if any(path.with_name(path.name + suffix).exists() for suffix in SIDE_FILES):
        raise Unusable(f"Another program has {path} open: stop it, then run this again.")


def under(path: Path, old: bytes, new: bytes) -> None:
    """Every page of a file that nobody else has open is written again under another key.

    Raises:
        Unusable: A page of it is damaged.
    """
    database = opened(path, old)
    try:
        database.execute("PRAGMA journal_mode = DELETE").fetchone()
        database.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
    except dbapi2.DatabaseError as error:
        raise Unusable(f"{path} is damaged: nothing was changed; `halte check` says where.") from error
    finally:
        database.close()


def all_keys(path: Path) -> list[bytes]:
    """Every data key that the list in a file holds, oldest first; an older version has no list."""
    database = opened(path)
    try:
        rows = database.execute("SELECT number, box FROM common_datakey ORDER BY number").fetchall()
    except dbapi2.OperationalError:
        return []
    finally:
        database.close()
    return unlocked(rows)


def unlocked(rows: Iterable[tuple[int, bytes | memoryview]]) -> list[bytes]:
    """The keys of a list, opened with the data key.

    Raises:
        Unusable: It is not the one that closed them.
    """
    wrapping = wrapping_key(keys.data_key())
    try:
        return [sealing.opened(wrapping, box, b"%d" % number) for number, box in rows]
    except InvalidTag as error:
        raise Unusable(WRONG_KEY) from error


def wrapping_key(key: bytes) -> bytes:
    """What closes the list of keys while this is the data key."""
    return keys.derived("data keys", key)


def put_in_place(new: Path, old: Path) -> None:
    """One file takes the name of the other, at once and for good."""
    os.replace(new, old)
    flush(old.parent)


def flush(path: Path) -> None:
    """Make sure that a file or a folder's names have reached the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
