"""One topic: its `topic.toml`, and its statements."""

from datetime import date
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from halte.rights import agreeing, rules
from halte.rights.agreeing import RESERVED, SLUG
from halte.rights.files.opening import as_written, opened
from halte.rights.files.pages import read_pages
from halte.rights.files.shapes import SourceFile, StatementFile, TopicFile
from halte.rights.rules import Confidence, Danger, Kind
from halte.rights.tables import Table
from halte.web.pictograms import PICTOGRAMS


def read_topic(folder: Path, sources: dict[str, SourceFile]) -> TopicFile:
    """One topic of the guide, checked."""
    table = opened(folder / "topic.toml")
    slug = table.line("slug", at_most=40)
    if slug != folder.name or not SLUG.fullmatch(slug):
        raise table.wrong("slug", _("write the name of the folder, in small letters, digits and hyphens."))
    if slug in RESERVED:
        raise table.wrong("slug", _("another page of the guide has this address."))
    pictogram = _pictogram(table)
    order = table.whole("order")
    urgent = table.yes("urgent")
    checked_by, checked_on = table.line("checked_by", at_most=80), table.day("checked_on")
    statements = tuple(
        _read_statement(part, sources, pictogram, checked_by, checked_on) for part in table.tables("statements")
    )
    table.nothing_else()
    codes = [statement.code for statement in statements]
    if twice := next((code for code in codes if codes.count(code) > 1), None):
        raise table.wrong(f"statements.{twice}", _("this id stands here twice."))
    cited = {key for statement in statements for key in statement.sources}
    return TopicFile(
        slug=slug,
        pictogram=pictogram,
        order=order,
        urgent=urgent,
        statements=statements,
        pages=read_pages(folder, statements),
        sources=tuple(source for key, source in sources.items() if key in cited),
        written=tuple((f"{slug}/{path.name}", as_written(path)) for path in sorted(folder.glob("*.toml"))),
    )


def _pictogram(table: Table, default: str = "") -> str:
    name = table.line("pictogram", at_most=20, optional=bool(default)) or default
    if name not in PICTOGRAMS:
        raise table.wrong("pictogram", _("nobody has drawn “%(word)s”.") % {"word": name})
    return name


def _read_statement(
    table: Table, sources: dict[str, SourceFile], pictogram: str, checked_by: str, checked_on: date
) -> StatementFile:
    code = table.line("id", at_most=40)
    table.path = f"statements.{code}"
    statement = StatementFile(
        code=code,
        kind=table.choice("kind", Kind),
        pictogram=_pictogram(table, pictogram),
        phone=table.line("phone", at_most=16, optional=True),
        applies_to=table.words("applies_to", known=sorted(rules.APPLIES_TO), default=("everyone",)),
        registered_from=table.day_if_any("registered_from"),
        registered_until=table.day_if_any("registered_until"),
        law=table.line("law", at_most=80, optional=True),
        figures=_read_figures(table),
        confidence=table.choice("confidence", Confidence),
        sources=table.words("sources", known=list(sources), may_be_empty=True),
        pre_pact=table.yes("pre_pact"),
        danger=table.choice("danger", Danger),
        show_until=table.day_if_any("show_until"),
        checked_by=table.line("checked_by", at_most=80, optional=True) or checked_by,
        checked_on=table.day_if_any("checked_on") or checked_on,
        approved_by=table.line("approved_by", at_most=80, optional=True),
        approved_on=table.day_if_any("approved_on"),
    )
    table.nothing_else()
    _refuse_what_does_not_agree(statement, table)
    return statement


def _read_figures(table: Table) -> tuple[tuple[str, str], ...]:
    if "figures" not in table.keys:
        return ()
    named = table.table("figures")
    return tuple((name, named.line(name, at_most=12)) for name in named.keys)


def _refuse_what_does_not_agree(statement: StatementFile, table: Table) -> None:
    if not SLUG.fullmatch(statement.code):
        raise table.wrong("id", _("write small letters, digits and hyphens."))
    if bool(statement.approved_by) != bool(statement.approved_on):
        raise table.wrong("approved_by", _("an approval has both a name and a date."))
    if wrong := agreeing.wrong_in_statement(statement, sources=statement.sources):
        raise table.wrong(*wrong)
    if statement.show_until and statement.show_until < statement.checked_on:
        raise table.wrong("show_until", _("this day is before the day it was checked."))
