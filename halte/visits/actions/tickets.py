"""Queue tickets: a number instead of standing in line."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.visits import queries
from halte.visits.models import Ending, Queue, Ticket


class HasTicket(Refusal):
    """The guest waits in this queue already."""

    code = "visits.has_ticket"
    message = _("This guest already has a ticket.")


class NobodyWaits(Refusal):
    """The queue is empty."""

    code = "visits.nobody_waits"
    message = _("Nobody is waiting.")


class TicketOver(Refusal):
    """The ticket was served or taken back."""

    code = "visits.ticket_over"
    message = _("This ticket is over.")


def take_ticket(
    *, actor: Actor, at: datetime, key: RetryKey, queue: Queue | str = Queue.ADVICE, guest: Guest | None = None
) -> Ticket:
    """The next number of a queue, for a guest or on paper for nobody we know.

    Keeps:
        Numbers of a day have no doubles, and a guest waits once in a queue. The database holds both.

    Raises:
        HasTicket: The guest waits in this queue already.
        GuestElsewhere, CardNotLive: The card is of another site, or switched off.
    """
    queue = Queue(queue)
    with (
        refusing({"one_ticket_per_queue": HasTicket}),
        journal.act(actor=actor, at=at, key=key, kind="visits.ticket_taken") as act,
    ):
        if guest is not None:
            queries.live_guest(actor, guest)
        today = actor.site.today(at)
        last = Ticket.objects.seen_by(actor).filter(queue=queue, on=today).aggregate(last=Max("number"))["last"]
        ticket: Ticket = Ticket.objects.create(
            site=actor.site, queue=queue, on=today, number=(last or 0) + 1, guest=guest, taken_at=at
        )
        act.about([guest] if guest else [], queue=queue.value, number=ticket.number)
        act.results(ticket=ticket.id.hex)
    return ticket


def call_next(
    *, actor: Actor, at: datetime, key: RetryKey, queue: Queue | str = Queue.ADVICE, place: str = ""
) -> Ticket:
    """The first ticket in line is called, to a table or room.

    Args:
        place: A code such as `table-2`; empty when there is only one.

    Raises:
        NobodyWaits: The queue is empty.
    """
    queue = Queue(queue)
    with journal.act(actor=actor, at=at, key=key, kind="visits.ticket_called") as act:
        ticket = next(iter(queries.waiting(actor, queue, at)), None)
        if ticket is None:
            raise NobodyWaits
        ticket.called_at, ticket.place = at, place
        ticket.save(update_fields=["called_at", "place"])
        act.about(_of(ticket), **_said(ticket), **({"place": place} if place else {}))
        act.results(ticket=ticket.id.hex)
    return ticket


def end_ticket(*, actor: Actor, ticket: Ticket, at: datetime, key: RetryKey) -> None:
    """Whoever held the ticket was served, or did not come.

    Raises:
        TicketOver: It ended before, or belongs to another site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="visits.ticket_ended") as act:
        rows = Ticket.objects.seen_by(actor).filter(id=ticket.id, ended_at__isnull=True)
        if not rows.update(ended_at=at, ending=Ending.SERVED):
            raise TicketOver
        act.about(_of(ticket), **_said(ticket))
        act.results(ticket=ticket.id.hex)


def _of(ticket: Ticket) -> list[Guest]:
    return [ticket.guest] if ticket.guest else []


def _said(ticket: Ticket) -> dict[str, str | int]:
    """What a later line says of a ticket: a guest's is not named again, so that erased they share no number."""
    return {"queue": ticket.queue} | ({} if ticket.guest_id else {"number": ticket.number})


@journal.undoes("visits.ticket_taken")
def _not_taken(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """The number stays used, so that no two people ever hold the same one."""
    rows = Ticket.objects.seen_by(actor).filter(id=results["ticket"], called_at__isnull=True, ended_at__isnull=True)
    if not rows.update(ended_at=at, ending=Ending.UNDONE):
        raise TicketOver


@journal.undoes("visits.ticket_called")
def _not_called(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    rows = Ticket.objects.seen_by(actor).filter(id=results["ticket"], ended_at__isnull=True)
    if not rows.update(called_at=None, place=""):
        raise TicketOver


@journal.undoes("visits.ticket_ended")
def _not_ended(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    with refusing({"one_ticket_per_queue": HasTicket}):
        Ticket.objects.seen_by(actor).filter(id=results["ticket"]).update(ended_at=None, ending="")
