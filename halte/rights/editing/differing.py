"""What a version would change of what stands, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from halte.common.languages import BY_CODE
from halte.rights.editing.signs import as_lines, sign
from halte.rights.models import Confidence, Danger, Kind
from halte.rights.saying import Footing, SourceSaid
from halte.rights.whom import WHOM


@dataclass(frozen=True)
class Difference:
    """One thing that is other: what it is called, what stands, and what the version says; empty for nothing."""

    label: str
    stands: str
    version: str


def in_footing(stands: Footing, version: Footing, titles: Mapping[str, str]) -> list[Difference]:
    """What a version changes of what a statement rests on."""
    new = [version.new_source.title] if version.new_source else []
    pairs = [
        (_("What it is"), Kind(stands.kind).label, Kind(version.kind).label),
        (_("Pictogram"), sign(stands.pictogram), sign(version.pictogram)),
        (_("Number to call"), stands.phone, version.phone),
        (_("Law"), stands.law, version.law),
        (_("Deadline from before June 2026"), _yes(stands.pre_pact), _yes(version.pre_pact)),
        (_("Figures that other statements say too"), as_lines(stands.figures), as_lines(version.figures)),
        (_("Sources"), _titles(stands, titles, []), _titles(version, titles, new)),
        (_("How it is known"), Confidence(stands.confidence).label, Confidence(version.confidence).label),
        (_("If it is wrong"), Danger(stands.danger).label, Danger(version.danger).label),
        (_("May be shown until"), _day(stands.show_until), _day(version.show_until)),
        (_("For whom it holds"), in_words(stands.applies_to), in_words(version.applies_to)),
        (_("For asylum requests registered from"), _day(stands.registered_from), _day(version.registered_from)),
        (_("For asylum requests registered until"), _day(stands.registered_until), _day(version.registered_until)),
    ]
    return _differing(pairs)


def in_source(stands: SourceSaid, version: SourceSaid) -> list[Difference]:
    """What a version changes of a source."""
    pairs = [
        (_("Title of the source"), stands.title, version.title),
        (_("Its address"), stands.address, version.address),
        (_("Its language"), BY_CODE[stands.language].own_name, BY_CODE[version.language].own_name),
        (_("Its own date"), _dated(stands), _dated(version)),
        (_("When you read it"), _day(stands.read_on), _day(version.read_on)),
    ]
    return _differing(pairs)


def _differing(pairs: Sequence[tuple[str, object, object]]) -> list[Difference]:
    return [Difference(label, str(old), str(new)) for label, old, new in pairs if str(old) != str(new)]


def _titles(of: Footing, titles: Mapping[str, str], new: list[str]) -> str:
    return " · ".join([*(titles.get(key, key) for key in of.sources), *new])


def in_words(applies_to: Sequence[str]) -> str:
    """For whom something holds, in the words of the staff."""
    words = WHOM["fr" if get_language() == "fr" else "en"]
    return " · ".join(words.get(code, _("everyone")) for code in applies_to)


def _dated(of: SourceSaid) -> str:
    return f"{of.dated} (?)" if of.about else of.dated


def _yes(said: bool) -> str:
    return _("yes") if said else ""


def _day(day: date | None) -> str:
    return date_format(day, "j M Y") if day else ""
