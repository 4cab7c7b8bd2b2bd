"""On PostgreSQL, too, the key changes whole or not at all, and what was made under the first key goes on."""

import json
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from halte.config.stick import Seen
from tests.config.conftest import plain_environment
from tests.postgresql import NoServer, server_address
from tools.faults.changing_rows import held

HOUSE = Path(__file__).parents[2]


@pytest.fixture
def rows():
    """The address of an empty database."""
    try:
        address = server_address()
    except NoServer:
        pytest.skip("PostgreSQL 15 or newer is not installed")
    with psycopg.connect(address, autocommit=True) as server:
        for name in ("halte_house", "halte_work"):
            server.execute(f'DROP DATABASE IF EXISTS "{name}"')
        server.execute('CREATE DATABASE "halte_house"')
    return address.replace("/postgres?", "/halte_house?")


@pytest.fixture
def house(halte, rows, tmp_path):
    """A house of its own: data, key and rows."""
    done = halte("init", "--data", "data", "--key", "stick/old", "--name", "Calais", HALTE_DATABASE=rows)
    assert done.returncode == 0, done.stderr
    return tmp_path


def killed(house, rows, *, first=1, each=1, unsafe=False):
    """What each kill left, and what a second run made of it."""
    asked = json.dumps({"first": first, "each": each, "unsafe": unsafe})
    done = subprocess.run(
        [sys.executable, "-m", "tools.faults.changing_rows", str(house), asked],
        capture_output=True,
        text=True,
        cwd=HOUSE,
        env=plain_environment(HALTE_DATABASE=rows),
    )
    assert done.returncode == 0, done.stderr
    return list(map(json.loads, done.stdout.splitlines()))


def test_only_the_new_key_opens(halte, house, rows, is_refused):
    old, new = (("--data", "data", "--key", f"stick/{name}") for name in ("old", "new"))

    changed = halte("keys", "rotate", *old, "--new-key", "stick/new", HALTE_DATABASE=rows)

    assert changed.returncode == 0, changed.stderr
    assert "Whole: 3 lines" in halte("check", *new, HALTE_DATABASE=rows).stdout
    is_refused(halte("check", *old, HALTE_DATABASE=rows), "not the one of this data")
    # A house that waits for its stick knows the two from each other.
    tried = [
        subprocess.run(
            [sys.executable, "-m", "halte.config.stick", "data", f"stick/{name}"],
            cwd=house,
            env=plain_environment(HALTE_DATABASE=rows, PYTHONPATH=str(HOUSE)),
        ).returncode
        for name in ("old", "new", "gone")
    ]
    assert tried == [Seen.ANOTHER, Seen.RIGHT, Seen.NO_KEY]


def test_killed_between_two_steps_one_key_opens_and_the_same_command_finishes(house, rows):
    found = killed(house, rows, first=5, each=30)

    assert [one for one in found if not held(one)] == []
    assert {tuple(one["opens"]["by"]) for one in found} == {("old",), ("new",)}


@pytest.mark.slow
def test_killed_at_any_line_nothing_is_lost(house, rows):
    found = killed(house, rows, each=2)

    assert [one for one in found if not held(one)] == []
    assert len(found) > 80


@pytest.mark.slow
def test_without_the_transaction_a_change_is_written_down_nowhere(house, rows):
    """The control: the list of keys first, then the line in the register."""
    assert not all(held(one) for one in killed(house, rows, first=150, unsafe=True))
