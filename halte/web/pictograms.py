"""Our own signs: a picture beside every word a guest must find. One stroke weight, drawn by us."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

STROKE = 2
BOX = 24

PICTOGRAMS: dict[str, str] = {
    # sleeping, washing, eating, keeping warm
    "bed": "M3 18v-9M3 14h18v4M21 14v-1a3 3 0 0 0-3-3h-7v4M7 10a1.3 1.3 0 1 0 .01 0z",
    "shower": "M5 21V7a3.5 3.5 0 0 1 7 0M8 10h8a4 4 0 0 0-8 0zM9 13.5v1M12 13.5v1M15 13.5v1M9 18v1M12 18v1M15 18v1",
    "meal": "M3 12h18a9 7.5 0 0 1-18 0zM8 8.5c0-1.5 1-1.5 1-3M12 8.5c0-1.5 1-1.5 1-3M16 8.5c0-1.5 1-1.5 1-3",
    "drink": "M5 9h11v7a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10.5h1.5a2.5 2.5 0 0 1 0 5H16M8.5 6V4M12.5 6V4",
    "coat": "M9 3 5 6l-2 8 3 1v6h12v-6l3-1-2-8-4-3a3 3 0 0 1-6 0zM12 8v13",
    "blanket": "M4 17V7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v10M4 12h16M4 17h16M6 17v2.5M10 17v2.5M14 17v2.5M18 17v2.5",
    "laundry": "M5 3h14v18H5zM12 9a4.5 4.5 0 1 0 .01 0zM8 6h1M12 6h4M9 14.5c1.2-1 2 1 3 0s1.8-1 3 0",
    "charge": "M3 8h14v8H3zM17 11h3v2h-3M10.5 8.5 8 12h4l-2.5 3.5",
    "toilet": "M6 3h4v9H6zM6 12h13a6 6 0 0 1-6 6H9.5L8 14.5zM9 18l-.5 3h6.5l-.5-3",
    "locker": "M6 3h12v18H6zM9 7h6M9 10h6M14.5 14v2",
    "tag": "M3 12 11 4h9v9l-8 8zM15.5 8v.1",
    "bag": "M6 9h12v12H6zM9 9V6.5a3 3 0 0 1 6 0V9M6 14h12M10.5 14v2.5h3V14",
    "snow": "M12 3v18M4.2 7.5l15.6 9M4.2 16.5l15.6-9M9.5 4.5 12 7l2.5-2.5M9.5 19.5 12 17l2.5 2.5",
    "rain": "M7 14a4 4 0 1 1 .8-7.9A5 5 0 0 1 17.3 8 3 3 0 0 1 17 14zM8 17l-1 3M12.5 17l-1 3M17 17l-1 3",
    "sun": (
        "M12 8a4 4 0 1 0 .01 0zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1"
        "M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1"
    ),
    "moon": "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
    "tent": "M3 20 12 5l9 15zM12 12v8M12 5l-1.5-2M12 5l1.5-2",
    "tool": "M13.5 4 20 10.5 17.5 13 11 6.5zM14 9.5 5.5 18a1.8 1.8 0 0 0 2.5 2.5L16.5 12",
    "heart": "M12 20C5.5 15.5 3.5 12 3.5 8.8a4.3 4.3 0 0 1 8.5-1 4.3 4.3 0 0 1 8.5 1c0 3.2-2 6.7-8.5 11.2z",
    "hand": (
        "M7.5 12V6.5a1.5 1.5 0 0 1 3 0V11M10.5 11V4.5a1.5 1.5 0 0 1 3 0V11M13.5 11V5.5a1.5 1.5 0 0 1 3 0V12"
        "M16.5 9.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1.5a6 6 0 0 1-5-2.7l-2.6-4c-.8-1.5 1.1-2.8 2.1-1.5l1 1.2"
    ),
    "pregnant": "M10.5 3a2 2 0 1 0 .01 0zM10 8.5C8.5 11 8.5 14 8.5 17H10v4.5h3V17c3 0 4-2 4-3.8S15.5 9 12.5 9",
    # people and talking
    "man": "M12 3a2 2 0 1 0 .01 0zM8 21v-7H7l1-5h8l1 5h-1v7M12 15v6",
    "woman": "M12 3a2 2 0 1 0 .01 0zM9.5 9h5L18 17H6zM10 17v4M14 17v4",
    "child": "M12 7a1.8 1.8 0 1 0 .01 0zM9.5 21v-4H9l.5-4h5l.5 4h-.5v4",
    "family": (
        "M7.5 4a1.8 1.8 0 1 0 .01 0zM4.5 20v-6H4l.7-4h5.6L11 14v6M17 9.5a1.5 1.5 0 1 0 .01 0z"
        "M14.5 20v-3H14l.6-2h4.8l.6 2h-.5v3M8 14v6"
    ),
    "group": (
        "M12 5a2.5 2.5 0 1 0 .01 0zM7 20v-3a5 5 0 0 1 10 0v3M5 8a1.7 1.7 0 1 0 .01 0z"
        "M2.5 18v-1a4 4 0 0 1 2.2-3.5M19 8a1.7 1.7 0 1 0 .01 0zM21.5 18v-1a4 4 0 0 0-2.2-3.5"
    ),
    "people": (
        "M8.5 5.5a2.5 2.5 0 1 0 .01 0zM3 20v-2.5a5.5 5.5 0 0 1 11 0V20M16 6a2.3 2.3 0 1 1-.5 4.5"
        "M17 13.5a5 5 0 0 1 4 5V20"
    ),
    "talk": "M4 4h16v11h-9l-5 4.5V15H4zM8 8h8M8 11.5h5",
    "speak": "M4 10v4h3l5 4V6L7 10zM15.5 9.5a4 4 0 0 1 0 5M18 7a7.5 7.5 0 0 1 0 10",
    "language": "M3 5h9M7.5 3v2M10 5c-.5 4-3 7-6.5 9M5 8c1 2.5 3 4.5 5.5 5.5M11.5 20l4.5-11 4.5 11M13.2 16.5h5.6",
    "interpreter": "M3 4h11v7H9l-3 3v-3H3zM17 9h4v7h-3v3l-3-3h-5v-2M6 7.5h5",
    "phone": (
        "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1.5 1.5 0 0 1-1.5 1.5"
        "A15.5 15.5 0 0 1 3.5 5.5 1.5 1.5 0 0 1 5 4z"
    ),
    "mail": "M3 6h18v12H3zM3.5 7l8.5 6.5L20.5 7",
    "help": "M12 3a9 9 0 1 0 .01 0zM9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.2 1-1.2 1.8M12 16.8v.1",
    "play": "M8 5v14l11-7z",
    # places and ways
    "home": "M4 11.5 12 4l8 7.5M6 10v10h12V10M10 20v-5.5h4V20",
    "door": "M6 21V3h12v18M3.5 21h17M14.5 12v.1",
    "key": "M8 11.5a4 4 0 1 0 .01 0zM11 12.5 20 4M16 8l2.5 2.5M13.5 10.2l2 2",
    "bus": "M4 5h16v12H4zM4 12h16M12 5v7M7 17v2.5M17 17v2.5M7.5 14.5v.1M16.5 14.5v.1",
    "boat": "M3 15h18l-2.5 5h-13zM6 15v-4.5h12V15M12 10.5V4M12 4.5l4 2-4 1.5",
    "map": "M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14",
    "hospital": "M4 8h16v13H4zM12 11v7M8.5 14.5h7M8 8V4h8v4",
    "school": "M2.5 9.5 12 5l9.5 4.5L12 14zM6 11.5V17c3.5 2.5 8.5 2.5 12 0v-5.5M21.5 9.5V15",
    "out": "M10 4H5v16h5M14 8l4 4-4 4M18 12H9",
    "arrow-next": "M5 12h14M13 6l6 6-6 6",
    "arrow-back": "M19 12H5M11 6l-6 6 6 6",
    # cards, papers, numbers
    "card": "M3 5h18v14H3zM3 9.5h18M6.5 15h5",
    "no-name": "M3 6h18v12H3zM7 12h10M5 20.5 19 3.5",
    "qr": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v2.5M14 20h2.5M20 20v.1M7 7v.1M17 7v.1M7 17v.1",
    "ticket": "M3 7h18v3a2 2 0 0 0 0 4v3H3v-3a2 2 0 0 0 0-4zM14 7.5v1.5M14 11.3v1.5M14 15v1.5",
    "paper": "M6 3h8l4 4v14H6zM14 3v4h4M9 11.5h6M9 15.5h6",
    "print": "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
    "calendar": "M4 6h16v15H4zM4 11h16M8 3v5M16 3v5M8 15v.1M12 15v.1M16 15v.1",
    "clock": "M12 3a9 9 0 1 0 .01 0zM12 7v5.5l3.5 2",
    "scale": "M12 4v16M8 20h8M5 7h14M5 7l-3 7a3.2 3.2 0 0 0 6 0zM19 7l-3 7a3.2 3.2 0 0 0 6 0z",
    "shield": "M12 3 4.5 6v6c0 4.5 3 7.5 7.5 9 4.5-1.5 7.5-4.5 7.5-9V6zM8.5 12l2.5 2.5 4.5-5",
    "euro": "M18.5 6.5A7.5 7.5 0 1 0 18.5 17.5M3 10.5h10M3 13.5h9",
    "pound": "M17.5 7.5A4.5 4.5 0 0 0 9 9.5V15c0 2-1 3.5-3 5h12M6 12.5h8",
    "chart": "M4 3v18h17M8.5 17v-5M13 17V8M17.5 17v-3",
    # help until the ambulance is here
    "siren": "M6.5 18v-5a5.5 5.5 0 0 1 11 0v5M4 18h16v3H4zM12 3v2M4.5 6l1.5 1.5M19.5 6 18 7.5M12 11v3",
    "press": "M3 20h18M5.5 15a1.8 1.8 0 1 0 .01 0zM9.5 19.5v-3h10M14.5 4v8M11.5 9.5l3 3 3-3",
    "side": "M3 20h18M5.5 11a2 2 0 1 0 .01 0zM8.5 13.5l6 1 5.5 5M10 14l1.5 5.5M14.5 14.5l-1 5",
    "drop": "M12 3c3.5 4.5 6 7.5 6 11a6 6 0 0 1-12 0c0-3.5 2.5-6.5 6-11zM12 11v6M9 14h6",
    "flame": "M12.5 3c.5 4 5 6 5 11a5.5 5.5 0 0 1-11 0c0-2.5 1.5-4.5 3-6 0 2 .5 3 1.5 3.5C11.5 8.5 11 6 12.5 3z",
    "shake": "M12 5a2.5 2.5 0 1 0 .01 0zM8 21v-5a4 4 0 0 1 8 0v5M4 8l1.5 2L4 12l1.5 2M20 8l-1.5 2 1.5 2-1.5 2",
    # doing and saying
    "check": "M4.5 12.5l5 5 10-11",
    "erase": "M5 7h14M10 7V4h4v3M7 7l1 14h8l1-14M10.500 11v6M13.500 11v6",
    "cross": "M6 6l12 12M18 6 6 18",
    "plus": "M12 5v14M5 12h14",
    "minus": "M5 12h14",
    "undo": "M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4",
    "question": "M12 3a9 9 0 1 0 .01 0zM9.3 9.5a2.8 2.8 0 1 1 4.2 2.4c-1 .6-1.5 1.2-1.5 2.3M12 17v.1",
    "search": "M10.5 4a6.5 6.5 0 1 0 .01 0zM15.5 15.5 20.5 20.5",
    "warning": "M12 4 2.5 20h19zM12 10v4.5M12 17.2v.1",
    "lock": "M5 11h14v10H5zM8 11V7.5a4 4 0 0 1 8 0V11M12 15v2",
    "settings": "M4 7h9M18 7h2M15.5 4.5a2.5 2.5 0 1 0 .01 0zM4 17h2M11 17h9M8.5 14.5a2.5 2.5 0 1 0 .01 0z",
    # signs a guest may choose as their own: things everyone knows, of no faith and no country
    "star": "M12 3.5l2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6-4.5-4.2 6.1-.7z",
    "cloud": "M7 18a4 4 0 0 1-.3-8A5.5 5.5 0 0 1 17 9.5 4.3 4.3 0 0 1 17 18z",
    "mountain": "M2.5 19.5 9 7l4 7 2.5-4 6 9.5zM7 11l2 1.5 1.7-1.5",
    "tree": "M12 21v-7M12 3 6.5 9.5H9L5.5 15h13L15 9.5h2.5z",
    "flower": (
        "M12 8.5a2 2 0 1 0 .01 0zM12 8.5V4.5M14 10.5h4M12 12.5v8.5M10 10.5H6M13.5 9l2.7-2.7"
        "M10.5 9 7.8 6.3M12 18c-2.5 0-4-1-4.5-3M12 18c2.5 0 4-1 4.5-3"
    ),
    "leaf": "M5 19C4 10 10 4.5 19.5 4.5 20 14 14 20 6.5 17.5M4 21 14 10.5",
    "dog": "M4 5l3 1 2-2v3h2l3 3h5l2-2v3l-1 2v6h-2v-4h-6v4h-2v-5l-2-3-4-1z",
    "bird": (
        "M3 12c3-5 8-6 11-3l2-2c2.5-.5 3.5 1 3.5 2.5l2 1-2 1C19 16 15 19 9.5 18l-2 3M14 9c0 4-3 5.5-6.5 5.5M16.7 9.5v.1"
    ),
    "fish": "M3 12c4-6.5 10-6.5 14 0-4 6.5-10 6.5-14 0zM17 12l4.5-4v8zM7.5 11v.1M11 9.5c1 1.6 1 3.4 0 5",
    "apple": (
        "M12 8C9 6 4.5 7 4.5 12.5S8.5 21 10.5 21c.8 0 1-.5 1.5-.5s.7.5 1.5.5c2 0 6-3 6-8.5S15 6 12 8zM12 8c0-2 .7-4 3-5"
    ),
    "ball": (
        "M12 3a9 9 0 1 0 .01 0zM12 8l4 3-1.5 4.5h-5L8 11zM12 3v5"
        "M16 11l4.5-1.5M14.5 15.5l2.5 4M9.5 15.5 7 19.5M8 11 3.5 9.5"
    ),
    "bicycle": (
        "M6 12.5a4 4 0 1 0 .01 0zM18 12.5a4 4 0 1 0 .01 0zM6 16.5 10 9h6l2 7.5M10 9l3.5 7.5L16 9M8.5 7H11M15 6h2.5"
    ),
    "umbrella": "M3 12.5a9 8 0 0 1 18 0zM12 12.5V19a2 2 0 0 1-4 0M12 4.5V3",
    "book": "M12 6c-2.5-2-5.5-2-9-1.5v13.5c3.5-.5 6.5-.5 9 1.5 2.5-2 5.5-2 9-1.5V4.5C17.5 4 14.5 4 12 6zM12 6v13.5",
    "kite": "M13 2.5 19.5 9 9 15zM13 2.5 9 15M14 6.7l5.5 2.3M9 15c-1 1-3 .5-3.5 2s1.5 2 .5 4.5",
    "bell": "M6 16.5c1.5-2 1.5-4 1.5-6a4.5 4.5 0 0 1 9 0c0 2 0 4 1.5 6zM10 19.5a2 2 0 0 0 4 0M12 6V3.5",
}

TURNS_WITH_THE_SCRIPT = frozenset({"arrow-next", "arrow-back", "out", "undo", "speak"})
"""Signs that point along the line of writing, and so turn round in Arabic; clocks, keys and play do not."""


class NoSuchPictogram(KeyError):
    """A template asked for a sign that nobody has drawn."""


def svg(name: str, *, label: str = "", size: str = "") -> SafeString:
    """Draw one sign as inline SVG.

    Args:
        label: Read aloud in place of the picture; empty when a word stands beside it.
        size: `large` beside a step of a guide page or in an empty list.
    """
    try:
        path = PICTOGRAMS[name]
    except KeyError:
        raise NoSuchPictogram(name) from None
    turns = " mirror" if name in TURNS_WITH_THE_SCRIPT else ""
    grows = f" {size}" if size else ""
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="i{}{}" viewBox="0 0 24 24" {} focusable="false"><path d="{}"/></svg>', turns, grows, spoken, path
    )
