"""Every version that was released, as a small database in text: loaded, and looked at again after an upgrade."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

KEY = bytes(range(32))
"""The key of every kept database. It closes nothing that anybody would want."""
FOLDER = Path(__file__).parent
MADE_ANEW = {"django_content_type", "auth_permission", "django_migrations", "sqlite_sequence"}
"""Tables that say how a version looks, not what a house wrote."""
GIVEN_UP: dict[tuple[str, str], str] = {}
"""What a release takes away on purpose, and why: a table and its column, or "" for the whole table."""
Rows = dict[tuple[str, ...], dict[str, Any]]


@dataclass(frozen=True)
class Kept:
    """One version."""

    version: str

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.version}.sql"

    def load(self, database: Path) -> None:
        """Make this database, as that version had left it."""
        connection = opened(database)
        connection.executescript(self.path.read_text(encoding="utf-8"))
        connection.close()


def versions() -> list[Kept]:
    """All that are kept, oldest first."""
    return sorted((Kept(path.stem) for path in FOLDER.glob("*.sql")), key=lambda kept: _numbers(kept.version))


def opened(database: Path) -> Any:
    """A connection of one's own, past Django."""
    connection = dbapi2.connect(str(database))
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    return connection


def rows(database: Path) -> dict[str, Rows]:
    """Each row of each table, by its primary key."""
    connection = opened(database)
    found = {table: dict(_rows(connection, table)) for table in tables(connection) if table not in MADE_ANEW}
    connection.close()
    return found


def tables(connection: Any) -> list[str]:
    """What tables there are."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    return [name for (name,) in connection.execute(asked)]


def lost(before: dict[str, Rows], after: dict[str, Rows]) -> Iterator[str]:
    """What an upgrade did not bring along: a table, a row, or what stood in a column."""
    for table, there in before.items():
        if (table, "") in GIVEN_UP:
            continue
        if table not in after:
            yield f"{table}: the table"
            continue
        for key, row in there.items():
            now = after[table].get(key)
            if now is None:
                yield f"{table} {'/'.join(key)}: the row"
                continue
            for name in row:
                if (table, name) not in GIVEN_UP and (name not in now or now[name] != row[name]):
                    yield f"{table} {'/'.join(key)}: {name}"


def _rows(connection: Any, table: str) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    columns = list(connection.execute(f'PRAGMA table_info("{table}")'))
    names = [column[1] for column in columns]
    key = [column[1] for column in columns if column[5]] or names
    for values in connection.execute(f'SELECT * FROM "{table}"'):
        row = dict(zip(names, values, strict=True))
        yield tuple(str(row[name]) for name in key), row


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]
