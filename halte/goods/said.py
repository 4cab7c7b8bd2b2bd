"""How the acts of the store are spoken of in "Just done"."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from halte.goods.models import ONE_SIZE, Kind
from halte.journal.recent import Said, say


def _what(data: Mapping[str, Any]) -> str:
    size = "" if data["size"] == ONE_SIZE else f" {data['size'].upper()}"
    return f"{_name(data['kind'], get_language())}{size} \N{MULTIPLICATION SIGN}{data['n']}"


def _kind(data: Mapping[str, Any]) -> str:
    size = "" if data["size"] == ONE_SIZE else f" {data['size'].upper()}"
    return f"{_name(data['kind'], get_language())}{size}"


@lru_cache(maxsize=256)
def _name(code: str, language: str | None) -> str:
    """A kind's name in the reader's language; kinds are few and their names rest."""
    kind = Kind.objects.prefetch_related("names").filter(code=code).first()
    return kind.name if kind else code


say(
    {
        "goods.given": Said("coat", _("Given"), _what),
        "goods.given_without_card": Said("coat", _("Given without a card"), _what),
        "goods.received": Said("coat", _("Received"), _what),
        "goods.counted": Said("coat", _("Counted"), _what),
        "goods.announced": Said("speak", _("Announced"), _what),
        "goods.number_taken": Said("ticket", _("Number given"), _kind),
        "goods.given_for_number": Said("coat", _("Given for a number"), _what),
        "goods.distribution_ended": Said("check", _("Distribution over"), _kind),
        "goods.discarded": Said("coat", _("Put away"), _what),
    }
)
