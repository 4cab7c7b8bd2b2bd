"""The data key: where it comes from, and the keys made from it. It is never stored in the clear.

The data key opens the database and changes with `halte keys rotate`. What is made from a key and stored (codes of
cards, boxes) is made from the root, which is the first data key of the house and stays (docs/decisions/0010).
"""

import hmac
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path
from uuid import UUID

LENGTH = 32


class KeyMissing(Exception):
    """No data key was given, or it is not one: the message says what to do."""


def make(path: Path) -> bytes:
    """Write a new data key that only its owner may read, and return it."""
    key = secrets.token_bytes(LENGTH)
    write(path, key)
    return key


def write(path: Path, key: bytes) -> None:
    """Write a key where nothing stands yet; it has reached the disk, name and all, when this returns.

    Raises:
        FileExistsError: Keys are never written over.
    """
    write_private(path, key.hex().encode() + b"\n")


def write_private(path: Path, content: bytes) -> None:
    """Write a new file that only its owner may read.

    Raises:
        FileExistsError: There is one already.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def read(path: Path) -> bytes:
    """Read a data key written by `make`.

    Raises:
        KeyMissing: The file is not there, or holds no key.
    """
    try:
        with path.open("rb") as file:
            content = file.read()
            # The system need not remember what it read from the stick.
            with suppress(OSError):  # a pipe is not remembered
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return _parse(content)
    except OSError as error:
        raise KeyMissing(f"The key file {path} cannot be read: insert the key stick, or name it with --key.") from error


def hand_over(key: bytes) -> int:
    """Put the key in memory that child processes inherit, and return its file descriptor number."""
    descriptor = os.memfd_create("halte-key", 0)
    os.write(descriptor, key.hex().encode())
    os.set_inheritable(descriptor, True)
    return descriptor


def give(key: bytes, root: bytes | None = None) -> None:
    """From now on this process, and whoever it starts, works with this data key, and with the root if it is another."""
    lines = [key, *([root] if root not in {None, key} else [])]
    if "HALTE_KEY_FD" not in os.environ:
        os.environ["HALTE_KEY_FD"] = str(hand_over(key))
    descriptor = int(os.environ["HALTE_KEY_FD"])
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, b"\n".join(each.hex().encode() for each in lines if each), 0)
    data_key.cache_clear()
    root_key.cache_clear()


def forget() -> None:
    """This process has no key any more: what was handed over is written over and empty."""
    if descriptor := os.environ.pop("HALTE_KEY_FD", ""):
        os.pwrite(int(descriptor), bytes(1024), 0)
        os.ftruncate(int(descriptor), 0)
    os.environ.pop("HALTE_KEY_FILE", None)
    data_key.cache_clear()
    root_key.cache_clear()


@cache
def data_key() -> bytes:
    """The key of this data folder: from the descriptor HALTE_KEY_FD, else from the file HALTE_KEY_FILE.

    Raises:
        KeyMissing: Neither is given, or what they hold is no key.
    """
    if descriptor := os.environ.get("HALTE_KEY_FD"):
        return _parse(_handed_over(descriptor)[0])
    if path := os.environ.get("HALTE_KEY_FILE"):
        return read(Path(path))
    raise KeyMissing("No data key was given: start Halte with `halte serve`, or name the key file with --key.")


@cache
def root_key() -> bytes:
    """The key that other keys are made from: the data key, until it was changed for the first time."""
    handed_over = _handed_over(os.environ["HALTE_KEY_FD"]) if os.environ.get("HALTE_KEY_FD") else []
    return _parse(handed_over[1]) if len(handed_over) > 1 else data_key()


def derived(purpose: str, key: bytes | None = None) -> bytes:
    """A 32-byte key for one purpose, from the root (HKDF-Expand with SHA-256, RFC 5869, one block).

    The root is uniformly random, so the extract step is not needed (RFC 5869, section 3.3).
    """
    info = b"halte/" + purpose.encode() + b"\x01"
    return hmac.digest(root_key() if key is None else key, info, "sha256")


def of_site(site_id: UUID, purpose: str) -> bytes:
    """A key that only this data folder can make for one of its sites."""
    return derived(f"{purpose}/{site_id}")


def _handed_over(descriptor: str) -> list[bytes]:
    return os.pread(int(descriptor), 1024, 0).split(b"\n")


def _parse(content: bytes) -> bytes:
    try:
        key = bytes.fromhex(content.decode().strip())
    except ValueError:
        key = b""
    if len(key) != LENGTH:
        raise KeyMissing("This is not a Halte key: it must hold 64 hexadecimal characters.")
    return key
