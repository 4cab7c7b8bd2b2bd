"""Django's cache as rows of JSON: its own table keeps pickles, and whoever can write one there runs code in the server.

It remembers that a code was used, and counts wrong ones, for a few seconds to an hour. Its keys hold account numbers
and codes: only their digest is kept, under a key that lies outside the database.
"""

import hmac
import json
from datetime import datetime, timedelta
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import transaction
from django.utils import timezone

from halte.common import keys
from halte.common.models import Remembered

FOR_EVER = timedelta(days=365)


class Rows(BaseCache):
    """What several workers remember together.

    Keeps:
        Of two who `add` one key at the same moment, one is told that it was the first.
        What is past its time counts as never said, and goes when something else is said.

    Raises:
        TypeError: A value is not JSON.
    """

    def __init__(self, _location: str, parameters: dict[str, Any]) -> None:
        super().__init__(parameters)

    def add(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Remember it, unless something is remembered: whether it was the first."""
        with transaction.atomic():
            self._forget_old()
            _row, is_first = Remembered.objects.get_or_create(
                named=self._named(key, version), defaults=self._said(value, timeout)
            )
        return is_first

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """What is remembered."""
        rows = Remembered.objects.filter(named=self._named(key, version), until__gt=timezone.now())
        said = rows.values_list("said", flat=True).first()
        return default if said is None else json.loads(said)

    def set(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Remember it, whatever was before."""
        with transaction.atomic():
            self._forget_old()
            Remembered.objects.update_or_create(named=self._named(key, version), defaults=self._said(value, timeout))

    def touch(self, key: str, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Remember it for longer: whether there was anything."""
        rows = Remembered.objects.filter(named=self._named(key, version), until__gt=timezone.now())
        return bool(rows.update(until=self._until(timeout)))

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget it: whether there was anything."""
        gone, _by_table = Remembered.objects.filter(named=self._named(key, version)).delete()
        return bool(gone)

    def clear(self) -> None:
        """Forget everything."""
        Remembered.objects.all().delete()

    def _said(self, value: Any, timeout: float | None) -> dict[str, Any]:
        return {"said": json.dumps(value), "until": self._until(timeout)}

    def _until(self, timeout: float | None) -> datetime:
        if timeout == DEFAULT_TIMEOUT:
            timeout = self.default_timeout
        return timezone.now() + (FOR_EVER if timeout is None else timedelta(seconds=timeout))

    def _named(self, key: str, version: int | None) -> str:
        named = self.make_and_validate_key(key, version)
        return hmac.digest(keys.derived("remembered"), named.encode(), "sha256").hex()

    def _forget_old(self) -> None:
        Remembered.objects.filter(until__lte=timezone.now()).delete()
