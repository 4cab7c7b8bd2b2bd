"""A backup is whole, also while Halte serves; a restore says what is missing, and never harms what is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.config.conftest import plain_environment

PAGE = 4096


@pytest.fixture
def acts(halte, a_centre):
    """Do some acts: each token is a line in the register."""

    def make(number: int) -> None:
        for each in range(number):
            assert halte("token", *a_centre.named, "--site", "calais", "--label", f"Tablet {each}").returncode == 0

    return make


def test_a_backup_is_read_back_and_never_written_over(halte, a_centre, is_refused, tmp_path):
    made = halte("backup", "copy", *a_centre.named)
    assert made.returncode == 0
    assert "2 lines" in made.stdout
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    assert b"SQLite format" not in (tmp_path / "copy").read_bytes()[:16]

    is_refused(halte("backup", "copy", *a_centre.named), "never written over")
    is_refused(halte("backup", "nowhere/copy", *a_centre.named), "There is no folder")
    assert not list(tmp_path.glob(".*.part"))


def test_a_restore_says_which_acts_are_missing_and_begins_an_epoch(halte, a_centre, acts):
    acts(1)
    halte("backup", "copy", *a_centre.named)
    acts(3)

    restored = halte("restore", "copy", *a_centre.named)

    assert restored.returncode == 0, restored.stderr
    assert "Restored: 3 lines" in restored.stdout
    assert "lines 4 to 6 of epoch 1 are missing, from 20" in restored.stdout
    checked = halte("check", *a_centre.named)
    assert checked.returncode == 0, checked.stdout
    assert "lines 4 to 6 were lost before a restore" in checked.stdout
    assert "Whole: 4 lines" in checked.stdout


def test_a_second_restore_begins_yet_another_epoch(halte, a_centre, acts):
    halte("backup", "copy", *a_centre.named)
    acts(1)
    halte("restore", "copy", *a_centre.named)
    acts(1)

    again = halte("restore", "copy", *a_centre.named)

    assert "lines 1 to 2 of epoch 2 are missing" in again.stdout
    assert halte("check", *a_centre.named).returncode == 0


def test_a_lost_folder_is_restored_with_the_key_and_the_heads_kept_elsewhere(halte, a_centre, acts, tmp_path):
    halte("backup", "copy", *a_centre.named)
    acts(2)
    halte("restore", "copy", *a_centre.named)
    os.rename(a_centre.data / "heads.jsonl", tmp_path / "printed")
    for left in sorted(a_centre.data.rglob("*"), reverse=True):
        left.rmdir() if left.is_dir() else left.unlink()
    a_centre.data.rmdir()

    restored = halte("restore", "copy", *a_centre.named, "--heads", "printed")

    assert restored.returncode == 0, restored.stderr
    assert "line 1 of epoch 2 is missing" in restored.stdout
    assert halte("check", *a_centre.named, "--heads", "printed").returncode == 0


def test_a_damaged_or_wrong_file_changes_nothing(halte, a_centre, acts, is_refused, tmp_path):
    halte("backup", "copy", *a_centre.named)
    acts(1)
    before = (a_centre.data / "halte.db").read_bytes()
    halte("init", "--data", "other", "--key", "other-key")
    for wrong in damaged((tmp_path / "copy").read_bytes(), (tmp_path / "other" / "halte.db").read_bytes()):
        (tmp_path / "copy").write_bytes(wrong)

        is_refused(halte("restore", "copy", *a_centre.named))

        assert (a_centre.data / "halte.db").read_bytes() == before
        assert not (a_centre.data / "restoring").exists()
    is_refused(halte("restore", "gone", *a_centre.named), "There is no file")
    assert "Whole: 3 lines" in halte("check", *a_centre.named).stdout


def damaged(copy: bytes, of_another_key: bytes) -> list[bytes]:
    def flipped(place: int) -> bytes:
        return copy[:place] + bytes([copy[place] ^ 1]) + copy[place + 1 :]

    cut = copy[: len(copy) // 3]
    return [flipped(100), flipped(len(copy) // 2), cut, b"", b"not a backup\n" * 1000, of_another_key]


def test_a_chain_cut_behind_our_back_is_told_by_check(halte, a_centre, acts):
    """The heads file is outside the database: whoever puts back yesterday's file is found."""
    old = (a_centre.data / "halte.db").read_bytes()
    acts(1)
    halte("backup", "copy", *a_centre.named)
    halte("restore", "copy", *a_centre.named)

    (a_centre.data / "halte.db").write_bytes(old)

    checked = halte("check", *a_centre.named)
    assert checked.returncode == 1
    assert "was kept elsewhere and is missing here" in checked.stdout
    assert "Broken in" in checked.stdout


def test_one_bit_that_changed_on_the_disk_is_found(halte, a_centre, is_refused):
    database = a_centre.data / "halte.db"
    content = bytearray(database.read_bytes())
    # The second page is the root of a table: a page that nothing uses any more would be left out of a copy.
    content[PAGE + PAGE // 2] ^= 1
    database.write_bytes(content)

    checked = halte("check", *a_centre.named)

    assert checked.returncode == 1
    assert "HMAC verification failed for page" in checked.stdout
    is_refused(halte("backup", "copy", *a_centre.named), "is damaged", "halte check")


def test_a_register_that_began_after_the_backup_is_told_missing(halte, a_centre, tmp_path):
    """Heads kept elsewhere name a chain of which the backup knows nothing."""
    halte("backup", "copy", *a_centre.named)
    site = "00000000-0000-4000-8000-00000000c0de"
    (tmp_path / "printed").write_text(f"{site}:1:7:{'ab' * 32}\n")

    restored = halte("restore", "copy", *a_centre.named, "--heads", "printed")

    assert restored.returncode == 0, restored.stderr
    assert f"site {site}: lines 1 to 7 of epoch 1 are missing" in restored.stdout
    assert halte("check", *a_centre.named, "--heads", "printed").returncode == 0


@pytest.mark.parametrize(
    "head",
    [
        "{site}:99999999999999999999:1:{hash}",
        "{site}:1:99999999999999999999:{hash}",
        "{site}:1:1:ab",
        "{site}:0:1:{hash}",
    ],
)
def test_a_hostile_list_of_heads_changes_nothing(halte, a_centre, is_refused, tmp_path, head):
    halte("backup", "copy", *a_centre.named)
    (tmp_path / "printed").write_text(head.format(site="00000000-0000-4000-8000-00000000c0de", hash="ab" * 32) + "\n")

    is_refused(halte("restore", "copy", *a_centre.named, "--heads", "printed"), "Line 1 of printed is no head")


TORN = """
import os, sys
from pathlib import Path
from halte.config.folder import DataFolder
folder = DataFolder(Path(sys.argv[1]), Path(sys.argv[2]))
folder.open()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("PRAGMA wal_autocheckpoint=0")
    cursor.execute("UPDATE sites_site SET name = 'Calais by the sea'")
with folder.database.open("r+b") as file:
    pages = len(file.read()) // 4096
    for page in range(1, pages):
        frames = folder.database.with_name("halte.db-wal").read_bytes()
        numbers = [int.from_bytes(frames[at : at + 4]) for at in range(32, len(frames), 24 + 4096)]
        if page + 1 in numbers:
            file.seek(page * 4096 + 2048)
            file.write(bytes(512))
os._exit(9)
"""


def test_a_page_torn_while_the_log_was_brought_into_the_file_is_no_damage(halte, a_centre):
    command = [sys.executable, "-c", TORN, str(a_centre.data), str(a_centre.key)]
    environment = plain_environment(PYTHONPATH=str(Path(__file__).parents[2]))
    assert subprocess.run(command, env=environment, check=False).returncode == 9

    checked = halte("check", *a_centre.named)

    assert checked.returncode == 0, checked.stdout
    assert "Whole: " in checked.stdout
