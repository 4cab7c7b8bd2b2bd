"""The texts of a translation that stands, each beside its original."""

from collections.abc import Iterator
from dataclasses import dataclass

from halte.rights import beginning
from halte.rights.models import Page, State, Wording
from halte.rights.saying import Worded, said


@dataclass(frozen=True)
class Pair:
    """The same text in the original and in one language, and what its two halves are called in a file."""

    original: Worded
    translated: Worded
    names: tuple[str, str]
    note: str = ""


def pairs_of(slug: str, language: str) -> Iterator[Pair]:
    """The page's title and summary first, then its statements in their order; nothing for an original."""
    pages = {page.language: page for page in Page.objects.filter(topic__slug=slug).select_related("topic")}
    original = next((page for page in pages.values() if page.state == State.ORIGINAL), None)
    page = pages.get(language)
    if original is None or page is None or page == original:
        return
    yield Pair(said(original), said(page), beginning.HEAD, beginning.NOTE_OF_A_HEAD)
    rows = Wording.objects.filter(statement__topic=page.topic, language__in=[language, original.language])
    by_code: dict[str, dict[str, Wording]] = {}
    for row in rows.select_related("statement__topic").order_by("statement__place"):
        by_code.setdefault(row.statement.code, {})[row.language] = row
    for code, both in by_code.items():
        if len(both) == 2:
            note = beginning.note(both[language].statement)
            yield Pair(said(both[original.language]), said(both[language]), (f"{code}.text", f"{code}.more"), note)
