"""Whoever listens on the network: what `make forensics` calls clear is clear, and what passed TLS is not."""

import ssl
from contextlib import suppress

import pytest

from halte.config.tls import House, Names
from tests.config.test_tablets_speak_to_the_house_in_no_clear_byte import NOW, trusting
from tests.forensics import traces
from tools.forensics.network import Flow, readable, with_a_canary

ASKED = f"GET /c/{traces.MARK.hex()} HTTP/1.1\r\nHost: halte.lan\r\n\r\n".encode()


def flow(content: bytes) -> Flow:
    heard = Flow(2**32 - 3)  # The numbers of TCP begin anew after this.
    for at in range(0, len(content), 500):
        heard.take((2**32 - 3 + at) % 2**32, content[at : at + 500])
    return heard


@pytest.fixture
def over_tls(tmp_path) -> bytes:
    """What a tablet sends to the house: its greeting, the end of it, and the same request."""
    house = House(tmp_path)
    house.make(Names.read(["halte.lan"]), NOW)
    to_house, to_tablet = ssl.MemoryBIO(), ssl.MemoryBIO()
    ours = house.context().wrap_bio(to_house, to_tablet, server_side=True)
    theirs = trusting(house).wrap_bio(to_tablet, to_house, server_hostname="halte.lan")
    sent = bytearray()
    for _turn in range(4):
        for side in (theirs, ours):
            with suppress(ssl.SSLWantReadError):
                side.do_handshake()
            if side is theirs:
                sent += (piece := to_house.read())
                to_house.write(piece)
    theirs.write(ASKED)
    return bytes(sent + to_house.read())


def test_a_request_by_tls_has_no_clear_byte(over_tls):
    heard = flow(over_tls)

    assert heard.missing == 0
    assert bytes(heard.content) == over_tls
    assert readable([heard]) == with_a_canary([heard]) == 0


def test_the_same_request_in_the_open_is_read(over_tls):
    assert flow(ASKED).clear == len(ASKED)
    assert with_a_canary([flow(ASKED)]) == 1
    assert flow(over_tls + ASKED).clear == len(ASKED)


def test_a_segment_sent_twice_counts_once_and_one_that_never_came_is_told(over_tls):
    heard = Flow(0)
    heard.take(0, over_tls[:100])
    heard.take(50, over_tls[50:200])
    assert bytes(heard.content) == over_tls[:200]

    heard.take(230, over_tls[230:])
    heard.take(230, over_tls[230:])

    assert heard.missing == 30
    assert len(heard.content) == len(over_tls) - 30
