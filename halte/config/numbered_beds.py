"""Beds by room and number while a house has no key: as they stood at an hour, and what was pressed since.

Whose they are nobody knows here. What is pressed is written into the data folder as it happens, in the clear: it says
nothing of anybody. `opening` gives it to the house when the key is back.
"""

import json
import os
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

HOURS = "panic"
"""The file of a panic in the data folder: the moment it began, then a line for each press."""
FREE, TAKEN, SHUT = "free", "taken", "shut"
AFTER_A_WRONG_NUMBER = 1.0
_MOST = 20_000


class Press(NamedTuple):
    """A bed was given or freed by hand."""

    at: datetime
    room: str
    bed: str
    state: str


@dataclass
class Beds:
    """The board of numbers.

    Args:
        number: Opens the board: six digits that were told to whoever let the key go.
        opened: Stands in each board that was opened, and goes on opening it while somebody guesses numbers.
    """

    at: str
    rooms: dict[str, dict[str, str]]
    number: str
    data: Path | None = None
    opened: str = field(default_factory=secrets.token_urlsafe)
    pressed: list[Press] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    door: threading.Lock = field(default_factory=threading.Lock)

    def lets_in(self, opened: str, number: str) -> bool:
        """Whoever has a board open presses on without waiting; all others need the number."""
        return secrets.compare_digest(opened.encode(), self.opened.encode()) or self.opens(number)

    def opens(self, number: str) -> bool:
        """Whether this is the number. After a wrong one all who knock wait a second: a million would take days."""
        with self.door:
            right = secrets.compare_digest(number.replace(" ", "").encode(), self.number.encode())
            if not right:
                time.sleep(AFTER_A_WRONG_NUMBER)
        return right

    def press(self, room: str, bed: str, was: str) -> bool:
        """A free bed is taken, a taken one free; a press on an old page, or on a closed bed, changes nothing.

        Returns:
            Whether it reached the disk. It counts on the page all the same: somebody lies in that bed.
        """
        with self.lock:
            beds = self.rooms.get(room, {})
            if was not in {FREE, TAKEN} or beds.get(bed) != was or len(self.pressed) >= _MOST:
                return True
            beds[bed] = TAKEN if was == FREE else FREE
            press = Press(datetime.now(UTC), room, bed, beds[bed])
            self.pressed.append(press)
            return self.data is None or _written(self.data, press)


def name(site: str, room: str, *, alone: bool) -> str:
    """How a room is called on the board: with its house where there are several."""
    return room if alone else f"{site} {room}"


def begin(data: Path) -> None:
    """A panic begins now; one that nobody ended yet goes on."""
    with suppress(OSError):
        descriptor = os.open(data / HOURS, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        if os.geteuid() == 0:  # whoever serves this folder must be able to read it
            os.fchown(descriptor, (owner := data.stat()).st_uid, owner.st_gid)
        _put(descriptor, {"at": datetime.now(UTC).isoformat()})


def read(data: Path) -> tuple[datetime | None, list[Press]]:
    """When the panic began that nobody ended yet, and what was pressed; None when there was none."""
    if not (data / HOURS).exists():
        return None, []
    lines = list(_lines(data / HOURS))
    moments = [at for line in lines if (at := _moment(line.get("at")))]
    presses = [
        Press(at, line["room"], line["bed"], line["state"])
        for line in lines
        if (at := _moment(line.get("at"))) and {"room", "bed", "state"} <= line.keys()
    ]
    # A power cut may have left an empty file: then its own date says when.
    return min(moments, default=datetime.fromtimestamp((data / HOURS).stat().st_mtime, UTC)), presses


def end(data: Path) -> None:
    """What the file holds is in the database."""
    (data / HOURS).unlink(missing_ok=True)


def _lines(path: Path) -> Iterator[dict[str, str]]:
    for line in path.read_bytes().splitlines():
        with suppress(ValueError):
            if isinstance(said := json.loads(line), dict):
                yield {str(key): str(value) for key, value in said.items()}


def _moment(said: str | None) -> datetime | None:
    with suppress(ValueError):
        at = datetime.fromisoformat(said or "")
        return at if at.tzinfo else None
    return None


def _written(data: Path, press: Press) -> bool:
    try:
        descriptor = os.open(data / HOURS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        _put(descriptor, press._asdict() | {"at": press.at.isoformat()})
    except OSError:
        return False
    return True


def _put(descriptor: int, said: dict[str, str]) -> None:
    with os.fdopen(descriptor, "wb") as file:
        # A line that a power cut tore before is ended first.
        file.write(b"\n" + json.dumps(said).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
