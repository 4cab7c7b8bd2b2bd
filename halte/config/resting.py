"""What stands at the address of a house that holds no key: that it rests, and the beds by their numbers.

A program of its own. It opens no data and imports nothing that could: after a panic it takes the place of the server,
and the system throws away every page of memory that the server had.
"""

import base64
import json
import os
import signal
import socket
import ssl
import sys
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from halte.common import letting_go
from halte.config import numbered_beds, rest_pages, speaking_tls
from halte.config.numbered_beds import Beds
from halte.config.stick import Slot

RESTING = "resting"
CAME_IN = "HALTE_STICK_CAME_IN"
"""Set for the server that a page becomes: after the panic the stick went out, and the right one came in."""
_LONGEST = 2_000
_PATIENCE = 10


class Page(BaseHTTPRequestHandler):
    """One answer for every address."""

    timeout = _PATIENCE
    beds: Beds | None = None
    why = "panic"
    slot: Slot | None = None
    server_version, sys_version = "Halte", ""

    def do_GET(self) -> None:
        """That the house rests."""
        number = "".join(filter(str.isdecimal, _given(urlsplit(self.path).query).get("number", "")))[:6]
        self._answer(503, self._said(number=number))

    do_HEAD = do_GET  # noqa: N815

    def do_POST(self) -> None:
        """The bed board, for whoever has its number."""
        length = self.headers.get("Content-Length", "0")
        asked = self.rfile.read(int(length)) if length.isdecimal() and int(length) <= _LONGEST else b""
        given = _given(asked.decode(errors="replace"))
        if self.beds is None or not self.beds.lets_in(given.get("opened", ""), given.get("number", "")):
            self._answer(503, self._said(wrong="number" in given))
            return
        room, _, rest = given.get("bed", "").partition("|")
        bed, _, was = rest.partition("|")
        written = self.beds.press(room, bed, was)
        self._answer(200, rest_pages.board(self.beds, written=written))

    def _said(self, **what: Any) -> str:
        return rest_pages.said(self.why, self.beds, seen=self.slot.seen if self.slot else None, **what)

    def _answer(self, status: int, html: str) -> None:
        content = html.encode()
        self.send_response(status)
        for name, value in {**rest_pages.headers(), "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_said: Any) -> None:
        """Nothing is logged: an address may hold the secret of a card."""


class Resting(ThreadingHTTPServer):
    """The page on a socket that listens already.

    Args:
        tls: The key and certificate that tablets know, if they come by https.
        slot: Where the stick goes that opens the house.
    """

    daemon_threads = True

    def __init__(
        self,
        listening: socket.socket,
        why: str,
        beds: Beds | None = None,
        tls: bytes = b"",
        slot: Slot | None = None,
    ) -> None:
        page = type("Page", (Page,), {"beds": beds, "why": why, "slot": slot})
        super().__init__(listening.getsockname()[:2], page, False)
        self.socket.close()
        self.socket = listening
        self.speaks = speaking_tls.context(tls) if tls else None
        listening.listen(64)

    def finish_request(self, request: Any, client_address: Any) -> None:
        """In a thread of its own, so that nobody waits while somebody shakes hands slowly."""
        request.settimeout(_PATIENCE)
        if self.speaks is None:
            super().finish_request(request, client_address)
            return
        with self.speaks.wrap_socket(request, server_side=True) as private:
            super().finish_request(private, client_address)
            _say_goodbye(private)

    def handle_error(self, *_of: Any) -> None:
        """Whoever hangs up is nobody's concern."""


@contextmanager
def shown(page: Resting) -> Any:
    """The page answers until the block ends."""
    threading.Thread(target=page.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    try:
        yield
    finally:
        page.shutdown()
        page.server_close()


def holders(path: Path) -> list[int]:
    """The programs of this machine that have a file open, as far as we may see them."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            try:
                if any(os.readlink(link) == str(path) for link in (process / "fd").iterdir()):
                    found.append(int(process.name))
            except OSError:
                continue
    return found


def end(data: Path) -> None:
    """The page of this folder makes room, if one stands."""
    for process in holders((data / RESTING).resolve()):
        if process != os.getpid():
            os.kill(process, signal.SIGTERM)
    until = time.monotonic() + _PATIENCE
    while stands(data) and time.monotonic() < until:
        time.sleep(0.05)


def stands(data: Path) -> bool:
    """Whether the page of this folder is shown."""
    return (data / RESTING).exists() and bool(holders((data / RESTING).resolve()))


def _given(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


def _say_goodbye(private: ssl.SSLSocket) -> None:
    try:
        private.unwrap()
    except OSError:
        return


def main() -> None:
    """Take over a socket, and what the server handed on (by their descriptors) for a data folder, until SIGTERM."""
    listening, told, data = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    with os.fdopen(told, "rb") as file:
        file.seek(0)
        handed_on = json.load(file)
    tls = base64.b64decode(handed_on.pop("tls"))
    key_file, *again = handed_on.pop("again") or [""]
    slot = Slot(data, Path(key_file), after_panic=True) if again else None
    beds = Beds(**handed_on, data=data)
    numbered_beds.begin(data)
    mark = os.open(data / RESTING, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    for stop in (signal.SIGTERM, signal.SIGINT):
        signal.signal(stop, lambda *_: sys.exit(0))
    try:
        page = Resting(socket.socket(fileno=listening), "panic", beds, tls, slot)
        # Whoever gave the order reads the number here once the page stands.
        os.write(mark, beds.number.encode())
        with shown(page):
            while slot is None:
                signal.pause()
            for sentence in slot.until_right():
                print(sentence, flush=True)
    finally:
        (data / RESTING).unlink(missing_ok=True)
    _become_the_house(again)


def _become_the_house(command: list[str]) -> None:
    """The program that serves takes the place of this one. To whoever started it, it is the same still."""
    signal.signal(letting_go.SIGNAL, signal.SIG_DFL)
    os.environ[CAME_IN] = "1"
    os.execv(sys.executable, [sys.executable, "-m", "halte.config.cli", *command])  # noqa: S606


if __name__ == "__main__":
    main()
