"""Putting a backup in place. The data that stood before is moved aside, never deleted."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlcipher3 import dbapi2

from halte.common import keys
from halte.config import cipher_files
from halte.config.folder import DATABASE, HEADS, DataFolder
from halte.config.unusable import Unusable

if TYPE_CHECKING:
    from halte.config.heads import Entry

SIDE_FILES = ("", "-wal", "-shm")


@dataclass(frozen=True)
class Missing:
    """What a restore could not bring back of one chain, as far as heads kept elsewhere tell."""

    site: UUID
    epoch: int
    first: int
    last: int
    since: datetime | None
    until: datetime | None

    def __str__(self) -> str:
        times = f", from {_clock(self.since)} to {_clock(self.until)}" if self.until else ""
        many = self.first != self.last
        lines = f"lines {self.first} to {self.last}" if many else f"line {self.first}"
        return f"site {self.site}: {lines} of epoch {self.epoch} {'are' if many else 'is'} missing{times}"


@contextmanager
def prepared(chosen: DataFolder, backup: Path) -> Iterator[DataFolder]:
    """A folder beside the data that holds the checked backup, opened; thrown away unless it is put in place.

    Raises:
        Unusable: The backup cannot be used, or Halte is running on the data.
    """
    chosen.key()
    if not backup.is_file():
        raise Unusable(f"There is no file {backup}: name the backup to restore.")
    made_folder = not chosen.path.exists()
    chosen.path.mkdir(mode=0o700, parents=True, exist_ok=True)
    chosen.claim(alone=True)
    beside = DataFolder(chosen.path / "restoring", chosen.key_file)
    shutil.rmtree(beside.path, ignore_errors=True)
    try:
        beside.path.mkdir(mode=0o700)
        shutil.copyfile(backup, beside.database)
        beside.database.chmod(0o600)
        older = _under_the_present_key(chosen, beside)
        beside.start_django()
        _check(beside, backup)
        _know_all_keys(older)
        yield beside
    finally:
        shutil.rmtree(beside.path, ignore_errors=True)
        if made_folder and not chosen.database.exists():
            shutil.rmtree(chosen.path, ignore_errors=True)


def finish(
    chosen: DataFolder, beside: DataFolder, more_heads: Iterable[Path], more_tombstones: Iterable[Path] = ()
) -> list[str]:
    """Open a new epoch for every chain, move the old data aside and the backup into its place.

    Keeps:
        Whoever was erased after the backup was made is erased again, before anybody can open it.

    Returns:
        What to tell whoever restores.
    """
    from django.utils import timezone

    from halte.config import beginning, copies, heads
    from halte.journal import tombstones
    from halte.journal.checking import heads as present_heads

    now = timezone.now()
    known = _known_heads(chosen, more_heads)
    brought_back = copies.read(beside.database).lines
    missing = _open_epochs(known, now)
    erased = _erase_again([chosen.path / tombstones.FILE, *more_tombstones], now)
    new_heads = present_heads()
    beginning.close()
    told = [f"Restored: {brought_back} lines of the register of acts, and a new epoch begun."]
    aside = _move_aside(chosen, now)
    os.replace(beside.database, chosen.database)
    cipher_files.flush(chosen.path)
    lost = [heads.Lost(each.site, each.epoch, each.first, each.last) for each in missing]
    heads.add(chosen.path / HEADS, now, heads=new_heads, lost=lost)
    told += [str(each) for each in missing] or ["No kept head names an act that is missing."]
    if erased:
        told.append(f"Erased again, as they were after this backup was made: {erased}.")
    if aside:
        told.append(f"The data that stood before is in {aside}: delete it once all is well.")
    return told


def _erase_again(more: Iterable[Path], now: datetime) -> int:
    from halte.accounts.actor import Actor
    from halte.common.retry import RetryKey
    from halte.guests.forgetting import erase_again
    from halte.sites.models import Site

    files = list(more)
    return sum(
        erase_again(actor=Actor.system(site), at=now, key=RetryKey.new(b""), more=files) for site in Site.objects.all()
    )


def _under_the_present_key(chosen: DataFolder, beside: DataFolder) -> list[bytes]:
    """A backup under an older key is written again under the present one, if the data that stands knows it.

    Returns:
        Every key that the data knows, when it was needed.
    """
    present = chosen.key()
    keys.give(present)
    if not chosen.database.exists() or not cipher_files.opens(chosen.database, present):
        return []
    if not beside.database.stat().st_size or cipher_files.opens(beside.database, present):
        return []
    every = cipher_files.all_keys(chosen.database)
    for older in every[:-1]:
        if cipher_files.opens(beside.database, older):
            cipher_files.under(beside.database, older, present)
            return every
    return []


def _know_all_keys(every: list[bytes]) -> None:
    from halte.config import keyring

    if every:
        keyring.replace(every)
    else:
        keyring.load()


def _check(beside: DataFolder, backup: Path) -> None:
    from halte.config import beginning, checking, copies, ready

    try:
        copies.read(beside.database)
    except Unusable as error:
        raise Unusable(str(error).replace(str(beside.database), str(backup))) from error
    ready.check_library()
    ready.check_version(upgrading=True)
    beginning.bring_into_step()
    broken = next(checking.broken_lines(), None)
    if broken:
        raise Unusable(f"The register of acts in {backup} does not hold ({broken}): nothing was changed.")


def _known_heads(chosen: DataFolder, more: Iterable[Path]) -> "list[Entry]":
    """Heads in the folder's file, in files that were named, and in the database that stands there now if it opens."""
    from halte.config import copies, heads

    entries = [entry for path in more for entry in heads.read(path)]
    if chosen.heads.exists():
        entries += heads.read(chosen.heads)
    if chosen.database.exists():
        try:
            database = cipher_files.opened(chosen.database)
            entries += [heads.Entry(_last_act(database, head.site), head) for head in copies.heads_in(database)]
            database.close()
        except dbapi2.DatabaseError:
            return entries
    return entries


def _last_act(database: Any, site: UUID) -> datetime | None:
    row = database.execute("SELECT max(recorded_at) FROM journal_line WHERE site = ?", [site.hex]).fetchone()
    return datetime.fromisoformat(f"{row[0]}+00:00") if row and row[0] else None


def _open_epochs(known: "list[Entry]", now: datetime) -> list[Missing]:
    from halte.accounts.actor import Actor
    from halte.journal.epochs import open_epoch
    from halte.journal.models import Head, Line
    from halte.sites.models import Site

    missing = []
    heads = list(Head.objects.all())
    # A chain that began after the backup has no end in it: all of its lines are missing.
    unheard = {entry.head.site for entry in known if entry.head and entry.head.seq} - {head.site for head in heads}
    for head in [*heads, *(Head(site=site) for site in sorted(unheard))]:
        later = [entry for entry in known if entry.head and entry.head.site == head.site]
        epoch = max([head.epoch, *(entry.head.epoch for entry in later if entry.head)])
        gaps = _gaps(head.site, head.epoch, head.seq, later)
        last = Line.objects.filter(site=head.site).order_by("epoch", "seq").last()
        since = last.recorded_at if last else None
        found = [Missing(head.site, gap[0], gap[1], gap[2], since, gap[3]) for gap in gaps]
        missing += found
        actor = Actor.system(Site(id=head.site))
        first, final = (found[-1].first, found[-1].last) if found else (None, None)
        open_epoch(actor=actor, at=now, after=epoch, lost_first=first, lost_last=final)
    return missing


def _gaps(site: UUID, epoch: int, seq: int, later: "list[Entry]") -> list[tuple[int, int, int, datetime | None]]:
    """(epoch, first, last, kept at) of the lines after (epoch, seq) that kept heads name, one for each epoch."""
    highest: dict[int, Entry] = {}
    for entry in later:
        head = entry.head
        if head and (head.epoch, head.seq) > (epoch, seq):
            best = highest.get(head.epoch)
            if best is None or best.head is None or head.seq >= best.head.seq:
                highest[head.epoch] = entry
    return [
        (number, seq + 1 if number == epoch else 1, entry.head.seq, entry.kept_at)
        for number, entry in sorted(highest.items())
        if entry.head
    ]


def _move_aside(chosen: DataFolder, now: datetime) -> Path | None:
    if not chosen.database.exists():
        return None
    aside = chosen.path / f"before-restore-{now:%Y%m%d-%H%M%S}"
    aside.mkdir(mode=0o700)
    for suffix in SIDE_FILES:
        old = chosen.path / f"{DATABASE}{suffix}"
        if old.exists():
            os.replace(old, aside / old.name)
    return aside


def _clock(at: datetime | None) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M") if at else "an unknown time"
