"""Choosing a sign of one's own, and finding a lost card by it."""

from collections.abc import Sequence
from datetime import datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.guests import pairing, signs
from halte.guests.actions.cards import reissue_within
from halte.guests.actions.doors import check_here
from halte.guests.models import Guest, GuestState, OwnSign
from halte.guests.refusals import CardNotLive, NotASign, SecondProof, SignUnknown, TooManySigns


def choose_sign(*, actor: Actor, guest: Guest, pictures: Sequence[str], at: datetime, key: RetryKey) -> None:
    """The guest has a sign of their own; an earlier one opens nothing any more.

    Raises:
        NotASign: Not three different pictures.
        CardNotLive: The card was switched off.
    """
    if not signs.is_sign(pictures):
        raise NotASign
    with journal.act(actor=actor, at=at, key=key, kind="guests.sign_chosen") as act:
        check_here(actor, guest)
        guest.refresh_from_db(fields=["state"])
        if guest.state != GuestState.LIVE:
            raise CardNotLive
        OwnSign.objects.update_or_create(
            guest=guest, defaults={"site": actor.site, "sign_key": signs.key_of(actor, pictures)}
        )
        act.about([guest])


def find_by_sign(
    *, actor: Actor, pictures: Sequence[str], at: datetime, key: RetryKey, bed: str = "", known: bool = False
) -> tuple[Guest, str]:
    """A lost card is found by the guest's sign with a second proof, and a new one takes its place at once.

    Keeps:
        Never a list, never a hint: a wrong picture, a wrong bed, a sign that two people chose and a sign of nobody are
        answered alike. Five tries a shift for whoever asks, and for a device whoever asks at it; each is a line.
        The lost card opens nothing any more, and no phone is paired with it.

    Args:
        bed: The number of the bed they have tonight.
        known: The colleague who asks says that they know this person; the line says so.

    Returns:
        The guest, and the new card's secret, to be printed.

    Raises:
        SecondProof: Neither a bed nor a colleague's word.
        SignUnknown: Nobody is found. A new card needs no proof.
        TooManySigns: Five tries in vain.
    """
    if not (bed or known):
        raise SecondProof
    with journal.act(actor=actor, at=at, key=key, kind="guests.card_found") as act:
        if signs.wrong_tries(actor, at) >= signs.TRIES_A_SHIFT or signs.AT_A_DEVICE.is_over(actor.device):
            raise TooManySigns
        guest = signs.whose(actor, pictures, bed=bed, at=at)
        act.about(proof="bed" if bed else "word")
        secret = ""
        if guest is None:
            act.kind = signs.WRONG
        else:
            pairing.end_within(guest)
            secret = reissue_within(act, actor, guest)
    if guest is None:
        signs.AT_A_DEVICE.note(actor.device)
        raise SignUnknown
    return guest, secret
