"""What must agree within a statement and a source, in files and on editors' pages. Pure: no database, no clock."""

import re
from collections.abc import Collection
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.rights.rules import Confidence

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = frozenset({"places", "search", "talks"})
"""What stands in the addresses of the guide where a topic's name would stand."""
_DATED = re.compile(r"undated|\d{4}(/\d{4}|-\d{2}|-\d{2}-\d{2})?")

Wrong = tuple[str, "str | Promise"]
"""Which value, and why."""


def wrong_in_footing(
    *, confidence: str, sources: Collection[str], registered_from: date | None, registered_until: date | None
) -> Wrong | None:
    """What does not agree in what a statement rests on; None when all does.

    Keeps:
        A certain statement names a source with its title and date.
    """
    if confidence != Confidence.KNOWLEDGE and not sources:
        return "sources", _("a statement marked S or D names a source with its title and date.")
    if registered_from and registered_until and registered_until < registered_from:
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
