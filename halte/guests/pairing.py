"""A phone of the guest's own: paired at a desk by one scan, it shows their things for fourteen days."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common import ids
from halte.common.refusal import Refusal
from halte.common.retry import RetryKey
from halte.guests.models import Guest, GuestState, PairedPhone
from halte.guests.refusals import CardNotLive, GuestElsewhere

LINK_LASTS = timedelta(minutes=2)
PHONE_LASTS = timedelta(days=14)


class LinkOver(Refusal):
    """The link was used, or its two minutes are over."""

    code = "guests.link_over"
    message = _("This link is over: it works once, for two minutes. Ask the desk for a new one.")


class StaysBare(Refusal):
    """A protected card opens on no phone."""

    code = "guests.stays_bare"
    message = _("This card is protected: its page stays bare on every phone.")


class NoPhone(Refusal):
    """No phone is paired with this card."""

    code = "guests.no_phone"
    message = _("No phone is paired with this card.")


def offer_link(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> str:
    """A link waits for two minutes for the guest's phone; whichever phone opens it first is paired.

    Keeps:
        The link is stored nowhere; it is returned once, to be shown as a QR code.

    Raises:
        CardNotLive: The card was replaced or closed.
        StaysBare: The card is protected.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.pairing_offered") as act:
        _check_may_open(actor, guest)
        link = ids.new_secret()
        rows: Any = PairedPhone.objects.seen_by(actor).filter(guest=guest, since__isnull=True)
        rows.delete()
        PairedPhone.objects.create(site=actor.site, guest=guest, token_hash=_of_link(link), until=at + LINK_LASTS)
        act.about([guest])
    return link


def link_waits(link: str, at: datetime) -> bool:
    """Whether a link still waits for its phone."""
    return bool(_waiting(link, at).exists())


def pair(*, link: str, at: datetime, key: RetryKey) -> tuple[Guest, str]:
    """The phone that opened the link is the guest's own from now on, for fourteen days.

    Keeps:
        One link, one phone: the row that waited becomes the phone's, and the link fits nothing any more.
        What the phone keeps is 256 random bits; the database knows only their hash.

    Returns:
        The guest, and what the phone keeps.

    Raises:
        LinkOver: It was used before, or its two minutes are over.
        CardNotLive, StaysBare: The card was closed or protected meanwhile.
    """
    row = _waiting(link, at).select_related("guest__site").first()
    if row is None:
        raise LinkOver
    actor = Actor.guest(row.guest.site)
    with journal.act(actor=actor, at=at, key=key, kind="guests.phone_paired") as act:
        _check_may_open(actor, row.guest)
        kept = secrets.token_urlsafe(32)
        if not _waiting(link, at).update(token_hash=_of_phone(kept), since=at, until=at + PHONE_LASTS):
            raise LinkOver
        act.about([row.guest])
    return row.guest, kept


def guest_of_phone(kept: str, at: datetime) -> Guest | None:
    """Whose things this phone may show now: nobody's once the card was replaced, closed or protected."""
    rows: Any = PairedPhone.objects.everywhere(because="a phone does not know its site")
    found = rows.filter(
        token_hash=_of_phone(kept),
        since__isnull=False,
        until__gt=at,
        guest__state=GuestState.LIVE,
        guest__protected=False,
    )
    row: PairedPhone | None = found.select_related("guest__site", "guest__on_card_of__site").first()
    return row.guest if row else None


def phones_of(guest: Guest, at: datetime) -> int:
    """How many phones show this guest's things now."""
    rows: Any = PairedPhone.objects.filter(guest=guest, since__isnull=False, until__gt=at)
    return int(rows.count())


def end_pairing(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> None:
    """No phone shows the guest's things any more, and no link waits.

    Raises:
        NoPhone: None was paired.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.pairing_ended") as act:
        if guest.site_id != actor.site_id:
            raise GuestElsewhere
        if not end_within(guest):
            raise NoPhone
        act.about([guest])


def end_within(*guests: Guest) -> int:
    """The same for some guests as a part of a larger act: a card that is replaced, closed, protected or merged."""
    rows: Any = PairedPhone.objects.filter(guest__in=guests)
    deleted: int = rows.delete()[0]
    return deleted


def forget_within(actor: Actor, at: datetime) -> int:
    """Pairings that ended by themselves are deleted; within an act of forgetting."""
    deleted: int = PairedPhone.objects.seen_by(actor).filter(until__lte=at).delete()[0]
    return deleted


def _waiting(link: str, at: datetime) -> Any:
    rows = PairedPhone.objects.everywhere(because="a phone does not know its site")
    return rows.filter(token_hash=_of_link(link), since__isnull=True, until__gt=at)


def _check_may_open(actor: Actor, guest: Guest) -> None:
    if guest.site_id != actor.site_id:
        raise GuestElsewhere
    # As it stands in this act's turn: another desk may have closed or protected the card while the page lay open.
    guest.refresh_from_db(fields=["state", "protected"])
    if guest.state != GuestState.LIVE:
        raise CardNotLive
    if guest.protected:
        raise StaysBare


def _of_link(link: str) -> bytes:
    """A link and what a phone keeps never fit each other's place."""
    return hashlib.sha256(b"link/" + link.encode()).digest()


def _of_phone(kept: str) -> bytes:
    return hashlib.sha256(b"phone/" + kept.encode()).digest()
