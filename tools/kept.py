"""Keep this version's tables with the rows of two houses, as text: tests/kept/VERSION.sql.

While a version is not released its file is written anew whenever migrations changed (`make keep`); from then on it
stays as it is. With --check, only say whether that is needed.
"""

import hashlib
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from halte import __version__
from halte.common import keys
from halte.config.folder import DataFolder
from tests import kept

HOUSE = Path(__file__).resolve().parent.parent
AT = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)
NOT_FILLED = {"common.DataKey", "journal.Line", "journal.Subject", "journal.Retry", "journal.Head"}
"""A chain cannot be invented, and a house with an invented key in its ring does not open: acts write these."""

MADE = "SELECT sql FROM sqlite_master"


def main(arguments: list[str]) -> int:
    """Write the file, or say whether it is in step."""
    this = kept.Kept(__version__)
    if "--check" in arguments:
        late = is_late(this, (HOUSE / "CHANGELOG.md").read_text(encoding="utf-8"))
        print(f"{this.path.relative_to(HOUSE)} is out of step: run `make keep`." if late else "In step.")
        return 1 if late else 0
    if is_released(__version__, (HOUSE / "CHANGELOG.md").read_text(encoding="utf-8")) and this.path.exists():
        print(f"{__version__} is released: its file stays as it is. Raise the version first.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="halte-kept-") as folder:
        database = made(Path(folder))
        this.path.write_text("\n".join(written(database)) + "\n", encoding="utf-8")
    print(f"{this.path.relative_to(HOUSE)}: {this.path.stat().st_size // 1000} kB")
    return 0


def is_late(this: kept.Kept, changelog: str) -> bool:
    """Whether a version has no file, or one that its migrations have left behind before it was released."""
    if not this.path.exists():
        return True
    return not is_released(this.version, changelog) and digest() not in this.path.read_text(encoding="utf-8")[:1000]


def is_released(version: str, changelog: str) -> bool:
    """Whether the list of changes gives it a date."""
    return any(line.startswith(f"## {version}") and "not yet released" not in line for line in changelog.splitlines())


def digest() -> str:
    """What all migrations of this version say, in one number."""
    said = hashlib.sha256()
    for path in sorted((HOUSE / "halte").glob("*/migrations/*.py")):
        said.update(path.relative_to(HOUSE).as_posix().encode() + path.read_bytes())
    return said.hexdigest()


def made(folder: Path) -> Path:
    """Two houses with a row in every table. The same version makes the same bytes, whenever it is run."""
    chance = random.Random(__version__)
    keys.write(folder / "key", kept.KEY)
    chosen = DataFolder(folder, folder / "key")
    with (
        patch("os.urandom", chance.randbytes),
        patch("random._urandom", chance.randbytes),
        patch("django.utils.timezone.now", lambda: AT),
    ):
        chosen.start_django()
        from halte.config import beginning

        beginning.make_tables()
        _fill()
        beginning.close()
    return chosen.database


def _fill() -> None:
    from django.apps import apps

    from halte.accounts.actor import Actor
    from halte.common.retry import RetryKey
    from halte.config import beginning
    from halte.guests import actions as guests
    from halte.sites.models import Site
    from halte.visits import actions as visits
    from tests.forensics import filling

    beginning.found(name="Calais", town="Calais", kind="hostel")
    beginning.found(name="Dunkerque", town="Dunkerque", kind="day_centre")
    by_acts = [apps.get_model(label) for label in NOT_FILLED]
    for site in Site.objects.order_by("code"):
        actor = Actor.system(site)
        guest, _secret = guests.make_card(actor=actor, at=AT, key=RetryKey.new())
        visits.arrive(actor=actor, guest=guest, at=AT, key=RetryKey.new())
        over = site.code == "calais"
        filling.fill(site, AT if over else AT - timedelta(minutes=30), ended=over, but=by_acts)


def written(database: Path) -> Iterator[str]:
    """Tables, then what stands in them, then indexes and the rest."""
    yield f"-- Halte {__version__}: every table, two houses with a row in each. Written by `make keep`, never by hand."
    yield f"-- Migrations: {digest()}"
    yield "BEGIN;"
    connection = kept.opened(database)
    yield from _made_by(connection, "type = 'table'")
    for table in kept.tables(connection):
        if table not in {"auth_permission", "sqlite_sequence"}:
            yield from _inserts(connection, table)
    yield from _made_by(connection, "type <> 'table'")
    yield "COMMIT;"
    connection.close()


def _made_by(connection: Any, which: str) -> Iterator[str]:
    ours = "sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    yield from (f"{sql};" for (sql,) in connection.execute(f"{MADE} WHERE {ours} AND {which} ORDER BY name"))


def _inserts(connection: Any, table: str) -> Iterator[str]:
    columns = [column[1] for column in connection.execute(f'PRAGMA table_info("{table}")')]
    names = ", ".join(f'"{name}"' for name in columns)
    quoted = " || ', ' || ".join(f'quote("{name}")' for name in columns)
    found = connection.execute(f'SELECT {quoted} FROM "{table}" ORDER BY 1')  # noqa: S608 (our own names)
    if values := [row for (row,) in found]:
        yield f'INSERT INTO "{table}" ({names}) VALUES'
        yield ",\n".join(f"({row})" for row in values) + ";"


if __name__ == "__main__":
    os.environ.pop("HALTE_DATABASE", None)
    sys.exit(main(sys.argv[1:]))
