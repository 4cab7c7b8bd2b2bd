"""The time of the house: the machine's clock, held against the highest time that the house has seen.

A clock that falls back would make valid again what ran out; one that leaps ahead would erase everybody whose date is
not over. An empty battery, a slip of the hand and a repair do either.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from django.utils import timezone

FILE = "clock"
SLACK = timedelta(minutes=2)
"""A clock may fall back so far: time servers correct by less."""
LEAP = timedelta(days=7)
"""A clock may be further than what was seen last by so much: a house that stood still longer says that it is right."""
NOTED_EVERY = timedelta(minutes=1)


class State(Enum):
    """What the machine's clock is worth."""

    RIGHT = "right"
    BEHIND = "behind"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Doubt:
    """The machine says one thing, the house has seen another."""

    state: State
    machine: datetime
    seen: datetime

    @property
    def behind(self) -> bool:
        return self.state is State.BEHIND


class _Kept(NamedTuple):
    """What lies in the data folder: the highest time, and a word that changes when somebody says what is right."""

    seen: datetime
    word: str


def _running() -> float:
    """Seconds since the machine started, sleep included; nobody can set them."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class HouseClock:
    """The time that everything in Halte goes by.

    Keeps:
        It never goes back behind what was seen, in this process, in another, or before a power cut: a clock that fell
        back to 1970 makes nothing valid again. The house counts on from the last moment it knew.
        A leap ahead makes nothing valid either; what erases asks `look` first, and rests until somebody says which
        is right.

    Args:
        machine: What the machine's clock says.
        running: Seconds that pass evenly, whatever is done to that clock.
    """

    def __init__(
        self, machine: Callable[[], datetime] = lambda: datetime.now(UTC), running: Callable[[], float] = _running
    ) -> None:
        self._machine, self._running = machine, running
        self._file: Path | None = None
        self._word = ""
        self._since: tuple[datetime, float] | None = None

    def now(self) -> datetime:
        """The time of the house."""
        machine, least = self._machine(), self._least()
        return machine if least is None or machine >= least - SLACK else least

    def doubt(self) -> Doubt | None:
        """What to tell whoever leads the house, if the machine's clock cannot be right."""
        machine, least = self._machine(), self._least()
        if least is None or least - SLACK <= machine <= least + LEAP:
            return None
        return Doubt(State.BEHIND if machine < least else State.AHEAD, machine, least)

    def follow(self, folder: Path) -> State:
        """Remember in this folder from now on, and go by what is remembered there."""
        self._file = folder / FILE
        return self.look()

    def look(self) -> State:
        """Hold the clock against what is kept, and keep how far it came; a leap ahead is not kept."""
        kept = self._read()
        if kept is not None:
            self._take(kept)
        doubt = self.doubt()
        if doubt is not None and not doubt.behind:
            return State.AHEAD
        now = self.now()
        if kept is None or now - kept.seen >= NOTED_EVERY:
            self._write(_Kept(now, self._word or uuid4().hex))
        return doubt.state if doubt else State.RIGHT

    def say_right(self) -> None:
        """Somebody looked at another clock: what the machine says is the time, whatever was seen before."""
        self._write(_Kept(self._machine(), uuid4().hex))

    def _least(self) -> datetime | None:
        if self._since is None:
            return None
        seen, counted_from = self._since
        return seen + timedelta(seconds=self._running() - counted_from)

    def _take(self, kept: _Kept) -> None:
        """What another process saw counts here as well; what somebody said counts more than anything seen."""
        least = self._least()
        if kept.word != self._word or least is None or kept.seen > least:
            self._since = kept.seen, self._running()
        self._word = kept.word

    def _read(self) -> _Kept | None:
        if self._file is None:
            return None
        try:
            seen, word = self._file.read_text(encoding="ascii").split()
            return _Kept(datetime.fromisoformat(seen), word)
        except (OSError, ValueError):
            return None

    def _write(self, kept: _Kept) -> None:
        self._take(kept)
        if self._file is None:
            return
        fresh = self._file.with_name(f".{FILE}.{os.getpid()}")
        # A full disk must not stop the house; what this process saw, it goes on by.
        with suppress(OSError):
            fresh.write_text(f"{kept.seen.isoformat()} {kept.word}\n", encoding="ascii")
            os.replace(fresh, self._file)


HOUSE = HouseClock()


def keep_time(folder: Path) -> State:
    """From now on Django, and whoever asks it, goes by the time of the house."""
    timezone.now = HOUSE.now
    return HOUSE.follow(folder)
