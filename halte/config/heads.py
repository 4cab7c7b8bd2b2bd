"""The ends of the chains as they are kept outside the database: one JSON object a line, only ever added to.

A line is a head (`{"kept_at": ..., "head": "site:epoch:seq:hash"}`) or the acts that a restore could not bring back
(`{"kept_at": ..., "lost": "site:epoch:first:last"}`). A file of bare heads, one a line, as printed, is read too.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from halte.config.unusable import Unusable
from halte.journal.checking import KeptHead
from halte.journal.checking import heads as present_heads

FILE = "heads.jsonl"
KEPT_WHOLE = timedelta(days=2)
LARGE = 4_000_000


@dataclass(frozen=True)
class Lost:
    """Lines of one epoch that a restore could not bring back."""

    site: UUID
    epoch: int
    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.site}:{self.epoch}:{self.first}:{self.last}"

    def covers(self, head: KeptHead) -> bool:
        """Whether a kept head names one of these lines."""
        return (head.site, head.epoch) == (self.site, self.epoch) and self.first <= head.seq <= self.last


@dataclass(frozen=True)
class Entry:
    """One line of the file."""

    kept_at: datetime | None
    head: KeptHead | None = None
    lost: Lost | None = None


def read(path: Path) -> list[Entry]:
    """Everything the file holds.

    Raises:
        Unusable: It cannot be read, or a line is neither a head nor a loss. A last line that a power cut
            cut off is left out.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(
            f"The heads in {path} cannot be read: name a file that Halte wrote, or a printed list."
        ) from error
    entries = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entries.append(_parse(line.strip()))
        except (ValueError, KeyError, TypeError) as error:
            if number == len(lines) and not line.endswith("\n"):
                break
            raise Unusable(f"Line {number} of {path} is no head: each looks like site:epoch:number:hash.") from error
    return entries


def keep(path: Path, at: datetime) -> None:
    """Add the present ends of all chains that moved since they were last kept."""
    known = {str(entry.head) for entry in (read(path) if path.exists() else [])}
    add(path, at, heads=[head for head in present_heads() if head.seq and str(head) not in known])
    if path.exists() and path.stat().st_size > LARGE:
        thin_out(path, at)


def add(path: Path, at: datetime, *, heads: Iterable[KeptHead] = (), lost: Iterable[Lost] = ()) -> None:
    """Write entries so that a power cut cannot take them back."""
    new = [_line(at, "head", str(head)) for head in heads] + [_line(at, "lost", str(gap)) for gap in lost]
    if not new:
        return
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        whole = file.read().rfind(b"\n") + 1
        file.truncate(whole)
        file.write("".join(new).encode())
        file.flush()
        os.fsync(file.fileno())


def thin_out(path: Path, now: datetime) -> None:
    """Of days long past, keep the last head of each chain; of what was lost, everything."""
    if not path.exists():
        return
    entries = read(path)
    last: dict[object, Entry] = {}
    for entry in entries:
        old = entry.head and entry.kept_at and entry.kept_at < now - KEPT_WHOLE
        last[
            (entry.head.site, entry.head.epoch, entry.kept_at.date()) if old and entry.head and entry.kept_at else entry
        ] = entry
    if len(last) == len(entries):
        return
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    for entry in last.values():
        add(
            fresh,
            entry.kept_at or now,
            heads=[entry.head] if entry.head else [],
            lost=[entry.lost] if entry.lost else [],
        )
    os.replace(fresh, path)


def _line(at: datetime, what: str, value: str) -> str:
    return json.dumps({"kept_at": at.isoformat(timespec="seconds"), what: value}) + "\n"


def _parse(line: str) -> Entry:
    if not line.startswith("{"):
        return Entry(None, head=KeptHead.parse(line))
    said = json.loads(line)
    at = datetime.fromisoformat(said["kept_at"])
    if "lost" in said:
        site, epoch, first, last = said["lost"].split(":")
        return Entry(at, lost=Lost(UUID(site), int(epoch), int(first), int(last)))
    return Entry(at, head=KeptHead.parse(said["head"]))
