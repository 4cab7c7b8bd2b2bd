"""The guide as files: reads and checks a whole folder, or refuses it with one sentence."""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from halte.common import languages
from halte.rights import rules
from halte.rights.figures import figures
from halte.rights.rules import Confidence, Danger, Kind, State
from halte.rights.tables import GuideFileWrong, Table
from halte.rights.writing import why_refused
from halte.web.pictograms import PICTOGRAMS

SHARED = ("sources.toml", "words.toml", "glossary.toml")
"""Files that belong to no topic."""

RESERVED = frozenset({"places", "search", "talks"})
"""What stands in the addresses of the guide where a topic's name would stand."""

CONTENT = Path(__file__).resolve().parent / "content"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATED = re.compile(r"undated|\d{4}(/\d{4}|-\d{2}|-\d{2}-\d{2})?")


@dataclass(frozen=True)
class SourceFile:
    """Where a fact was read."""

    key: str
    title: str
    language: str
    address: str
    dated: str
    about: bool
    read_on: date


@dataclass(frozen=True)
class StatementFile:
    """What is true of a statement in every language."""

    code: str
    kind: Kind
    pictogram: str
    phone: str
    applies_to: tuple[str, ...]
    registered_from: date | None
    registered_until: date | None
    law: str
    figures: tuple[tuple[str, str], ...]
    confidence: Confidence
    sources: tuple[str, ...]
    pre_pact: bool
    danger: Danger
    show_until: date | None
    checked_by: str
    checked_on: date
    approved_by: str
    approved_on: date | None


@dataclass(frozen=True)
class WordingFile:
    """A statement in one language."""

    text: str
    more: str


@dataclass(frozen=True)
class PageFile:
    """A topic in one language."""

    language: str
    state: State
    translator: str
    translated_on: date
    title: str
    summary: str
    wordings: dict[str, WordingFile]


@dataclass(frozen=True)
class TopicFile:
    """One topic: its statements and its pages."""

    slug: str
    pictogram: str
    order: int
    urgent: bool
    statements: tuple[StatementFile, ...]
    pages: tuple[PageFile, ...]
    sources: tuple[SourceFile, ...]
    written: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """Changes when a byte of its files changes, or of what it needs of the sources."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


def read_guide(folder: Path = CONTENT) -> tuple[TopicFile, ...]:
    """Every topic of a folder, checked.

    Keeps:
        A certain statement names a source with its title and date.
        A deadline from before the Pact says no number, in any language.
        Titles and summaries say no figure: they carry no source.

    Raises:
        GuideFileWrong: The first mistake found, with its file and key.
    """
    sources = read_sources(folder / "sources.toml")
    topics = [read_topic(path, sources) for path in sorted(folder.iterdir()) if path.is_dir()]
    if not topics:
        raise GuideFileWrong(file=folder.name, key="topic.toml", why=_("the guide has no topic."))
    return tuple(sorted(topics, key=lambda topic: (topic.order, topic.slug)))


def _open(path: Path) -> Table:
    file = f"{path.parent.name}/{path.name}"
    try:
        return Table(file, tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise GuideFileWrong(file=file, key=path.name, why=_("this file is missing.")) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GuideFileWrong(file=file, key="TOML", why=str(error)) from None


def as_written(path: Path) -> str:
    """What stands in a file, line ends untouched."""
    return path.read_bytes().decode("utf-8")


def read_sources(path: Path) -> dict[str, SourceFile]:
    """Where facts were read, by the editors' names."""
    whole = _open(path)
    return {key: _read_source(key, whole.table(key)) for key in whole.keys}


def _read_source(key: str, table: Table) -> SourceFile:
    source = SourceFile(
        key=key,
        title=table.line("title", at_most=200),
        language=_language(table, "language"),
        address=table.line("address", at_most=300, optional=True),
        dated=table.line("dated", at_most=10),
        about=table.yes("about"),
        read_on=table.day("read_on"),
    )
    table.nothing_else()
    if not DATED.fullmatch(source.dated) or not _is_dated(source.dated):
        raise table.wrong("dated", _("write the source's own date (2015, 2020-09, 2022-07-13) or “undated”."))
    if re.search(r"[\s\"'<>]|://", source.address):
        raise table.wrong("address", _("write the address without https:// and without blanks."))
    return source


def _is_dated(dated: str) -> bool:
    if len(dated) not in {7, 10} or "-" not in dated:
        return True
    try:
        date.fromisoformat(dated if len(dated) == 10 else f"{dated}-01")
    except ValueError:
        return False
    return True


def _language(table: Table, key: str) -> str:
    code = table.line(key, at_most=3)
    if code not in languages.BY_CODE:
        raise table.wrong(key, _("“%(word)s” is not known.") % {"word": code})
    return code


def read_topic(folder: Path, sources: dict[str, SourceFile]) -> TopicFile:
    """One topic of the guide, checked."""
    table = _open(folder / "topic.toml")
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
        pages=_read_pages(folder, statements),
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
        sources=table.words("sources", known=list(sources)),
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
    found = tuple((name, named.line(name, at_most=12)) for name in named.keys)
    for name, figure in found:
        if figures(figure) != {figure}:
            raise named.wrong(name, _("write one figure in quotes, such as “21” or “6.80”."))
    return found


def _refuse_what_does_not_agree(statement: StatementFile, table: Table) -> None:
    if not SLUG.fullmatch(statement.code):
        raise table.wrong("id", _("write small letters, digits and hyphens."))
    if statement.phone and not rules.is_phone(statement.phone):
        raise table.wrong("phone", _("write a number that can be called: digits only, or 15, 17, 18."))
    if statement.phone and statement.kind is not Kind.STEP:
        raise table.wrong("phone", _("only a step has a number to call."))
    if statement.confidence is not Confidence.KNOWLEDGE and not statement.sources:
        raise table.wrong("sources", _("a statement marked S or D names a source with its title and date."))
    if bool(statement.approved_by) != bool(statement.approved_on):
        raise table.wrong("approved_by", _("an approval has both a name and a date."))
    first, last = statement.registered_from, statement.registered_until
    if first and last and last < first:
        raise table.wrong("registered_until", _("this day is before registered_from."))
    if statement.show_until and statement.show_until < statement.checked_on:
        raise table.wrong("show_until", _("this day is before the day it was checked."))


def _read_pages(folder: Path, statements: tuple[StatementFile, ...]) -> tuple[PageFile, ...]:
    paths = sorted(path for path in folder.glob("*.toml") if path.name != "topic.toml")
    pages = tuple(_read_page(path, statements) for path in paths)
    if [page.state for page in pages].count(State.ORIGINAL) != 1:
        raise GuideFileWrong(file=folder.name, key="state", why=_("exactly one language is the original of a topic."))
    return pages


def _read_page(path: Path, statements: tuple[StatementFile, ...]) -> PageFile:
    table = _open(path)
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
