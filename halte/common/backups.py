"""What is known of the last backup: a file in the data folder, outside the database, so that a restore keeps it."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

FILE = "backups"
LATE = timedelta(days=2)
"""Without a good backup for longer than this, managers are told on every page."""


@dataclass(frozen=True)
class Known:
    """When the last good backup was made, and why the last try failed if one failed since."""

    since: datetime
    """Since when this house is served: one that just began is not late yet."""
    good_at: datetime | None = None
    folder: str = ""
    same_disk: bool = False
    """It lies on the disk of the data, and is lost with it."""
    apart: str = ""
    """The folder of the nightly backup, once one was written there on another disk than that of the data."""
    oldest_at: datetime | None = None
    """The oldest backup in that folder."""
    failed_at: datetime | None = None
    why: str = ""
    """A code: one of `config.jobs.nightly_backup.WHY`."""

    def is_late(self, now: datetime) -> bool:
        """Whether somebody should look."""
        return now - (self.good_at or self.since) > LATE

    def days(self, now: datetime) -> int:
        """Whole days without a good backup."""
        return (now - (self.good_at or self.since)).days


def known(data: Path) -> Known | None:
    """What is known in this data folder; nothing where no house was ever served on it."""
    try:
        said = json.loads((data / FILE).read_text(encoding="utf-8"))
        for name in ("since", "good_at", "oldest_at", "failed_at"):
            said[name] = datetime.fromisoformat(said[name]) if said.get(name) else None
        return Known(**said) if said["since"] else None
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        return None


def begin(data: Path, now: datetime) -> None:
    """A house is served: from now on it should have backups."""
    if known(data) is None:
        _keep(data, Known(since=now))


def good(data: Path, *, at: datetime, folder: Path, oldest_at: datetime, nightly: bool = False) -> None:
    """A backup was written and read back."""
    before = known(data) or Known(since=at)
    same = on_same_disk(data, folder)
    apart = ("" if same else str(folder)) if nightly else before.apart
    one = Known(before.since, good_at=at, folder=str(folder), same_disk=same, apart=apart, oldest_at=oldest_at)
    _keep(data, one)


def on_same_disk(data: Path, folder: Path) -> bool:
    """Whether both lie on one disk."""
    return data.stat().st_dev == folder.stat().st_dev


def failed(data: Path, *, at: datetime, why: str) -> None:
    """A backup could not be made."""
    _keep(data, replace(known(data) or Known(since=at), failed_at=at, why=why))


def _keep(data: Path, one: Known) -> None:
    said = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in vars(one).items()}
    fresh = data / f".{FILE}.{uuid4().hex}"
    # A full disk must not stop the house: then what is known grows old, and that is told too.
    with suppress(OSError):
        try:
            fresh.write_text(json.dumps(said) + "\n", encoding="utf-8")
            os.replace(fresh, data / FILE)
        finally:
            fresh.unlink(missing_ok=True)
