"""What a statement is and rests on, how sure it is, for whom and until when: changed by two people, like words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.rights import agreeing, checking, writing
from halte.rights.figures import figures
from halte.rights.models import Citation, KeptBy, Page, Revision, Source, State, Statement, Topic, Wording
from halte.rights.rules import APPLIES_TO
from halte.rights.saying.said import Said, write_file
from halte.rights.saying.sources import SourceSaid, why_no_source
from halte.web.pictograms import PICTOGRAMS

EVERYONE = ("everyone",)
_NOT_SEEN_BY_A_LAWYER = {"danger", "show_until", "pictogram"}
"""What may change without ending a lawyer's approval."""


_AS_IN_THE_ROW = (
    *("kind", "pictogram", "phone", "law", "pre_pact", "confidence", "danger", "show_until"),
    *("registered_from", "registered_until"),
)


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
        told["figures"] = _pairs(told["figures"])
        told["new_source"] = SourceSaid.read(told["new_source"]) if told["new_source"] else None
        return cls(**told)


class OfFooting(Said[Footing]):
    """What one statement rests on. No translation is outdated when it changes: its words stay."""

    def __init__(self, row: Statement) -> None:
        self.row = row
        self.whose = {"statement": row}
        keys = row.citations.order_by("place").values_list("source__key", flat=True)
        self.stands = Footing(
            **{name: getattr(row, name) for name in _AS_IN_THE_ROW},
            figures=_pairs(row.figures),
            applies_to=tuple(row.applies_to),
            sources=tuple(keys),
        )

    @property
    def code(self) -> str:
        return "footing"

    def of(self, revision: Revision) -> Footing:
        return Footing.read(revision.values)

    def columns(self, content: Footing) -> dict[str, Any]:
        return {"values": asdict(content)}

    def why_refused(self, content: Footing, *, on: date) -> str | Promise:
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
        return self._why_not_until(content, on) or self._why_not_these_words(content)

    def _why_not_until(self, content: Footing, on: date) -> str | Promise:
        until = content.show_until
        if until == self.stands.show_until:
            return ""
        if until is None:
            rests = content.law or content.pre_pact
            return _("Say until when it may be shown: this rests on a law, or ends on a day.") if rests else ""
        if not on < until <= on + checking.AT_MOST:
            return _("The last day lies after today, and at most two years ahead.")
        return ""

    def _why_not_these_words(self, content: Footing) -> str | Promise:
        """A deadline from before the Pact may quote its own article and phone alone; a figure stands in the words."""
        for wording in Wording.objects.filter(statement=self.row) if content.pre_pact else ():
            for said in (wording.text, wording.more):
                of = {"language": wording.language, "law": content.law, "phone": content.phone}
                if why := writing.why_refused(said, pre_pact=True, **of):
                    return why
        original = original_of(self.row)
        told = figures(f"{original.text} {original.more}") if original else frozenset()
        if missing := [figure for _name, figure in content.figures if figure not in told]:
            return _("the words do not say %(figure)s: change them first.") % {"figure": missing[0]}
        return ""

    def change(self, content: Footing) -> None:
        before, content = self.stands, self._with_its_source(content)
        self.stands = content
        row = self.row
        changed = {name for name in asdict(content) if getattr(content, name) != getattr(before, name)}
        for name in changed - {"sources"}:
            told = getattr(content, name)
            setattr(row, name, list(told) if isinstance(told, tuple) else told)
        if changed - _NOT_SEEN_BY_A_LAWYER and row.approved_on:
            row.approved_by, row.approved_on = "", None
            changed |= {"approved_by", "approved_on"}
        row.save()
        if "sources" in changed:
            self._cite(content.sources)
        checking.replace_waiting([row])
        Topic.objects.filter(id=row.topic_id).update(kept_by=KeptBy.EDITORS)
        values = {name: self._in_file(name) for name in changed}
        write_file(f"{row.topic.slug}/topic.toml", lambda file: writing.with_values(file, row.code, values))

    def _in_file(self, name: str) -> Any:
        if name == "sources":
            return list(self.stands.sources)
        if name == "figures":
            return dict(self.stands.figures) or None
        left_out = {"applies_to": list(EVERYONE), "pictogram": self.row.topic.pictogram}
        if getattr(self.row, name) == left_out.get(name):
            return None
        return getattr(self.row, name) or None

    def _with_its_source(self, content: Footing) -> Footing:
        """A source that was not there before gets a name, and stands in the list of sources."""
        new = content.new_source
        if new is None:
            return content
        key = _a_name_for(new)
        made = Source.objects.create(key=key, kept_by=KeptBy.EDITORS, **asdict(new))
        write_file("sources.toml", lambda file: writing.with_source(file, key, made.in_file))
        return replace(content, sources=(*content.sources, key), new_source=None)

    def _cite(self, keys: tuple[str, ...]) -> None:
        ids = dict(Source.objects.filter(key__in=keys).values_list("key", "id"))
        self.row.citations.all().delete()
        Citation.objects.bulk_create(
            Citation(statement=self.row, source_id=ids[key], place=place) for place, key in enumerate(keys)
        )


def original_of(statement: Statement) -> Wording | None:
    """The words of which the others are translations."""
    written_in = Page.objects.filter(topic=statement.topic_id, state=State.ORIGINAL).values("language")
    return Wording.objects.filter(statement=statement, language__in=written_in).first()


def _pairs(told: Iterable[Iterable[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, figure) for name, figure in told)


def _a_name_for(source: SourceSaid) -> str:
    """A name nobody uses yet, from the first words of its title and its year."""
    words = re.findall(r"[A-Z0-9]+", source.title.upper())[:3] or ["SOURCE"]
    year = source.dated[:4] if source.dated[:4].isdecimal() else ""
    name = "-".join([*words, year]).strip("-")[:34]
    taken = set(Source.objects.filter(key__startswith=name).values_list("key", flat=True))
    return next(one for one in [name, *(f"{name}-{n}" for n in range(2, 9999))] if one not in taken)
