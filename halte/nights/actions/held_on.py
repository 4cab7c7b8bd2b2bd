"""What becomes of held places: they come, they come later, they do not come, or the hour is over."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights import placing, queries, refusals
from halte.nights.actions.parties import check_hours, end_party, guests_of, keep_until, let_go, open_party
from halte.nights.held import HeldEnd, HeldParty
from halte.nights.models import EndReason, Stay, WantEnd


def come_later(*, actor: Actor, party: HeldParty, until: datetime, at: datetime, key: RetryKey) -> HeldParty:
    """They said that they come later: their places are held until another hour.

    Raises:
        HoldOver: Their places are free already.
        HoldNotSo: The hour is over, or not of this night.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.said_late") as act:
        found = open_party(actor, party)
        check_hours(actor, found.night, until, at)
        act.about(guests_of(found), night=found.night)
        act.results(party=found.id.hex, was_until=found.until.isoformat())
        keep_until(found, until)
    return found


def they_came(*, actor: Actor, party: HeldParty, at: datetime, key: RetryKey) -> list[Stay]:
    """Everyone of a party who has a bed is in the house, in one act. Cards follow when there is time.

    Raises:
        HoldOver: Their places are free already.
        AskThemFirst: The place is beside a family, and only they say yes.
        NoBedHeld: Nobody of them has a bed, or everyone who has is inside.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.party_came") as act:
        found = open_party(actor, party)
        if found.beside_id:
            raise refusals.AskThemFirst
        guests = guests_of(found)
        held = queries.holding(actor, found.night, at).filter(guest__in=guests, arrived_at__isnull=True)
        stays = [placing.written_down(stay, found.night, at) for stay in held.select_related("guest", "bed__room")]
        if not stays:
            raise refusals.NoBedHeld
        Stay.objects.filter(id__in=[stay.id for stay in stays]).update(arrived_at=at, left_at=None)
        without = len(guests) - queries.holding(actor, found.night, at).filter(guest__in=guests).count()
        if not without:
            end_party(found, at, HeldEnd.CAME)
        act.about(guests, night=found.night, n=len(stays))
        act.results(party=found.id.hex, stays=[stay.id.hex for stay in stays], until=found.until.isoformat())
    return stays


def cancel_held(*, actor: Actor, party: HeldParty, at: datetime, key: RetryKey) -> HeldParty:
    """They do not come: their places are free now, and nobody of them waits any more.

    Raises:
        HoldOver: It was over already.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.held_cancelled") as act:
        found = open_party(actor, party)
        act.about(guests_of(found), night=found.night)
        let_go(actor, found, at, EndReason.FREED, WantEnd.CANCELLED)
        end_party(found, at, HeldEnd.CANCELLED)
    return found


def release_held(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Places whose hour is over are free for others. It happens by itself; whoever came keeps their bed.

    Returns:
        How many places are free.

    Raises:
        NobodyMissing: No hour is over.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.held_released") as act:
        over = list(HeldParty.objects.seen_by(actor).filter(ended_at__isnull=True, until__lte=at).order_by("until"))
        if not over:
            raise refusals.NobodyMissing
        freed = 0
        for party in over:
            gone, came = let_go(actor, party, at, EndReason.DID_NOT_COME, WantEnd.DID_NOT_COME)
            freed += gone
            end_party(party, at, HeldEnd.CAME if came else HeldEnd.DID_NOT_COME)
        act.about(n=freed, parties=len(over))
    return freed


@journal.undoes("nights.said_late")
def _not_late(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    keep_until(open_party(actor, HeldParty(pk=results["party"])), datetime.fromisoformat(results["was_until"]))


@journal.undoes("nights.party_came")
def _did_not_come(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """They are expected again; refused when one of them went out or moved since, or the hour is over."""
    stays = placing.stays(actor, results["stays"])
    if any(not stay.inside or stay.ended_at or placing.next_night_counts_on(stay) for stay in stays):
        raise refusals.LaterActs
    Stay.objects.filter(id__in=[stay.id for stay in stays]).update(arrived_at=None)
    again = HeldParty.objects.seen_by(actor).filter(pk=results["party"])
    again.update(ended_at=None, end="")
