"""A greeting in the guest's own language, to be read aloud or pointed at."""

from dataclasses import dataclass

from halte.common import languages


@dataclass(frozen=True)
class Greeting:
    """Welcome, in one language."""

    text: str
    code: str
    direction: str
    language: str
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


def greeting(code: str) -> Greeting | None:
    """How to welcome someone who speaks this language; None when we do not know the language."""
    language = languages.BY_CODE.get(code)
    if language is None:
        return None
    return Greeting(WELCOME[code], code, language.direction, language.name, language.own_name)
