"""Giving, moving, swapping and freeing beds."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.nights import ending, placing, refusals
from halte.nights.models import EndReason, Stay
from halte.sites.models import Bed


def give_bed(
    *,
    actor: Actor,
    guest: Guest,
    night: date,
    at: datetime,
    key: RetryKey,
    bed: Bed | None = None,
    kind: str = "",
    without: bool = False,
) -> Stay:
    """The guest has a bed for a night: the one chosen, or the best free one.

    Keeps:
        One guest per bed and one bed per guest each night, held by the database too.
        A room is for whom its kind says; minors alone sleep apart from adults; one family in a family room; never more
        people than the legal maximum. A bed whose guest stays on from last night is not free.
        What the place must offer is kept, whoever chooses; only the guest can agree to do without, and the line says
        so. That a room is for women only is kept in any case.
        The bed they slept in before is theirs again when it is free and suits them.

    Args:
        night: The evening's date on the site's own calendar.
        kind: Rooms where the guest says they are safe (men, women, minors), for guests who did not say before.
        without: They agreed to do without what the chosen bed does not offer.

    Raises:
        GuestHasBed, BedTaken, BedClosed, RoomFull, RoomNotForThem, PlaceLacks, FamilyTogether, NoBedFits,
        NightOutOfReach, NotHere, CardNotLive.
        WhereSafe: Nobody chose a bed or a kind of room, and the guest never said how they count.
    """
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.given") as act,
    ):
        return give_within(act, actor=actor, guest=guest, night=night, at=at, bed=bed, kind=kind, without=without)


def give_within(
    act: journal.Act,
    *,
    actor: Actor,
    guest: Guest,
    night: date,
    at: datetime,
    bed: Bed | None = None,
    kind: str = "",
    without: bool = False,
) -> Stay:
    """The same as a part of a larger act, inside its `journal.act`: `refusing(refusals.TAKEN)` is for the caller."""
    if without:
        act.about(without=True)
    return placing.place_guest(act, actor=actor, guest=guest, night=night, at=at, bed=bed, kind=kind, without=without)


def move(
    *, actor: Actor, stay: Stay, bed: Bed, night: date, at: datetime, key: RetryKey, without: bool = False
) -> Stay:
    """The guest has another bed for the same night; the old one is free.

    Args:
        night: A stay of the night before that goes on by itself is written down for this night first.
        without: They agreed to do without what the bed does not offer.

    Returns:
        The new stay; whether they are inside or leaving goes with them.

    Raises:
        NoBedHeld, SameBed, BedTaken, BedClosed, RoomFull, RoomNotForThem, PlaceLacks, FamilyTogether, NotHere.
    """
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.moved") as act,
    ):
        return move_within(act, actor=actor, stay=stay, bed=bed, night=night, at=at, without=without)


def move_within(
    act: journal.Act, *, actor: Actor, stay: Stay, bed: Bed, night: date, at: datetime, without: bool = False
) -> Stay:
    """The same as a part of a larger act, inside its `journal.act`: `refusing(refusals.TAKEN)` is for the caller."""
    old = placing.held_stay(actor, stay, night, at)
    bed = placing.own_bed(actor, bed)
    if bed.id == old.bed_id:
        raise refusals.SameBed
    room = placing.room_of(actor, bed, night, at).without([old.guest_id])
    placing.check_place(actor, placing.as_person(old.guest, night), bed, room, night, at, without=without)
    end_stay(old, at, EndReason.MOVED)
    new = go_on_in(old, bed, at)
    act.about([old.guest], night=night, room=bed.room.code, **({"without": True} if without else {}))
    act.results(stay=new.id.hex, old=old.id.hex)
    return new


def swap(
    *, actor: Actor, one: Stay, other: Stay, night: date, at: datetime, key: RetryKey, without: bool = False
) -> tuple[Stay, Stay]:
    """Two guests have each other's bed, in one act: both stays end, both begin anew.

    Returns:
        The new stays, of the guest of `one` and of the guest of `other`.

    Raises:
        NoBedHeld: One of them has no bed any more.
        SameBed, RoomNotForThem, PlaceLacks, FamilyTogether, BedClosed.
    """
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.swapped") as act,
    ):
        if one.pk == other.pk:
            raise refusals.SameBed
        left, right = (placing.held_stay(actor, stay, night, at) for stay in (one, other))
        if left.bed.room_id != right.bed.room_id:
            _check_swap(actor, left, right, night, at, without=without)
            _check_swap(actor, right, left, night, at, without=without)
        for stay in (left, right):
            end_stay(stay, at, EndReason.SWAPPED)
        new = (go_on_in(left, right.bed, at), go_on_in(right, left.bed, at))
        act.about([left.guest, right.guest], night=night, **({"without": True} if without else {}))
        act.results(stays=[stay.id.hex for stay in new], old=[left.id.hex, right.id.hex])
    return new


def free_bed(
    *,
    actor: Actor,
    stay: Stay,
    night: date,
    at: datetime,
    key: RetryKey,
    reason: EndReason = EndReason.FREED,
    other_place: str = "",
) -> Stay:
    """The bed is free again for this night and the guest has none.

    Keeps:
        Whoever stays on from night to night does so until a place is offered to them: their stay ends for a reason,
        and against their wish only by a measure of two people.
        While the cold plan is on, nobody is sent out without another place.

    Args:
        reason: Why, as a code.
        other_place: Where they can go instead; asked while the cold plan is on.

    Raises:
        NoBedHeld: It is free already.
        AlreadyInside: Someone who is inside cannot be marked as "did not come".
        EndNeedsReason, NeedsMeasure, NoOtherPlace.

    Source:
        CASF art. L345-2-3: whoever was taken in stays until directed to a place.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.freed") as act:
        held = placing.held_stay(actor, stay, night, at)
        other_place = ending.check(actor, held, reason, other_place, at)
        end_stay(held, at, reason)
        act.about([held.guest], night=night, reason=reason.value, other_place=other_place or None)
        act.results(stay=held.id.hex)
    return held


def _check_swap(actor: Actor, guest_of: Stay, bed_of: Stay, night: date, at: datetime, *, without: bool) -> None:
    room = placing.room_of(actor, bed_of.bed, night, at).without([bed_of.guest_id])
    person = placing.as_person(guest_of.guest, night)
    placing.check_place(actor, person, bed_of.bed, room, night, at, without=without)


def end_stay(stay: Stay, at: datetime, reason: EndReason) -> None:
    """The bed is free again; part of an act that is under way."""
    stay.ended_at, stay.end_reason = at, reason
    stay.save(update_fields=["ended_at", "end_reason"])


def go_on_in(old: Stay, bed: Bed, at: datetime) -> Stay:
    """A new stay in another bed, as inside or leaving as the old one; part of an act that is under way."""
    new: Stay = Stay.objects.create(
        site=old.site,
        guest=old.guest,
        bed=bed,
        night=old.night,
        given_at=at,
        arrived_at=old.arrived_at,
        left_at=old.left_at,
        leaving=old.leaving,
        carried=old.carried,
        fetch_first=old.fetch_first,
        away_from=old.away_from,
        away_until=old.away_until,
    )
    return new


@journal.undoes("nights.given")
def _ungive(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    placing.take_back_given(actor, at, [results["stay"]], results)


@journal.undoes("nights.moved")
def _unmove(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    put_back(actor, at, new=[results["stay"]], old=[results["old"]])


@journal.undoes("nights.swapped")
def _unswap(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    put_back(actor, at, new=results["stays"], old=results["old"])


@journal.undoes("nights.freed")
def _unfree(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    placing.reopen(actor, placing.stays(actor, [results["stay"]])[0], at)


def put_back(actor: Actor, at: datetime, *, new: list[str], old: list[str]) -> None:
    """Back to the beds they had; refused when anything was done with either since."""
    before = placing.stays(actor, old)
    for now, then in zip(placing.stays(actor, new), before, strict=True):
        same = (now.arrived_at, now.left_at, now.leaving) == (then.arrived_at, then.left_at, then.leaving)
        if now.ended_at or not same or placing.next_night_counts_on(now):
            raise refusals.LaterActs
        end_stay(now, at, EndReason.UNDONE)
    for then in before:
        placing.reopen(actor, then, at)
