"""What editors change, and all of it alike: words, titles, what a statement rests on, and sources."""

from typing import Any, overload

from halte.rights.models import Page, Revised, Source, Statement, Wording
from halte.rights.saying.footing import Footing
from halte.rights.saying.of_footing import OfFooting, original_of
from halte.rights.saying.said import Said
from halte.rights.saying.sources import OfSource, SourceSaid
from halte.rights.saying.words import OfPage, OfStatement, Worded, Words

__all__ = ["Footing", "OfFooting", "OfSource", "Said", "SourceSaid", "Worded", "Words", "original_of", "said"]


@overload
def said(of: Wording | Page) -> Worded: ...
@overload
def said(of: Revised) -> Said[Any]: ...
def said(of: Revised) -> Said[Any]:
    """A row, as it is changed."""
    match of:
        case Wording():
            return OfStatement(of)
        case Page():
            return OfPage(of)
        case Statement():
            return OfFooting(of)
        case Source():
            return OfSource(of)
