"""What a statement rests on is changed by two people, like words."""

import re
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from django.utils.functional import Promise

from halte.rights import checking, writing
from halte.rights.models import Citation, KeptBy, Page, Revision, Source, State, Statement, Topic, Wording
from halte.rights.saying.footing import EVERYONE, Footing, pairs, why_no_footing
from halte.rights.saying.said import Said, write_file
from halte.rights.saying.sources import SourceSaid

_NOT_SEEN_BY_A_LAWYER = {"danger", "show_until", "pictogram"}
"""What may change without ending a lawyer's approval."""


_AS_IN_THE_ROW = (
    *("kind", "pictogram", "phone", "law", "pre_pact", "confidence", "danger", "show_until"),
    *("registered_from", "registered_until"),
)


class OfFooting(Said[Footing]):
    """What one statement rests on. No translation is outdated when it changes: its words stay."""

    def __init__(self, row: Statement) -> None:
        self.row = row
        self.whose = {"statement": row}
        keys = row.citations.order_by("place").values_list("source__key", flat=True)
        self.stands = Footing(
            **{name: getattr(row, name) for name in _AS_IN_THE_ROW},
            figures=pairs(row.figures),
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
        rows = Wording.objects.filter(statement=self.row)
        said = {one.language: f"{one.text} {one.more}".strip() for one in rows}
        original = original_of(self.row)
        return why_no_footing(
            content, before=self.stands, said=said, original=original.language if original else "", on=on
        )

    def change(self, content: Footing) -> None:
        before, content = self.stands, with_its_source(content)
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
            cite(row, content.sources)
        checking.replace_waiting([row])
        Topic.objects.filter(id=row.topic_id).update(kept_by=KeptBy.EDITORS)
        values = {name: self.in_file(name) for name in changed}
        write_file(f"{row.topic.slug}/topic.toml", lambda file: writing.with_values(file, row.code, values))

    def in_file(self, name: str) -> Any:
        """As `topic.toml` says it; None leaves it out."""
        if name == "sources":
            return list(self.stands.sources)
        if name == "figures":
            return dict(self.stands.figures) or None
        left_out = {"applies_to": list(EVERYONE), "pictogram": self.row.topic.pictogram}
        if getattr(self.row, name) == left_out.get(name):
            return None
        return getattr(self.row, name) or None


def with_its_source(content: Footing) -> Footing:
    """A source that was not there before gets a name, and stands in the list of sources."""
    new = content.new_source
    if new is None:
        return content
    key = _a_name_for(new)
    made = Source.objects.create(key=key, kept_by=KeptBy.EDITORS, **asdict(new))
    write_file("sources.toml", lambda file: writing.with_source(file, key, made.in_file))
    return replace(content, sources=(*content.sources, key), new_source=None)


def cite(statement: Statement, keys: tuple[str, ...]) -> None:
    """A statement names these sources, in this order."""
    ids = dict(Source.objects.filter(key__in=keys).values_list("key", "id"))
    statement.citations.all().delete()
    Citation.objects.bulk_create(
        Citation(statement=statement, source_id=ids[key], place=place) for place, key in enumerate(keys)
    )


def original_of(statement: Statement) -> Wording | None:
    """The words of which the others are translations."""
    written_in = Page.objects.filter(topic=statement.topic_id, state=State.ORIGINAL).values("language")
    return Wording.objects.filter(statement=statement, language__in=written_in).first()


def _a_name_for(source: SourceSaid) -> str:
    """A name nobody uses yet, from the first words of its title and its year."""
    words = re.findall(r"[A-Z0-9]+", source.title.upper())[:3] or ["SOURCE"]
    year = source.dated[:4] if source.dated[:4].isdecimal() else ""
    name = "-".join([*words, year]).strip("-")[:34]
    taken = set(Source.objects.filter(key__startswith=name).values_list("key", flat=True))
    return next(one for one in [name, *(f"{name}-{n}" for n in range(2, 9999))] if one not in taken)
