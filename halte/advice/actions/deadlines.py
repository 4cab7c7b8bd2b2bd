"""What falls due: written down, confirmed, sent with a receipt or closed with a reason; and days away."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.advice.models import Away, Certainty, Deadline, Matter, NotSent
from halte.common import ids
from halte.common.refusal import Refusal
from halte.common.retry import RetryKey

KEPT = timedelta(days=730)


class NoHour(Refusal):
    """No hour was given, and no source states a term for this matter."""

    code = "advice.no_hour"
    message = _("No term is known for this. Copy the hour that stands on the decision.")
    status = 422


class NotACase(Refusal):
    """The number of a case is one that Halte made."""

    code = "advice.not_a_case"
    message = _("This is not the number of a case. Leave it empty for a new one; never write a name.")
    status = 422


class StandsInForThemselves(Refusal):
    """Whoever stands in is somebody else."""

    code = "advice.stands_in_for_themselves"
    message = _("Choose a colleague to stand in, not the adviser.")
    status = 422


class ReceiptMissing(Refusal):
    """What was sent has a receipt."""

    code = "advice.receipt_missing"
    message = _("Write the number on the receipt: of the registered letter, the fax or the online filing.")
    status = 422


class DeadlineOver(Refusal):
    """It was sent, or closed with a reason."""

    code = "advice.deadline_over"
    message = _("This is over already.")


class NotAnAbsence(Refusal):
    """The last day is before the first, or the days are past."""

    code = "advice.not_an_absence"
    message = _("Give a first and a last day from today on.")
    status = 422


def write_deadline(
    *,
    actor: Actor,
    case: str = "",
    matter: Matter | str,
    due_at: datetime | None,
    certainty: Certainty | str,
    stand_in: UUID | None,
    at: datetime,
    key: RetryKey,
) -> Deadline:
    """Something falls due; the adviser who writes it answers for it, and a colleague when they are away.

    Args:
        case: The number of a case that has one; empty makes a new one, which says nothing by itself.

    Raises:
        NoHour, NotACase, StandsInForThemselves. Nothing is written.
    """
    if due_at is None:
        raise NoHour
    if case and not ids.is_code(ids.normal(case)):
        raise NotACase
    if stand_in == actor.id:
        raise StandsInForThemselves
    with journal.act(actor=actor, at=at, key=key, kind="advice.deadline_written") as act:
        made: Deadline = Deadline.objects.create(
            site=actor.site,
            case=ids.normal(case) if case else ids.code_of_secret(ids.new_secret()),
            matter=Matter(matter),
            adviser=actor.id,
            stand_in=stand_in,
            due_at=due_at,
            certainty=Certainty(certainty),
            written_at=at,
        )
        act.about(matter=made.matter, certainty=made.certainty)
        act.results(deadline=made.id.hex)
    return made


def confirm_hour(*, actor: Actor, deadline: Deadline, due_at: datetime, at: datetime, key: RetryKey) -> Deadline:
    """A lawyer confirmed the last hour, or set it right.

    Raises:
        DeadlineOver.
    """
    with journal.act(actor=actor, at=at, key=key, kind="advice.deadline_confirmed") as act:
        before = _open(actor, deadline)
        Deadline.objects.filter(id=before.id).update(due_at=due_at, certainty=Certainty.CONFIRMED)
        act.about(matter=before.matter)
        act.results(deadline=before.id.hex, due_at=before.due_at.isoformat(), certainty=before.certainty)
    return before


def sent(*, actor: Actor, deadline: Deadline, receipt: str, at: datetime, key: RetryKey) -> Deadline:
    """It was sent, and here is the receipt.

    Keeps:
        Nothing counts as sent without the number of a receipt; the database says so.

    Raises:
        ReceiptMissing, DeadlineOver. Nothing is written.
    """
    if not receipt.strip():
        raise ReceiptMissing
    return _end(actor, deadline, "advice.deadline_sent", at, key, sent_at=at, receipt=receipt.strip())


def close_unsent(*, actor: Actor, deadline: Deadline, why: NotSent | str, at: datetime, key: RetryKey) -> Deadline:
    """Nothing was sent, for a reason that is a code.

    Raises:
        DeadlineOver.
    """
    return _end(actor, deadline, "advice.deadline_closed", at, key, not_sent=NotSent(why))


def be_away(*, actor: Actor, since: date, until: date, at: datetime, key: RetryKey) -> Away:
    """The adviser is not there on some days: what falls due goes to whoever stands in.

    Raises:
        NotAnAbsence.
    """
    if until < since or until < actor.site.today(at):
        raise NotAnAbsence
    with journal.act(actor=actor, at=at, key=key, kind="advice.away") as act:
        made: Away = Away.objects.create(site=actor.site, adviser=actor.id, since=since, until=until)
        act.about(since=since, until=until)
        act.results(away=made.id.hex)
    return made


def forget_deadlines(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """What was over, or due, two years ago is deleted; days away a season after they end.

    Returns:
        How many rows.
    """
    with journal.act(actor=actor, at=at, key=key, kind="advice.deadlines_forgotten") as act:
        old = Deadline.objects.seen_by(actor).filter(due_at__lt=at - KEPT).exclude(ended_at__gte=at - KEPT)
        away = Away.objects.seen_by(actor).filter(until__lt=actor.site.today(at) - timedelta(days=90))
        deleted: int = old.delete()[0] + away.delete()[0]
        act.about(n=deleted)
    return deleted


def _open(actor: Actor, deadline: Deadline) -> Deadline:
    found: Deadline | None = Deadline.objects.seen_by(actor).filter(id=deadline.id, ended_at__isnull=True).first()
    if found is None:
        raise DeadlineOver
    return found


def _end(actor: Actor, deadline: Deadline, kind: str, at: datetime, key: RetryKey, **how: Any) -> Deadline:
    with journal.act(actor=actor, at=at, key=key, kind=kind) as act:
        mine = _open(actor, deadline)
        Deadline.objects.filter(id=mine.id).update(ended_at=at, **how)
        act.about(matter=mine.matter, **({"why": how["not_sent"].value} if "not_sent" in how else {}))
        act.results(deadline=mine.id.hex)
    return mine


@journal.undoes("advice.deadline_sent")
@journal.undoes("advice.deadline_closed")
def _due_again(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    mine = Deadline.objects.seen_by(actor).filter(id=results["deadline"])
    mine.update(ended_at=None, sent_at=None, receipt="", not_sent="")


@journal.undoes("advice.deadline_written")
def _not_written(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    if not Deadline.objects.seen_by(actor).filter(id=results["deadline"], ended_at__isnull=True).delete()[0]:
        raise DeadlineOver


@journal.undoes("advice.deadline_confirmed")
def _unsure_again(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    mine = _open(actor, Deadline(id=results["deadline"]))
    Deadline.objects.filter(id=mine.id).update(
        due_at=datetime.fromisoformat(results["due_at"]), certainty=results["certainty"]
    )


@journal.undoes("advice.away")
def _there_again(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Away.objects.seen_by(actor).filter(id=results["away"]).update(ended_at=at)
