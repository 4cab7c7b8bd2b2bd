"""The words around a talk, in every language of the guests."""

import tomllib
from datetime import datetime
from importlib.resources import files

from babel.dates import format_date

from halte.common import languages

_READ: dict[str, dict[str, str]] = tomllib.loads(
    (files("halte.rights.talks") / "words.toml").read_text(encoding="utf-8")
)
WORDS = {language.code: _READ[language.code] for language in languages.ALL}
"""Each word under its key, for each language."""


def moment(at: datetime, language: str) -> str:
    """A day with its weekday, and the hour, as people of a language write them."""
    day = format_date(at, format="full", locale="en_GB" if language == "en" else language)
    return f"{day}, {at:%H:%M}"
