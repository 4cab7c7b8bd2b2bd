"""Confidential boxes: what somebody said, readable only with a key that lies outside the database.

AES-256-GCM with a random nonce of 96 bits, bound to its own row.
"""

import secrets
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from halte.common import keys

NONCE = 12


def closed(complaint: UUID, part: str, said: bytes) -> bytes:
    """What was said, as it is stored: moved to another row or part it opens no more."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + _cipher().encrypt(nonce, said, _bound(complaint, part))


def opened(complaint: UUID, part: str, box: bytes) -> bytes:
    """What `closed` put away."""
    return _cipher().decrypt(box[:NONCE], box[NONCE:], _bound(complaint, part))


def _cipher() -> AESGCM:
    return AESGCM(keys.derived("complaints/box"))


def _bound(complaint: UUID, part: str) -> bytes:
    return complaint.bytes + part.encode()
