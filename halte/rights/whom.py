"""For whom a statement holds, in plain words of every language: their age, and how far they are."""

import tomllib
from collections.abc import Sequence

from halte.common import languages
from halte.rights.files import CONTENT


def _read() -> dict[str, dict[str, str]]:
    tables = tomllib.loads((CONTENT / "whom.toml").read_text(encoding="utf-8"))
    return {language.code: tables[language.code] for language in languages.ALL}


WHOM = _read()
"""The words for each code of `applies_to`, and the label before them, for each language."""


def in_words(applies_to: Sequence[str], language: str) -> str:
    """Whom it concerns; empty when everyone."""
    said = [WHOM[language][code] for code in applies_to if code != "everyone"]
    return WHOM[language]["label"].format(whom=" · ".join(said)) if said else ""
