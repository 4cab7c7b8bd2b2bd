"""A worker that dies is replaced, none outlives its parent, and a stop is clean; no card's address is written."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from halte.common import ids
from tests.config.conftest import Centre, plain_environment

PATIENCE = 40


class Serving:
    """One `halte serve` and its workers."""

    def __init__(self, centre: Centre, *options: str, before: Sequence[str] = ()) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [
                *before,
                sys.executable,
                "-m",
                "halte.config.cli",
                "serve",
                *centre.named,
                "--port",
                str(self.port),
                *options,
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=plain_environment(PYTHONPATH=str(Path(__file__).parents[2])),
        )
        assert self.process.stdout is not None
        self.first_line = self.process.stdout.readline()

    def workers(self) -> set[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return {int(child) for child in children if runs(int(child))}

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/account/login/", timeout=20):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False


def runs(process: int) -> bool:
    """Whether a process is there and not merely waiting to be buried."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def comes(true: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.1)
    return False


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
    assert (a_centre.data / "heads.jsonl").read_text().count('"head"') == 1
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
