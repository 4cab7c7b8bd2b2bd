"""A guest whose card was only written down on paper: known by its spoken code until the card itself is scanned."""

import hmac
import secrets
from datetime import datetime

from halte.accounts.actor import Actor
from halte.common import ids, keys
from halte.guests.models import Guest, GuestState, spoken_box


def waiting_key(actor: Actor, code: str) -> bytes:
    """What stands in the place of a card's key: no card opens it, and a code waits only once at a site."""
    return hmac.digest(keys.of_site(actor.site_id, "unscanned"), code.encode(), "sha256")


def known_by_code(*, actor: Actor, code: str, at: datetime) -> Guest:
    """A guest exists who showed a blank card in a power cut: paper has its spoken code, never its secret.

    It is part of an act that is under way. The first scan of a card with this code makes it the guest's card.
    """
    guest: Guest = Guest.objects.create(
        site=actor.site,
        card_key=waiting_key(actor, code),
        spoken_box=spoken_box(actor.site, code),
        made_on=actor.site.today(at),
    )
    return guest


def waiting_for(actor: Actor, secret: str) -> Guest | None:
    """The guest who waits for the card of this secret, if there is one.

    A card forged to bear the same code would be taken for theirs, as the code said aloud would be; never one that was
    scanned before.
    """
    waits = waiting_key(actor, ids.code_of_secret(secret))
    found: Guest | None = Guest.objects.seen_by(actor).select_related("site").filter(card_key=waits).first()
    return found


def wait_again(*, actor: Actor, guest_id: str) -> None:
    """The scan that made a card this guest's was a mistake: they wait for their card as before."""
    guest: Guest = Guest.objects.seen_by(actor).select_related("site").get(id=guest_id)
    guest.card_key = waiting_key(actor, guest.code)
    guest.save(update_fields=["card_key"])


def never_was(*, actor: Actor, guest_id: str) -> None:
    """The line of paper that made this guest was a mistake: no card opens the row, and the code is free again."""
    guest: Guest = Guest.objects.seen_by(actor).select_related("site").get(id=guest_id)
    if bytes(guest.card_key) == waiting_key(actor, guest.code):
        nobodys = ids.code_of_secret(ids.new_secret())
        guest.card_key, guest.spoken_box = secrets.token_bytes(32), spoken_box(actor.site, nobodys)
        guest.state = GuestState.CLOSED
        guest.save(update_fields=["card_key", "spoken_box", "state"])
