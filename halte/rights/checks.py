"""What is wrong with the guide's files, or will soon be: every finding in one sentence, none of them refused."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from halte.rights import files, rules
from halte.rights.figures import figures
from halte.rights.files import CONTENT, PageFile, SourceFile, StatementFile, TopicFile
from halte.rights.files.order import NAME, read_order
from halte.rights.glossary import GLOSSARY, terms_in
from halte.rights.headings import URGENT as URGENT_ONES
from halte.rights.reading_age import FORMULAS, OLDEST, Measured, measured
from halte.rights.rules import State, fragments
from halte.rights.tables import GuideFileWrong

ALWAYS = ("en", "fr", "ar", "fa", "ps")
"""Every topic stands in these languages."""
URGENT = (*ALWAYS, "ckb", "ti", "am", "so", "vi", "tr")
"""A topic marked urgent stands in these."""

NOT_LATIN = frozenset({"ar", "fa", "ps", "ckb", "ti", "am"})
"""Languages in another script: a screen reader has to be told where a Latin word stands in them."""
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")


@dataclass(frozen=True)
class Finding:
    """Something to mend: where, what kind of thing, and the sentence that says it."""

    file: str
    kind: str
    sentence: str

    def as_json(self) -> dict[str, str]:
        """For programs."""
        return asdict(self)


def check(folder: Path = CONTENT, *, on: date) -> list[Finding]:
    """Everything that should be mended in a folder of guide files.

    Keeps:
        A file that cannot be used hides nothing else: the other topics are checked all the same.
        Nothing is written, and no network is needed.

    Args:
        on: The day for which dates are judged.
    """
    try:
        sources = files.read_sources(folder / "sources.toml")
    except GuideFileWrong as wrong:
        return [Finding("sources.toml", "file", str(wrong))]
    found: list[Finding] = []
    topics: list[TopicFile] = []
    for path in sorted(path for path in folder.iterdir() if path.is_dir()):
        try:
            topics.append(files.read_topic(path, sources))
        except GuideFileWrong as wrong:
            found.append(Finding(f"{path.name}/topic.toml", "file", str(wrong)))
    found += _sources(sources, topics, on)
    found += _figures_agree(topics)
    try:
        order = read_order(folder, [topic.slug for topic in topics])
    except GuideFileWrong as wrong:
        order = {}
        found.append(Finding(NAME, "file", str(wrong)))
    for topic in topics:
        found += _languages(topic, urgent=topic.urgent or topic.slug in order.get(URGENT_ONES, ()))
        for statement in topic.statements:
            found += _dates(topic, statement, on)
            found += _translations_agree(topic, statement)
        for page in topic.pages:
            found += _page(topic, page, on)
    return sorted(found, key=lambda one: (one.file, one.kind, one.sentence))


@dataclass(frozen=True)
class Hard:
    """A page and how hard it is to read."""

    file: str
    language: str
    measured: Measured

    @property
    def sentence(self) -> str:
        """For people."""
        return f"{self.file}: {self.measured.age:g} years ({_formula(self.language)} {self.measured.score:g})"


def hardest(folder: Path = CONTENT, *, each: int = 3) -> list[Hard]:
    """The pages that are hardest to read in each language with a formula, the hardest first; broken files are left out.

    Args:
        each: So many of a language.
    """
    found: list[Hard] = []
    for language in FORMULAS:
        pages = [Hard(f"{path.parent.name}/{path.name}", language, one) for path, one in _measured(folder, language)]
        hard_is_high = -1 if language == "en" else 1
        found += sorted(pages, key=lambda page: (-page.measured.age, hard_is_high * page.measured.score))[:each]
    return found


def _measured(folder: Path, language: str) -> Iterator[tuple[Path, Measured]]:
    for path in sorted(folder.glob(f"*/{language}.toml")):
        try:
            said = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            continue
        if one := measured(_lines(said), language):
            yield path, one


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    """The texts of a language file, whatever else somebody wrote in it."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _lines(value)
        elif isinstance(value, str) and key in {"title", "summary", "text", "more"}:
            yield value


def _formula(language: str) -> str:
    return FORMULAS[language].partition(" (")[0]


def _sources(sources: dict[str, SourceFile], topics: Iterable[TopicFile], on: date) -> Iterator[Finding]:
    cited = {key for topic in topics for statement in topic.statements for key in statement.sources}
    for key, source in sources.items():
        if key not in cited:
            yield Finding("sources.toml", "source", f"No statement rests on {key}: take it out, or cite it.")
        yield from _punctuation("sources.toml", [source.title], source.language)
        if source.read_on > on:
            yield Finding("sources.toml", "date", f"{key} was read on {source.read_on}, which is still to come.")
        if source.dated[:4].isdecimal() and int(source.dated[:4]) > source.read_on.year:
            yield Finding("sources.toml", "date", f"{key} is dated {source.dated}, after it was read.")


def _dates(topic: TopicFile, statement: StatementFile, on: date) -> Iterator[Finding]:
    file, name = f"{topic.slug}/topic.toml", statement.code
    if statement.show_until and statement.show_until < on:
        yield Finding(file, "expired", f"{name} could be shown until {statement.show_until}: check it again.")
    for what, day in (("checked", statement.checked_on), ("approved", statement.approved_on)):
        if day and day > on:
            yield Finding(file, "date", f"{name} was {what} on {day}, which is still to come.")
    if statement.approved_by and statement.approved_by == statement.checked_by:
        yield Finding(file, "two people", f"{name} was checked and approved by one person, {statement.approved_by}.")
    if statement.confidence is not rules.Confidence.KNOWLEDGE and statement.law and not statement.checked_by:
        yield Finding(file, "source", f"Nobody says to have checked {name}.")


def _languages(topic: TopicFile, *, urgent: bool) -> Iterator[Finding]:
    written = {page.language for page in topic.pages}
    for language in URGENT if urgent else ALWAYS:
        if language not in written:
            yield Finding(f"{topic.slug}/{language}.toml", "translation", f"{topic.slug} is missing in {language}.")


def _translations_agree(topic: TopicFile, statement: StatementFile) -> Iterator[Finding]:
    said = {page.language: f"{w.text} {w.more}" for page in topic.pages for w in [page.wordings[statement.code]]}
    original = next(page.language for page in topic.pages if page.state is State.ORIGINAL)
    for language, text in said.items():
        file = f"{topic.slug}/{language}.toml"
        if rules.is_untranslated(said[language]):
            yield Finding(file, "translation", f"{statement.code} stands there in {original}: translate it.")
        for name, figure in statement.figures:
            if figure not in figures(text):
                yield Finding(file, "figure", f"{statement.code} does not say {figure} ({name}).")
        if language != original and figures(text) != figures(said[original]):
            mine, theirs = _listed(figures(text)), _listed(figures(said[original]))
            yield Finding(file, "figure", f"{statement.code} says {mine} in {language} and {theirs} in {original}.")
        lost = [term for term in terms_in(said[original]) if term not in terms_in(text)]
        if lost := [term for term in lost if language in GLOSSARY.get(term, {})]:
            yield Finding(file, "glossary", f"{statement.code} does not write {lost[0]}, as the {original} text does.")


def _figures_agree(topics: Iterable[TopicFile]) -> Iterator[Finding]:
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for topic in topics:
        for statement in topic.statements:
            for name, figure in statement.figures:
                said[name].setdefault(figure, f"{topic.slug}/{statement.code}")
    for name, places in said.items():
        if len(places) > 1:
            (one, here), (other, there) = list(places.items())[:2]
            yield Finding("topic.toml", "figure", f"{name} is {one} in {here} and {other} in {there}.")


def _page(topic: TopicFile, page: PageFile, on: date) -> Iterator[Finding]:
    file = f"{topic.slug}/{page.language}.toml"
    if page.translated_on > on:
        yield Finding(file, "date", f"It was written on {page.translated_on}, which is still to come.")
    texts = [page.title, page.summary, *(part for one in page.wordings.values() for part in (one.text, one.more))]
    hard = measured(texts, page.language)
    if hard and hard.age > OLDEST:
        formula = _formula(page.language)
        yield Finding(file, "reading age", f"A reader must be {hard.age:g} years old ({formula}): write for {OLDEST}.")
    yield from _punctuation(file, texts, page.language)
    for word in _unmarked(page):
        yield Finding(file, "script", f"{word} stands there without its language: write it as [fr: {word}].")
    for term in dict.fromkeys(term for text in texts for term in terms_in(text)):
        if page.language not in GLOSSARY.get(term, {}):
            yield Finding(file, "glossary", f"{term} is not explained in {page.language}: add it to glossary.toml.")


def _punctuation(file: str, texts: Iterable[str], language: str) -> Iterator[Finding]:
    """French signs that a line can end before, or begin with."""
    for text in texts:
        held = rules.held_together(text, language)
        loose = next((at for at, (is_, should) in enumerate(zip(text, held, strict=True)) if is_ != should), None)
        if loose is not None:
            where, code = text[max(0, loose - 15) : loose + 10].strip(), ord(held[loose])
            yield Finding(file, "punctuation", f"“{where}” can part there at the end of a line: write U+{code:04X}.")


def _unmarked(page: PageFile) -> Iterator[str]:
    """Latin words in a page of another script without their language; OFPRA and the like are the same in every one."""
    if page.language in NOT_LATIN:
        told = [part for one in page.wordings.values() for text in (one.text, one.more) for part in fragments(text)]
        bare = [page.title, page.summary, *(part.text for part in told if not part.language)]
        found = (word for text in bare for word in _LATIN.findall(text))
        yield from dict.fromkeys(word for word in found if not word.isupper())


def _listed(said: Iterable[str]) -> str:
    return ", ".join(sorted(said)) or "no figure"
