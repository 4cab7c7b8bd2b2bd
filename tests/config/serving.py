"""A server of its own for a test: `halte serve` and its workers, as real processes."""

import http.client
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlencode

from tests.config.conftest import Centre, plain_environment

PATIENCE = 40


class Serving:
    """One `halte serve` and its workers."""

    def __init__(
        self, centre: Centre, *options: str, before: Sequence[str] = (), port: int = 0, ready: bool = True
    ) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = port or free.getsockname()[1]
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
        self.first_line = self.process.stdout.readline() if ready else ""

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


def asked(
    port: int, body: dict[str, str] | None = None, path: str = "/", trusts: ssl.SSLContext | None = None
) -> tuple[int, str]:
    said = urlencode(body).encode() if body else None
    if trusts:
        connection = http.client.HTTPSConnection("localhost", port, timeout=20, context=trusts)
    else:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("POST" if said else "GET", path, said)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def in_port(port: int) -> bool:
    try:
        asked(port)
    except OSError:
        return False
    return True
