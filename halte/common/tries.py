"""Wrong tries of one account, device or card: after so many within so long, no more are looked at.

Whose they are is told by a digest under a key that lies outside the database.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Case, F, Value, When
from django.utils import timezone

from halte.common import keys
from halte.common.models import WrongTries

Whose = UUID | str | None


@dataclass(frozen=True)
class Limit:
    """So many wrong tries within so long.

    Keeps:
        Tries at the same moment all count: each is added in the database, by one statement.

    Args:
        name: What is tried.
        from_the_first: The time runs from the first try; else each further one begins it anew.
    """

    name: str
    at_most: int
    within: timedelta
    from_the_first: bool = False

    def is_over(self, *whose: Whose, at: datetime | None = None) -> bool:
        """Whether one of these, account or device, tried too often; whoever is not known counts nothing."""
        return self.tries(*whose, at=at) >= self.at_most

    def tries(self, *whose: Whose, at: datetime | None = None) -> int:
        """How often that one of these tried who tried most."""
        now = at or timezone.now()
        rows = WrongTries.objects.filter(counted__in=self._counted(*whose), until__gt=now)
        return rows.order_by("-tries").values_list("tries", flat=True).first() or 0

    def note(self, *whose: Whose, at: datetime | None = None) -> None:
        """One more wrong try of each."""
        now = at or timezone.now()
        WrongTries.objects.filter(until__lte=now).delete()
        for counted in self._counted(*whose):
            self._add(counted, now)

    def passes(self, whose: Whose, *, at: datetime | None = None) -> bool:
        """Count a try before it is looked at: whether it is still one of those that are."""
        self.note(whose, at=at)
        return self.tries(whose, at=at) <= self.at_most

    def forget(self, *whose: Whose) -> None:
        """Nothing was tried in vain."""
        WrongTries.objects.filter(counted__in=self._counted(*whose)).delete()

    def _add(self, counted: str, now: datetime) -> None:
        goes_on, until = When(until__gt=now, then=F("tries") + 1), now + self.within
        begun = Case(When(until__gt=now, then=F("until")), default=Value(until))
        with transaction.atomic():
            WrongTries.objects.get_or_create(counted=counted, defaults={"until": until})
            WrongTries.objects.filter(counted=counted).update(
                tries=Case(goes_on, default=1), until=begun if self.from_the_first else until
            )

    def _counted(self, *whose: Whose) -> list[str]:
        """In one order, so that two who count the same accounts never wait for each other."""
        key = keys.derived("wrong tries")
        return sorted(
            hmac.digest(key, f"{self.name}/{one}".encode(), "sha256").hex() for one in set(filter(None, whose))
        )
