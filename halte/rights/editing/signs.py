"""The signs that stand beside statements, each with its word for whoever does not see it; figures as they are typed."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from halte.web.pictograms import PICTOGRAMS, svg

SIGNS: dict[str, str | Promise] = {
    "talk": _("Speech bubble"),
    "phone": _("Telephone"),
    "paper": _("Paper"),
    "mail": _("Letter"),
    "hospital": _("Hospital"),
    "heart": _("Heart"),
    "pregnant": _("Pregnant woman"),
    "woman": _("Woman"),
    "man": _("Man"),
    "child": _("Child"),
    "family": _("Family"),
    "people": _("People"),
    "help": _("Help"),
    "hand": _("Hand"),
    "interpreter": _("Interpreter"),
    "speak": _("Loudspeaker"),
    "scale": _("Scales of justice"),
    "shield": _("Shield"),
    "lock": _("Padlock"),
    "siren": _("Siren"),
    "home": _("House"),
    "bed": _("Bed"),
    "blanket": _("Blanket"),
    "tent": _("Tent"),
    "shower": _("Shower"),
    "meal": _("Meal"),
    "bag": _("Bag"),
    "charge": _("Plug"),
    "card": _("Card"),
    "no-name": _("No name"),
    "calendar": _("Calendar"),
    "clock": _("Clock"),
    "search": _("Magnifying glass"),
    "map": _("Map"),
    "bus": _("Bus"),
    "boat": _("Boat"),
    "out": _("Way out"),
    "school": _("School"),
    "tool": _("Tool"),
    "euro": _("Euro"),
    "pound": _("Pound"),
    "cross": _("Cross"),
}


def choices(now: str) -> list[tuple[str, SafeString]]:
    """Every sign to choose from, drawn, with its word beside it; that of now too, should it be another."""
    names = [*SIGNS, *([now] if now in PICTOGRAMS and now not in SIGNS else [])]
    return [(name, format_html("{}<span>{}</span>", svg(name), sign(name))) for name in names]


def sign(name: str) -> str:
    """A sign in words."""
    return str(SIGNS.get(name, name))


def as_lines(figures: Iterable[tuple[str, str]]) -> str:
    """Figures as they are typed: each on a line, after its name."""
    return "\n".join(f"{name} {figure}" for name, figure in figures)
