"""A topic in a language in which it did not stand: begun as a draft, read through, and let stand by a second person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import GUIDE, Role
from halte.common import french, languages
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.rights import by_two, writing
from halte.rights.models import (
    WAITS,
    BegunPage,
    GuideFile,
    KeptBy,
    Page,
    Progress,
    Revision,
    State,
    Statement,
    Topic,
    Wording,
)
from halte.rights.refusals import NotInReview, NotYourText, TextRefused, WriterApproves
from halte.rights.rules import held_together

HEAD = ("page.title", "page.summary")
NOTE_OF_A_HEAD = "No figure: a title carries no source."
LONGEST = {"title": 80, "summary": 160, "text": 240, "more": 300}


@dataclass(frozen=True)
class Asked:
    """One text that a page in a new language needs: its original, and what is written so far."""

    name: str
    source: str
    target: str
    note: str
    statement: Statement | None
    changed: bool
    """Whether the original changed after this was written."""

    @property
    def longest(self) -> int:
        """Characters it may have."""
        return LONGEST[self.name.rpartition(".")[2]]


def may_begin(slug: str, language: str) -> Topic | None:
    """The topic, if it stands in no such language and has an original."""
    if language not in languages.BY_CODE:
        return None
    topic = Topic.objects.filter(slug=slug, pages__state=State.ORIGINAL).first()
    return topic if topic and not topic.pages.filter(language=language).exists() else None


def original_of(topic: Topic) -> Page:
    """What the others are translated from."""
    return topic.pages.get(state=State.ORIGINAL)


def waiting(topic: Topic, language: str) -> BegunPage | None:
    """What somebody began and nobody let stand yet."""
    return BegunPage.objects.filter(topic=topic, language=language, progress__in=WAITS).first()


def note(statement: Statement) -> str:
    """What its translator must know."""
    law = f"Law: {statement.law}" if statement.law else ""
    return f"{law} Say no number here: the deadline changed in June 2026.".strip() if statement.pre_pact else law


def texts(topic: Topic, language: str) -> list[Asked]:
    """All that the page needs, its title and summary first, with what is written so far."""
    begun = waiting(topic, language)
    written: Mapping[str, Mapping[str, str]] = begun.texts if begun else {}
    asked = []
    for name, source, told, statement in _originals(topic):
        so_far = written.get(name, {})
        changed = bool(so_far) and french.let_go(so_far["source"]) != french.let_go(source)
        asked.append(Asked(name, source, so_far.get("target", ""), told, statement, changed))
    return asked


def what_is_wrong(
    of: Sequence[Asked], written: Mapping[str, str], language: str, *, whole: bool = False
) -> tuple[str, str | Promise] | None:
    """The first text that could not stand, and why; None when all could.

    Args:
        whole: Every text must be there.
    """
    for one in of:
        said = written.get(one.name, "")
        if whole and not said:
            return one.name, _("this text is missing.")
        if said and (why := _why_refused(one, said, language)):
            return one.name, why
    return None


def write(
    *, actor: Actor, topic: Topic, language: str, written: Mapping[str, str], ready: bool, at: datetime, key: RetryKey
) -> BegunPage:
    """Somebody writes a page in a new language; it waits as a draft, or for a second person.

    Raises:
        NotYourText, TextRefused. Nothing is written when any of these is raised.
    """
    _refuse_others(actor)
    if wrong := what_is_wrong(texts(topic, language), written, language, whole=ready):
        raise TextRefused(f"{wrong[0]}: {wrong[1]}")
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.page_begun") as act:
        if may_begin(topic.slug, language) is None:
            raise NotInReview
        begun = put_down(actor, topic, language, written, at, ready=ready)
        act.about(language=language, texts=len(begun.texts))
        act.results(begun=begun.id.hex)
    return begun


def put_down(
    actor: Actor, topic: Topic, language: str, written: Mapping[str, str], at: datetime, *, ready: bool = False
) -> BegunPage:
    """Texts that were not refused take the place of what was begun before; only inside an act."""
    BegunPage.objects.filter(topic=topic, language=language, progress__in=WAITS).delete()
    return BegunPage.objects.create(
        topic=topic,
        language=language,
        texts={
            name: {"source": source, "target": held_together(written.get(name, ""), language)}
            for name, source, *_ in _originals(topic)
        },
        progress=Progress.IN_REVIEW if ready else Progress.DRAFT,
        written_by=actor.id,
        written_on=timezone.localdate(at),
    )


def approve(*, actor: Actor, begun: BegunPage, signature: str, at: datetime, key: RetryKey) -> Page:
    """A second person lets the whole page stand: from now on the topic is read in this language.

    Keeps:
        Who wrote it does not approve it; the database holds this too.
        It has every text, and follows the original as it stands.
        Unless a translator signs it, it says in its own language that none reviewed it.

    Args:
        signature: The public name of a translator who answers for it; empty for none.

    Raises:
        NotYourText, WriterApproves, NotInReview, TextRefused. Nothing is written when any of these is raised.
    """
    _refuse_others(actor)
    today = timezone.localdate(at)
    with (
        journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.page_approved") as act,
        refusing({"who_began_is_not_approver": WriterApproves, "one_page_per_language": NotInReview}),
    ):
        row = by_two.approved(BegunPage.objects.select_related("topic"), begun.id, by=actor, on=today)
        if may_begin(row.topic.slug, row.language) is None:
            raise NotInReview
        asked = texts(row.topic, row.language)
        _refuse_what_does_not_follow(asked, row)
        row.save()
        signed = signature if Role.TRANSLATOR in actor.roles else ""
        page = _let_stand(row, asked, signed)
        act.about(language=row.language, texts=len(asked))
    return page


def _refuse_what_does_not_follow(asked: Sequence[Asked], row: BegunPage) -> None:
    if changed := next((one for one in asked if one.changed), None):
        raise TextRefused(f"{changed.name}: {_('its original changed since: look at it again.')}")
    written = {one.name: one.target for one in asked}
    if wrong := what_is_wrong(asked, written, row.language, whole=True):
        raise TextRefused(f"{wrong[0]}: {wrong[1]}")


def _let_stand(row: BegunPage, asked: Sequence[Asked], signature: str) -> Page:
    said = {one.name: one.target for one in asked}
    topic: Topic = row.topic
    page = Page.objects.create(
        topic=topic,
        language=row.language,
        title=said["page.title"],
        summary=said["page.summary"],
        state=State.APPROVED if signature else State.UNCHECKED,
        translator=signature,
        translated_on=row.approved_on or row.written_on,
    )
    Revision.objects.create(page=page, text=page.title, more=page.summary, **row.two)
    statements = list(topic.statements.order_by("place"))
    for statement in statements:
        text, more = said[f"{statement.code}.text"], said.get(f"{statement.code}.more", "")
        wording = Wording.objects.create(statement=statement, language=row.language, text=text, more=more)
        Revision.objects.create(wording=wording, text=text, more=more, **row.two)
    Topic.objects.filter(id=topic.id).update(kept_by=KeptBy.EDITORS)
    GuideFile.objects.filter(name=f"{topic.slug}/{row.language}.toml").delete()
    if GuideFile.objects.filter(name=f"{topic.slug}/topic.toml").exists():
        GuideFile.objects.create(name=f"{topic.slug}/{row.language}.toml", text=_as_file(page, statements, said))
    return page


def _as_file(page: Page, statements: Sequence[Statement], said: Mapping[str, str]) -> str:
    head = {
        "state": str(page.state),
        "translator": page.translator or None,
        "date": page.translated_on,
        "title": page.title,
        "summary": page.summary,
    }
    halves = {
        one.code: {half: said.get(f"{one.code}.{half}") or None for half in ("text", "more")} for one in statements
    }
    return writing.new_page(head, halves.items())


def _originals(topic: Topic) -> Iterator[tuple[str, str, str, Statement | None]]:
    """The name of each text, its original, what to know, and the statement it belongs to."""
    page = original_of(topic)
    for name, said in zip(HEAD, (page.title, page.summary), strict=True):
        yield name, said, NOTE_OF_A_HEAD, None
    rows = Wording.objects.filter(statement__topic=topic, language=page.language).select_related("statement")
    for row in rows.order_by("statement__place"):
        for half, said in (("text", row.text), ("more", row.more)):
            if said:
                yield f"{row.statement.code}.{half}", said, note(row.statement), row.statement


def _why_refused(one: Asked, said: str, language: str) -> str | Promise:
    if len(said) > one.longest:
        return _("this text is too long.")
    of = one.statement
    if of is None:
        return writing.why_no_head(said, language=language, at_most=one.longest)
    return writing.why_refused(said, language=language, law=of.law, phone=of.phone, pre_pact=of.pre_pact)


def _refuse_others(actor: Actor) -> None:
    if not actor.may(GUIDE):
        raise NotYourText
