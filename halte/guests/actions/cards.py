"""A card begins, is replaced, and is of one's own again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common import ids
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests import pairing
from halte.guests.actions import unscanned
from halte.guests.actions.doors import check_here
from halte.guests.models import Counted, Guest, GuestState, spoken_box
from halte.guests.refusals import CardInUse, CardNotLive, CardTaken, NotACard
from halte.journal.models import Line


def make_card(
    *,
    actor: Actor,
    at: datetime,
    key: RetryKey,
    secret: str | None = None,
    language: str = "",
    counted: str = "",
) -> tuple[Guest, str]:
    """A guest exists at this site: a new card, or a blank printed one that was scanned for the first time.

    Keeps:
        The secret is stored nowhere; it is returned once, to be printed.

    Args:
        secret: Of a blank printed card; a new one is made when it is missing.

    Returns:
        The guest and the card's secret.

    Raises:
        NotACard: The secret has not the shape of one.
        CardTaken: The card is in use at this site.
    """
    if secret is not None and not ids.is_secret(secret):
        raise NotACard
    with (
        refusing({"one_guest_per_card": CardTaken}),
        journal.act(actor=actor, at=at, key=key, kind="guests.card_made") as act,
    ):
        made = secret or unheard_secret(actor)
        guest = card_within(act, actor=actor, secret=made, at=at, language=language, counted=counted)
        act.about([guest])
    return guest, made


def card_within(
    act: journal.Act, *, actor: Actor, secret: str, at: datetime, language: str = "", counted: str = ""
) -> Guest:
    """The same as a part of a larger act. Who was written down on paper by this code gets it as theirs."""
    waits = unscanned.waiting_for(actor, secret)
    guest = waits or Guest(site=actor.site, made_on=actor.site.today(at))
    card_of_secret(actor, guest, secret)
    guest.language = guest.language or language
    guest.counted = guest.counted or (Counted(counted) if counted else "")
    guest.save()
    act.results(guest=guest.id.hex, waited=bool(waits))
    return guest


def unheard_secret(actor: Actor) -> str:
    """A secret whose spoken code no other card of the site has, as far as 30 bits allow."""
    for _attempt in range(8):
        secret = ids.new_secret()
        if not Guest.objects.seen_by(actor).filter(spoken_box=spoken_box(actor.site, ids.code_of_secret(secret))):
            return secret
    return ids.new_secret()


def card_of_secret(actor: Actor, guest: Guest, secret: str) -> None:
    """This secret opens the guest's row from now on, once it is saved."""
    guest.card_key = ids.key_at_site(secret, actor.site_id)
    guest.spoken_box = spoken_box(actor.site, ids.code_of_secret(secret))


def reissue_card(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey, secret: str | None = None) -> str:
    """The guest goes on with a new card; the old one opens nothing from now on.

    Args:
        secret: Of a blank printed card; a new one is made when it is missing.

    Returns:
        The new card's secret, to be printed; it is stored nowhere.

    Raises:
        CardNotLive: The card was closed by staff.
        NotACard: The secret has not the shape of one.
        CardTaken: The blank card is in use at this site.
    """
    if secret is not None and not ids.is_secret(secret):
        raise NotACard
    with (
        refusing({"one_guest_per_card": CardTaken}),
        journal.act(actor=actor, at=at, key=key, kind="guests.card_reissued") as act,
    ):
        check_here(actor, guest)
        # As it stands in this act's turn: another desk may have closed the card while the page lay open.
        return reissue_within(act, actor, guest, secret)


def reissue_within(act: journal.Act, actor: Actor, guest: Guest, blank: str | None = None) -> str:
    """The same as a part of a larger act, inside its `journal.act`. Whose own card it was not, has one now."""
    guest.refresh_from_db(fields=["state"])
    if guest.state != GuestState.LIVE:
        raise CardNotLive
    secret = blank or unheard_secret(actor)
    guest.on_card_of = None
    card_of_secret(actor, guest, secret)
    guest.save(update_fields=["card_key", "spoken_box", "on_card_of"])
    pairing.end_within(guest)
    act.about([guest])
    act.results(guest=guest.id.hex)
    return secret


def protect_card(*, actor: Actor, guest: Guest, protected: bool, at: datetime, key: RetryKey) -> None:
    """The card's page stays bare on every phone, and no message finds the guest; or that is over. Why is not asked.

    Keeps:
        Phones that were paired show nothing from this moment. The line does not say whether it began or ended.

    Raises:
        CardNotLive: The card was replaced or closed.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.protection_set") as act:
        check_here(actor, guest)
        guest.refresh_from_db(fields=["state"])
        if guest.state != GuestState.LIVE:
            raise CardNotLive
        guest.protected = protected
        guest.save(update_fields=["protected"])
        if protected:
            pairing.end_within(guest)
        act.about([guest])


@journal.undoes("guests.card_made")
def _unmake_card(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """A card made by mistake is closed; its row stays, since a line names it. One that paper knew waits again."""
    if results.get("waited"):
        unscanned.wait_again(actor=actor, guest_id=results["guest"])
        return
    if done_since(results["guest"], act):
        raise CardInUse
    Guest.objects.seen_by(actor).filter(id=results["guest"]).update(state=GuestState.CLOSED)


def done_since(guest: str, act: journal.Act) -> bool:
    """Whether another act that stands was about this guest than the one being taken back."""
    since = Line.objects.filter(subjects__guest=guest, undoes__isnull=True).exclude(id=act.undoes or act.line_id)
    found: bool = since.exclude(id__in=Line.objects.filter(undoes__in=since).values("undoes")).exists()
    return found
