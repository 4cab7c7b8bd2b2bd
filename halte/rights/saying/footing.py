"""What a statement is and rests on, how sure it is, for whom it holds and until when, and what cannot be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.rights import agreeing, checking, writing
from halte.rights.figures import figures
from halte.rights.models import Source
from halte.rights.rules import APPLIES_TO
from halte.rights.saying.sources import SourceSaid, why_no_source
from halte.web.pictograms import PICTOGRAMS

EVERYONE = ("everyone",)


@dataclass(frozen=True)
class Footing:
    """What stands behind the words of a statement.

    Args:
        pictogram: The sign beside it.
        figures: What other statements say too, each after its name.
        sources: The editors' names for them, in their order.
        new_source: One that no statement named before; it stands last.
    """

    kind: str
    pictogram: str
    phone: str
    law: str
    figures: tuple[tuple[str, str], ...]
    pre_pact: bool
    confidence: str
    danger: str
    show_until: date | None
    applies_to: tuple[str, ...]
    registered_from: date | None
    registered_until: date | None
    sources: tuple[str, ...]
    new_source: SourceSaid | None = None

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> "Footing":
        """What a revision stores."""
        told = dict(values)
        for name in ("show_until", "registered_from", "registered_until"):
            told[name] = date.fromisoformat(told[name]) if told[name] else None
        for name in ("applies_to", "sources"):
            told[name] = tuple(told[name])
        told["figures"] = pairs(told["figures"])
        told["new_source"] = SourceSaid.read(told["new_source"]) if told["new_source"] else None
        return cls(**told)


def why_no_footing(
    content: Footing, *, before: Footing | None, said: Mapping[str, str], original: str, on: date
) -> str | Promise:
    """Why a statement cannot rest on this from a day on; empty when it can.

    Args:
        before: What stands; None for a statement that does not stand yet.
        said: Its words in each language.
        original: The language of which the others are translations.
    """
    new = [content.new_source.title] if content.new_source else []
    if wrong := agreeing.wrong_in_statement(content, sources=(*content.sources, *new)):
        return wrong[1]
    if content.pictogram not in PICTOGRAMS:
        return _("nobody has drawn “%(word)s”.") % {"word": content.pictogram}
    if not content.applies_to or not set(content.applies_to) <= APPLIES_TO:
        return _("say for whom it holds.")
    if "everyone" in content.applies_to and content.applies_to != EVERYONE:
        return _("it holds for everyone, or for some: not both.")
    if Source.objects.filter(key__in=content.sources).count() < len(set(content.sources)):
        return _("this source is not there any more.")
    if content.new_source and (why := why_no_source(content.new_source, on=on)):
        return why
    return _why_not_until(content, before, on) or _why_not_these_words(content, said, original)


def _why_not_until(content: Footing, before: Footing | None, on: date) -> str | Promise:
    until = content.show_until
    if before and until == before.show_until:
        return ""
    if until is None:
        rests = content.law or content.pre_pact
        return _("Say until when it may be shown: this rests on a law, or ends on a day.") if rests else ""
    if not on < until <= on + checking.AT_MOST:
        return _("The last day lies after today, and at most two years ahead.")
    return ""


def _why_not_these_words(content: Footing, said: Mapping[str, str], original: str) -> str | Promise:
    """A deadline from before the Pact may quote its own article and phone alone; a figure stands in the words."""
    for language, words in said.items() if content.pre_pact else ():
        if why := writing.why_refused(words, language=language, law=content.law, phone=content.phone, pre_pact=True):
            return why
    told = figures(said.get(original, ""))
    if missing := [figure for _name, figure in content.figures if figure not in told]:
        return _("the words do not say %(figure)s: change them first.") % {"figure": missing[0]}
    return ""


def pairs(told: Iterable[Iterable[str]]) -> tuple[tuple[str, str], ...]:
    """Figures as they are compared: each after its name."""
    return tuple((name, figure) for name, figure in told)
