"""The figures that a text says, whatever script writes them. Pure: no database, no clock."""

import re
import unicodedata

_FIGURE = re.compile(r"\d{1,3}(?:[,.\u0020\u00a0\u202f\u066c]\d{3})+(?!\d)|\d+(?:[.,\u066b]\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[,.\u0020\u00a0\u202f\u066c]\d{3})+")


def figures(text: str) -> frozenset[str]:
    """The figures of a text in Western digits: 1 500, 1,500 and ١٬٥٠٠ are one figure, and so are 6,80 and 6.80."""
    western = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    return frozenset(_one(found) for found in _FIGURE.findall(western))


def _one(figure: str) -> str:
    if _GROUPED.fullmatch(figure):
        return re.sub(r"\D", "", figure)
    return re.sub(r"[,\u066b]", ".", figure)
