"""A centre of its own for the command line: real folders, real processes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@dataclass(frozen=True)
class Centre:
    """A data folder and its key."""

    data: Path
    key: Path

    @property
    def named(self) -> tuple[str, ...]:
        return ("--data", str(self.data), "--key", str(self.key))


def plain_environment(**more: str) -> dict[str, str]:
    """The environment without anything that points Halte to the tests' own data."""
    return {name: value for name, value in os.environ.items() if not name.startswith("HALTE_")} | more


def run(home: Path, *arguments: str, stdin: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command as people do."""
    house = str(Path(__file__).parents[2])
    return subprocess.run(
        [sys.executable, "-m", "halte.config.cli", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        cwd=home,
        env=plain_environment(PYTHONPATH=house, HOME=str(home), **environment),
    )


@pytest.fixture
def halte(tmp_path: Path) -> Run:
    """The command `halte`, in an empty folder."""
    return partial(run, tmp_path)


@pytest.fixture(scope="session")
def fresh_centre(tmp_path_factory: pytest.TempPathFactory) -> Centre:
    """A new centre, made once by `halte init`."""
    folder = tmp_path_factory.mktemp("centre")
    centre = Centre(folder / "data", folder / "key")
    run(folder, "init", *centre.named, "--name", "Calais")
    assert centre.data.exists()
    return centre


@pytest.fixture
def a_centre(fresh_centre: Centre, tmp_path: Path) -> Centre:
    """A new centre of one's own."""
    centre = Centre(tmp_path / "data", tmp_path / "stick" / "key")
    centre.key.parent.mkdir()
    shutil.copytree(fresh_centre.data, centre.data)
    shutil.copyfile(fresh_centre.key, centre.key)
    return centre


@pytest.fixture
def is_refused() -> Callable[..., None]:
    """One plain sentence on stderr, exit code 2, no traceback."""

    def check(done: "subprocess.CompletedProcess[str]", *words: str) -> None:
        assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
        sentence = done.stderr.strip()
        assert sentence.endswith(".")
        assert "\n" not in sentence
        for word in words:
            assert word in sentence

    return check
