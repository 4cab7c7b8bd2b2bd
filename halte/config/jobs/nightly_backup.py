"""The backup that the serving house makes of itself every night, into the folder that was named when it was started."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext_lazy as _

from halte.common import backups
from halte.config import copies, old_copies
from halte.config.jobs.leases import LEASE, NotThisTime
from halte.config.unusable import Unusable

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WHY: dict[str, "StrOrPromise"] = {
    "gone": _("The folder for backups is not there: put the stick in, or name another folder."),
    "other_disk": _("The stick for backups is out: the folder is there, but on the disk of the machine itself."),
    "closed": _("Halte may not write into the folder for backups: make it its own."),
    "full": _("The disk for backups is full: take a larger one, or keep fewer days."),
    "unreadable": _("What was written could not be read back: take another stick."),
    "damaged": _("The database itself is damaged: run the check, and restore the last backup."),
    "other": _("The backup could not be written: take another stick, or name another folder."),
    "not_thrown_away": _("The backup was made, but older ones could not be thrown away: delete them by hand."),
}
"""What stands in the way, in the words of the manager's page."""


@dataclass(frozen=True)
class Shown:
    """What the manager's page says of backups."""

    known: backups.Known | None
    is_late: bool
    why: "StrOrPromise"
    is_named: bool
    days_kept: int
    by_others: bool
    """On PostgreSQL its administrator makes them."""


def shown(now: datetime) -> Shown:
    """The last good backup, and what stands in the way of the next."""
    known = backups.known(settings.DATA)
    return Shown(
        known,
        is_late=known is None or known.is_late(now),
        why=WHY.get(known.why, WHY["other"]) if known and known.why else "",
        is_named=settings.BACKUPS is not None,
        days_kept=settings.BACKUP_DAYS,
        by_others=connection.vendor != "sqlite",
    )


def make(now: datetime) -> None:
    """Tonight's backup, if a folder was named; then those past their days go.

    Keeps:
        Nothing is written over; an old one goes only after a new one was read back, and never the newest.
        Whatever stands in the way stops nothing: it is told on the manager's page, and tried again.

    Raises:
        NotThisTime: It could not be made.
    """
    into: Path | None = settings.BACKUPS
    if into is None or connection.vendor != "sqlite":
        return
    try:
        _refuse_empty_mount(into)
        _sweep(into, now)
        copies.write(into / old_copies.name_of(now))
    except (Unusable, OSError) as error:
        why = _why(error, into)
        backups.failed(settings.DATA, at=now, why=why)
        raise NotThisTime(f"No backup was made ({why}): see the page What a thief would get.") from error
    _throw_away(into, now)


def _throw_away(into: Path, now: datetime) -> None:
    """Tonight's is made whether the old ones go or not: trying again would only fill the disk with more of them."""
    why = ""
    try:
        old_copies.throw_away(into, now=now, days=settings.BACKUP_DAYS)
    except OSError:
        why = "not_thrown_away"
    with suppress(OSError):
        backups.good(settings.DATA, at=now, folder=into, oldest_at=old_copies.oldest(into, now), nightly=True)
    if why:
        backups.failed(settings.DATA, at=now, why=why)


def _refuse_empty_mount(into: Path) -> None:
    """A stick that is out leaves the folder it was mounted on, and a backup there would lie beside the data."""
    known = backups.known(settings.DATA)
    if known and known.apart == str(into) and backups.on_same_disk(settings.DATA, into):
        raise _OtherDisk


def _sweep(into: Path, now: datetime) -> None:
    """What a backup left half written when its process was killed."""
    for part in into.glob(".halte-*Z.backup.part"):
        if part.stat().st_mtime < now.timestamp() - LEASE.total_seconds():
            with suppress(OSError):
                part.unlink()


def _why(error: Exception, into: Path) -> str:
    if isinstance(error, _OtherDisk):
        return "other_disk"
    if not into.is_dir():
        return "gone"
    return error.why if isinstance(error, copies.NotWritten) else "other"


class _OtherDisk(OSError):
    """The folder lies on the disk of the data, and the last backup in it did not."""
