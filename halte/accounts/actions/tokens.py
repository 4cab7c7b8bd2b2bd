"""Secrets that open something: shown once, and stored as what cannot be turned back."""

import hashlib
import hmac
from uuid import UUID

from halte.common import keys
from halte.sites.models import Site


def digest(token: str) -> bytes:
    """What is stored of a token: SHA-256. Tokens have 128 random bits or more, so no slow hash is needed."""
    return hashlib.sha256(token.encode()).digest()


def digits_key(site: Site, badge_id: UUID, digits: str) -> bytes:
    """What is stored of four digits: an HMAC whose key lies outside the database, for any hash of them is guessed."""
    return hmac.digest(keys.of_site(site.id, "badge"), badge_id.bytes + digits.encode(), "sha256")
