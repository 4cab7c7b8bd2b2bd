"""Leaving a message, offering it to a guest, and what the guest says to it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid5

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal
from halte.common.retry import RetryKey
from halte.guests import queries as guest_queries
from halte.guests.acquaintances import check_not_known
from halte.guests.models import Guest, GuestState
from halte.sites.models import Site
from halte.tracing import sealing
from halte.tracing.models import Known, Message, MessageEnd

ANSWER_KEPT = timedelta(days=7)


class MessageGone(Refusal):
    """The message is gone, or not of this site, or somebody dealt with it first."""

    code = "tracing.message_gone"
    message = _("This message is not open any more. Open the page again.")


class NothingWritten(Refusal):
    """An answer without words."""

    code = "tracing.nothing_written"
    message = _("Write what the guest wants to say, or choose: no answer.")
    status = 422


def leave_message(
    *, site: Site, known: Known | str, hint: str, text: str, language: str, ticket: str, at: datetime, key: RetryKey
) -> Message:
    """Somebody leaves a message at a site for a person who may be there or not.

    Keeps:
        Nothing is looked up: for live, unknown, closed and protected cards, and for every name, the same happens.
        The line of the register has no subject and no hint.
    """
    actor = Actor.system(site)
    own = RetryKey(uuid5(key.value, f"message/{site.id}"), key.body)
    with journal.act(actor=actor, at=at, key=own, kind="tracing.message_left") as act:
        left: Message = Message.objects.create(
            site=site,
            known=Known(known),
            hint_box=sealing.sealed(site, hint, "hint"),
            text_box=sealing.sealed(site, text, "text"),
            language=language,
            ticket_key=sealing.ticket_key(site, ticket),
            left_at=at,
        )
        act.about(n=1)
        act.results(message=left.id.hex)
    return left


def offer_message(*, actor: Actor, message: Message, guest: Guest, at: datetime, key: RetryKey) -> Message:
    """A colleague thinks that a message is for this guest: the panel says that one may be waiting, and no more.

    Raises:
        MessageGone: It was offered to somebody already, or is not of this site.
        CodeUnknown: The card is of another site, or switched off.
    """
    with journal.act(actor=actor, at=at, key=key, kind="tracing.offered") as act:
        if not Guest.objects.seen_by(actor).filter(id=guest.id, state=GuestState.LIVE).exists():
            raise guest_queries.CodeUnknown
        rows = Message.objects.seen_by(actor).filter(id=message.id, guest__isnull=True, ended_at__isnull=True)
        if not rows.update(guest=guest):
            raise MessageGone
        act.about([guest])
        act.results(message=message.id.hex)
    return message


def open_message(*, actor: Actor, message: Message, at: datetime, key: RetryKey) -> str:
    """The message is read with its guest, and the register says that it was opened.

    Returns:
        What the writer wrote.

    Raises:
        MessageGone: It waits for nobody here.
    """
    with journal.act(actor=actor, at=at, key=key, kind="tracing.opened") as act:
        found = _offered(actor, message)
        act.about(_of(found))
        act.results(message=found.id.hex)
    return text_of(found)


def text_of(message: Message) -> str:
    """What the writer wrote; for a guest to whom it was offered."""
    return sealing.opened(message.site, message.text_box, "text")


def answer_message(*, actor: Actor, message: Message, text: str, at: datetime, key: RetryKey) -> Message:
    """The guest answers: whoever holds the ticket code reads it, for seven days.

    Raises:
        NothingWritten, MessageGone: Nothing changed.
    """
    if not text.strip():
        raise NothingWritten
    with journal.act(actor=actor, at=at, key=key, kind="tracing.answered") as act:
        found = _offered(actor, message)
        found.answer_box = sealing.sealed(actor.site, text, "answer")
        found.ended_at, found.end = at, MessageEnd.ANSWERED
        found.save(update_fields=["answer_box", "ended_at", "end"])
        act.about(_of(found))
        act.results(message=found.id.hex)
    return found


def give_no_answer(*, actor: Actor, message: Message, at: datetime, key: RetryKey) -> Message:
    """The guest read it and does not answer. The writer reads what everybody reads, and never learns of it.

    Raises:
        MessageGone: It waits for nobody here.
    """
    with journal.act(actor=actor, at=at, key=key, kind="tracing.not_answered") as act:
        found = _offered(actor, message)
        found.ended_at, found.end = at, MessageEnd.NO_ANSWER
        found.save(update_fields=["ended_at", "end"])
        act.about(_of(found))
        act.results(message=found.id.hex)
    return found


def not_for_me(*, actor: Actor, message: Message, at: datetime, key: RetryKey) -> Message:
    """The guest says that the message is not for them: it waits again for whoever it is for.

    Raises:
        MessageGone: It waits for nobody here.
    """
    with journal.act(actor=actor, at=at, key=key, kind="tracing.not_theirs") as act:
        found = _offered(actor, message)
        act.about(_of(found))
        act.results(message=found.id.hex)
        found.guest = None
        found.save(update_fields=["guest"])
    return found


def forget_messages(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Messages are deleted after the days of the site's rules, and seven days after the guest had the last word.

    Returns:
        How many were deleted.
    """
    with journal.act(actor=actor, at=at, key=key, kind="tracing.forgotten") as act:
        kept = timedelta(days=actor.site.rules_at(at).days_messages)
        over = Q(left_at__lt=at - kept, ended_at__isnull=True) | Q(ended_at__lt=at - ANSWER_KEPT)
        deleted: int = Message.objects.seen_by(actor).filter(over).delete()[0]
        act.about(n=deleted)
    return deleted


def _offered(actor: Actor, message: Message) -> Message:
    rows = Message.objects.seen_by(actor).filter(id=message.id, guest__isnull=False, ended_at__isnull=True)
    found: Message | None = rows.select_related("guest", "site").first()
    if found is None or found.guest is None:
        raise MessageGone
    check_not_known(actor, found.guest)
    return found


def _of(message: Message) -> list[Guest]:
    return [message.guest] if message.guest else []


@journal.undoes("tracing.offered")
def _not_offered(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    rows = Message.objects.seen_by(actor).filter(id=results["message"], ended_at__isnull=True)
    if not rows.update(guest=None):
        raise MessageGone


@journal.undoes("tracing.answered")
@journal.undoes("tracing.not_answered")
def _still_open(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    rows = Message.objects.seen_by(actor).filter(id=results["message"])
    if not rows.update(ended_at=None, end="", answer_box=None):
        raise MessageGone
