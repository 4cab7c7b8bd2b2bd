"""What must agree within a statement and a source, in files and on editors' pages. Pure: no database, no clock."""

import re
from collections.abc import Collection
from datetime import date
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.rights import rules
from halte.rights.figures import figures
from halte.rights.rules import Confidence, Kind

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = frozenset({"places", "search", "talks"})
"""What stands in the addresses of the guide where a topic's name would stand."""
_DATED = re.compile(r"undated|\d{4}(/\d{4}|-\d{2}|-\d{2}-\d{2})?")

Wrong = tuple[str, "str | Promise"]
"""Which value, and why."""


class Told(Protocol):
    """What a file, or an editor, says of a statement besides its words."""

    @property
    def kind(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def figures(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def confidence(self) -> str: ...
    @property
    def registered_from(self) -> date | None: ...
    @property
    def registered_until(self) -> date | None: ...


def wrong_in_statement(of: Told, *, sources: Collection[str]) -> Wrong | None:
    """What does not agree in what a statement rests on; None when all does.

    Keeps:
        A certain statement names a source with its title and date.
        Only a step has a number to press, and it can be called.
    """
    if of.phone and not rules.is_phone(of.phone):
        return "phone", _("write a number that can be called: digits only, or 15, 17, 18.")
    if of.phone and of.kind != Kind.STEP:
        return "phone", _("only a step has a number to call.")
    for name, figure in of.figures:
        if figures(figure) != {figure}:
            return f"figures.{name}", _("write one figure, such as “21” or “6.80”.")
    if of.confidence != Confidence.KNOWLEDGE and not sources:
        return "sources", _("a statement marked S or D names a source with its title and date.")
    if of.registered_from and of.registered_until and of.registered_until < of.registered_from:
        return "registered_until", _("this day is before registered_from.")
    return None


def wrong_in_source(*, dated: str, address: str) -> Wrong | None:
    """What is wrong in a source; None when it can be cited."""
    if not _DATED.fullmatch(dated) or not _is_dated(dated):
        return "dated", _("write the source's own date (2015, 2020-09, 2022-07-13) or “undated”.")
    if re.search(r"[\s\"'<>]|://", address):
        return "address", _("write the address without https:// and without blanks.")
    return None


def _is_dated(dated: str) -> bool:
    if len(dated) not in {7, 10} or "-" not in dated:
        return True
    try:
        date.fromisoformat(dated if len(dated) == 10 else f"{dated}-01")
    except ValueError:
        return False
    return True
