"""Letting the key of the house go from a page: the server says, before its workers are born, whom they tell.

Only a house that `halte serve` serves can do it from a page, and only where its data is worthless without the key.
"""

import os
import signal
from dataclasses import dataclass

SIGNAL = signal.SIGRTMIN
"""To every program that holds the data folder: the server lets go of the key, all others end, as the system has it."""


@dataclass
class _Server:
    process: int = 0
    number: str = ""


_SERVER = _Server()


def announce(process: int, number: str) -> None:
    """Workers that are born from now on know which process lets go of the key, and what opens the beds afterwards."""
    _SERVER.process, _SERVER.number = process, number


def number() -> str:
    """Six digits that open the board of numbers after a panic; empty where no page can call one."""
    return _SERVER.number


def now() -> None:
    """The server lets go of the key. This process ends by it, a moment later."""
    if _SERVER.process:
        os.kill(_SERVER.process, SIGNAL)
