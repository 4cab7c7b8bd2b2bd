"""A client that costs little: one socket kept open, requests as ready-made bytes. Measured is the whole request."""

import json
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import uuid4


@dataclass(frozen=True)
class Answer:
    """What came back, and after how many milliseconds."""

    status: int
    body: bytes
    milliseconds: float


class Line:
    """One connection to a server."""

    def __init__(self, address: str) -> None:
        host, _colon, port = address.partition(":")
        self.socket = socket.create_connection((host, int(port)), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> Answer:
        """Send a request and read the whole answer."""
        began = time.perf_counter()
        self.socket.sendall(request)
        head, body = b"", b""
        while b"\r\n\r\n" not in head:
            head += self._some()
        head, _blank, body = head.partition(b"\r\n\r\n")
        length = _length(head)
        while len(body) < length:
            body += self._some()
        return Answer(int(head[9:12]), body, (time.perf_counter() - began) * 1000)

    def _some(self) -> bytes:
        part = self.socket.recv(65536)
        if not part:
            raise ConnectionError("The server closed the connection.")
        return part

    def close(self) -> None:
        """Hang up."""
        self.socket.close()


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _colon, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


Maker = Callable[[str], bytes]
"""Makes the request that says: this card was scanned."""


def by_api(token: str) -> Maker:
    """A tablet or program: the arrival of a card."""

    def make(secret: str) -> bytes:
        body = json.dumps({"code": secret}).encode()
        return (
            b"POST /api/v1/visits HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
            b"Content-Type: application/json\r\nIdempotency-Key: %s\r\nContent-Length: %d\r\n\r\n%s"
            % (token.encode(), str(uuid4()).encode(), len(body), body)
        )

    return make


def by_desk(cookies: dict[str, str]) -> Maker:
    """A greeter's browser: the scan field, sent by htmx."""
    sent = "; ".join(f"{name}={value}" for name, value in cookies.items()).encode()

    def make(secret: str) -> bytes:
        fields = {"code": secret, "key": str(uuid4()), "csrfmiddlewaretoken": cookies["halte_csrf"]}
        body = urlencode(fields).encode()
        return (
            b"POST /desk/scan/ HTTP/1.1\r\nHost: localhost\r\nHX-Request: true\r\nCookie: %s\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s" % (sent, len(body), body)
        )

    return make


def panel(cookies: dict[str, str], guest: str) -> bytes:
    """The request for one guest's whole desk, as a browser opens it."""
    sent = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return f"GET /desk/guest/{guest}/ HTTP/1.1\r\nHost: localhost\r\nCookie: {sent}\r\n\r\n".encode()
