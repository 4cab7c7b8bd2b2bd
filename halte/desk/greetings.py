"""A greeting in the guest's own language, to be read aloud or pointed at."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from halte.common import languages

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Greeting:
    """Welcome, in one language."""

    text: str
    code: str
    direction: str
    language: "StrOrPromise"
    """As the reader calls it."""
    own_name: str
    """As those who speak it call it, to point at."""


WELCOME = {
    "fr": "Bonjour, bienvenue",
    "en": "Hello, welcome",
    "ar": "أهلًا وسهلًا",
    "fa": "سلام! خوش آمدید",
    "ps": "سلام! ښه راغلاست",
    "ckb": "سڵاو! بەخێربێیت",
    "ti": "ሰላም! እንቋዕ ብደሓን መጻእኩም",
    "am": "ሰላም! እንኳን ደህና መጡ",
    "so": "Soo dhowow",
    "vi": "Xin chào",
    "tr": "Hoş geldiniz",
}


NAMES = {
    "fr": _("French"),
    "en": _("English"),
    "ar": _("Arabic"),
    "fa": _("Dari and Persian"),
    "ps": _("Pashto"),
    "ckb": _("Sorani Kurdish"),
    "ti": _("Tigrinya"),
    "am": _("Amharic"),
    "so": _("Somali"),
    "vi": _("Vietnamese"),
    "tr": _("Turkish"),
}


def greeting(code: str) -> Greeting | None:
    """How to welcome someone who speaks this language; None when we do not know the language."""
    language = languages.BY_CODE.get(code)
    if language is None:
        return None
    direction = "rtl" if language.right_to_left else "ltr"
    return Greeting(WELCOME[code], code, direction, NAMES[code], language.own_name)
