"""Backups in a folder are added to; old ones go after so many days, if somebody says so, and never the last one."""

from datetime import UTC, datetime, timedelta

import pytest

from halte.common import clock
from halte.config.old_copies import name_of, past

NOW = datetime(2026, 11, 28, 3, 0, tzinfo=UTC)


def made(*days_ago):
    return [name_of(NOW - timedelta(days=days)) for days in days_ago]


def test_those_older_than_so_many_days_go():
    assert past(made(0, 1, 29, 31, 60), now=NOW, days=30) == made(60, 31)


def test_the_newest_stays_however_old():
    assert past(made(400, 90), now=NOW, days=30) == made(400)


@pytest.mark.parametrize(
    "name",
    ["halte.db", "halte-20250101T000000Z.backup.part", "photos", "halte-2025.backup", "halte-20261332T256199Z.backup"],
)
def test_what_is_called_otherwise_is_not_ours(name):
    assert past([name, *made(0)], now=NOW, days=1) == []


def test_a_clock_that_was_ahead_throws_nothing_away():
    assert past(made(-300, 40), now=NOW, days=30) == []


def test_a_folder_is_added_to_and_thinned_only_when_asked(halte, a_centre, tmp_path, is_refused):
    folder = tmp_path / "copies"
    folder.mkdir()
    old = folder / name_of(datetime.now(UTC) - timedelta(days=40))
    old.write_bytes(b"an old one")

    first = halte("backup", str(folder), *a_centre.named)
    assert first.returncode == 0, first.stderr
    assert len(list(folder.glob("halte-*Z.backup"))) == 2

    (a_centre.data / clock.FILE).write_text(f"{(datetime.now(UTC) - timedelta(days=30)).isoformat()} before\n")
    is_refused(halte("backup", str(folder), "--keep", "30", *a_centre.named), "no old backup was thrown away")
    assert old.exists()

    (a_centre.data / clock.FILE).unlink()
    assert halte("backup", str(folder), "--keep", "30", *a_centre.named).returncode == 0
    assert not old.exists()
    assert list(folder.glob("halte-*Z.backup"))
