"""A worker that dies is replaced, none outlives its parent, and a stop is clean; no card's address is written."""

import contextlib
import os
import signal
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from halte.common import ids
from tests.config.serving import PATIENCE, Serving, comes, runs


@pytest.fixture
def serving(halte, a_centre) -> Iterator[Serving]:
    server = Serving(a_centre)
    yield server
    if server.process.poll() is None:
        server.process.kill()
    server.process.wait()


def test_it_says_one_line_when_it_is_ready_and_stops_cleanly(serving, a_centre):
    assert serving.first_line == f"Halte is ready on http://localhost:{serving.port} (stop with Ctrl+C).\n"
    assert comes(serving.answers)
    workers = serving.workers()

    serving.process.send_signal(signal.SIGTERM)

    assert serving.process.wait(PATIENCE) == 0
    assert serving.process.stdout.read() == ""
    assert comes(lambda: not any(map(runs, workers)))
    # The register of the house, and that of the network, which says that it was opened.
    assert (a_centre.data / "heads.jsonl").read_text().count('"head"') == 2
    assert not (a_centre.data / "halte.db-wal").exists() or (a_centre.data / "halte.db-wal").stat().st_size == 0


def test_the_address_of_a_card_is_written_nowhere(serving, a_centre):
    assert comes(serving.answers)
    secret = ids.new_secret()

    for path in (f"/c/{secret}", f"/c/{secret}/nothing", f"/c/{secret}?x={secret}"):
        with contextlib.suppress(urllib.error.HTTPError):
            urllib.request.urlopen(f"http://127.0.0.1:{serving.port}{path}", timeout=20)
    serving.process.send_signal(signal.SIGTERM)

    said = serving.process.communicate(timeout=PATIENCE)[0]
    assert secret not in said
    for file in filter(Path.is_file, a_centre.data.rglob("*")):
        assert secret.encode() not in file.read_bytes()


def test_a_worker_that_is_killed_is_replaced(serving):
    assert comes(lambda: len(serving.workers()) == 2)
    victim = min(serving.workers())

    os.kill(victim, signal.SIGKILL)

    assert comes(lambda: victim not in serving.workers() and len(serving.workers()) == 2)
    assert comes(serving.answers)


def test_no_worker_outlives_a_parent_that_is_killed(serving):
    assert comes(lambda: len(serving.workers()) == 2)
    workers = serving.workers()

    serving.process.kill()
    serving.process.wait()

    assert comes(lambda: not any(map(runs, workers)))


def test_data_that_is_being_served_is_neither_restored_nor_in_the_way_of_a_backup(serving, halte, a_centre, is_refused):
    saved = halte("backup", "copy", *a_centre.named)

    assert saved.returncode == 0, saved.stderr
    is_refused(halte("restore", "copy", *a_centre.named), "Halte is running")
    assert comes(serving.answers)
