"""Whatever foreseeable stands in the way ends with one plain sentence that says what to do, and exit code 2."""

import os
import secrets
import shutil
import socket
import sqlite3

import pytest
from django.db.migrations.recorder import MigrationRecorder

from halte.common.sqlcipher.base import has_wal_bug
from halte.config import ready
from halte.config.cli import COMMANDS
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def test_help_explains_each_command_in_a_line(halte):
    told = halte("--help")

    assert told.returncode == 0
    lines = [line.strip() for line in told.stdout.splitlines()]
    for name, words in COMMANDS.items():
        assert any(line.startswith(name) and line.endswith(words) for line in lines), name
        assert halte(name, "--help").returncode == 0


def test_a_new_centre_gives_its_first_manager_a_link(halte, tmp_path):
    made = halte("init", "--data", "d", "--key", "k")

    assert made.returncode == 0
    assert "/account/invitation/" in made.stdout
    assert (tmp_path / "d").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "k").stat().st_mode & 0o777 == 0o600
    assert b"SQLite format" not in (tmp_path / "d" / "halte.db").read_bytes()[:16]


def test_a_folder_that_holds_data_is_left_alone(halte, a_centre, is_refused):
    before = a_centre.data.joinpath("halte.db").read_bytes()

    is_refused(halte("init", "--data", str(a_centre.data), "--key", "another"), "already holds data")

    assert a_centre.data.joinpath("halte.db").read_bytes() == before
    assert not a_centre.data.parent.joinpath("another").exists()


def test_a_key_is_never_written_over(halte, a_centre, is_refused, tmp_path):
    is_refused(halte("init", "--data", "elsewhere", "--key", str(a_centre.key)), "never written over")

    assert not list(tmp_path.glob("*elsewhere*"))
    assert halte("check", *a_centre.named).returncode == 0


def test_a_key_inside_the_data_is_refused(halte, is_refused):
    is_refused(halte("init", "--data", "d", "--key", "d/key"), "must not lie in the data folder")


def test_a_path_through_a_file_is_refused(halte, is_refused, tmp_path):
    (tmp_path / "file").touch()

    is_refused(halte("init", "--data", "file/data", "--key", "k"))

    assert not (tmp_path / "k").exists()


@pytest.mark.parametrize(
    "command", [("serve",), ("check",), ("backup", "copy"), ("token", "--site", "x", "--label", "y")]
)
def test_no_folder(halte, is_refused, command):
    is_refused(halte(*command, "--data", "nowhere", "--key", "none"), "There is no data folder", "halte init")


@pytest.mark.parametrize("command", ["serve", "check"])
def test_no_key_and_the_wrong_key(halte, a_centre, is_refused, command, tmp_path):
    (tmp_path / "wrong").write_text(secrets.token_hex(32))
    (tmp_path / "no-key").write_text("hello")
    port = ("--port", "0") if command == "serve" else ()

    is_refused(halte(command, "--data", str(a_centre.data), "--key", "gone", *port), "cannot be read")
    is_refused(halte(command, "--data", str(a_centre.data), "--key", "wrong", *port), "does not open this database")
    is_refused(halte(command, "--data", str(a_centre.data), "--key", "no-key", *port), "not a Halte key")


def test_an_empty_folder_and_a_file_that_is_no_database(halte, a_centre, is_refused):
    a_centre.data.joinpath("halte.db").unlink()
    is_refused(halte("check", *a_centre.named), "holds no Halte database")

    a_centre.data.joinpath("halte.db").write_bytes(secrets.token_bytes(8192))
    is_refused(halte("check", *a_centre.named), "does not open this database")


def test_a_port_that_is_taken_or_none(halte, a_centre, is_refused):
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = str(other.getsockname()[1])
        is_refused(halte("serve", *a_centre.named, "--port", taken), f"Port {taken} is taken", "--port")
    is_refused(halte("serve", *a_centre.named, "--port", "70000"), "There is no port 70000")
    is_refused(halte("serve", *a_centre.named, "--port", "0", "--host", "192.0.2.1"), "no address of this machine")
    is_refused(halte("serve", *a_centre.named, "--port", "0", "--workers", "0"), "--workers")


def test_a_folder_that_cannot_be_written(halte, a_centre, is_refused, monkeypatch):
    is_refused(halte("init", "--data", "/sys/halte", "--key", "k"), "cannot be written")

    # Root may write everywhere, so the answer of the system is played here.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(Unusable, match="cannot be written"):
        DataFolder(a_centre.data, a_centre.key).open()


def test_root_writes_nothing_that_the_service_could_not_read(a_centre, monkeypatch):
    if os.geteuid() == 0:
        os.chown(a_centre.data, 54321, 54321)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    chosen = DataFolder(a_centre.data, a_centre.key)

    for alone in (True, False):
        with pytest.raises(Unusable, match=r"belongs to .*`runuser -u [^ ]+ --` before this line"):
            chosen.claim(alone=alone)

    monkeypatch.undo()
    os.chown(a_centre.data, os.geteuid(), -1)
    chosen.claim(alone=False)


def test_the_demos_shortcuts_are_refused_on_real_data(halte, a_centre, is_refused):
    is_refused(halte("serve", *a_centre.named, "--port", "0", HALTE_DEMO="1"), "the demo's own data only")
    is_refused(halte("demo", "--data", str(a_centre.data), "--port", "0"), "is not the demo's")

    # A mark in the folder alone is not enough: it could be copied there.
    a_centre.data.joinpath("demo-of-halte").touch()
    is_refused(halte("serve", *a_centre.named, "--port", "0", HALTE_DEMO="1"), "the demo's own data only")


def test_a_postgresql_server_that_does_not_answer(halte, a_centre, is_refused):
    nobody = "postgresql://halte@127.0.0.1:1/halte"
    is_refused(halte("check", *a_centre.named, HALTE_DATABASE=nobody), "cannot be reached")
    is_refused(halte("check", *a_centre.named, HALTE_DATABASE="mysql://x"), "HALTE_DATABASE")
    is_refused(halte("backup", "copy", *a_centre.named, HALTE_DATABASE=nobody), "pg_dump")
    is_refused(halte("demo", HALTE_DATABASE=nobody), "HALTE_DATABASE")


def test_settings_that_cannot_be_used(halte, a_centre, is_refused):
    is_refused(halte("check", *a_centre.named, HALTE_SECURE="yes"), "HALTE_SECURE must be 0 or 1")


def test_a_token_for_a_site_or_role_that_is_not_there(halte, a_centre, is_refused):
    is_refused(halte("token", *a_centre.named, "--site", "paris", "--label", "T"), "There is no site", "calais")
    is_refused(halte("token", *a_centre.named, "--site", "calais", "--label", "T", "--role", "king"), "no role 'king'")
    is_refused(halte("token", *a_centre.named, "--site", "calais", "--label", " "), "--label")

    made = halte("token", *a_centre.named, "--site", "calais", "--label", "Tablet 1")
    assert made.returncode == 0
    assert len(made.stdout.strip()) == 43


def test_heads_that_are_none(halte, a_centre, is_refused, tmp_path):
    (tmp_path / "heads").write_text("nonsense\nmore\n")

    is_refused(halte("check", *a_centre.named, "--heads", "heads"), "Line 1 of")
    is_refused(halte("check", *a_centre.named, "--heads", "gone"), "cannot be read")


def test_a_folder_copied_without_its_key_says_nothing(a_centre, tmp_path):
    copy = shutil.copy(a_centre.data / "halte.db", tmp_path / "copy.db")

    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(copy).execute("SELECT count(*) FROM sqlite_master")


def test_a_newer_database_and_an_older_one(db):
    from django.db import connection

    recorder = MigrationRecorder(connection)
    ready.check_version()

    recorder.record_applied("journal", "0999_from_the_future")
    with pytest.raises(Unusable, match="newer Halte"):
        ready.check_version()
    recorder.record_unapplied("journal", "0999_from_the_future")

    recorder.record_unapplied("outreach", "0001_initial")
    with pytest.raises(Unusable, match=r"older Halte.*halte upgrade"):
        ready.check_version()

    recorder.record_applied("outreach", "0001_initial")
    recorder.record_unapplied("sites", "0001_initial")
    with pytest.raises(Unusable, match="half way"):
        ready.check_version()


def test_an_sqlite_with_the_wal_bug_is_refused(db, monkeypatch):
    from sqlcipher3 import dbapi2

    monkeypatch.setattr("django.db.connection.vendor", "sqlite", raising=False)
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(Unusable, match=r"3\.51\.2 can corrupt"):
        ready.check_library()

    assert [has_wal_bug(v) for v in ((3, 6, 23), (3, 7, 0), (3, 51, 2), (3, 51, 3))] == [False, True, True, False]


def test_a_folder_below_a_device_is_refused(halte, is_refused):
    """A file where a folder should be stands for every place that cannot be made."""
    is_refused(halte("init", "--data", "/dev/full/data", "--key", "k"))


def test_a_folder_where_no_folder_can_be_is_refused(halte, is_refused):
    is_refused(halte("init", "--data", "/proc/halte", "--key", "k"))


def test_a_demo_that_cannot_be_made_says_so_in_one_sentence(halte):
    told = halte("demo", "--data", "/dev/full/data", "--port", "0")

    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
