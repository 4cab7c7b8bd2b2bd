"""Wrong tries of one account or one device: after so many within so long, no more are looked at."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.core.cache import cache


@dataclass(frozen=True)
class Limit:
    """So many wrong tries within so long.

    Args:
        name: What is tried.
    """

    name: str
    at_most: int
    within: timedelta

    def is_over(self, *whose: UUID | None) -> bool:
        """Whether one of these, account or device, tried too often; whoever is not known counts nothing."""
        return any(cache.get(self._key(one), 0) >= self.at_most for one in whose if one)

    def note(self, *whose: UUID | None) -> None:
        """One more wrong try of each."""
        for one in set(filter(None, whose)):
            key = self._key(one)
            if not cache.add(key, 1, self.within.total_seconds()):
                cache.set(key, cache.get(key, 0) + 1, self.within.total_seconds())

    def _key(self, one: UUID) -> str:
        return f"tries.{self.name}.{one}"
