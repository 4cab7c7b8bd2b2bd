"""`halte upgrade` makes a backup, changes the tables, loses nothing, and says how to go back."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.config.conftest import plain_environment

NEWEST = "outreach"
"""A part of Halte that an older version did not have."""


@pytest.fixture
def older(halte, a_centre):
    """A centre with acts in its register, made by a Halte that had no outreach yet."""
    assert halte("token", *a_centre.named, "--site", "calais", "--label", "Tablet").returncode == 0
    subprocess.run(
        [sys.executable, "-c", "from halte.config.manage import main; main()", "migrate", NEWEST, "zero"],
        env=plain_environment(
            PYTHONPATH=str(Path(__file__).parents[2]), HALTE_DATA=str(a_centre.data), HALTE_KEY_FILE=str(a_centre.key)
        ),
        check=True,
        capture_output=True,
        timeout=120,
    )
    return a_centre


def opened(centre, name="halte.db"):
    database = dbapi2.connect(str(centre.data / name))
    database.execute(f"PRAGMA key = \"x'{centre.key.read_text().split()[-1]}'\"")
    return database


def rows(centre, name="halte.db"):
    """How many rows each table holds."""
    database = opened(centre, name)
    tables = [each for (each,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {each: database.execute(f'SELECT count(*) FROM "{each}"').fetchone()[0] for each in tables}


def test_an_older_centre_is_not_served_but_upgraded_after_a_backup(halte, older, is_refused):
    before = rows(older)
    is_refused(halte("serve", *older.named, "--port", "0"), "older Halte", "halte upgrade")

    done = halte("upgrade", *older.named)

    assert done.returncode == 0, done.stderr
    (backup,) = older.data.glob("before-*.backup")
    assert str(backup) in done.stdout
    assert rows(older, backup.name) == before
    after = rows(older)
    assert {name: after[name] for name in before if name != "django_migrations"} == {
        name: count for name, count in before.items() if name != "django_migrations"
    }
    assert any(name.startswith(f"{NEWEST}_") for name in after.keys() - before.keys())
    assert "Whole: 3 lines" in halte("check", *older.named).stdout
    assert "Nothing to do" in halte("upgrade", *older.named).stdout
    assert len(list(older.data.glob("before-*.backup"))) == 1


def test_an_upgrade_that_cannot_go_on_names_the_way_back(halte, older, is_refused):
    database = opened(older)
    with database:
        database.execute(f"CREATE TABLE {NEWEST}_round (id integer)")
    database.close()

    is_refused(halte("upgrade", *older.named), "could not be changed", "halte restore", "before-")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("ALTER TABLE accounts_badge RENAME COLUMN number TO count", "accounts_badge.number is missing"),
        ("ALTER TABLE accounts_badge ADD COLUMN colour text", "accounts_badge.colour is unknown"),
        ("DROP TABLE common_jobrun", "common_jobrun is missing"),
    ],
)
def test_tables_that_only_claim_to_be_in_step_are_served_by_nobody(halte, a_centre, is_refused, change, named):
    """As of a copy from the days before a version was finished: its migrations were called the same."""
    database = opened(a_centre)
    with database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute(change)
    database.close()

    is_refused(halte("serve", *a_centre.named, "--port", "0"), named, "Go back to the Halte that made it")
    is_refused(halte("upgrade", *a_centre.named), named)


def test_nothing_is_upgraded_while_halte_works_on_the_data(halte, older, is_refused):
    import fcntl

    with (older.data / "in-use").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_SH)
        is_refused(halte("upgrade", *older.named), "stop it first")

    assert not list(older.data.glob("before-*.backup"))


def test_on_postgresql_the_administrator_makes_the_backup(halte, is_refused):
    is_refused(halte("upgrade", HALTE_DATABASE="postgresql:///halte"), "pg_dump", "--backup-made")
