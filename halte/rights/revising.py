"""How editors and translators change the guide: one writes, another approves, and what follows is marked."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.rights import checking, writing
from halte.rights.actions import for_the_network
from halte.rights.models import GuideFile, KeptBy, Page, Progress, Revision, State, Statement, Topic, Wording
from halte.rights.refusals import (
    NothingNew,
    NotInReview,
    NotYourText,
    TextRefused,
    WriterApproves,
)


@dataclass(frozen=True)
class Words:
    """What a statement says: first, and after it."""

    text: str
    more: str = ""


def propose(
    *, actor: Actor, wording: Wording, words: Words, at: datetime, key: RetryKey, ready: bool = True
) -> Revision:
    """A new text for a statement waits for a second person; readers see the old one until then.

    Args:
        ready: Off keeps it as a draft.

    Raises:
        NotYourText, NothingNew, TextRefused. Nothing is written when any of these is raised.
    """
    statement = wording.statement
    _refuse_others(actor, wording)
    for said in (words.text, words.more):
        if why := writing.why_refused(
            said, language=wording.language, law=statement.law, phone=statement.phone, pre_pact=statement.pre_pact
        ):
            raise TextRefused(why)
    with journal.act(actor=for_the_network(actor), at=at, key=key, kind="rights.text_proposed") as act:
        standing = Wording.objects.get(id=wording.id)
        if (standing.text, standing.more) == (words.text, words.more) and not standing.outdated:
            raise NothingNew
        revision = Revision.objects.create(
            wording=standing,
            text=words.text,
            more=words.more,
            progress=Progress.IN_REVIEW if ready else Progress.DRAFT,
            written_by=actor.id,
            written_on=timezone.localdate(at),
        )
        act.about(language=wording.language)
        act.results(revision=revision.id.hex)
    return revision


def approve(*, actor: Actor, revision: Revision, at: datetime, key: RetryKey) -> Wording:
    """A second person lets a text stand: readers see it from now on.

    Keeps:
        Who wrote it does not approve it; the database holds this too.
        When the original changes, exactly its translations become outdated, and no lawyer's approval of the old
        words covers the new ones. A translation that is approved is up to date again.
        The words that stood before stay in the history. The guide's file changes in this statement alone.

    Raises:
        NotYourText, WriterApproves, NotInReview. Nothing is written when any of these is raised.
    """
    _refuse_others(actor, revision.wording)
    with (
        journal.act(actor=for_the_network(actor), at=at, key=key, kind="rights.text_approved") as act,
        refusing({"writer_is_not_approver": WriterApproves}),
    ):
        row = Revision.objects.select_related("wording__statement__topic").get(id=revision.id)
        if row.progress not in {Progress.DRAFT, Progress.IN_REVIEW}:
            raise NotInReview
        if row.written_by == actor.id:
            raise WriterApproves
        wording: Wording = row.wording
        _keep_what_stood(wording, at)
        row.progress, row.approved_by, row.approved_on = Progress.APPROVED, actor.id, timezone.localdate(at)
        row.save()
        wording.text, wording.more, wording.outdated = row.text, row.more, False
        wording.save()
        outdated = _mark_translations(wording) if is_original(wording) else 0
        if is_original(wording):
            checking.replace_waiting([wording.statement])
        _write_file(wording)
        act.about(language=wording.language, outdated=outdated)
    return wording


def restore(*, actor: Actor, revision: Revision, at: datetime, key: RetryKey) -> Revision:
    """Words of the history are proposed again; a second person approves them like any others.

    Raises:
        NotYourText, NothingNew, TextRefused: As when they were new.
    """
    words = Words(revision.text, revision.more)
    return propose(actor=actor, wording=revision.wording, words=words, at=at, key=key)


def is_original(wording: Wording) -> bool:
    """Whether the others are translated from it."""
    pages = Page.objects.filter(topic=wording.statement.topic_id, language=wording.language)
    return pages.filter(state=State.ORIGINAL).exists()


def _refuse_others(actor: Actor, wording: Wording) -> None:
    if Role.EDITOR not in actor.roles and (Role.TRANSLATOR not in actor.roles or is_original(wording)):
        raise NotYourText


def _keep_what_stood(wording: Wording, at: datetime) -> None:
    """The words of the files have no writer among the staff; they stay in the history all the same."""
    if not wording.revisions.filter(progress__in=[Progress.APPROVED, Progress.LOADED]).exists():
        Revision.objects.create(
            wording=wording,
            text=wording.text,
            more=wording.more,
            progress=Progress.LOADED,
            written_on=timezone.localdate(at),
        )


def _mark_translations(original: Wording) -> int:
    statement = original.statement
    Statement.objects.filter(id=statement.id).update(approved_by="", approved_on=None)
    return Wording.objects.filter(statement=statement).exclude(id=original.id).update(outdated=True)


def _write_file(wording: Wording) -> None:
    topic = wording.statement.topic
    Topic.objects.filter(id=topic.id).update(kept_by=KeptBy.EDITORS)
    file = GuideFile.objects.filter(name=f"{topic.slug}/{wording.language}.toml").first()
    if file is not None:
        words = {"text": wording.text, "more": wording.more}
        file.text = writing.with_words(file.text, wording.statement.code, words)
        file.save()
