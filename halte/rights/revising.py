"""How editors and translators change the guide: one writes, another approves, and what follows is marked."""

from datetime import datetime

from django.utils import timezone

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.rights.actions import for_the_network
from halte.rights.models import Page, Progress, Revision, Wording
from halte.rights.refusals import NothingNew, NotInReview, NotYourText, TextRefused, WriterApproves
from halte.rights.saying import Said, Words, said

WAITS = (Progress.DRAFT, Progress.IN_REVIEW)
STOOD = (Progress.APPROVED, Progress.LOADED)


def propose(
    *, actor: Actor, of: Wording | Page, words: Words, at: datetime, key: RetryKey, ready: bool = True
) -> Revision:
    """New words for a statement, or a page's title and summary, wait for a second person; readers see the old ones.

    Args:
        ready: Off keeps it as a draft.

    Raises:
        NotYourText, NothingNew, TextRefused. Nothing is written when any of these is raised.
    """
    refuse(actor, said(of), words)
    with journal.act(actor=for_the_network(actor), at=at, key=key, kind="rights.text_proposed") as act:
        standing = said(type(of).objects.get(id=of.id))
        if standing.words == words and not standing.outdated:
            raise NothingNew
        revision = put_in_review(actor, standing, words, at, ready=ready)
        act.about(language=standing.language)
        act.results(revision=revision.id.hex)
    return revision


def refuse(actor: Actor, standing: Said, words: Words) -> None:
    """Refuse what an actor may not write, and words that could mislead.

    Raises:
        NotYourText, TextRefused.
    """
    _refuse_others(actor, standing)
    if why := standing.why_refused(words):
        raise TextRefused(why)


def put_in_review(actor: Actor, standing: Said, words: Words, at: datetime, *, ready: bool = True) -> Revision:
    """Words that were not refused wait for a second person; only inside an act."""
    return Revision.objects.create(
        **standing.whose,
        text=words.text,
        more=words.more,
        progress=Progress.IN_REVIEW if ready else Progress.DRAFT,
        written_by=actor.id,
        written_on=timezone.localdate(at),
    )


def approve(*, actor: Actor, revision: Revision, at: datetime, key: RetryKey) -> Wording | Page:
    """A second person lets words stand: readers see them from now on.

    Keeps:
        Who wrote them does not approve them; the database holds this too.
        When the original changes, exactly its translations become outdated, and no lawyer's approval of the old
        words covers the new ones. A translation that is approved is up to date again.
        The words that stood before stay in the history. The guide's file changes in these words alone.

    Raises:
        NotYourText, WriterApproves, NotInReview, TextRefused. Nothing is written when any of these is raised.
    """
    _refuse_others(actor, said(revision.of))
    with (
        journal.act(actor=for_the_network(actor), at=at, key=key, kind="rights.text_approved") as act,
        refusing({"writer_is_not_approver": WriterApproves}),
    ):
        row = Revision.objects.select_related("wording__statement__topic", "page__topic").get(id=revision.id)
        if row.progress not in WAITS:
            raise NotInReview
        if row.written_by == actor.id:
            raise WriterApproves
        standing, words = said(row.of), Words(row.text, row.more)
        if why := standing.why_refused(words):
            raise TextRefused(why)
        _keep_what_stood(standing, at)
        row.progress, row.approved_by, row.approved_on = Progress.APPROVED, actor.id, timezone.localdate(at)
        row.save()
        standing.change(words)
        outdated = standing.mark_translations() if standing.is_original else 0
        standing.write_file()
        act.about(language=standing.language, outdated=outdated)
    return row.of


def restore(*, actor: Actor, revision: Revision, at: datetime, key: RetryKey) -> Revision:
    """Words of the history are proposed again; a second person approves them like any others.

    Raises:
        NotYourText, NothingNew, TextRefused: As when they were new.
    """
    words = Words(revision.text, revision.more)
    return propose(actor=actor, of=revision.of, words=words, at=at, key=key)


def _refuse_others(actor: Actor, standing: Said) -> None:
    if Role.EDITOR not in actor.roles and (Role.TRANSLATOR not in actor.roles or standing.is_original):
        raise NotYourText


def _keep_what_stood(standing: Said, at: datetime) -> None:
    """The words of the files have no writer among the staff; they stay in the history all the same."""
    if not Revision.objects.filter(**standing.whose, progress__in=STOOD).exists():
        words, today = standing.words, timezone.localdate(at)
        Revision.objects.create(
            **standing.whose, text=words.text, more=words.more, progress=Progress.LOADED, written_on=today
        )
