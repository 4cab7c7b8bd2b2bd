"""The fallback when no stick is at hand: the data key, closed with a passphrase that one or two people know.

Argon2id (RFC 9106) with 256 MiB: a guess costs half a second and that memory, and there is nothing to guess without the
disk. The file lies beside the database and in no backup.
"""

import json
import os
import secrets
import sys
from dataclasses import asdict, dataclass
from getpass import getpass
from pathlib import Path

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag

from halte.common import keys, sealing
from halte.config.unusable import Unusable

FILE = "passphrase.json"
SHORTEST = 20
_BOUND = b"halte passphrase"
_DAMAGED = "The file {} is damaged: use the key stick, then `halte keys passphrase`."


@dataclass(frozen=True)
class Stretching:
    """How much a guess costs."""

    rounds: int = 4
    kibibytes: int = 262_144
    lanes: int = 2

    def key(self, passphrase: str, salt: bytes) -> bytes:
        """The key that a passphrase makes."""
        said = passphrase.strip().encode()
        return hash_secret_raw(said, salt, self.rounds, self.kibibytes, self.lanes, keys.LENGTH, Type.ID)


def put_away(folder: Path, key: bytes, passphrase: str) -> None:
    """The passphrase opens this folder from now on, and no earlier one does.

    Raises:
        Unusable: It is too short to hold against somebody who has the disk.
    """
    if len(passphrase.strip()) < SHORTEST:
        raise Unusable(f"A passphrase has {SHORTEST} characters or more: six words that nobody would guess.")
    salt, cost = secrets.token_bytes(16), Stretching()
    box = sealing.closed(cost.key(passphrase, salt), key, _BOUND)
    said = {"salt": salt.hex(), "cost": asdict(cost), "box": box.hex()}
    fresh = folder / f".{FILE}.new"
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(said, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, folder / FILE)


def opened(folder: Path, passphrase: str) -> bytes:
    """The data key.

    Raises:
        Unusable: There is no passphrase, it is another one, or its file is damaged.
    """
    try:
        said = json.loads((folder / FILE).read_text())
        cost, salt, box = Stretching(**said["cost"]), bytes.fromhex(said["salt"]), bytes.fromhex(said["box"])
    except FileNotFoundError as error:
        raise Unusable(f"No passphrase was set for {folder}: insert the key stick and name it with --key.") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unusable(_DAMAGED.format(folder / FILE)) from error
    try:
        return sealing.opened(cost.key(passphrase, salt), box, _BOUND)
    except HashingError as error:
        raise Unusable(_DAMAGED.format(folder / FILE)) from error
    except InvalidTag as error:
        raise Unusable("This is not the passphrase: try again, or use the key stick.") from error


def asked(words: str = "Passphrase: ") -> str:
    """What somebody types, unseen; from a pipe, its first line."""
    if sys.stdin.isatty():
        try:
            return getpass(words)
        except EOFError:
            raise Unusable("Nothing was typed: nothing was changed.") from None
    return sys.stdin.readline().rstrip("\n")


def asked_twice() -> str:
    """A new passphrase.

    Raises:
        Unusable: It was typed in two ways.
    """
    first = asked("New passphrase: ")
    if sys.stdin.isatty() and asked("The same again: ") != first:
        raise Unusable("The two are not the same: nothing was changed.")
    return first
