"""Backups in a folder: each has its own name by the time of the house, and goes only when somebody says so."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

_NAME = re.compile(r"halte-(\d{8}T\d{6})Z\.backup")
_TIME = "%Y%m%dT%H%M%S"


def name_of(at: datetime) -> str:
    """What a backup of this moment is called."""
    return f"halte-{at.astimezone(UTC).strftime(_TIME)}Z.backup"


def past(names: Iterable[str], *, now: datetime, days: int) -> list[str]:
    """The backups that are older than so many days, oldest first.

    Keeps:
        The newest one stays, however old it is. A file with another name is not ours, and stays. One that bears a time
        to come stays, and is not counted as the newest: the clock was wrong, then or now.
    """
    made = {name: at for name in names if (at := _made_at(name))}
    old = sorted((at, name) for name, at in made.items() if at < now - timedelta(days=days))
    newest = max((at for at in made.values() if at <= now), default=now)
    return [name for at, name in old if at < newest]


def _made_at(name: str) -> datetime | None:
    found = _NAME.fullmatch(name)
    try:
        return datetime.strptime(found[1], _TIME).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None
