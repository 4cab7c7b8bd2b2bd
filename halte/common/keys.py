"""The data key: where it comes from, and the keys made from it. It is never stored in the database."""

import hmac
import os
import secrets
from functools import cache
from pathlib import Path
from uuid import UUID

LENGTH = 32


class KeyMissing(Exception):
    """No data key was given, or it is not one: the message says what to do."""


def make(path: Path) -> bytes:
    """Write a new data key that only its owner may read, and return it."""
    key = secrets.token_bytes(LENGTH)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.hex().encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return key


def read(path: Path) -> bytes:
    """Read a data key written by `make`.

    Raises:
        KeyMissing: The file is not there, or holds no key.
    """
    try:
        return _parse(path.read_bytes())
    except OSError as error:
        raise KeyMissing(f"The key file {path} cannot be read: insert the key stick, or name it with --key.") from error


def hand_over(key: bytes) -> int:
    """Put the key in memory that child processes inherit, and return its file descriptor number."""
    descriptor = os.memfd_create("halte-key", 0)
    os.write(descriptor, key.hex().encode())
    os.set_inheritable(descriptor, True)
    return descriptor


@cache
def data_key() -> bytes:
    """The key of this data folder: from the descriptor HALTE_KEY_FD, else from the file HALTE_KEY_FILE.

    Raises:
        KeyMissing: Neither is given, or what they hold is no key.
    """
    if descriptor := os.environ.get("HALTE_KEY_FD"):
        return _parse(os.pread(int(descriptor), 1024, 0))
    if path := os.environ.get("HALTE_KEY_FILE"):
        return read(Path(path))
    raise KeyMissing("No data key was given: start Halte with `halte serve`, or name the key file with --key.")


def derived(purpose: str, key: bytes | None = None) -> bytes:
    """A 32-byte key for one purpose, from the data key (HKDF-Expand with SHA-256, RFC 5869, one block).

    The data key is uniformly random, so the extract step is not needed (RFC 5869, section 3.3).
    """
    info = b"halte/" + purpose.encode() + b"\x01"
    return hmac.digest(data_key() if key is None else key, info, "sha256")


def of_site(site_id: UUID, purpose: str) -> bytes:
    """A key that only this data folder can make for one of its sites."""
    return derived(f"{purpose}/{site_id}")


def _parse(content: bytes) -> bytes:
    try:
        key = bytes.fromhex(content.decode().strip())
    except ValueError:
        key = b""
    if len(key) != LENGTH:
        raise KeyMissing("This is not a Halte key: it must hold 64 hexadecimal characters.")
    return key
