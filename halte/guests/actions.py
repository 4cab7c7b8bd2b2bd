"""Everything that changes a card, a family or group, or what a place must offer."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common import ids
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.guests import queries
from halte.guests.models import Counted, Group, Guest, GuestState, Membership, PlacedOrder, PlaceWanted, spoken_box
from halte.journal.models import Line
from halte.sites.models import PlaceNeed


class NotACard(Refusal):
    """What was scanned or typed is no card."""

    code = "guests.not_a_card"
    message = _("This is not a card of ours. Scan again, or give a new card: no questions.")
    status = 422


class CardTaken(Refusal):
    """Another desk made this card live at the same moment."""

    code = "guests.card_taken"
    message = _("This card is already in use. Scan it again.")


class CardNotLive(Refusal):
    """The card was replaced or closed."""

    code = "guests.card_not_live"
    message = _("This card was switched off. Give a new card: no questions.")


class NobodyInGroup(Refusal):
    """A family or group needs at least two cards."""

    code = "guests.nobody_in_group"
    message = _("A family or group needs at least two cards.")
    status = 422


class AlreadyInGroup(Refusal):
    """Someone belongs to another family or group today."""

    code = "guests.already_in_group"
    message = _("One of these cards already belongs to a family or group. Part it from that one first.")


class AlreadyTogether(Refusal):
    """They are one family or group already."""

    code = "guests.already_together"
    message = _("These cards are together already.")


class CardInUse(Refusal):
    """Something was given to the card since it was made."""

    code = "guests.card_in_use"
    message = _("Something was done with this card since. Take that back first.")


class GuestElsewhere(Refusal):
    """The card belongs to another site."""

    code = "guests.guest_elsewhere"
    message = _("There is no such card here.")
    status = 404


class UnknownWish(Refusal):
    """Not one of the things a place can offer."""

    code = "guests.unknown_wish"
    message = _("A place cannot offer this. Choose from the list.")
    status = 422


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
        made = secret or _unheard_secret(actor)
        guest = Guest.objects.create(
            site=actor.site,
            card_key=ids.key_at_site(made, actor.site_id),
            spoken_box=spoken_box(actor.site, ids.code_of_secret(made)),
            language=language,
            counted=Counted(counted) if counted else "",
            made_on=actor.site.today(at),
        )
        act.about([guest])
        act.results(guest=guest.id.hex)
    return guest, made


def _unheard_secret(actor: Actor) -> str:
    """A secret whose spoken code no other card of the site has, as far as 30 bits allow."""
    for _attempt in range(8):
        secret = ids.new_secret()
        if not Guest.objects.seen_by(actor).filter(spoken_box=spoken_box(actor.site, ids.code_of_secret(secret))):
            return secret
    return ids.new_secret()


def reissue_card(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> str:
    """The guest goes on with a new card; the old one opens nothing from now on.

    Returns:
        The new card's secret, to be printed; it is stored nowhere.

    Raises:
        CardNotLive: The card was closed by staff.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.card_reissued") as act:
        _check_here(actor, guest)
        # As it stands in this act's turn: another desk may have closed the card while the page lay open.
        guest.refresh_from_db(fields=["state"])
        if guest.state == GuestState.CLOSED:
            raise CardNotLive
        secret = _unheard_secret(actor)
        guest.card_key = ids.key_at_site(secret, actor.site_id)
        guest.spoken_box = spoken_box(actor.site, ids.code_of_secret(secret))
        guest.save(update_fields=["card_key", "spoken_box"])
        act.about([guest])
        act.results(guest=guest.id.hex)
    return secret


def close_card(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> None:
    """The card is closed by staff and opens nothing more."""
    with journal.act(actor=actor, at=at, key=key, kind="guests.card_closed") as act:
        _check_here(actor, guest)
        guest.state = GuestState.CLOSED
        guest.save(update_fields=["state"])
        act.about([guest])


def tell_about(
    *, actor: Actor, guest: Guest, language: str, counted: str, needs: Sequence[str], at: datetime, key: RetryKey
) -> None:
    """Write down what the guest wants us to know: the language, how they count for a room, what the place must offer.

    Raises:
        UnknownWish: A wish is not one a place can offer.
    """
    if set(needs) - set(PlaceNeed.values):
        raise UnknownWish
    with journal.act(actor=actor, at=at, key=key, kind="guests.told") as act:
        _check_here(actor, guest)
        guest.language, guest.counted = language, counted
        guest.save(update_fields=["language", "counted"])
        guest.needs.exclude(need__in=needs).delete()
        PlaceWanted.objects.bulk_create(
            [PlaceWanted(site=actor.site, guest=guest, need=need) for need in needs], ignore_conflicts=True
        )
        act.about([guest])


def keep_together(
    *,
    actor: Actor,
    guests: Sequence[Guest],
    is_family: bool,
    at: datetime,
    key: RetryKey,
    agreed_neighbouring: bool = False,
) -> Group:
    """A family, or friends who asked to stay together, are one group from today.

    Raises:
        NobodyInGroup: Fewer than two cards.
        AlreadyInGroup: Someone belongs to another group today.
    """
    if len({guest.id for guest in guests}) < 2:
        raise NobodyInGroup
    with (
        refusing({"one_group_at_a_time": AlreadyInGroup}),
        journal.act(actor=actor, at=at, key=key, kind="guests.together") as act,
    ):
        _check_here(actor, *guests)
        group = Group.objects.create(site=actor.site, is_family=is_family, agreed_neighbouring=agreed_neighbouring)
        # A family that comes at 03:00 is one in the night that runs, whose date is that of the evening before.
        since = actor.site.tonight(at)
        Membership.objects.bulk_create(
            [Membership(site=actor.site, group=group, guest=guest, since=since) for guest in guests]
        )
        act.about(guests, members=len(guests))
        act.results(group=group.id.hex)
    return group


def join(*, actor: Actor, guest: Guest, group: Group, at: datetime, key: RetryKey) -> None:
    """One more card belongs to a family or group from today.

    Raises:
        AlreadyInGroup: The card belongs to another one.
    """
    with (
        refusing({"one_group_at_a_time": AlreadyInGroup}),
        journal.act(actor=actor, at=at, key=key, kind="guests.joined") as act,
    ):
        _check_here(actor, guest, group)
        Membership.objects.create(site=actor.site, group=group, guest=guest, since=actor.site.tonight(at))
        act.about([guest])
        act.results(group=group.id.hex)


def place(*, actor: Actor, guest: Guest, placed: PlacedOrder, at: datetime, key: RetryKey) -> None:
    """A person sets in which order this guest is placed. Why is not written down here, nor in the register."""
    with journal.act(actor=actor, at=at, key=key, kind="guests.placed") as act:
        _check_here(actor, guest)
        guest.placed = placed
        guest.save(update_fields=["placed"])
        act.about([guest])


def part(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> None:
    """The guest leaves their family or group now; what was given to all of them stands."""
    with journal.act(actor=actor, at=at, key=key, kind="guests.parted") as act:
        _check_here(actor, guest)
        yesterday = actor.site.today(at) - timedelta(days=1)
        membership = queries.membership_of(guest)
        if membership is None:
            raise NobodyInGroup
        membership.until = max(yesterday, membership.since)
        membership.save(update_fields=["until"])
        act.about([guest])


@journal.undoes("guests.card_made")
def _unmake_card(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """A card made by mistake is closed; its row stays, since a line names it."""
    since = Line.objects.filter(subjects__guest=results["guest"], undoes__isnull=True).exclude(
        id=act.undoes or act.line_id
    )
    if since.exclude(id__in=Line.objects.filter(undoes__in=since).values("undoes")).exists():
        raise CardInUse
    Guest.objects.seen_by(actor).filter(id=results["guest"]).update(state=GuestState.CLOSED)


def _check_here(actor: Actor, *rows: Guest | Group) -> None:
    """The last door: a card or group of another site is as unknown here as one that never was."""
    if any(row.site_id != actor.site_id for row in rows):
        raise GuestElsewhere
