"""Ticket codes: ten random code characters that fetch an answer. Shown once, stored only as an HMAC.

Wrong codes are counted for all doors together, by quarter of an hour and never by address.
"""

import hmac
import secrets
from datetime import datetime, timedelta

from halte.common import ids, keys
from halte.common.tries import Limit

LENGTH = 10
QUARTER = timedelta(minutes=15)
TRIES_IN_A_QUARTER = 100
"""So many wrong codes in a quarter of an hour at all doors together; with 50 random bits none is found by trying."""


def new() -> str:
    """A new ticket code: 50 random bits."""
    return "".join(secrets.choice(ids.ALPHABET) for _place in range(LENGTH))


def spaced(code: str) -> str:
    """As it is written down: K7M4Q-X9T2B."""
    return f"{code[:5]}-{code[5:]}"


def key_of(typed: str, purpose: str) -> bytes:
    """What a ticket code is found by, however it was typed. Whatever else was typed gives a key that finds nothing.

    Args:
        purpose: Names the door: a code of one door opens no other.
    """
    return hmac.digest(keys.derived(f"{purpose}/ticket"), ids.normal(typed).encode(), "sha256")


def note_wrong(*, at: datetime) -> None:
    """One more code was tried in vain, at whatever door."""
    _limit().note(_quarter(at), at=at)


def too_many_tries(*, at: datetime) -> bool:
    """Whether so many codes were tried in this quarter of an hour that no more are looked at until it is over."""
    return _limit().is_over(_quarter(at), at=at)


def _limit() -> Limit:
    return Limit("tickets", TRIES_IN_A_QUARTER, QUARTER)


def _quarter(at: datetime) -> str:
    return str(int(at.timestamp() // QUARTER.seconds))
