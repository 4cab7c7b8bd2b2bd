"""The guide's glossary: abbreviations that stand on people's papers, explained in their language."""

import re
import tomllib
from dataclasses import dataclass

from halte.common import languages
from halte.rights.files import CONTENT

ABBREVIATION = re.compile(r"(?<![\w-])[A-Z]{3,}(?:\d[A-Z]?)?(?![\w-])")


@dataclass(frozen=True)
class Term:
    """One abbreviation and what it means in one language."""

    written: str
    means: str


def _read() -> dict[str, dict[str, str]]:
    tables = tomllib.loads((CONTENT / "glossary.toml").read_text(encoding="utf-8"))
    for term, means in tables.items():
        if unknown := set(means) - set(languages.BY_CODE):
            raise ValueError(f"glossary.toml, {term}: {sorted(unknown)[0]} is not known.")
    return tables


GLOSSARY = _read()
"""By abbreviation, then by language."""


def terms_in(text: str) -> tuple[str, ...]:
    """The abbreviations of a text, in its order, each once. All languages write them as French papers do."""
    return tuple(dict.fromkeys(ABBREVIATION.findall(text)))


def explained(text: str, language: str) -> tuple[Term, ...]:
    """What the glossary says of a text's abbreviations in this language."""
    found = ((term, GLOSSARY.get(term, {}).get(language, "")) for term in terms_in(text))
    return tuple(Term(term, means) for term, means in found if means)
