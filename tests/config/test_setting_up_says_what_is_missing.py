"""`make setup` on a machine that lacks something ends with one plain sentence, and exit code 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
sys.path.insert(0, str(HOUSE / "tools"))

import bootstrap  # noqa: E402


def test_an_old_python(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))

    assert bootstrap.main([]) == 2

    told = capsys.readouterr().err
    assert told.startswith("Halte needs Python 3.11 or newer and found 3.9")
    assert told.count("\n") == 1


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_a_part(monkeypatch, capsys, module):
    monkeypatch.setitem(sys.modules, module, None)

    assert bootstrap.main([]) == 2

    assert "apt-get install python3-venv" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written(monkeypatch, capsys):
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    assert bootstrap.main([]) == 2

    assert "cannot be written" in capsys.readouterr().err


def test_no_network(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(bootstrap, "VENV", str(tmp_path))
    monkeypatch.setattr(bootstrap, "make_environment", lambda: None)

    assert bootstrap.main([]) == 2

    assert "run the same command again" in capsys.readouterr().err
    assert not list(tmp_path.glob(".halte-*"))


def test_what_was_set_up_is_used_again(monkeypatch, tmp_path):
    monkeypatch.setattr(bootstrap, "VENV", str(tmp_path))
    asked = []
    monkeypatch.setattr(bootstrap, "run", lambda command, noting=False: asked.append(command) or "")

    bootstrap.install("runtime")
    first = len(asked)
    bootstrap.install("runtime")

    assert first == 3
    assert len(asked) == first
    assert {"--require-hashes", "--no-deps"} <= set(asked[0])


def test_a_python_that_is_not_there():
    done = subprocess.run(["make", "setup", "PYTHON=no-such-python"], cwd=HOUSE, capture_output=True, text=True)

    assert done.returncode == 2
    assert done.stderr.startswith("Halte needs Python 3.11 or newer and found none")


def test_the_pinned_lists_name_no_index_and_hash_everything():
    for name in ("runtime.txt", "development.txt"):
        text = (HOUSE / "requirements" / name).read_text()
        pinned = [line for line in text.splitlines() if "==" in line]
        assert "--index-url" not in text
        assert "--find-links" not in text
        assert "://" not in text
        assert len(pinned) <= text.count("--hash=sha256:")
        assert all(line.rstrip().endswith("\\") for line in pinned)
