"""French signs that stand apart from their word, and never alone at the beginning or the end of a line. Pure."""

import re

_BLANK = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_NARROW = re.compile(rf"(?<=\S){_BLANK}(?=[;?!»](?:\W|$))|(?<=«){_BLANK}")
_WHOLE = re.compile(rf"(?<=\S){_BLANK}(?=[:€](?:\W|$))")


def held_together(said: str) -> str:
    """A French text in which no sign can be parted from its word: a narrow blank, before a colon and € a whole one."""
    return _WHOLE.sub("\N{NO-BREAK SPACE}", _NARROW.sub("\N{NARROW NO-BREAK SPACE}", said))


def let_go(said: str) -> str:
    """The same with plain blanks, as most people type it: what differs in nothing else says the same."""
    return _WHOLE.sub(" ", _NARROW.sub(" ", said))
