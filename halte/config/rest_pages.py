"""The pages of a house that holds no key: that it rests, and the board of numbers. Plain HTML, no library."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from halte.config.numbered_beds import FREE, SHUT, TAKEN, Beds, Press
from halte.config.stick import Seen

_WORDS = {FREE: "libre · free", TAKEN: "pris · taken", SHUT: "fermé · closed"}
_STICK = {
    ("panic", Seen.OUT): "back.html",
    ("", Seen.STAYED): "stayed.html",
    ("", Seen.ANOTHER): "another.html",
    ("", Seen.NO_KEY): "no_key.html",
}
_WRONG = '<p class="bad">Ce n’est pas le numéro. · This is not the number.</p>'
_LOST = (
    '<p class="bad" role="alert">Le disque n’écrit plus : notez tout sur le papier. · The disk does not write: put '
    "everything on paper.</p>"
)


def said(why: str, beds: Beds | None = None, *, number: str = "", wrong: bool = False, seen: Seen | None = None) -> str:
    """The page that shows nothing.

    Args:
        why: `panic` or `waits`.
        number: What stands in the field already.
        seen: What is in the place of the stick, where the house opens by it. Guests read the same in any case.
    """
    form = _text("form.html") if beds and beds.rooms else ""
    form = form.replace("{wrong}", _WRONG if wrong else "").replace("{number}", escape(number))
    stick = (_STICK.get((why, seen)) or _STICK.get(("", seen))) if seen else None
    return _page(_text(f"{why}.html") + (_text(stick) if stick else "") + form + _text("languages.html"))


def board(beds: Beds, *, written: bool = True) -> str:
    """Every bed, a press each.

    Args:
        written: Whether the last press reached the disk.
    """
    with beds.lock:
        rooms = {room: dict(each) for room, each in beds.rooms.items()}
        pressed = list(beds.pressed)
    inside = _text("board.html")
    for name, content in {
        "{at}": escape(beds.at),
        "{lost}": "" if written else _LOST,
        "{opened}": escape(beds.opened),
        "{rooms}": "".join(_room(number, room, each) for number, (room, each) in enumerate(rooms.items())),
        "{pressed}": "".join(_pressed(pressed)),
    }.items():
        inside = inside.replace(name, content)
    return _page(inside)


def headers() -> dict[str, str]:
    """Kept nowhere, framed nowhere, and nothing in it runs."""
    digest = base64.b64encode(hashlib.sha256(_text("page.css").encode()).digest()).decode()
    return {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-store",
        "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex",
        "Connection": "close",
    }


def _room(number: int, room: str, beds: dict[str, str]) -> str:
    # A press leads back to its own room, wherever in the page that is.
    free = sum(state == FREE for state in beds.values())
    each = "".join(
        f'<button class="{state}" formaction="/#room-{number}" name="bed" value="{escape(f"{room}|{bed}|{state}")}"'
        f"{' disabled' if state == SHUT else ''}><b>{escape(bed)}</b> {_WORDS[state]}</button>"
        for bed, state in beds.items()
    )
    said = f"{escape(room)} <small>libres · free: {free} / {len(beds)}</small>"
    return f'<h2 id="room-{number}">{said}</h2><div class="beds">{each}</div>'


def _pressed(pressed: list[Press]) -> Iterator[str]:
    if not pressed:
        return
    yield _text("pressed.html")
    yield "<ol>"
    for one in reversed(pressed[-30:]):
        yield f"<li>{one.at.astimezone():%H:%M} · {escape(f'{one.room} {one.bed}')} · {_WORDS[one.state]}</li>"
    yield "</ol>"


def _page(inside: str) -> str:
    return _text("page.html").replace("{style}", _text("page.css")).replace("{inside}", inside)


def _text(name: str) -> str:
    return (files("halte.config") / "rest_page" / name).read_text(encoding="utf-8")
