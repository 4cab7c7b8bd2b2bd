"""The guide's own words: a small table that travels with the content, in every language of the guests."""

import tomllib
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from halte.common import languages
from halte.rights.files import CONTENT


@dataclass(frozen=True)
class Words:
    """The words around the statements, in one language."""

    guide: str
    languages: str
    topics: str
    do_now: str
    careful: str
    know: str
    law: str
    source: str
    sources: str
    checked: str
    until: str
    undated: str
    about: str
    not_confirmed: str
    ask_us: str
    outdated: str
    untranslated: str
    registered_from: str
    registered_until: str
    registered_between: str
    registered_any: str
    not_reviewed: str
    by_machine: str
    by_translator: str
    no_lawyer: str
    not_found: str
    other_language: str
    call: str
    no_name: str
    not_police: str
    erase_me: str


def _read() -> dict[str, Words]:
    tables = tomllib.loads((CONTENT / "words.toml").read_text(encoding="utf-8"))
    return {language.code: Words(**tables[language.code]) for language in languages.ALL}


WORDS = _read()


def day(on: date, language: str) -> str:
    """A date as people of a language write it, with Western digits as on French papers."""
    return format_date(on, format="long", locale="en_GB" if language == "en" else language)


def source_date(dated: str, *, about: bool, language: str) -> str:
    """The date of a source, whole or in part, or that it has none."""
    words = WORDS[language]
    if dated == "undated":
        return words.undated
    written = dated.replace("/", "\N{EN DASH}")
    if "-" in dated:
        whole = date.fromisoformat(dated if len(dated) == 10 else f"{dated}-01")
        written = day(whole, language) if len(dated) == 10 else format_date(whole, "MMMM y", locale=language)
    return words.about.format(date=written) if about else written
