"""What a statement rests on, how sure it is, for whom it holds and until when: changed by two people, like words."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.rights import agreeing, checking, writing
from halte.rights.models import Citation, KeptBy, Revision, Source, Statement, Topic, Wording
from halte.rights.rules import APPLIES_TO
from halte.rights.saying.said import Said, write_file
from halte.rights.saying.sources import SourceSaid, why_no_source

EVERYONE = ("everyone",)
_SEEN_BY_A_LAWYER = ("law", "confidence", "applies_to", "registered_from", "registered_until", "sources")
"""What a lawyer's approval covers besides the words."""


@dataclass(frozen=True)
class Footing:
    """What stands behind the words of a statement.

    Args:
        sources: The editors' names for them, in their order.
        new_source: One that no statement named before; it stands last.
    """

    law: str
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
        told["new_source"] = SourceSaid.read(told["new_source"]) if told["new_source"] else None
        return cls(**told)


class OfFooting(Said[Footing]):
    """What one statement rests on. No translation is outdated when it changes: its words stay."""

    def __init__(self, row: Statement) -> None:
        self.row = row
        self.whose = {"statement": row}
        keys = row.citations.order_by("place").values_list("source__key", flat=True)
        self.stands = Footing(
            law=row.law,
            confidence=row.confidence,
            danger=row.danger,
            show_until=row.show_until,
            applies_to=tuple(row.applies_to),
            registered_from=row.registered_from,
            registered_until=row.registered_until,
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
        wrong = agreeing.wrong_in_footing(
            confidence=content.confidence,
            sources=(*content.sources, *([content.new_source.title] if content.new_source else [])),
            registered_from=content.registered_from,
            registered_until=content.registered_until,
        )
        if wrong:
            return wrong[1]
        if not content.applies_to or not set(content.applies_to) <= APPLIES_TO:
            return _("say for whom it holds.")
        if "everyone" in content.applies_to and content.applies_to != EVERYONE:
            return _("it holds for everyone, or for some: not both.")
        if Source.objects.filter(key__in=content.sources).count() < len(set(content.sources)):
            return _("this source is not there any more.")
        if content.new_source and (why := why_no_source(content.new_source, on=on)):
            return why
        return self._why_not_until(content, on) or self._why_not_law(content)

    def _why_not_until(self, content: Footing, on: date) -> str | Promise:
        until = content.show_until
        if until == self.stands.show_until:
            return ""
        if until is None:
            rests = content.law or self.row.pre_pact
            return _("Say until when it may be shown: this rests on a law, or ends on a day.") if rests else ""
        if not on < until <= on + checking.AT_MOST:
            return _("The last day lies after today, and at most two years ahead.")
        return ""

    def _why_not_law(self, content: Footing) -> str | Promise:
        """A deadline from before the Pact may quote its own article, so another article may make it a number."""
        for wording in Wording.objects.filter(statement=self.row) if self.row.pre_pact else ():
            for said in (wording.text, wording.more):
                of = {"language": wording.language, "law": content.law, "phone": self.row.phone}
                if why := writing.why_refused(said, pre_pact=True, **of):
                    return why
        return ""

    def change(self, content: Footing) -> None:
        before, content = self.stands, self._with_its_source(content)
        self.stands = content
        row = self.row
        changed = {name for name in asdict(content) if getattr(content, name) != getattr(before, name)}
        for name in changed - {"sources"}:
            setattr(row, name, list(content.applies_to) if name == "applies_to" else getattr(content, name))
        if changed & set(_SEEN_BY_A_LAWYER) and row.approved_on:
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
        if name == "applies_to" and self.stands.applies_to == EVERYONE:
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


def _a_name_for(source: SourceSaid) -> str:
    """A name nobody uses yet, from the first words of its title and its year."""
    words = re.findall(r"[A-Z0-9]+", source.title.upper())[:3] or ["SOURCE"]
    year = source.dated[:4] if source.dated[:4].isdecimal() else ""
    name = "-".join([*words, year]).strip("-")[:34]
    taken = set(Source.objects.filter(key__startswith=name).values_list("key", flat=True))
    return next(one for one in [name, *(f"{name}-{n}" for n in range(2, 9999))] if one not in taken)
