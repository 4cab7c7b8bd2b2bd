"""`halte tls`: a certificate that tablets trust, an authority for this house alone, no clear byte on the way."""

import http.client
import os
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from cryptography import x509

from halte.common import keys
from halte.config import tls
from halte.config.tls import House, Names
from halte.config.unusable import Unusable
from tests.config.serving import Serving

NOW = datetime.now(UTC)
CANARY = "Selam-of-the-third-tent"


@pytest.fixture
def house(tmp_path):
    made = House(tmp_path)
    made.make(Names.read(["halte.lan", "192.168.1.10"]), NOW)
    return made


def trusting(house):
    """What a tablet has once it trusts the authority, and nothing else."""
    return ssl.create_default_context(cafile=str(house.authority))


def shake_hands(server, client, name):
    """A handshake in memory, as a tablet does it that typed this name."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ours = server.wrap_bio(to_server, to_client, server_side=True)
    theirs = client.wrap_bio(to_client, to_server, server_hostname=name)
    for _turn in range(4):
        for side in (theirs, ours):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
    return theirs.version()


@pytest.mark.parametrize("name", ["halte.lan", "192.168.1.10", "localhost", "127.0.0.1"])
def test_a_tablet_that_trusts_the_authority_comes_in_by_every_name(house, name):
    assert shake_hands(house.context(), trusting(house), name) == "TLSv1.3"


def old(context, version, *, server=False):
    """The same, as if its owner let it speak what is weak."""
    context.set_ciphers("ALL:@SECLEVEL=0")
    if not server:
        context.minimum_version, context.maximum_version = ssl.TLSVersion.MINIMUM_SUPPORTED, version
    return context


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_nobody_brings_the_house_to_speak_an_old_tls(house):
    assert shake_hands(house.context(), old(trusting(house), ssl.TLSVersion.TLSv1_2), "halte.lan") == "TLSv1.2"

    for version in (ssl.TLSVersion.TLSv1_1, ssl.TLSVersion.TLSv1):
        ours = old(house.context(), version, server=True)
        with pytest.raises(ssl.SSLError, match=r"(?i)version|protocol"):
            shake_hands(ours, old(trusting(house), version), "halte.lan")


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_without_that_limit_it_would(house):
    ours = old(house.context(), None, server=True)
    ours.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED

    assert shake_hands(ours, old(trusting(house), ssl.TLSVersion.TLSv1_1), "halte.lan") == "TLSv1.1"


def test_a_tablet_that_does_not_is_warned(house):
    with pytest.raises(ssl.SSLCertVerificationError, match=r"self-signed certificate|unable to get"):
        shake_hands(house.context(), ssl.create_default_context(), "halte.lan")


def test_the_authority_cannot_pretend_to_be_anybody_else(house):
    stolen = Names.read(["bank.example"])
    house._make_certificate(stolen, NOW)

    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        shake_hands(house.context(), trusting(house), "bank.example")


def test_without_those_limits_it_could(tmp_path, monkeypatch):
    monkeypatch.setattr(x509, "NameConstraints", lambda *_limits: x509.OCSPNoCheck())
    house = House(tmp_path)
    monkeypatch.setattr(House, "_vouched", lambda self: {"localhost", "bank.example"})
    house.make(Names.read(["bank.example"]), NOW)

    assert shake_hands(house.context(), trusting(house), "bank.example") == "TLSv1.3"


def test_another_name_needs_another_authority(house):
    with pytest.raises(Unusable, match=r"does not vouch for halte\.example"):
        house.make(Names.read(["halte.example"]), NOW)

    house.make(Names.read(["halte.example"]), NOW, new_authority=True)

    assert shake_hands(house.context(), trusting(house), "halte.example")


def test_another_address_in_the_house_does_not(house):
    before = house.fingerprint()

    house.make(Names.read(["halte.lan", "10.0.0.7"]), NOW)

    assert house.fingerprint() == before
    assert shake_hands(house.context(), trusting(house), "10.0.0.7")


def test_it_renews_itself_and_tablets_notice_nothing(house):
    authority = x509.load_pem_x509_certificate(house.authority.read_bytes())
    assert not house.renew_if_due(NOW + timedelta(days=300))

    assert house.renew_if_due(NOW + timedelta(days=310))

    assert house.ends_on() > NOW + timedelta(days=700)
    assert "halte.lan" in str(house.names())
    x509.load_pem_x509_certificate(house.certificate.read_bytes()).verify_directly_issued_by(authority)
    assert (house.ends_on() - NOW) < timedelta(days=310) + tls.LASTS


def test_no_key_lies_in_the_clear_and_none_opens_with_another_data_key(house, monkeypatch):
    _shown, key = tls._opened(house.authority)
    number = key.private_numbers().private_value.to_bytes(32, "big")
    for file in house.folder.iterdir():
        assert b"PRIVATE KEY" not in file.read_bytes()
        assert number not in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0

    monkeypatch.setattr(keys, "derived", lambda _purpose: os.urandom(32))
    with pytest.raises(Unusable, match="another data key"):
        house.context()


@pytest.mark.parametrize("name", ["no name", "halte..lan", "-halte", "https://halte.lan", "a" * 64])
def test_what_is_neither_a_name_nor_an_address_is_said(name):
    with pytest.raises(Unusable, match="neither a name nor an address"):
        Names.read([name])


class Ear:
    """Somebody on the local network who keeps every byte that passes."""

    def __init__(self, port: int) -> None:
        self.port, self.heard = port, bytearray()
        self.door = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._stand_between, daemon=True).start()

    def _stand_between(self) -> None:
        while True:
            try:
                near, _who = self.door.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self.port))
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError), one, other:
            while content := one.recv(65536):
                self.heard += content
                other.sendall(content)


@contextmanager
def serving(centre, *options) -> Iterator[Serving]:
    server = Serving(centre, *options)
    try:
        yield server
    finally:
        server.process.kill()
        server.process.wait()


def acts(port: int, context: ssl.SSLContext | None) -> int:
    """What a tablet sends and is told: a name that is typed, a cookie, a page."""
    if context:
        line = http.client.HTTPSConnection("127.0.0.1", port, timeout=60, context=context)
    else:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    said = urlencode({"login": CANARY, "password": CANARY})
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"halte_session={CANARY}"}
    line.request("POST", f"/account/login/?next=/{CANARY}", said, headers)
    answer = line.getresponse()
    answer.read()
    return answer.status


def test_whoever_listens_on_the_network_hears_no_clear_byte(halte, a_centre):
    made = halte("tls", "halte.lan", *a_centre.named)
    assert made.returncode == 0, made.stderr
    house = House(a_centre.data)

    with serving(a_centre) as server:
        assert server.first_line.startswith("Halte is ready on https://localhost:")
        ear = Ear(server.port)
        status = acts(ear.door.getsockname()[1], trusting(house))
        # Whoever comes without TLS is led nowhere: what they sent in the clear would be sent again and again.
        with pytest.raises((http.client.HTTPException, OSError)):
            acts(server.port, None)
    with serving(a_centre, "--in-the-clear") as server:
        open_ear = Ear(server.port)
        clear_status = acts(open_ear.door.getsockname()[1], None)

    assert status == clear_status == 403  # No page of ours was opened before: the form has no token.
    assert len(ear.heard) > 2_000
    assert CANARY.encode() not in ear.heard
    assert b"HTTP/1.1" not in ear.heard
    assert open_ear.heard.count(CANARY.encode()) >= 4
    fingerprint = x509.load_pem_x509_certificate(house.authority.read_bytes()).fingerprint(tls.hashes.SHA256())
    assert fingerprint.hex().upper() in made.stdout.replace(":", "")
