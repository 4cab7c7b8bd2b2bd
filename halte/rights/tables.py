"""Reading one table of a guide file: each value asked for by name and shape, each mistake said in one sentence."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.common import text
from halte.common.refusal import Refusal

Choice = TypeVar("Choice", bound=StrEnum)


class GuideFileWrong(Refusal):
    """A file of the guide cannot be used. Nothing of the guide was loaded."""

    code = "rights.guide_file_wrong"
    message = _("%(file)s, %(key)s: %(why)s")

    def __init__(self, *, file: str, key: str, why: str | Promise) -> None:
        super().__init__(file=file, key=key, why=why)


class Table:
    """One table of one file. Ask for every key it may hold, then say `nothing_else`."""

    def __init__(self, file: str, values: Mapping[str, Any], path: str = "") -> None:
        self.file = file
        self.path = path
        self._values = values
        self._asked: set[str] = set()

    def wrong(self, key: str, why: str | Promise) -> GuideFileWrong:
        """The refusal that names this file and this key."""
        return GuideFileWrong(file=self.file, key=f"{self.path}.{key}" if self.path else key, why=why)

    @property
    def keys(self) -> list[str]:
        """The names that stand in it, in the order of the file."""
        return list(self._values)

    def _get(self, key: str) -> Any:
        self._asked.add(key)
        return self._values.get(key)

    def line(self, key: str, *, at_most: int, optional: bool = False) -> str:
        """A line of plain text; empty only when it is optional and absent."""
        value = self._get(key)
        if value is None and optional:
            return ""
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, _("write a text here."))
        try:
            cleaned = text.clean(value)
        except ValueError:
            raise self.wrong(key, _("this text holds a character that cannot be shown.")) from None
        if len(cleaned) > at_most or "\n" in cleaned:
            raise self.wrong(key, _("write one line of at most %(at_most)s characters.") % {"at_most": at_most})
        return cleaned

    def day_if_any(self, key: str) -> date | None:
        """A date, or None when the key is absent."""
        return self.day(key) if self._get(key) is not None else None

    def day(self, key: str) -> date:
        """A date, written without quotes: 2026-11-23."""
        value = self._get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(key, _("write a date such as 2026-11-23, without quotes."))
        return value

    def whole(self, key: str) -> int:
        """A whole number from 0 to 32767."""
        value = self._get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 32767:
            raise self.wrong(key, _("write a whole number from 0 to 32767."))
        return value

    def yes(self, key: str) -> bool:
        """True or false; false when it is absent."""
        value = self._get(key)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise self.wrong(key, _("write true or false."))
        return value

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """One word of a closed list."""
        value = self._get(key)
        words = [choice.value for choice in choices]
        if not isinstance(value, str) or value not in words:
            raise self.wrong(key, _("write one of: %(words)s.") % {"words": ", ".join(words)})
        return choices(value)

    def words(
        self, key: str, *, known: Sequence[str], default: tuple[str, ...] = (), may_be_empty: bool = False
    ) -> tuple[str, ...]:
        """A list of different words, each from a closed list."""
        value = self._get(key)
        if value is None:
            return default
        if (
            not isinstance(value, list)
            or not (value or may_be_empty)
            or not all(isinstance(word, str) for word in value)
        ):
            raise self.wrong(key, _("write a list of words."))
        if unknown := [word for word in value if word not in known]:
            raise self.wrong(key, _("“%(word)s” is not known.") % {"word": unknown[0]})
        if len(set(value)) < len(value):
            raise self.wrong(key, _("the same word stands here twice."))
        return tuple(value)

    def table(self, key: str) -> "Table":
        """A table under a name."""
        value = self._get(key)
        if not isinstance(value, dict):
            raise self.wrong(key, _("write a table here."))
        return Table(self.file, value, f"{self.path}.{key}" if self.path else key)

    def tables(self, key: str) -> list["Table"]:
        """A list of tables, in the order of the file."""
        value = self._get(key)
        if not isinstance(value, list) or not value or not all(isinstance(part, dict) for part in value):
            raise self.wrong(key, _("write at least one table."))
        return [Table(self.file, part, f"{key}[{number}]") for number, part in enumerate(value, start=1)]

    def named_tables(self, key: str) -> dict[str, "Table"]:
        """Tables under names."""
        named = self.table(key)
        return {name: named.table(name) for name in named.keys}

    def nothing_else(self) -> None:
        """Refuse a key that nobody asked for: it is a slip of the pen."""
        if extra := sorted(set(self._values) - self._asked):
            raise self.wrong(extra[0], _("this key is not known."))
