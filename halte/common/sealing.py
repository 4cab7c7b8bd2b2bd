"""Boxes: bytes that open only with a key from outside the database, and only where they were closed.

AES-256-GCM with a random nonce of 96 bits.
"""

import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


def closed(key: bytes, said: bytes, bound: bytes) -> bytes:
    """What was said, as it is stored.

    Args:
        key: One of `keys.derived` or `keys.of_site`, for this purpose alone.
        bound: Where the box belongs: moved to another place it opens no more.
    """
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, said, bound)


def opened(key: bytes, box: bytes | memoryview, bound: bytes) -> bytes:
    """What `closed` put away."""
    box = bytes(box)
    return AESGCM(key).decrypt(box[:_NONCE], box[_NONCE:], bound)
