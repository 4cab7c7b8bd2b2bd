"""Finding messages: those nobody matched, those for one guest, and the answer for a ticket code."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from halte.accounts.actor import Actor
from halte.common.languages import BY_CODE
from halte.guests.acquaintances import check_not_known
from halte.guests.models import Guest
from halte.sites.models import Site
from halte.tracing import sealing
from halte.tracing.models import Message, MessageEnd


@dataclass(frozen=True)
class ToMatch:
    """A message that nobody was offered yet: whom it is for, not what it says."""

    id: UUID
    known: str
    hint: str
    language: str
    left_at: datetime


def to_match(actor: Actor) -> list[ToMatch]:
    """The messages of the actor's own site that were offered to nobody, the oldest first."""
    rows = Message.objects.seen_by(actor).filter(guest__isnull=True, ended_at__isnull=True).select_related("site")
    return [
        ToMatch(
            row.id,
            row.get_known_display(),
            sealing.opened(row.site, row.hint_box, "hint"),
            BY_CODE[row.language].name if row.language in BY_CODE else "",
            row.left_at,
        )
        for row in rows
    ]


def message(actor: Actor, message_id: UUID) -> Message | None:
    """A message of the actor's own site.

    Raises:
        ColleagueOpens: It was offered to a guest whom the actor knows.
    """
    found: Message | None = (
        Message.objects.seen_by(actor).select_related("guest__site", "site").filter(id=message_id).first()
    )
    if found is not None and found.guest is not None:
        check_not_known(actor, found.guest)
    return found


def waiting_for(guest: Guest) -> list[Message]:
    """What was offered to a guest and is still open."""
    return list(Message.objects.filter(guest=guest, ended_at__isnull=True).select_related("site"))


def sites_here(at: datetime) -> list[Site]:
    """The open places where a message can be left."""
    return [site for site in Site.objects.filter(opened_on__isnull=False) if _is_open(site, site.today(at))]


def _is_open(site: Site, on: date) -> bool:
    return site.opened_on is not None and site.opened_on <= on


def answer_for(ticket: str) -> str | None:
    """The answer to the message of a ticket code; None when there is none, and for every code that nobody got."""
    rows: Any = Message.objects.everywhere(because="the writer does not know where the person is")
    for site in Site.objects.all():
        found = rows.filter(site=site, ticket_key=sealing.ticket_key(site, ticket), end=MessageEnd.ANSWERED).first()
        if found is not None:
            return sealing.opened(site, found.answer_box, "answer")
    return None
