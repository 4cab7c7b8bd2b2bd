"""Somebody on the local network who keeps every packet of the house, and what can be read in them.

Packets are taken from the loopback interface by a packet socket (packet(7), Linux), which needs root.
"""

import socket
import struct
import threading
from collections.abc import Iterable
from types import TracebackType

from tests.forensics.traces import MARKS

IPV4, OUTGOING, SO_RCVBUFFORCE, PACKET_STATISTICS, SOL_PACKET = 0x0800, 4, 33, 6, 263
SYN = 0x02
RECORDS, LONGEST = range(20, 24), 2**14 + 256
"""Change of cipher, alert, handshake and application data (RFC 8446, section 5)."""


class Flow:
    """The bytes that went one way on one connection, in their order."""

    def __init__(self, first: int) -> None:
        self.first, self.content, self.missing = first, bytearray(), 0

    def take(self, number: int, payload: bytes) -> None:
        """A segment; what came before already is left out, what never came is counted."""
        at = (number - self.first) & 0xFFFFFFFF
        if payload and at < 2**31:
            self.missing += max(0, at - len(self.content) - self.missing)
            self.content += payload[max(0, len(self.content) + self.missing - at) :]

    @property
    def clear(self) -> int:
        """How many bytes lie outside the records of TLS: whoever listens reads them."""
        at = 0
        while at < len(self.content):
            kind, version, length = struct.unpack(">BHH", self.content[at : at + 5].ljust(5, b"\0"))
            if kind not in RECORDS or version >> 8 != 3 or length > LONGEST:
                return len(self.content) - at
            at += 5 + length
        return 0

    @property
    def holds_a_canary(self) -> bool:
        """Whether a mark stands in it, in the open or in one of the forms of `traces`."""
        return any(mark in self.content for mark in MARKS)


class Ear:
    """Keeps what passes to and from one port, until the block ends.

    Raises:
        PermissionError: Only root may listen.
    """

    def __init__(self, port: int) -> None:
        self.port, self.packets, self.lost = port, 0, 0
        self.flows: list[Flow] = []
        self._open: dict[tuple[int, int], Flow] = {}
        self._over = threading.Event()
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(IPV4))
        self._socket.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 2**27)
        self._socket.bind(("lo", IPV4))
        self._socket.settimeout(0.2)
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> "Ear":
        self._thread.start()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._over.set()
        self._thread.join()
        self.lost = struct.unpack("II", self._socket.getsockopt(SOL_PACKET, PACKET_STATISTICS, 8))[1]
        self._socket.close()

    @property
    def heard(self) -> int:
        """Bytes of payload."""
        return sum(len(flow.content) for flow in self.flows)

    @property
    def missing(self) -> int:
        """Bytes that passed unheard."""
        return sum(flow.missing for flow in self.flows)

    def _listen(self) -> None:
        while True:
            try:
                packet, (_device, _protocol, kind, *_rest) = self._socket.recvfrom(2**17)
            except TimeoutError:
                if self._over.is_set():
                    return
                continue
            if kind != OUTGOING:  # On loopback each packet is seen going and coming.
                self._keep(packet[14:])

    def _keep(self, packet: bytes) -> None:
        header = (packet[0] & 0x0F) * 4
        if packet[9] != socket.IPPROTO_TCP:
            return
        segment = packet[header : int.from_bytes(packet[2:4]) or None]
        source, target, number = struct.unpack(">HHI", segment[:8])
        if self.port not in {source, target}:
            return
        self.packets += 1
        if segment[13] & SYN:
            self._open[source, target] = Flow((number + 1) & 0xFFFFFFFF)
            self.flows.append(self._open[source, target])
        elif (source, target) in self._open:
            self._open[source, target].take(number, segment[(segment[12] >> 4) * 4 :])


def readable(flows: Iterable[Flow]) -> int:
    """How many flows have a byte that can be read."""
    return sum(flow.clear > 0 for flow in flows)


def with_a_canary(flows: Iterable[Flow]) -> int:
    """How many flows have a canary that can be read."""
    return sum(flow.holds_a_canary for flow in flows)
