"""The house's own authority and certificate, so that tablets on the local network speak to it in no clear byte.

In the folder `tls` of the data folder lie two boxes that only the data key opens, each with a certificate and its key,
and beside them both certificates once more, for tablets and people to read.
"""

import ipaddress
import os
import re
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from halte.common import keys, sealing
from halte.config import speaking_tls
from halte.config.unusable import Unusable

FOLDER = "tls"
AUTHORITY_LASTS = timedelta(days=3650)
LASTS = timedelta(days=397)
"""Browsers refuse a certificate that is valid for longer."""
RENEWED = timedelta(days=90)
"""So long before it ends, the house makes itself a new one; tablets notice nothing."""
CLOCKS_DIFFER = timedelta(days=1)
HERE = ("localhost", "127.0.0.1", "::1")
PRIVATE = (
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "fc00::/7",
    "fe80::/10",
    "::1/128",
)
_NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True)
class Names:
    """What tablets type to reach the house."""

    names: tuple[str, ...]
    addresses: tuple[Address, ...]

    @classmethod
    def read(cls, given: Iterable[str]) -> "Names":
        """The names and addresses that somebody gave, and those of the machine itself.

        Raises:
            Unusable: One of them is neither.
        """
        names: list[str] = []
        addresses: list[Address] = []
        for one in dict.fromkeys([*HERE, *(name.strip().lower() for name in given)]):
            try:
                addresses.append(ipaddress.ip_address(one))
            except ValueError:
                if not _NAME.fullmatch(one) or len(one) > 253:
                    raise Unusable(
                        f"{one!r} is neither a name nor an address: write halte.lan or 192.168.1.10."
                    ) from None
                names.append(one)
        return cls(tuple(names), tuple(addresses))

    def __str__(self) -> str:
        return ", ".join([*self.names, *map(str, self.addresses)])


class House:
    """The authority and the certificate of one data folder.

    Keeps:
        The authority vouches for the names it was made with and for addresses of local networks, and for nothing
        else: whoever steals it cannot pretend to be a bank or a ministry on a tablet of the house.
        No key lies on the disk in the clear, nor does one pass through a file.
    """

    def __init__(self, data: Path) -> None:
        self.folder = data / FOLDER
        self.authority, self.certificate = self.folder / "authority.crt", self.folder / "house.crt"

    @property
    def stands(self) -> bool:
        """Whether the house has a certificate."""
        return _box(self.certificate).exists()

    def make(self, names: Names, at: datetime, *, new_authority: bool = False) -> None:
        """The house has a certificate for these names, from its authority, which is made first if there is none.

        Raises:
            Unusable: The authority does not vouch for one of the names, or its key was made with another data key.
        """
        self.folder.mkdir(mode=0o700, exist_ok=True)
        if new_authority or not _box(self.authority).exists():
            self._make_authority(names, at)
        vouched = self._vouched()
        if missing := [name for name in names.names if name not in vouched]:
            raise Unusable(
                f"The authority of this house does not vouch for {', '.join(missing)}: add --new-authority, "
                "and let every tablet trust the new one."
            )
        self._make_certificate(names, at)

    def renew_if_due(self, at: datetime) -> bool:
        """A certificate that ends soon is replaced by one for the same names."""
        found, _key = _opened(self.certificate)
        if found.not_valid_after_utc - at > RENEWED:
            return False
        self._make_certificate(self.names(), at)
        return True

    def names(self) -> Names:
        """What the certificate stands for."""
        said = _opened(self.certificate)[0].extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        return Names(
            tuple(said.get_values_for_type(x509.DNSName)),
            tuple(one for one in said.get_values_for_type(x509.IPAddress) if isinstance(one, Address)),
        )

    def ends_on(self) -> datetime:
        return _opened(self.certificate)[0].not_valid_after_utc

    def fingerprint(self) -> str:
        """What a tablet shows of the authority before it trusts it: compared by eye."""
        digest = _opened(self.authority)[0].fingerprint(hashes.SHA256()).hex().upper()
        return ":".join(digest[at : at + 2] for at in range(0, len(digest), 2))

    def context(self) -> ssl.SSLContext:
        """What a server needs to speak TLS as this house.

        Raises:
            Unusable: Its key was made with another data key.
        """
        return speaking_tls.context(self.key_and_certificate())

    def key_and_certificate(self) -> bytes:
        """The certificate and its private key, in PEM.

        Raises:
            Unusable: They lie in a box that another data key closed.
        """
        return _content(self.certificate)

    def _make_authority(self, names: Names, at: datetime) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = _called(f"Halte authority of {names.names[-1]}")
        permitted = [
            *(x509.DNSName(name) for name in names.names),
            *(x509.IPAddress(ipaddress.ip_network(network)) for network in PRIVATE),
            *(x509.IPAddress(ipaddress.ip_network(one)) for one in names.addresses if not one.is_private),
        ]
        made = (
            _begun(subject, subject, key.public_key(), at, AUTHORITY_LASTS)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(signs_certificates=True), critical=True)
            .add_extension(x509.NameConstraints(permitted, None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .sign(key, hashes.SHA256())
        )
        _put_away(self.authority, made, key)

    def _make_certificate(self, names: Names, at: datetime) -> None:
        (authority, signing), key = _opened(self.authority), ec.generate_private_key(ec.SECP256R1())
        said = [*map(x509.DNSName, names.names), *map(x509.IPAddress, names.addresses)]
        identifier = authority.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
        made = (
            # A word with a blank is no name of a machine, so no browser takes it for one.
            _begun(_called("Halte house"), authority.subject, key.public_key(), at, LASTS)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(signs_certificates=False), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(x509.SubjectAlternativeName(said), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier), critical=False)
            .sign(signing, hashes.SHA256())
        )
        _put_away(self.certificate, made, key)

    def _vouched(self) -> set[str]:
        limits = _opened(self.authority)[0].extensions.get_extension_for_class(x509.NameConstraints).value
        return {one.value for one in limits.permitted_subtrees or () if isinstance(one, x509.DNSName)}


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, at: datetime, lasts: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - CLOCKS_DIFFER)
        .not_valid_after(at - CLOCKS_DIFFER + lasts)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])


def _opened(path: Path) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    content = _content(path)
    key = serialization.load_pem_private_key(content, None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return x509.load_pem_x509_certificate(content), key


def _content(path: Path) -> bytes:
    """What lies in the box of a certificate: its key and itself.

    Raises:
        Unusable: It was closed with another data key.
    """
    try:
        return sealing.opened(keys.derived("tls"), _box(path).read_bytes(), path.name.encode())
    except (OSError, InvalidTag) as error:
        raise Unusable(
            "The certificate of this house was made with another data key: run `halte tls --new-authority`, "
            "and let every tablet trust the new one."
        ) from error


def _put_away(path: Path, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> None:
    """The box and what is read beside it; only the box is gone by, so that both always fit."""
    shown = certificate.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    _put(_box(path), sealing.closed(keys.derived("tls"), secret + shown, path.name.encode()))
    _put(path, shown)


def _box(path: Path) -> Path:
    return path.with_suffix(".box")


def _put(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)
