"""Those who came on somebody's card: counted in with one tap each, and out again with a card of their own."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common import ids
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests import queries
from halte.guests.actions.cards import card_of_secret, done_since, unheard_secret
from halte.guests.actions.doors import check_here
from halte.guests.models import Counted, Group, Guest, GuestState, Membership, spoken_box
from halte.guests.refusals import AlreadyInGroup, CardInUse, CardNotLive, CardTaken, HasOwnCard, NotACard


def add_company(
    *, actor: Actor, guest: Guest, counted: str, at: datetime, key: RetryKey, in_cot: bool = False
) -> Guest:
    """One more person on a guest's card: a woman, a man, a child, or a newborn in a cot. No question is asked.

    Keeps:
        They are of the holder's family from now on, which begins here if there was none.
        A row of their own, so "one bed, one guest" holds for them too; a newborn in a cot takes no bed at all.
        No card opens them but the holder's.

    Args:
        guest: Whose card it is; for someone who is on a card themselves, its holder.

    Raises:
        CardNotLive: The card was switched off.
    """
    with (
        refusing({"one_group_at_a_time": AlreadyInGroup}),
        journal.act(actor=actor, at=at, key=key, kind="guests.company_added") as act,
    ):
        holder = _holder(actor, guest)
        group, made = _family_of(actor, holder, at)
        added = Guest.objects.create(
            site=actor.site,
            card_key=secrets.token_bytes(32),
            spoken_box=spoken_box(actor.site, f"+{_next_number(holder)}"),
            language=holder.language,
            counted=Counted(counted) if counted else "",
            made_on=actor.site.today(at),
            on_card_of=holder,
            in_cot=in_cot,
        )
        Membership.objects.create(site=actor.site, group=group, guest=added, since=actor.site.tonight(at))
        act.about([holder, added], in_cot=in_cot)
        act.results(guest=added.id.hex, group=group.id.hex if made else None)
    return added


def give_own_card(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey, secret: str | None = None) -> str:
    """Someone who came on another's card has a card of their own from now on; the family stays one.

    Args:
        secret: Of a blank printed card; a new one is made when it is missing.

    Returns:
        The card's secret, to be printed; it is stored nowhere.

    Raises:
        HasOwnCard, CardNotLive, NotACard, CardTaken.
    """
    if secret is not None and not ids.is_secret(secret):
        raise NotACard
    with (
        refusing({"one_guest_per_card": CardTaken}),
        journal.act(actor=actor, at=at, key=key, kind="guests.own_card_given") as act,
    ):
        check_here(actor, guest)
        guest.refresh_from_db(fields=["state", "on_card_of"])
        if guest.on_card_of_id is None:
            raise HasOwnCard
        if guest.state != GuestState.LIVE:
            raise CardNotLive
        made = secret or unheard_secret(actor)
        guest.on_card_of = None
        card_of_secret(actor, guest, made)
        guest.save(update_fields=["card_key", "spoken_box", "on_card_of"])
        act.about([guest])
        act.results(guest=guest.id.hex)
    return made


def hand_card_on(actor: Actor, holder: Guest) -> None:
    """Those on a card that ends go on together: an adult of them is its holder now, with a code that can be said.

    Nobody has the new secret; a desk prints a card when they ask.
    """
    company = sorted(holder.company.select_related("site"), key=lambda one: one.counted == Counted.CHILD)
    if not company:
        return
    first, *others = company
    first.on_card_of = None
    card_of_secret(actor, first, unheard_secret(actor))
    first.save(update_fields=["card_key", "spoken_box", "on_card_of"])
    number_company(actor, first, others)


def number_company(actor: Actor, holder: Guest, joining: list[Guest]) -> None:
    """These are on this holder's card now, after those who are already."""
    number = _next_number(holder)
    for one in joining:
        one.on_card_of, one.spoken_box = holder, spoken_box(actor.site, f"+{number}")
        number += 1
    Guest.objects.bulk_update(joining, ["on_card_of", "spoken_box"])


def _holder(actor: Actor, guest: Guest) -> Guest:
    check_here(actor, guest)
    # As it stands in this act's turn: another desk may have closed the card while the page lay open.
    found: Guest = Guest.objects.seen_by(actor).select_related("site").get(pk=guest.on_card_of_id or guest.pk)
    if found.state != GuestState.LIVE:
        raise CardNotLive
    return found


def _family_of(actor: Actor, holder: Guest, at: datetime) -> tuple[Group, bool]:
    """The holder's family or group; a family that begins now when there is none, and whether it does."""
    membership = queries.membership_of(holder)
    if membership:
        return membership.group, False
    group = Group.objects.create(site=actor.site, is_family=True)
    Membership.objects.create(site=actor.site, group=group, guest=holder, since=actor.site.tonight(at))
    return group, True


def _next_number(holder: Guest) -> int:
    """The holder is the first; whoever was taken back or left keeps their number for nobody else."""
    taken = [one.number_on_card for one in holder.company.select_related("site")]
    return max(taken, default=1) + 1


@journal.undoes("guests.company_added")
def _not_on_card(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Pressed by mistake: nobody came. Refused when something was done with them since."""
    if done_since(results["guest"], act):
        raise CardInUse
    Guest.objects.seen_by(actor).filter(id=results["guest"]).update(state=GuestState.CLOSED)
    Membership.objects.seen_by(actor).filter(guest=results["guest"]).delete()
    if results["group"]:
        left = Membership.objects.seen_by(actor).filter(group=results["group"], until__isnull=True)
        if left.count() < 2:
            Group.objects.seen_by(actor).filter(id=results["group"]).delete()
