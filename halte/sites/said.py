"""The standards in words: what each asks, what was found, and what would cure it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from halte.sites.standards import EASO, QUOTED, SPHERE, Assessed, Cure, Verdict

ASKS: Mapping[str, Any] = {
    "sphere.space": gettext_lazy("At least %(bound)s m² of floor for each person"),
    "easo.space": gettext_lazy("At least %(bound)s m² of floor for each person"),
    "easo.singles": gettext_lazy("At most %(bound)s single people in a room"),
    "easo.minors": gettext_lazy("At most %(bound)s young people in a room"),
    "easo.locks": gettext_lazy("A door that locks for every room"),
    "easo.ceiling": gettext_lazy("Ceilings of %(bound)s m or more"),
    "sphere.toilets": gettext_lazy("At most %(bound)s people for a toilet"),
    "sphere.bathing": gettext_lazy("At most %(bound)s people for a shower"),
    "sphere.laundry": gettext_lazy("At most %(bound)s people for a place to wash clothes"),
    "sphere.taps": gettext_lazy("At most %(bound)s people for a tap"),
    "sphere.water": gettext_lazy("At least %(bound)s litres of water a day for each person"),
    "easo.drinking": gettext_lazy("At least %(bound)s litres of drinking water a day for each person"),
    "sphere.plot": gettext_lazy("At least %(bound)s m² of plot for each person"),
    "quoted.toilets": gettext_lazy("At most %(bound)s people for a toilet"),
    "quoted.showers": gettext_lazy("At most %(bound)s people for a shower"),
}
SOURCES: Mapping[str, Any] = {
    SPHERE: gettext_lazy("Sphere Handbook 2018"),
    EASO: gettext_lazy("EASO guidance on reception conditions, 2016"),
    QUOTED: gettext_lazy("Often quoted; we have not read its source"),
}
CURES: Mapping[Cure, Callable[[int], str]] = {
    Cure.FEWER_PLACES: lambda number: ngettext("%(number)s place fewer", "%(number)s places fewer", number),
    Cure.SHOWERS: lambda number: ngettext("%(number)s more shower", "%(number)s more showers", number),
    Cure.TOILETS: lambda number: ngettext("%(number)s more toilet", "%(number)s more toilets", number),
    Cure.LAUNDRY_PLACES: lambda number: ngettext(
        "%(number)s more place to wash clothes", "%(number)s more places to wash clothes", number
    ),
    Cure.TAPS: lambda number: ngettext("%(number)s more tap", "%(number)s more taps", number),
    Cure.LITRES: lambda number: ngettext("%(number)s more litre a day", "%(number)s more litres a day", number),
    Cure.SQUARE_METRES: lambda number: ngettext("%(number)s m² more", "%(number)s m² more", number),
    Cure.LOCKS: lambda number: ngettext("%(number)s more lock", "%(number)s more locks", number),
    Cure.CENTIMETRES: lambda number: ngettext(
        "%(number)s cm more height, or no beds there", "%(number)s cm more height, or no beds there", number
    ),
}


@dataclass(frozen=True)
class Line:
    """One standard as the page shows it."""

    id: str
    asks: str
    source: str
    found: str
    cure: str
    rooms: str
    verdict: Verdict

    @property
    def passed(self) -> bool:
        """Whether it is met."""
        return self.verdict is Verdict.MET

    @property
    def failed(self) -> bool:
        """Whether it is not met."""
        return self.verdict is Verdict.NOT_MET


def standard(one: Assessed) -> Line:
    """A standard in words."""
    cure = CURES[one.cure](one.missing) % {"number": number_format(one.missing)} if one.missing else ""
    return Line(
        id=one.id,
        asks=str(ASKS[one.id]) % {"bound": _plain(one.bound)},
        source=str(SOURCES[one.source]),
        found=_found(one),
        cure=cure,
        rooms=_rooms(one),
        verdict=one.verdict,
    )


def _found(one: Assessed) -> str:
    if one.verdict is Verdict.NOT_ASSESSED:
        return ""
    if one.found is None:
        return _("none")
    return f"{one.found:.0%}" if one.cure is Cure.LOCKS else _plain(one.found)


def _rooms(one: Assessed) -> str:
    """At most six by their numbers: the page stays a page."""
    shown = ", ".join(one.rooms[:6]) + (" …" if len(one.rooms) > 6 else "")
    if not shown:
        return ""
    if one.verdict is Verdict.NOT_MET:
        return _("Rooms: %(rooms)s") % {"rooms": shown}
    return _("Not measured: %(rooms)s") % {"rooms": shown}


def _plain(number: float) -> str:
    return number_format(round(number, 1) if number % 1 else int(number))
