"""A translation that stands, from a file or a machine: a translator reads all of it, signs, and its label goes."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.languages import ALL, Language
from halte.common.retry import RetryKey
from halte.rights import writing
from halte.rights.beside import Pair, pairs_of
from halte.rights.models import KeptBy, Page, Progress, Revision, State, Topic
from halte.rights.refusals import (
    AlreadySigned,
    NotUpToDate,
    NotYourText,
    OnlyTranslatorsSign,
    ReadOther,
    WriterApproves,
)
from halte.rights.rules import is_untranslated
from halte.rights.saying import Words
from halte.rights.saying.said import write_file


def to_read() -> QuerySet[Page]:
    """Translations that no translator approved, in the order of the topics."""
    rows = Page.objects.filter(state__in=[State.MACHINE, State.UNCHECKED]).select_related("topic")
    return rows.order_by("topic__place", "topic__slug")


def pages_to_read() -> list[tuple[Language, int]]:
    """How many of them each language has, in the house's order."""
    pages = Counter(to_read().values_list("language", flat=True))
    return [(one, pages[one.code]) for one in ALL if pages[one.code]]


def as_read(pairs: Sequence[Pair]) -> str:
    """What somebody read, in short: another word, or another original, gives another one."""
    both = [(pair.names, pair.original.stands, pair.translated.stands) for pair in pairs]
    return hashlib.sha256(repr(both).encode()).hexdigest()


def wrote_of_it(actor: Actor, page: Page) -> bool:
    """Whether somebody wrote words that stand in this translation."""
    of_it = Q(page=page) | Q(wording__statement__topic=page.topic_id, wording__language=page.language)
    mine = Revision.objects.filter(of_it, progress=Progress.APPROVED, written_by=actor.id)
    written = {(row.of.id, Words(row.text, row.more)) for row in mine.select_related("page", "wording")}
    stand = {(of.id, pair.translated.stands) for pair in _pairs(page) for of in pair.translated.whose.values()}
    return bool(written & stand)


def sign(*, actor: Actor, page: Page, read: str, signature: str, at: datetime, key: RetryKey) -> Page:
    """A translator answers for a whole translation: readers see who and when, where the label stood.

    Keeps:
        Who wrote words of it does not sign it: two people stand behind what is told of the law.
        What is signed is what was read: nothing changed since the page was opened, and nothing is outdated.
        From the next change of a word or of its original on, the label is back.
        The guide's language file says the same, and changes in this alone.

    Args:
        read: What the translator had before them, as `as_read` says it.
        signature: The name or role that readers see.

    Raises:
        OnlyTranslatorsSign, NotYourText, AlreadySigned, NotUpToDate, ReadOther, WriterApproves.
        Nothing is written when any of these is raised.
    """
    if Role.TRANSLATOR not in actor.roles:
        raise OnlyTranslatorsSign
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.translation_signed") as act:
        row = Page.objects.select_related("topic").get(id=page.id)
        pairs = _pairs(row)
        _refuse(actor, row, pairs, read)
        row.state, row.translator, row.translated_on = State.APPROVED, signature, timezone.localdate(at)
        row.save()
        Topic.objects.filter(id=row.topic_id).update(kept_by=KeptBy.EDITORS)
        head: dict[str, writing.Value] = {
            "state": str(State.APPROVED),
            "translator": row.translator,
            "date": row.translated_on,
        }
        write_file(f"{row.topic.slug}/{row.language}.toml", lambda file: writing.with_head(file, head))
        act.about(language=row.language, texts=len(pairs))
    return row


def _refuse(actor: Actor, page: Page, pairs: Sequence[Pair], read: str) -> None:
    if page.state == State.ORIGINAL:
        raise NotYourText
    if page.state == State.APPROVED:
        raise AlreadySigned
    if any(pair.translated.outdated or is_untranslated(pair.translated.stands.text) for pair in pairs):
        raise NotUpToDate
    if as_read(pairs) != read:
        raise ReadOther
    if wrote_of_it(actor, page):
        raise WriterApproves


def _pairs(page: Page) -> list[Pair]:
    return list(pairs_of(page.topic.slug, page.language))
