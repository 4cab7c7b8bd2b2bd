"""A topic in each language: its language files."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from halte.common import languages
from halte.rights.files.opening import opened
from halte.rights.files.shapes import PageFile, StatementFile, WordingFile
from halte.rights.rules import State
from halte.rights.tables import GuideFileWrong, Table
from halte.rights.writing import why_refused


def read_pages(folder: Path, statements: tuple[StatementFile, ...]) -> tuple[PageFile, ...]:
    paths = sorted(path for path in folder.glob("*.toml") if path.name != "topic.toml")
    pages = tuple(_read_page(path, statements) for path in paths)
    if [page.state for page in pages].count(State.ORIGINAL) != 1:
        raise GuideFileWrong(file=folder.name, key="state", why=_("exactly one language is the original of a topic."))
    return pages


def _read_page(path: Path, statements: tuple[StatementFile, ...]) -> PageFile:
    table = opened(path)
    if path.stem not in languages.BY_CODE:
        raise table.wrong("language", _("“%(word)s” is not known.") % {"word": path.stem})
    page = PageFile(
        language=path.stem,
        state=table.choice("state", State),
        translator=table.line("translator", at_most=80, optional=True),
        translated_on=table.day("date"),
        title=_without_figures(table, "title", 80),
        summary=_without_figures(table, "summary", 160),
        wordings=_read_wordings(table, statements, path.stem),
    )
    table.nothing_else()
    if page.state is State.APPROVED and not page.translator:
        raise table.wrong("translator", _("an approved translation names the person who approved it."))
    return page


def _without_figures(table: Table, key: str, at_most: int) -> str:
    line = table.line(key, at_most=at_most)
    if any(character.isnumeric() for character in line):
        raise table.wrong(key, _("a title or summary says no figure, for it carries no source."))
    if "[" in line:
        raise table.wrong(key, _("a text of the guide holds no markup."))
    return line


def _read_wordings(table: Table, statements: tuple[StatementFile, ...], language: str) -> dict[str, WordingFile]:
    parts = table.named_tables("statements")
    codes = [statement.code for statement in statements]
    if unknown := next((code for code in parts if code not in codes), None):
        raise table.wrong(f"statements.{unknown}", _("topic.toml has no statement with this id."))
    if missing := next((code for code in codes if code not in parts), None):
        raise table.wrong(f"statements.{missing}", _("this statement has no text."))
    return {statement.code: _read_wording(parts[statement.code], statement, language) for statement in statements}


def _read_wording(table: Table, statement: StatementFile, language: str) -> WordingFile:
    wording = WordingFile(text=table.line("text", at_most=240), more=table.line("more", at_most=300, optional=True))
    table.nothing_else()
    for key, said in (("text", wording.text), ("more", wording.more)):
        if why := why_refused(
            said, language=language, law=statement.law, phone=statement.phone, pre_pact=statement.pre_pact
        ):
            raise table.wrong(key, why)
    return wording
