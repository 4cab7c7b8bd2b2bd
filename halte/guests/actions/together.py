"""Families and groups, and what a guest wants us to know."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests import queries
from halte.guests.actions.doors import check_here
from halte.guests.models import Group, Guest, Membership, PlacedOrder, PlaceWanted
from halte.guests.refusals import AlreadyInGroup, NobodyInGroup, UnknownWish
from halte.sites.models import PlaceNeed


def tell_about(
    *,
    actor: Actor,
    guest: Guest,
    language: str,
    counted: str,
    needs: Sequence[str],
    at: datetime,
    key: RetryKey,
    ask_in_private: bool = False,
) -> None:
    """Write down what the guest wants us to know: the language, how they count for a room, what the place must offer.

    Args:
        ask_in_private: Where they are safe is asked in private first; until then nobody is placed by itself.

    Raises:
        UnknownWish: A wish is not one a place can offer.
    """
    if set(needs) - set(PlaceNeed.values):
        raise UnknownWish
    with journal.act(actor=actor, at=at, key=key, kind="guests.told") as act:
        check_here(actor, guest)
        guest.language, guest.counted, guest.ask_in_private = language, counted, ask_in_private
        guest.save(update_fields=["language", "counted", "ask_in_private"])
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
        check_here(actor, *guests)
        group = together_within(
            actor=actor, guests=guests, is_family=is_family, at=at, agreed_neighbouring=agreed_neighbouring
        )
        act.about(guests, members=len(guests))
        act.results(group=group.id.hex)
    return group


def together_within(
    *, actor: Actor, guests: Sequence[Guest], is_family: bool, at: datetime, agreed_neighbouring: bool = False
) -> Group:
    """The same as a part of a larger act, for guests of the site."""
    group: Group = Group.objects.create(site=actor.site, is_family=is_family, agreed_neighbouring=agreed_neighbouring)
    # A family that comes at 03:00 is one in the night that runs, whose date is that of the evening before.
    since = actor.site.tonight(at)
    Membership.objects.bulk_create(
        [Membership(site=actor.site, group=group, guest=guest, since=since) for guest in guests]
    )
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
        check_here(actor, guest, group)
        join_within(actor=actor, guest=guest, group=group, at=at)
        act.about([guest])
        act.results(group=group.id.hex)


def join_within(*, actor: Actor, guest: Guest, group: Group, at: datetime) -> None:
    """The same as a part of a larger act, for a guest and a group of the site."""
    Membership.objects.create(site=actor.site, group=group, guest=guest, since=actor.site.tonight(at))


def place(*, actor: Actor, guest: Guest, placed: PlacedOrder, at: datetime, key: RetryKey) -> None:
    """A person sets in which order this guest is placed. Why is not written down here, nor in the register."""
    with journal.act(actor=actor, at=at, key=key, kind="guests.placed") as act:
        check_here(actor, guest)
        guest.placed = placed
        guest.save(update_fields=["placed"])
        act.about([guest])


def part(*, actor: Actor, guest: Guest, at: datetime, key: RetryKey) -> None:
    """The guest leaves their family or group now; what was given to all of them stands."""
    with journal.act(actor=actor, at=at, key=key, kind="guests.parted") as act:
        check_here(actor, guest)
        yesterday = actor.site.today(at) - timedelta(days=1)
        membership = queries.membership_of(guest)
        if membership is None:
            raise NobodyInGroup
        membership.until = max(yesterday, membership.since)
        membership.save(update_fields=["until"])
        act.about([guest])
