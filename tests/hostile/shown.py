"""What a page makes of a hostile value: words, or something that lives."""

from html.parser import HTMLParser
from unicodedata import normalize
from urllib.parse import unquote, unquote_plus

from halte.common.text import clean
from tests.hostile.values import TAG, received

RUNS = ("javascript:", "data:text", "vbscript:")


class Reading(HTMLParser):
    """A page read as a browser reads it: what came alive in it, and every text with our mark."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.alive: list[str] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Elements and attributes of the value, handlers, addresses that run."""
        names = {name for name, _value in attrs}
        if TAG in tag or any(TAG in name for name in names):
            self.alive.append(f"<{tag} {' '.join(sorted(names))}>")
        self.alive += [f"{tag} {name}" for name in names if name.startswith("on")]
        for name, value in attrs:
            told = value or ""
            if name in {"href", "src", "action", "formaction"} and told.strip().lower().startswith(RUNS):
                self.alive.append(f"{tag} {name}={told[:40]}")
            if is_marked(told):
                self.texts.append(told)

    def handle_data(self, data: str) -> None:
        """A text between elements."""
        if is_marked(data):
            (self.alive if self.cdata_elem in {"script", "style"} else self.texts).append(data)


def is_marked(text: str) -> bool:
    """Whether a text is one of ours."""
    return TAG in text.lower()


def expected(value: str) -> str | None:
    """What may be stored and shown of a value; nothing where the text type refuses it."""
    try:
        return clean(received(value))
    except ValueError:
        return None


def is_told(value: str, text: str) -> bool:
    """Whether a shown text holds the value as it was sent, or a line of it, whatever its blanks became.

    In an address it is quoted; a sentence may say which line is wrong.
    """
    told = {_packed(text), _packed(unquote(text)), _packed(unquote_plus(text))}
    sent = {_packed(value), *(_packed(line) for line in value.splitlines() if is_marked(line))}
    return any(part in one or one in part for one in told for part in sent)


def _packed(text: str) -> str:
    return "".join(normalize("NFC", text).split())
