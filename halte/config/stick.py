"""Where the key stick of a house goes: whether it is out, is the right one, or another.

Keeps:
    A stick is tried once, by a program of its own that ends: whoever waits holds no key.
    After a panic a stick that stayed in opens nothing. It goes out first, so that no machine opens a house by itself.
"""

import enum
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from halte.config.folder import DataFolder

_EVERY = 0.5


class Seen(enum.IntEnum):
    """What a look found; the numbers are exit codes of the program that tries a stick."""

    OUT = 20
    RIGHT = 21
    ANOTHER = 22
    NO_KEY = 23
    STAYED = 24


SAID = {
    Seen.ANOTHER: "A stick is in, but its key is not the one of this house: put in that of the envelope. "
    "If it is that one, run `halte check`.",
    Seen.NO_KEY: "A stick is in, but no key on it can be read: put in that of the envelope.",
    Seen.STAYED: "After the panic the stick is still in: take it out; put in again, it opens the house.",
}


@dataclass(frozen=True)
class Again:
    """How a house that let its key go opens by its stick: the arguments of `halte`, and the file they read."""

    command: tuple[str, ...]
    key_file: Path


class Slot:
    """The place of the stick.

    Args:
        after_panic: What is in now opens nothing before it was out.
    """

    def __init__(self, data: Path, key_file: Path, *, after_panic: bool = False) -> None:
        self.data, self.key_file = data, key_file
        self.seen = Seen.OUT
        self._stays = after_panic
        self._tried: tuple[int, ...] | None = None

    def look(self) -> Seen:
        """What is in now."""
        there = self._there()
        if there is None:
            self.seen, self._stays, self._tried = Seen.OUT, False, None
        elif self._stays:
            self.seen = Seen.STAYED
        elif there != self._tried:
            found = self._try()
            # What could not be tried is tried again: the machine had no room, not the stick no key.
            self.seen, self._tried = (found, there) if found else (Seen.NO_KEY, None)
        return self.seen

    def until_right(self) -> Iterator[str]:
        """Look twice a second until the right one is in. Whatever else is in is said, once for each."""
        before: object = None
        said: object = None
        while (seen := self.look()) is not Seen.RIGHT:
            # A stick that is just being pulled cannot be read either: what is said was seen twice.
            if (now := (seen, self._tried)) == before != said:
                said = now
                if seen in SAID:
                    yield SAID[seen]
            before = now
            time.sleep(_EVERY)

    def _there(self) -> tuple[int, ...] | None:
        """What tells a stick from the one before: its file, or the stick itself where it has no such file."""
        for path, is_one in ((self.key_file, os.path.lexists), (self.key_file.parent, os.path.ismount)):
            try:
                found = path.stat()
            except OSError:
                continue
            if is_one(path):
                return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
        return None

    def _try(self) -> Seen | None:
        command = [sys.executable, "-m", "halte.config.stick", str(self.data), str(self.key_file)]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        return Seen(done.returncode) if done.returncode in set(Seen) else None


def main() -> None:
    """Try the key on a stick on the data of a house: the exit code says which it is."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from halte.config.folder import DataFolder

    sys.exit(tried(DataFolder(Path(sys.argv[1]), Path(sys.argv[2]))))


def tried(chosen: "DataFolder") -> Seen:
    """Whether the key is there, and opens the data. What else stands in the way, whoever opens it says."""
    from halte.config import cipher_files, folder
    from halte.config.unusable import Unusable

    try:
        key = chosen.key()
    except Unusable:
        return Seen.NO_KEY
    if folder.on_postgresql():
        return _tried_on_postgresql(chosen)
    right = not chosen.database.exists() or cipher_files.opens(chosen.database, key)
    return Seen.RIGHT if right else Seen.ANOTHER


def _tried_on_postgresql(chosen: "DataFolder") -> Seen:
    chosen.start_django()
    from django.db import DatabaseError

    from halte.config import keyring
    from halte.config.unusable import Unusable

    try:
        keyring.load()
    except DatabaseError:
        return Seen.RIGHT
    except Unusable:
        return Seen.ANOTHER
    return Seen.RIGHT


if __name__ == "__main__":
    main()
