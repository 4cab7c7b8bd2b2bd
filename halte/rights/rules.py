"""What may be shown to a guest, and how. Pure rules: no database, no clock."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from halte.common import french


class Kind(StrEnum):
    """What a statement is for the reader."""

    STEP = "step"
    WARNING = "warning"
    FACT = "fact"


class Confidence(StrEnum):
    """How a statement is known."""

    SOURCE = "S"
    DERIVED = "D"
    KNOWLEDGE = "K"


class Danger(StrEnum):
    """What happens to a guest if a statement is wrong."""

    LIGHT = "light"
    SERIOUS = "serious"
    GRAVE = "grave"


class State(StrEnum):
    """Who stands behind a text in a language."""

    ORIGINAL = "original"
    APPROVED = "approved"
    MACHINE = "machine"
    UNCHECKED = "unchecked"


class Showing(StrEnum):
    """How a statement is shown."""

    CERTAIN = "certain"
    NOT_CONFIRMED = "not_confirmed"
    ASK_US = "ask_us"


APPLIES_TO = frozenset(
    {"everyone", "adults", "minors", "women", "families", "asking_asylum", "asylum_refused"}
    | {"before_asylum", "other_country_responsible", "asylum_given", "must_leave", "in_detention", "in_the_uk"}
)
"""To whom a statement can apply: their age, and how far they are."""

TWO_DIGIT_PHONES = frozenset({"15", "17", "18"})
"""Ambulance, police and fire: the only numbers of two digits that can be called in France."""

_PHONE = re.compile(r"\+?\d{2,15}")
_OTHER_WORDS = re.compile(r"\[([a-z]{2,3}): ([^\[\]]+)\]")
_COUNTED = {
    "en": r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety)\b"
    r"|\b(?:a|an) (?:day|week|month|fortnight)\b",
    "fr": r"\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|soixante)"
    r"[- ](?:\w+[- ])?(?:jours?|heures?|semaines?|mois)\b|\bquinzaine\b|\bhuitaine\b",
    "ar": r"أسبوعين|أسبوعان|يومين|يومان|شهرين|شهران|\b(?:شهر|أسبوع|يوم) واحد\b"
    r"|\bثلاثة|\bأربعة|\bخمسة|\bستة|\bسبعة|\bثمانية|\bتسعة"
    r"|\bعشرة|\bعشر|\bعشرون|\bعشرين|\bثلاثون|\bثلاثين",
}


def is_phone(number: str) -> bool:
    """Whether a guest can call this: digits only, and no two digits but the emergency services."""
    return bool(_PHONE.fullmatch(number)) and (len(number) > 2 or number in TWO_DIGIT_PHONES)


def says_a_number(text: str, *, language: str, law: str = "", phone: str = "") -> bool:
    """Whether a text counts anything, other than by quoting its own legal reference or a phone of three digits or more.

    Digits of every script count. Numbers written as words are known in English, French and Arabic; for the other
    languages the translator's review has to find them.
    """
    bare = text
    for quoted in _quotable(law, phone):
        bare = re.sub(rf"(?<!\w){re.escape(quoted)}(?!\w)", " ", bare)
    if any(_counts(character) for character in bare):
        return True
    pattern = _COUNTED.get(language)
    return bool(pattern and re.search(pattern, bare, re.IGNORECASE))


def _counts(character: str) -> bool:
    return character.isnumeric() or unicodedata.category(character) in {"Nd", "Nl", "No"}


def _quotable(law: str, phone: str) -> list[str]:
    articles = [word for word in re.split(r"[\s,;–]+", law) if re.search(r"\d", word) and re.search(r"[^\d.]", word)]
    return articles + ([phone] if len(phone) > 2 and is_phone(phone) else [])


def showing(*, confidence: Confidence, show_until: date | None, number_withheld: bool, on: date) -> Showing:
    """How a statement is shown on a day.

    Keeps:
        Past its last day a statement is not shown: its place says *ask us today*.
        A deadline from before the Pact that says a number is never shown, whatever else is true of it.
        What no source confirms is shown as not yet confirmed.

    Args:
        number_withheld: The statement is a deadline from before the Pact and its words say a number.
        on: The day of reading. The last day itself still counts.
    """
    if number_withheld or (show_until is not None and on > show_until):
        return Showing.ASK_US
    return Showing.NOT_CONFIRMED if confidence is Confidence.KNOWLEDGE else Showing.CERTAIN


def concerns(registered: date, *, first: date | None, last: date | None) -> bool:
    """Whether a statement concerns somebody whose asylum request was registered on that day; both ends count."""
    return (first is None or first <= registered) and (last is None or registered <= last)


@dataclass(frozen=True)
class Span:
    """Days of registration between which nothing changes; an open end is None."""

    first: date | None
    last: date | None

    @property
    def day(self) -> date:
        """A day in it."""
        return self.first or self.last or date.min

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and concerns(day, first=self.first, last=self.last)


def spans(ends: Sequence[tuple[date | None, date | None]]) -> tuple[Span, ...]:
    """The spans into which statements cut the days of registration, oldest first; none when nothing cuts them.

    Where an old rule ends after a new one began, there are days between for which both are told.

    Args:
        ends: From which day, and up to which day, each statement holds.
    """
    cuts = sorted(
        {first for first, _last in ends if first} | {last + timedelta(days=1) for _first, last in ends if last}
    )
    if not cuts:
        return ()
    starts: list[date | None] = [None, *cuts]
    stops: list[date | None] = [*(cut - timedelta(days=1) for cut in cuts), None]
    return tuple(Span(first, last) for first, last in zip(starts, stops, strict=True))


def needs_label(state: State) -> bool:
    """Whether a text must say that no translator has reviewed it. The original is not a translation."""
    return state in {State.MACHINE, State.UNCHECKED}


@dataclass(frozen=True)
class Fragment:
    """A piece of text; `language` is set where it differs from its surroundings."""

    text: str
    language: str = ""


def fragments(text: str) -> tuple[Fragment, ...]:
    """Cut a text where words of another language stand in it, written `[fr: une domiciliation]`."""
    found: list[Fragment] = []
    end = 0
    for match in _OTHER_WORDS.finditer(text):
        found.append(Fragment(text[end : match.start()]))
        found.append(Fragment(match[2], match[1]))
        end = match.end()
    found.append(Fragment(text[end:]))
    return tuple(fragment for fragment in found if fragment.text)


def held_together(text: str, language: str) -> str:
    """A text whose French words keep their signs beside them on a line."""
    if language == "fr":
        return french.held_together(text)
    return _OTHER_WORDS.sub(
        lambda found: found[0].replace(found[2], french.held_together(found[2])) if found[1] == "fr" else found[0], text
    )


def as_other_words(text: str, language: str) -> str:
    """A text of one language as it stands in a page of another: marked, so that it is read aloud in its own way."""
    return "".join(_marked(part.text, part.language or language) for part in fragments(text))


def _marked(text: str, language: str) -> str:
    said = text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}[{language}: {said}]{after}" if said else text


def is_untranslated(text: str) -> bool:
    """Whether all of a text stands there in another language."""
    return bool(text) and all(part.language or not part.text.strip() for part in fragments(text))
