"""How editors and translators change the guide: one writes, another approves, and what follows is marked."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.rights.models import Progress, Revised, Revision
from halte.rights.refusals import NothingNew, NotInReview, NotYourText, TextRefused, WriterApproves
from halte.rights.saying import Said, said

STOOD = (Progress.APPROVED, Progress.LOADED)
OF = ("wording__statement__topic", "page__topic", "statement__topic", "source")
"""What a revision is read with."""


def propose(*, actor: Actor, of: Revised, to: Any, at: datetime, key: RetryKey, ready: bool = True) -> Revision:
    """Something else for what stands waits for a second person; readers see what stood before.

    Keeps:
        One draft of one person for one thing: the next one they write takes its place.

    Args:
        to: `Words` for a statement or a page, `Footing` for what a statement rests on, `SourceSaid` for a source.
        ready: Off keeps it as a draft, which nobody can approve yet.

    Raises:
        NotYourText, NothingNew, TextRefused. Nothing is written when any of these is raised.
    """
    refuse(actor, said(of), to, at)
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.text_proposed") as act:
        standing = said(type(of).objects.get(id=of.id))
        if standing.columns(to) == standing.columns(standing.stands) and not standing.outdated:
            raise NothingNew
        revision = put_in_review(actor, standing, to, at, ready=ready)
        act.about(of=standing.code)
        act.results(revision=revision.id.hex)
    return revision


def refuse(actor: Actor, standing: Said[Any], to: Any, at: datetime) -> None:
    """Refuse what an actor may not write, and what could mislead.

    Raises:
        NotYourText, TextRefused.
    """
    _refuse_others(actor, standing)
    if why := standing.why_refused(to, on=timezone.localdate(at)):
        raise TextRefused(why)


def put_in_review(actor: Actor, standing: Said[Any], to: Any, at: datetime, *, ready: bool = True) -> Revision:
    """What was not refused waits for a second person; only inside an act."""
    drafts(actor, standing).delete()
    return Revision.objects.create(
        **standing.whose,
        **standing.columns(to),
        progress=Progress.IN_REVIEW if ready else Progress.DRAFT,
        written_by=actor.id,
        written_on=timezone.localdate(at),
    )


def drafts(actor: Actor, standing: Said[Any]) -> QuerySet[Revision]:
    """What one person began to write for it."""
    return Revision.objects.filter(**standing.whose, progress=Progress.DRAFT, written_by=actor.id)


def approve(*, actor: Actor, revision: Revision, at: datetime, key: RetryKey) -> Revised:
    """A second person lets it stand: readers see it from now on.

    Keeps:
        Who wrote it does not approve it; the database holds this too.
        When an original text changes, exactly its translations become outdated; what changes no text outdates none.
        No lawyer's approval of what stood before covers what stands now. A translation that is approved is up to date
        again.
        What stood before stays in the history. The guide's files change in this alone.

    Raises:
        NotYourText, WriterApproves, NotInReview, TextRefused. Nothing is written when any of these is raised.
    """
    _refuse_others(actor, said(revision.of))
    today = timezone.localdate(at)
    with (
        journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.text_approved") as act,
        refusing({"writer_is_not_approver": WriterApproves}),
    ):
        row = Revision.objects.select_related(*OF).get(id=revision.id)
        if row.progress != Progress.IN_REVIEW:
            raise NotInReview
        if row.written_by == actor.id:
            raise WriterApproves
        standing = said(row.of)
        to = standing.of(row)
        if why := standing.why_refused(to, on=today):
            raise TextRefused(why)
        _keep_what_stood(standing, at)
        standing.change(to)
        row.progress, row.approved_by, row.approved_on = Progress.APPROVED, actor.id, today
        for name, value in standing.columns(standing.stands).items():
            setattr(row, name, value)
        row.save()
        outdated = standing.mark_translations() if standing.is_original else 0
        act.about(of=standing.code, outdated=outdated)
    return row.of


def restore(*, actor: Actor, revision: Revision, at: datetime, key: RetryKey) -> Revision:
    """What stands in the history is proposed again; a second person approves it like anything else.

    Raises:
        NotYourText, NothingNew, TextRefused: As when it was new.
    """
    to = said(revision.of).of(revision)
    return propose(actor=actor, of=revision.of, to=to, at=at, key=key)


def _refuse_others(actor: Actor, standing: Said[Any]) -> None:
    if Role.EDITOR not in actor.roles and (Role.TRANSLATOR not in actor.roles or standing.is_original):
        raise NotYourText


def _keep_what_stood(standing: Said[Any], at: datetime) -> None:
    """What came from the files has no writer among the staff; it stays in the history all the same."""
    if not Revision.objects.filter(**standing.whose, progress__in=STOOD).exists():
        Revision.objects.create(
            **standing.whose,
            **standing.columns(standing.stands),
            progress=Progress.LOADED,
            written_on=timezone.localdate(at),
        )
