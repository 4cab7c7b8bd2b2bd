"""What changed between two texts. Pure: no database, no clock."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """Some words: the same as before, new, or gone."""

    words: str
    change: str


def changes(before: str, after: str) -> Iterator[Piece]:
    """What changed between two texts, word by word."""
    old, new = before.split(), after.split()
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece(" ".join(new[c:d]), "")
            continue
        if a < b:
            yield Piece(" ".join(old[a:b]), "gone")
        if c < d:
            yield Piece(" ".join(new[c:d]), "new")
