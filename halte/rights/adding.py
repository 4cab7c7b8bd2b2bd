"""A statement, or a topic with its first one, that does not stand yet: an editor writes it, another lets it stand."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db.models import Max, QuerySet
from django.utils import timezone

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.rights import by_two, ordering, writing
from halte.rights.added import Added, NewTopic, why_refused
from halte.rights.headings import MORE, URGENT
from halte.rights.models import (
    WAITS,
    GuideFile,
    KeptBy,
    NewStatement,
    Page,
    Progress,
    Revision,
    State,
    Statement,
    Topic,
    Wording,
)
from halte.rights.refusals import NotInReview, NotYourText, TextRefused, WriterApproves
from halte.rights.rules import as_other_words
from halte.rights.saying import Footing, OfFooting
from halte.rights.saying.of_footing import cite, with_its_source
from halte.rights.saying.said import write_file
from halte.rights.saying.words import unsign


def waiting(actor: Actor) -> list[NewStatement]:
    """What waits for a second person, and one's own drafts."""
    rows = _rows().filter(progress__in=WAITS).order_by("written_on")
    return [row for row in rows if row.progress == Progress.IN_REVIEW or row.written_by == actor.id]


def found(actor: Actor, new_id: object) -> NewStatement | None:
    """One of them."""
    return next((row for row in waiting(actor) if row.id == new_id), None)


def write(
    *, actor: Actor, added: Added, ready: bool, at: datetime, key: RetryKey, instead: NewStatement | None = None
) -> NewStatement:
    """An editor writes a statement that does not stand yet; it waits as a draft, or for a second person.

    Args:
        instead: What waited until now, and is written anew.

    Raises:
        NotYourText, TextRefused, NotInReview. Nothing is written when any of these is raised.
    """
    _refuse_others(actor)
    if why := why_refused(added, on=timezone.localdate(at)):
        raise TextRefused(why)
    added = added.held_together
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.statement_proposed") as act:
        if instead is not None:
            gone, _each = NewStatement.objects.filter(id=instead.id, progress__in=WAITS).delete()
            if not gone:
                raise NotInReview
        is_new = isinstance(added.to, NewTopic)
        row = NewStatement.objects.create(
            topic=None if isinstance(added.to, NewTopic) else added.to,
            new_topic=asdict(added.to) if isinstance(added.to, NewTopic) else {},
            code=added.code,
            text=added.words.text,
            more=added.words.more,
            values=asdict(added.footing),
            signature=added.signature,
            progress=Progress.IN_REVIEW if ready else Progress.DRAFT,
            written_by=actor.id,
            written_on=timezone.localdate(at),
        )
        act.about(new_topic=int(is_new))
        act.results(new=row.id.hex)
    return row


def approve(*, actor: Actor, new: NewStatement, at: datetime, key: RetryKey) -> Statement:
    """A second person lets it stand: readers see it from now on, its topic too where that is new.

    Keeps:
        Who wrote it does not approve it; the database holds this too.
        In every translation of the topic it stands in its original language and says so, until somebody translates it;
        no translator answers for that page any more.
        The guide's files say it, and change in this alone.

    Raises:
        NotYourText, WriterApproves, NotInReview, TextRefused. Nothing is written when any of these is raised.
    """
    _refuse_others(actor)
    today = timezone.localdate(at)
    with (
        journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.statement_added") as act,
        refusing({"who_added_is_not_approver": WriterApproves, "one_topic_per_slug": NotInReview}),
    ):
        row = by_two.approved(_rows(), new.id, by=actor, on=today)
        added = Added.read(row)
        if why := why_refused(added, on=today):
            raise TextRefused(why)
        topic = _begin_topic(added.to, row) if isinstance(added.to, NewTopic) else added.to
        row.topic = topic
        row.save()
        statement, translations = _let_stand(row, added, topic)
        act.about(outdated=translations, new_topic=int(isinstance(added.to, NewTopic)))
    return statement


def _let_stand(row: NewStatement, added: Added, topic: Topic) -> tuple[Statement, int]:
    rests = with_its_source(added.footing)
    told = {name: value for name, value in asdict(rests).items() if name not in {"sources", "new_source"}}
    last = topic.statements.aggregate(last=Max("place"))["last"]
    statement = Statement.objects.create(
        **told | {"applies_to": list(rests.applies_to), "figures": [list(one) for one in rests.figures]},
        topic=topic,
        code=row.code,
        place=0 if last is None else last + 1,
        checked_by=row.signature,
        checked_on=row.written_on,
    )
    cite(statement, rests.sources)
    pages = list(topic.pages.all())
    wordings = [_wording(statement, page, added) for page in pages]
    Wording.objects.bulk_create(wordings)
    Topic.objects.filter(id=topic.id).update(kept_by=KeptBy.EDITORS)
    _write_files(statement, wordings)
    unsign(topic.pages.all())
    _keep_who(row, rests, statement, next(one for one in wordings if not one.outdated))
    return statement, len(pages) - 1


def _wording(statement: Statement, page: Page, added: Added) -> Wording:
    """The words themselves, or the same marked as those of another language, to be translated."""
    words, original = added.words, page.state == State.ORIGINAL
    text, more = (said if original else as_other_words(said, added.language) for said in (words.text, words.more))
    return Wording(statement=statement, language=page.language, text=text, more=more, outdated=not original)


def _write_files(statement: Statement, wordings: Sequence[Wording]) -> None:
    rests, topic = OfFooting(statement), statement.topic
    values: dict[str, writing.Value] = {name: rests.in_file(name) or None for name in _IN_FILE}
    values |= {"checked_by": statement.checked_by, "checked_on": statement.checked_on}
    write_file(f"{topic.slug}/topic.toml", lambda file: writing.with_statement(file, statement.code, values))
    for one in wordings:
        write_file(f"{topic.slug}/{one.language}.toml", _with_words_of(one, statement.code))


def _with_words_of(one: Wording, code: str) -> Callable[[str], str]:
    words: dict[str, writing.Value] = {"text": one.text, "more": one.more or None}
    return lambda file: writing.with_new_words(file, code, words)


_IN_FILE = (
    *("kind", "pictogram", "phone", "applies_to", "registered_from", "registered_until", "law", "figures"),
    *("confidence", "sources", "pre_pact", "show_until", "danger"),
)
"""What `topic.toml` says of a statement, in the order of the files."""


def _begin_topic(new: NewTopic, row: NewStatement) -> Topic:
    """The topic, its page in its original language, and the beginnings of its two files."""
    last = Topic.objects.aggregate(last=Max("place"))["last"] or 0
    topic = Topic.objects.create(slug=new.slug, pictogram=new.pictogram, place=last + 1, kept_by=KeptBy.EDITORS)
    page = Page.objects.create(
        topic=topic,
        language=new.language,
        title=new.title,
        summary=new.summary,
        state=State.ORIGINAL,
        translated_on=row.written_on,
    )
    Revision.objects.create(page=page, text=page.title, more=page.summary, **row.two)
    told = writing.new_head(
        {
            "slug": topic.slug,
            "pictogram": topic.pictogram,
            "order": topic.place,
            "urgent": True if new.heading == URGENT else None,
            "checked_by": row.signature,
            "checked_on": row.written_on,
        }
    )
    said = writing.new_head(
        {"state": str(page.state), "date": page.translated_on, "title": page.title, "summary": page.summary}
    )
    for name, text in (("topic", told), (page.language, said)):
        GuideFile.objects.create(name=f"{topic.slug}/{name}.toml", text=text)
    if new.heading != MORE:
        ordering.put_topic(topic.slug, new.heading)
    return topic


def _keep_who(row: NewStatement, rests: Footing, statement: Statement, original: Wording) -> None:
    """Its history begins with the two who let it stand."""
    Revision.objects.create(statement=statement, values=asdict(rests), **row.two)
    Revision.objects.create(wording=original, text=original.text, more=original.more, **row.two)


def _rows() -> QuerySet[NewStatement]:
    return NewStatement.objects.select_related("topic")


def _refuse_others(actor: Actor) -> None:
    if Role.EDITOR not in actor.roles:
        raise NotYourText
