"""A server of our own for as long as a measurement lasts: started, killed and started again like a centre's."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path

from halte.config import tls
from halte.config.unusable import Unusable

KEYS = ("HALTE_KEY_FD", "HALTE_KEY_FILE")
PRIVATE = "https://"


class House:
    """`halte serve` on one data folder, in a process group of its own.

    Args:
        program: What Python runs.
        private: It speaks TLS, with a certificate of its own; `line` trusts whatever SSL_CERT_FILE names, `authority`.
    """

    def __init__(
        self,
        folder: Path,
        *,
        workers: int = 2,
        program: Sequence[str] = ("-m", "halte.config.cli"),
        private: bool = False,
    ) -> None:
        self.folder, self.workers, self.program, self.private = folder, workers, program, private
        self.port = _free_port()
        self.said = folder / "server.log"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"{PRIVATE if self.private else ''}127.0.0.1:{self.port}"

    @property
    def authority(self) -> Path:
        """Who vouches for its certificate."""
        return tls.House(self.folder).authority

    def start(self) -> float:
        """Start the server and wait until it answers. Returns the seconds this took.

        Raises:
            Unusable: It did not answer within a minute.
        """
        if self.private and not self.authority.exists():
            made = [sys.executable, *self.program, "tls", "localhost", "--data", str(self.folder)]
            subprocess.run(made, env=_here(), check=True, stdout=subprocess.DEVNULL)
        began = time.monotonic()
        with self.said.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, *self.program, "serve", "--data", str(self.folder)),
                    *("--port", str(self.port), "--workers", str(self.workers)),
                    *(() if self.private or not self.authority.exists() else ("--in-the-clear",)),
                ],
                env=_here(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        while time.monotonic() - began < 60:
            if answers(self.address):
                return time.monotonic() - began
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        self.kill()
        raise Unusable(f"The server did not start: {self.said.read_text(errors='replace')[-600:].strip()}")

    def kill(self) -> None:
        """Kill the whole process group at once, as a power cut would."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None
            self._until_its_port_is_free()

    def _until_its_port_is_free(self) -> None:
        """Its children hold the port until the system has ended them too, a moment later."""
        until = time.monotonic() + 10
        while not _is_free(self.port) and time.monotonic() < until:
            time.sleep(0.01)

    def stop(self) -> None:
        """Ask it to end, and wait."""
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()
            self.process = None

    def locked(self) -> int:
        """How often the server said that its database was locked."""
        return self.said.read_text(errors="replace").count("database is locked") if self.said.exists() else 0


def environment() -> dict[str, str]:
    """The environment for programs that work on a folder with its key inside, whatever was set for this one."""
    return {name: value for name, value in os.environ.items() if name not in {*KEYS, "HALTE_DATA"}}


def _here() -> dict[str, str]:
    return environment() | {"HALTE_DEMO": "1"}


def line(address: str, timeout: float) -> HTTPConnection:
    """A line to a server: private when https:// stands before its address."""
    if address.startswith(PRIVATE):
        return HTTPSConnection(address.removeprefix(PRIVATE), timeout=timeout)
    return HTTPConnection(address, timeout=timeout)


def origin(address: str) -> str:
    """What a browser calls the server it sends a form to."""
    return address if address.startswith(PRIVATE) else f"http://{address}"


def answers(address: str) -> bool:
    """Whether a server answers there."""
    connection = line(address, 5)
    try:
        connection.request("GET", "/api/v1/inside")
        return connection.getresponse().status == 401
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _free_port() -> int:
    """One that no outgoing connection is given: a desk that asks a dead server could else take its port."""
    return next(port for port in iter(lambda: random.randrange(15_000, 30_000), None) if _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
