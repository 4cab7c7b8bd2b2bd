"""Every night the house makes a backup of itself; what stands in the way is said, stops nothing, and is tried again."""

import json
import os
import shutil
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
from django.db import DatabaseError
from django.utils import timezone

from halte.common import backups
from halte.common.models import JobRun
from halte.config import copies, jobs, old_copies
from halte.config.jobs import leases, nightly_backup
from halte.config.jobs.leases import LEASE
from halte.config.old_copies import made_at, name_of
from halte.nights.models import NightOpened
from tests.pages import signed_in, words_of

NIGHT = datetime(2026, 11, 24, 2, 40, tzinfo=UTC)


@pytest.fixture
def stick(settings, tmp_path):
    """A folder that was named for backups, apart from the data."""
    settings.DATA, settings.BACKUPS = tmp_path / "data", tmp_path / "stick"
    settings.DATA.mkdir()
    settings.BACKUPS.mkdir()
    return settings.BACKUPS


@pytest.fixture
def just_open(calais):
    """A house with one day behind it: nothing else takes long."""
    calais.opened_on = date(2026, 11, 23)
    calais.save()
    return calais


@pytest.fixture
def on_sqlite(monkeypatch):
    """What is not about the engine is told the same on both."""
    monkeypatch.setattr(nightly_backup, "connection", SimpleNamespace(vendor="sqlite"))


@pytest.fixture
def written(monkeypatch, on_sqlite):
    """A copy takes no time, where something else is told of."""

    def write(path):
        path.write_bytes(b"a good one")

    monkeypatch.setattr(copies, "write", write)


def known(settings):
    found = backups.known(settings.DATA)
    assert found is not None
    return found


@pytest.mark.one_database
@pytest.mark.django_db(transaction=True)
def test_once_a_night_a_backup_that_opens_lies_on_the_stick(just_open, stick, settings):
    jobs.run_due(NIGHT)
    jobs.run_due(NIGHT + timedelta(hours=1))

    (made,) = stick.iterdir()
    assert made.name == name_of(NIGHT)
    assert made.read_bytes()[:16] != b"SQLite format 3\0"
    assert copies.read(made).lines >= 1
    assert known(settings).good_at == NIGHT

    jobs.run_due(NIGHT + timedelta(days=1))
    assert len(list(stick.iterdir())) == 2


def test_old_ones_go_after_a_good_one_and_never_before(written, stick, settings, monkeypatch):
    settings.BACKUP_DAYS = 30
    for days in (29, 31, 60):
        (stick / name_of(NIGHT - timedelta(days=days))).write_bytes(b"old")
    with monkeypatch.context() as full:
        full.setattr(copies, "write", refusing("full"))
        with pytest.raises(nightly_backup.NotThisTime):
            nightly_backup.make(NIGHT)
    assert len(list(stick.iterdir())) == 3

    nightly_backup.make(NIGHT)

    assert sorted(one.name for one in stick.iterdir()) == [name_of(NIGHT - timedelta(days=29)), name_of(NIGHT)]
    assert known(settings).oldest_at == made_at(name_of(NIGHT - timedelta(days=29)))


def refusing(why):
    def write(_path):
        raise copies.NotWritten(why, "It could not be written.")

    return write


@pytest.mark.parametrize("why", sorted(nightly_backup.WHY))
def test_what_stands_in_the_way_is_told_and_stops_nothing(just_open, on_sqlite, stick, settings, monkeypatch, why):
    log = Mock()
    monkeypatch.setattr(leases, "_log", log)
    monkeypatch.setattr(copies, "write", refusing(why))

    jobs.run_due(NIGHT)

    assert (known(settings).failed_at, known(settings).why) == (NIGHT, why)
    assert NightOpened.objects.filter(site=just_open).exists()
    assert [line.args[1] for line in log.warning.call_args_list] == ["backup"]
    assert not log.exception.called, "What is told on the page is no crash."
    assert not JobRun.objects.filter(job="backup", done_at__isnull=False).exists()


def test_old_ones_that_cannot_be_thrown_away_are_told_and_no_second_one_is_made(
    just_open, written, stick, settings, monkeypatch
):
    def refused(*_said, **_more):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(old_copies, "throw_away", refused)
    for minutes in (0, 20, 40):
        jobs.run_due(NIGHT + timedelta(minutes=minutes))

    assert [one.name for one in stick.iterdir()] == [name_of(NIGHT)]
    assert (known(settings).good_at, known(settings).why) == (NIGHT, "not_thrown_away")


def test_it_is_tried_again_until_the_stick_is_in(just_open, written, stick, settings):
    stick.rmdir()
    jobs.run_due(NIGHT)
    assert known(settings).why == "gone"

    stick.mkdir()
    jobs.run_due(NIGHT + timedelta(minutes=5))
    assert list(stick.iterdir()) == []
    jobs.run_due(NIGHT + LEASE + timedelta(minutes=1))

    assert len(list(stick.iterdir())) == 1
    assert (known(settings).failed_at, known(settings).why) == (None, "")


def test_a_stick_that_is_out_is_not_mistaken_for_the_folder_it_was_mounted_on(written, stick, settings, monkeypatch):
    with monkeypatch.context() as in_it:
        in_it.setattr(backups, "on_same_disk", lambda _data, _folder: False)
        nightly_backup.make(NIGHT)
    shutil.rmtree(stick)
    stick.mkdir()

    with pytest.raises(nightly_backup.NotThisTime):
        nightly_backup.make(NIGHT + timedelta(days=1))

    assert known(settings).why == "other_disk"
    assert list(stick.iterdir()) == []


def test_what_a_killed_process_left_half_written_goes(written, stick):
    old, fresh = (stick / f".{name_of(NIGHT - timedelta(minutes=ago))}.part" for ago in (60, 1))
    for part, ago in ((old, 60), (fresh, 1)):
        part.write_bytes(b"half")
        os.utime(part, times=(moment := (NIGHT - timedelta(minutes=ago)).timestamp(), moment))

    nightly_backup.make(NIGHT)

    assert not old.exists()
    assert fresh.exists()


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (DatabaseError("database or disk is full"), "full"),
        (OSError(28, "No space left on device"), "full"),
        (DatabaseError("disk I/O error"), "other"),
        (OSError(30, "Read-only file system"), "closed"),
        (DatabaseError("database disk image is malformed"), "damaged"),
    ],
)
def test_every_way_a_disk_refuses_has_its_word_and_leaves_nothing_half_written(stick, monkeypatch, error, why):
    def refusing_too():
        raise DatabaseError("database disk image is malformed")

    class Refusing:
        def __enter__(self):
            return self

        def __exit__(self, *_error):
            return False

        def execute(self, *_said):
            raise error

    monkeypatch.setattr(copies, "leave_no_copy", refusing_too)
    monkeypatch.setattr(copies, "connection", SimpleNamespace(cursor=Refusing))

    with pytest.raises(copies.NotWritten) as refused:
        copies.write(stick / "copy")

    assert refused.value.why == why
    assert list(stick.iterdir()) == []


def test_a_manager_reads_when_the_last_good_one_was_and_what_stands_in_the_way(
    manager, greeter, on_sqlite, stick, settings
):
    browser, now = signed_in(manager), timezone.now()
    backups.begin(settings.DATA, now)
    assert "None yet: this house has just begun." in page(browser)
    backups.good(settings.DATA, at=now - timedelta(hours=5), folder=stick, oldest_at=now - timedelta(days=20))

    said = page(browser)
    assert "Last good backup: " in said
    assert "whoever was erased since then still stands in it" in said
    assert "Every night another is made; after 30 days it is thrown away." in said
    assert "It lies on the same disk as the data." in said
    assert "No backup for" not in said

    backups.good(settings.DATA, at=now - timedelta(days=3), folder=stick, oldest_at=now - timedelta(days=20))
    backups.failed(settings.DATA, at=now, why="gone")
    said = page(browser)
    assert "There has been no good backup for more than two days" in said
    assert "put the stick in" in said
    assert "No backup for 3 days" in words_of(browser.get("/account/team/").content.decode())
    assert "No backup for" not in words_of(signed_in(greeter).get("/desk/").content.decode())


def test_a_house_without_a_folder_for_it_is_told_how_to_name_one(manager, on_sqlite, settings, tmp_path):
    settings.DATA, settings.BACKUPS = tmp_path, None
    backups.begin(tmp_path, timezone.now() - timedelta(days=9))

    said = page(signed_in(manager))

    assert "--backups /media/other" in said
    assert "There is no backup yet" in said
    assert "No backup for 9 days" in said


def page(browser):
    return words_of(browser.get("/thief/").content.decode())


def test_what_is_known_survives_a_file_that_a_power_cut_tore(tmp_path, now):
    for torn in (b"", b"{", b"[]", b'{"since": null}', b'{"since": "yesterday"}', b"\xff"):
        (tmp_path / backups.FILE).write_bytes(torn)
        assert backups.known(tmp_path) is None

    backups.failed(tmp_path, at=now, why="gone")

    assert json.loads((tmp_path / backups.FILE).read_text())["why"] == "gone"
    assert [one.name for one in tmp_path.iterdir()] == [backups.FILE]


def test_a_backup_by_hand_counts_too(halte, a_centre):
    assert halte("backup", "copy", *a_centre.named).returncode == 0

    assert backups.known(a_centre.data).good_at is not None


def test_what_it_serves_with_is_a_folder_and_a_number_of_days(halte, a_centre, is_refused):
    is_refused(halte("serve", *a_centre.named, "--port", "0", "--backups", "away", "--keep", "0"), "number of days")
    is_refused(
        halte("serve", *a_centre.named, "--port", "0", "--backups", "away", HALTE_DATABASE="postgresql:///halte"),
        "pg_dump",
    )
