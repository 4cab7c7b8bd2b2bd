"""What the machine in the hall may know of a card, and what it carries from one page to the next."""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.core.cache import cache

from halte.accounts.actor import Actor
from halte.common import ids, keys
from halte.guests.models import Guest, GuestState
from halte.guests.queries import by_secret

CARRIED_FOR = 5 * 60
ONCE_WITHIN = 60 * 60


def first_time(key: UUID) -> bool:
    """Whether a page of the hall is pressed for the first time: sent again by the next person, it opens nothing."""
    return cache.add(f"kiosk.{hashlib.sha256(key.bytes).hexdigest()}", True, ONCE_WITHIN)


def is_fresh(text: str, at: datetime) -> bool:
    """Whether a page was made a few minutes ago: nothing that a browser kept for longer opens anything."""
    return carried(text, at) is not None


def carry(secret: str, at: datetime) -> str:
    """What a page carries instead of the card's secret: nobody reads it, and it is worth nothing in five minutes."""
    said = int(at.timestamp()).to_bytes(6) + secret.encode()
    return urlsafe_b64encode(_box().encrypt(said, None)).decode().rstrip("=")


def carried(text: str, at: datetime) -> str | None:
    """The secret of the card that was scanned a moment ago; None when the page is too old, or not ours."""
    try:
        said = _box().decrypt(urlsafe_b64decode(text[:200] + "=" * (-len(text[:200]) % 4)), None)
    except (InvalidTag, ValueError):
        return None
    age = int(at.timestamp()) - int.from_bytes(said[:6])
    return said[6:].decode() if 0 <= age <= CARRIED_FOR else None


def live_guest_of(kiosk: Actor, secret: str) -> Guest | None:
    """Whose ticket it will be; nobody's when the card is off or was never issued, and the page does not tell."""
    guest = by_secret(kiosk, secret) if ids.is_secret(secret) else None
    return guest if guest is not None and guest.state == GuestState.LIVE else None


def _box() -> AESSIV:
    return AESSIV(keys.derived("kiosk carries"))
