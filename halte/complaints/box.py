"""Confidential boxes: what somebody said, readable only with a key that lies outside the database."""

from uuid import UUID

from halte.common import keys, sealing


def closed(complaint: UUID, part: str, said: bytes) -> bytes:
    """What was said, as it is stored: moved to another row or part it opens no more."""
    return sealing.closed(_key(), said, _bound(complaint, part))


def opened(complaint: UUID, part: str, box: bytes) -> bytes:
    """What `closed` put away."""
    return sealing.opened(_key(), box, _bound(complaint, part))


def _key() -> bytes:
    return keys.derived("complaints/box")


def _bound(complaint: UUID, part: str) -> bytes:
    return complaint.bytes + part.encode()
