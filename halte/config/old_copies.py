"""Backups in a folder: each has its own name by the time of the house, and goes only when somebody says so."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

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
    made = {name: at for name in names if (at := made_at(name))}
    old = sorted((at, name) for name, at in made.items() if at < now - timedelta(days=days))
    newest = max((at for at in made.values() if at <= now), default=now)
    return [name for at, name in old if at < newest]


def throw_away(folder: Path, *, now: datetime, days: int) -> list[str]:
    """Delete those of a folder that are past so many days; which they were."""
    gone = past((one.name for one in folder.iterdir()), now=now, days=days)
    for name in gone:
        (folder / name).unlink()
    return gone


def oldest(folder: Path, now: datetime) -> datetime:
    """When the oldest backup in a folder was made: so far back it reaches."""
    return min((at for one in folder.iterdir() if (at := made_at(one.name))), default=now)


def made_at(name: str) -> datetime | None:
    """The moment in the name of a backup of ours."""
    found = _NAME.fullmatch(name)
    try:
        return datetime.strptime(found[1], _TIME).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None
