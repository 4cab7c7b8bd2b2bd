"""The languages of staff and guests, with what Django does not know of some of them."""

from dataclasses import dataclass
from typing import Any

from django.conf import locale
from django.utils.translation import get_language, gettext


def gettext_noop(text: str) -> str:
    """Mark a text for translators. Django's own asks for the settings, which ask for this module."""
    return text


@dataclass(frozen=True)
class Language:
    """One language: its code, its own name, and whether it is written from right to left."""

    code: str
    own_name: str
    english_name: str
    right_to_left: bool = False

    @property
    def name(self) -> str:
        """As whoever reads the screen calls it."""
        return gettext(self.english_name)

    @property
    def direction(self) -> str:
        """How a page writes it, as HTML says."""
        return "rtl" if self.right_to_left else "ltr"


STAFF = ("en", "fr")
ALL = (
    Language("fr", "Français", gettext_noop("French")),
    Language("en", "English", gettext_noop("English")),
    Language("ar", "العربية", gettext_noop("Arabic"), right_to_left=True),
    Language("fa", "دری / فارسی", gettext_noop("Dari and Persian"), right_to_left=True),
    Language("ps", "پښتو", gettext_noop("Pashto"), right_to_left=True),
    Language("ckb", "کوردیی سۆرانی", gettext_noop("Sorani Kurdish"), right_to_left=True),
    Language("ti", "ትግርኛ", gettext_noop("Tigrinya")),
    Language("am", "አማርኛ", gettext_noop("Amharic")),
    Language("so", "Soomaali", gettext_noop("Somali")),
    Language("vi", "Tiếng Việt", gettext_noop("Vietnamese")),
    Language("tr", "Türkçe", gettext_noop("Turkish")),
)
SPOKEN = (
    Language("kmr", "Kurmancî", gettext_noop("Kurmanji")),
    Language("om", "Afaan Oromoo", gettext_noop("Oromo")),
    Language("apd", "العربية السودانية", gettext_noop("Sudanese Arabic"), right_to_left=True),
    Language("sq", "Shqip", gettext_noop("Albanian")),
)
"""Languages of guests in which Halte only speaks: many who speak them read another one, or none."""
BY_CODE = {language.code: language for language in ALL}
SPOKEN_BY_CODE = {language.code: language for language in SPOKEN}
GUEST_ONLY = [(language.code, language.own_name) for language in ALL if language.code not in STAFF]

# Django 5.2 has no record of ps, ti, am and so, and would refuse to activate them.
_infos: dict[str, dict[str, Any]] = locale.LANG_INFO
for _language in ALL:
    _infos.setdefault(
        _language.code,
        {
            "bidi": _language.right_to_left,
            "code": _language.code,
            "name": _language.english_name,
            "name_local": _language.own_name,
        },
    )

# Phones ask for Dari by its own code; we keep it with Persian.
_infos.setdefault("prs", {"fallback": ["fa"]})


def colon(language: str = "") -> str:
    """The colon after a word that no translation writes: in French a blank holds it to its word.

    Args:
        language: Of the words; that of the page when left out.
    """
    return "\N{NO-BREAK SPACE}:" if (language or get_language()) == "fr" else ":"
