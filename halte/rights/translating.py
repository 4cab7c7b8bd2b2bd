"""Pages that go to a translator as XLIFF and come back: all of a file is put in review, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import GUIDE
from halte.common.retry import RetryKey
from halte.rights import xliff
from halte.rights.actions import for_the_network
from halte.rights.models import Page, Revision, State, Wording
from halte.rights.refusals import NothingNew, NotYourText, XliffRefused
from halte.rights.revising import put_in_review
from halte.rights.saying import Said, Words, said
from halte.rights.xliff import Unit


@dataclass(frozen=True)
class Pair:
    """The same text in the original and in one language, and what its two halves are called in a file."""

    original: Said
    translated: Said
    names: tuple[str, str]
    note: str = ""


def written_out(slug: str, language: str) -> bytes | None:
    """One page of one language as XLIFF; None when there is no such translation."""
    pairs = list(_pairs(slug, language))
    if not pairs:
        return None
    return xliff.write(
        slug=slug,
        source_language=pairs[0].original.language,
        language=language,
        units=[unit for pair in pairs for unit in _units(pair)],
    )


def take_in(*, actor: Actor, content: bytes, at: datetime, key: RetryKey) -> list[Revision]:
    """What a translator gave back waits for a second person, text by text; readers see what they saw before.

    Keeps:
        The whole file or nothing. It names exactly the texts of its page, each with the original as it stands.
        A text is held to the same rules as one that is typed. One that was left empty, or is as it stands, changes
        nothing.

    Raises:
        NotYourText, XliffRefused, NothingNew. Nothing is written when any of these is raised.
    """
    if not actor.may(GUIDE):
        raise NotYourText
    returned = xliff.read(content)
    with journal.act(actor=for_the_network(actor), at=at, key=key, kind="rights.translation_taken_in") as act:
        pairs = list(_pairs(returned.slug, returned.language))
        if not pairs or returned.source_language != pairs[0].original.language:
            raise XliffRefused(where="XLIFF", why=_("the guide has no such page, or not in this language."))
        _refuse_other_names({unit.name for pair in pairs for unit in _units(pair)}, set(returned.units))
        changed = [(pair, words) for pair in pairs if (words := _words(pair, returned.units))]
        if not changed:
            raise NothingNew
        made = [put_in_review(actor, pair.translated, words, at) for pair, words in changed]
        act.about(language=returned.language, texts=len(made))
    return made


def _pairs(slug: str, language: str) -> Iterator[Pair]:
    """The page's title and summary first, then its statements in their order; nothing for an original."""
    pages = {page.language: page for page in Page.objects.filter(topic__slug=slug).select_related("topic")}
    original = next((page for page in pages.values() if page.state == State.ORIGINAL), None)
    page = pages.get(language)
    if original is None or page is None or page == original:
        return
    yield Pair(said(original), said(page), ("page.title", "page.summary"), "No figure: a title carries no source.")
    rows = Wording.objects.filter(statement__topic=page.topic, language__in=[language, original.language])
    by_code: dict[str, dict[str, Wording]] = {}
    for row in rows.select_related("statement__topic").order_by("statement__place"):
        by_code.setdefault(row.statement.code, {})[row.language] = row
    for code, both in by_code.items():
        if len(both) == 2:
            statement = both[language].statement
            note = f"Law: {statement.law}" if statement.law else ""
            if statement.pre_pact:
                note = f"{note} Say no number here: the deadline changed in June 2026.".strip()
            yield Pair(said(both[original.language]), said(both[language]), (f"{code}.text", f"{code}.more"), note)


def _units(pair: Pair) -> Iterator[Unit]:
    """The halves that the original says: what it leaves out has nothing to translate."""
    before, now = pair.original.words, pair.translated.words
    for name, source, target in zip(pair.names, (before.text, before.more), (now.text, now.more), strict=True):
        if source:
            yield Unit(name, source, target, pair.translated.outdated, pair.note)


def _refuse_other_names(wanted: set[str], there: set[str]) -> None:
    if unknown := sorted(there - wanted):
        raise XliffRefused(where=unknown[0], why=_("the page has no text of this name."))
    if missing := sorted(wanted - there):
        raise XliffRefused(where=missing[0], why=_("this text is missing: give back all that was written out."))


def _words(pair: Pair, units: dict[str, tuple[str, str]]) -> Words | None:
    """What the file says of one text; None when it changes nothing."""
    now = pair.translated.words
    targets = dict(zip(pair.names, (now.text, now.more), strict=True))
    for unit in _units(pair):
        source, target = units[unit.name]
        if source != unit.source:
            raise XliffRefused(where=unit.name, why=_("its original changed since: write the page out again."))
        targets[unit.name] = target or unit.target
    words = Words(*targets.values())
    if words == pair.translated.words and not pair.translated.outdated:
        return None
    if all(not units[unit.name][1] for unit in _units(pair)):
        return None
    if why := pair.translated.why_refused(words):
        raise XliffRefused(where=pair.names[0], why=why)
    if len(words.text) > 240 or len(words.more) > 300:
        raise XliffRefused(where=pair.names[0], why=_("this text is too long."))
    return words
