"""Whether a day's numbers stand. Reports close days and lie above this room, so they say it here at start."""

from collections.abc import Callable
from datetime import date

from halte.sites.models import Site

_asked: list[Callable[[Site, date], bool]] = []


def told_by(stands: Callable[[Site, date], bool]) -> None:
    """Register who knows whether a day was closed."""
    _asked.append(stands)


def stands(site: Site, on: date) -> bool:
    """Whether the numbers of this day were written down for ever."""
    return any(asked(site, on) for asked in _asked)
