"""The key changes: the old one opens nothing any more, cards and boxes go on, and no kill loses the data."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from halte.common import keys
from halte.config import cipher_files
from tests.config.conftest import plain_environment
from tools.faults import disk
from tools.faults.changing_keys import held
from tools.faults.disk import KILLS, Fault

HOUSE = Path(__file__).parents[2]


def test_only_the_new_key_opens_and_a_key_is_never_written_over(halte, a_centre, tmp_path, is_refused):
    new = ("--data", str(a_centre.data), "--key", str(tmp_path / "new"))
    first = keys.read(a_centre.key)

    changed = halte("keys", "rotate", *a_centre.named, "--new-key", "new")

    assert changed.returncode == 0, changed.stderr
    assert "Whole: 3 lines" in halte("check", *new).stdout
    assert not cipher_files.opens(a_centre.data / "halte.db", first)
    assert known(a_centre.data / "halte.db", tmp_path / "new")[0] == first
    assert sorted(path.name for path in a_centre.data.iterdir()) == ["halte.db", "halte.db-turn", "in-use"]
    is_refused(halte("keys", "rotate", *new, "--new-key", "new"), "never written over")
    is_refused(
        halte("keys", "rotate", *new, "--new-key", str(a_centre.data / "key")), "must not lie in the data folder"
    )


@pytest.mark.slow
def test_after_two_changes_the_oldest_backup_still_comes_back(halte, a_centre, tmp_path, is_refused):
    halte("backup", "before", *a_centre.named)
    named = a_centre.named
    for name in ("new", "newest"):
        assert halte("keys", "rotate", *named, "--new-key", name).returncode == 0
        is_refused(halte("check", *named), "does not open this database")
        named = ("--data", str(a_centre.data), "--key", str(tmp_path / name))

    restored = halte("restore", "before", *named)

    assert restored.returncode == 0, restored.stderr
    assert halte("check", *named).returncode == 0
    assert known(a_centre.data / "halte.db", tmp_path / "newest")[0] == keys.read(a_centre.key)


def known(database: Path, file: Path) -> list[bytes]:
    with pytest.MonkeyPatch.context() as patch:
        key = keys.read(file)
        patch.setattr(keys, "data_key", lambda: key)
        return cipher_files.all_keys(database)


def test_the_key_of_another_house_makes_nothing(halte, a_centre, is_refused, tmp_path):
    keys.make(tmp_path / "another")

    is_refused(
        halte("keys", "rotate", "--data", str(a_centre.data), "--key", "another", "--new-key", "new"),
        "does not open this database",
    )

    assert not (tmp_path / "new").exists()
    assert not (a_centre.data / "rotating").exists()


def killed(a_centre, tmp_path, *, faults, most, last=0, unsafe=False):
    """What each kill left, and what a second run made of it."""
    try:
        shim = disk.build(tmp_path)
    except disk.NoCompiler as sentence:
        pytest.skip(str(sentence))
    (tmp_path / "house" / "stick").mkdir(parents=True)
    shutil.copytree(a_centre.data, tmp_path / "house" / "data")
    shutil.copyfile(a_centre.key, tmp_path / "house" / "stick" / "old")
    asked = {"seed": 1, "faults": faults, "most": most, "last": last, "unsafe": unsafe}
    done = subprocess.run(
        [sys.executable, "-m", "tools.faults.changing_keys", str(tmp_path / "house"), json.dumps(asked)],
        capture_output=True,
        text=True,
        cwd=HOUSE,
        env=plain_environment(LD_PRELOAD=str(shim)),
    )
    assert done.returncode == 0, done.stderr
    *found, calls = map(json.loads, done.stdout.splitlines())
    assert calls["calls"] > 500
    return found


def test_whoever_is_killed_while_changing_it_still_opens_the_data(a_centre, tmp_path):
    found = killed(a_centre, tmp_path, faults=[Fault.POWER_CUT], most=1)

    assert [one for one in found if not held(one)] == []
    assert len(found) == 1


@pytest.mark.slow
def test_no_kill_at_any_write_loses_both_keys(a_centre, tmp_path):
    found = killed(a_centre, tmp_path, faults=list(KILLS), most=60, last=25)

    assert [one for one in found if not held(one)] == []
    assert {one["opens"]["by"] for one in found} == {"old", "new"}


@pytest.mark.slow
def test_without_the_copy_a_kill_loses_everything(a_centre, tmp_path):
    """The control: the same kills, with pages written again where they stand."""
    found = killed(a_centre, tmp_path, faults=[Fault.POWER_CUT], most=20, unsafe=True)

    assert not all(held(one) for one in found)
