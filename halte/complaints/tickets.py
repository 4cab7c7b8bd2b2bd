"""Ticket codes: ten random code characters that fetch the answer. Shown once, stored only as an HMAC."""

import hmac
import secrets

from halte.common import ids, keys

LENGTH = 10


def new() -> str:
    """A new ticket code: 50 random bits."""
    return "".join(secrets.choice(ids.ALPHABET) for _place in range(LENGTH))


def spaced(code: str) -> str:
    """As it is written down: K7M4Q-X9T2B."""
    return f"{code[:5]}-{code[5:]}"


def key_of(typed: str) -> bytes:
    """What a ticket code is found by, however it was typed. Whatever else was typed gives a key that finds nothing."""
    return hmac.digest(keys.derived("complaints/ticket"), ids.normal(typed).encode(), "sha256")
