"""Two guests who never sleep in one room. Hosts read "not this room"; nobody reads why."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests import queries
from halte.guests.actions.doors import check_here
from halte.guests.models import Guest, KeptApart
from halte.guests.refusals import ApartAlready, ApartNoMore, SameCard, StayTogether


def keep_apart(*, actor: Actor, one: Guest, other: Guest, at: datetime, key: RetryKey) -> KeptApart:
    """These two share no room from now on, whoever gives a bed: the plan, the desk, a program or a person.

    Keeps:
        Why is written nowhere. The line names neither of them: laid beside the table it tells nobody who.
        Nobody is moved by this: whoever shares a room tonight is moved by the night desk.

    Raises:
        SameCard: It is one card.
        StayTogether: They are of one family or group: one of them goes on alone first.
        ApartAlready: They are kept apart already.
        GuestElsewhere: A card is of another site.
    """
    with (
        refusing({"kept_apart_once": ApartAlready}),
        journal.act(actor=actor, at=at, key=key, kind="guests.kept_apart") as act,
    ):
        check_here(actor, one, other)
        if one.pk == other.pk:
            raise SameCard
        mine, theirs = queries.membership_of(one), queries.membership_of(other)
        if mine and theirs and mine.group_id == theirs.group_id:
            raise StayTogether
        first, second = sorted([one, other], key=lambda guest: guest.pk)
        made: KeptApart = KeptApart.objects.create(
            site=actor.site, one=first, other=second, since=actor.site.today(at), set_by=actor.id
        )
        act.results(kept=made.id.hex)
    return made


def no_longer_apart(*, actor: Actor, kept: KeptApart, at: datetime, key: RetryKey) -> None:
    """They may share a room again.

    Raises:
        ApartNoMore: It ended before, or is of another site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="guests.no_longer_apart"):
        deleted, _rows = KeptApart.objects.seen_by(actor).filter(pk=kept.pk).delete()
        if not deleted:
            raise ApartNoMore


def carry_apart(old: Guest, new: Guest) -> None:
    """Who was kept apart from the earlier card is kept apart from the one that lives on; part of a larger act."""
    for row in queries.apart_from(old):
        others = {row.one_id, row.other_id} - {old.pk}
        row.delete()
        for other in others - {new.pk}:
            first, second = sorted([other, new.pk])
            KeptApart.objects.get_or_create(
                one_id=first, other_id=second, defaults={"site": row.site, "since": row.since, "set_by": row.set_by}
            )


@journal.undoes("guests.kept_apart")
def _not_apart(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    KeptApart.objects.seen_by(actor).filter(id=results["kept"]).delete()
