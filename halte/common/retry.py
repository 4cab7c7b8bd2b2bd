"""The key that a client makes once per human act, so that trying again changes nothing."""

from dataclasses import dataclass
from uuid import UUID, uuid4


@dataclass(frozen=True)
class RetryKey:
    """A client-made key and the SHA-256 of what was asked with it (32 bytes)."""

    value: UUID
    body: bytes

    @classmethod
    def new(cls, body: bytes = b"") -> "RetryKey":
        """A fresh key, for acts that no client retries, such as periodic jobs and loading."""
        return cls(uuid4(), body)
