"""The languages of staff and guests, with what Django does not know of some of them."""

from dataclasses import dataclass
from typing import Any

from django.conf import locale


@dataclass(frozen=True)
class Language:
    """One language: its code, its own name, and whether it is written from right to left."""

    code: str
    own_name: str
    english_name: str
    right_to_left: bool = False

    @property
    def direction(self) -> str:
        """How a page writes it, as HTML says."""
        return "rtl" if self.right_to_left else "ltr"


STAFF = ("en", "fr")
ALL = (
    Language("fr", "Français", "French"),
    Language("en", "English", "English"),
    Language("ar", "العربية", "Arabic", right_to_left=True),
    Language("fa", "دری / فارسی", "Dari and Persian", right_to_left=True),
    Language("ps", "پښتو", "Pashto", right_to_left=True),
    Language("ckb", "کوردیی سۆرانی", "Sorani Kurdish", right_to_left=True),
    Language("ti", "ትግርኛ", "Tigrinya"),
    Language("am", "አማርኛ", "Amharic"),
    Language("so", "Soomaali", "Somali"),
    Language("vi", "Tiếng Việt", "Vietnamese"),
    Language("tr", "Türkçe", "Turkish"),
)
SPOKEN = (
    Language("kmr", "Kurmancî", "Kurmanji"),
    Language("om", "Afaan Oromoo", "Oromo"),
    Language("apd", "العربية السودانية", "Sudanese Arabic", right_to_left=True),
    Language("sq", "Shqip", "Albanian"),
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
