"""Coming in, going out, and saying that one leaves."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.nights import placing, queries, refusals
from halte.nights.models import ONE_DAY, NightOpened, Stay
from halte.sites.models import Bed


def arrive(*, actor: Actor, guest: Guest, night: date, at: datetime, key: RetryKey) -> Stay:
    """The guest is in the house, in the bed they have; also when they come back after going out.

    Raises:
        NoBedHeld: They have no bed for this night.
        AlreadyInside: They came in before.
    """
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.arrived") as act,
    ):
        guest = placing.own_guest(actor, guest)
        found = queries.stay_of(actor, guest, night, at)
        if found is None:
            raise refusals.NoBedHeld
        stay = placing.written_down(found, night, at)
        _come_in(act, stay, at)
        act.about([guest], night=night)
    return stay


def welcome_for_the_night(
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
    """The guest has a bed and is in it: one act, taken back as one.

    Raises:
        What `give_bed` and `arrive` raise; a guest who has a bed already only comes in.
    """
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.welcomed") as act,
    ):
        return welcome_within(act, actor=actor, guest=guest, night=night, at=at, bed=bed, kind=kind, without=without)


def welcome_within(
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
    """The bed and the coming in as a part of a larger act (with a blanket, say), inside its `journal.act`.

    The line's results gain `stay`, `made`, `wants`, `arrived` and `was_out`; `take_back_welcome` reads them. Clashes
    with the database's constraints are for the caller: `refusing(refusals.TAKEN)`.
    """
    guest = placing.welcome_guest(actor, guest)
    found = queries.stay_of(actor, guest, night, at)
    if found is None:
        act.results(made=True, was_out=None)
        return placing.place_without_bed(
            act, actor=actor, guest=guest, night=night, at=at, bed=bed, kind=kind, arrived=True, without=without
        )
    if bed is not None and bed.pk != found.bed_id:
        raise refusals.GuestHasBed
    stay = placing.written_down(found, night, at)
    _come_in(act, stay, at)
    act.about([guest], night=night)
    act.results(made=False, arrived=True)
    return stay


def leave(*, actor: Actor, stay: Stay, at: datetime, key: RetryKey) -> Stay:
    """The guest went out; the bed is kept for them.

    Raises:
        NoBedHeld: The stay ended.
        NotInside: They are not in the house.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.left") as act:
        return leave_within(act, actor=actor, stay=stay, at=at)


def leave_within(act: journal.Act, *, actor: Actor, stay: Stay, at: datetime) -> Stay:
    """The same as a part of a larger act, inside its `journal.act`."""
    held = placing.held_stay(actor, stay, stay.night, at)
    if not held.inside:
        raise refusals.NotInside
    held.left_at = at
    held.save(update_fields=["left_at"])
    act.about([held.guest], night=held.night)
    act.results(stay=held.id.hex)
    return held


def says_leaving(*, actor: Actor, stay: Stay, night: date, at: datetime, key: RetryKey) -> Stay:
    """The guest said that they do not stay the next night; the bed is free from then on.

    Raises:
        NoBedHeld: The stay ended.
        NextNightOpened: Who stays on was already written down: free the bed of that night instead.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.leaving_said") as act:
        return _set_leaving(act, actor, stay, night, at, leaving=True)


def stays_after_all(*, actor: Actor, stay: Stay, night: date, at: datetime, key: RetryKey) -> Stay:
    """The guest changed their mind and stays on.

    Raises:
        NoBedHeld, NextNightOpened: As for `says_leaving`.
        BedTaken: Somebody was given the bed for the next night.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.staying_said") as act:
        if Stay.objects.seen_by(actor).holding(stay.night + ONE_DAY).filter(bed=stay.bed_id).exists():
            raise refusals.BedTaken
        return _set_leaving(act, actor, stay, night, at, leaving=False)


def _set_leaving(act: journal.Act, actor: Actor, stay: Stay, night: date, at: datetime, *, leaving: bool) -> Stay:
    held = placing.held_stay(actor, stay, night, at)
    if NightOpened.objects.seen_by(actor).filter(night=night + ONE_DAY).exists():
        raise refusals.NextNightOpened
    held.leaving = leaving
    held.save(update_fields=["leaving"])
    act.about([held.guest], night=night)
    act.results(stay=held.id.hex)
    return held


def _come_in(act: journal.Act, stay: Stay, at: datetime) -> None:
    if stay.inside:
        raise refusals.AlreadyInside
    act.results(stay=stay.id.hex, was_out=stay.left_at.isoformat() if stay.left_at else None)
    if stay.away_on(stay.night):
        act.results(was_away=[str(stay.away_from), str(stay.away_until)])
        stay.away_from = stay.away_until = None
    stay.arrived_at, stay.left_at = stay.arrived_at or at, None
    stay.save(update_fields=["arrived_at", "left_at", "away_from", "away_until"])


@journal.undoes("nights.arrived")
def _unarrive(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    _go_out_again(placing.stays(actor, [results["stay"]])[0], results)


@journal.undoes("nights.welcomed")
def take_back_welcome(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Take back what `welcome_within` did; refused when later acts rest on it."""
    if results["made"]:
        placing.take_back_given(actor, at, [results["stay"]], results)
    else:
        _go_out_again(placing.stays(actor, [results["stay"]])[0], results)


def _go_out_again(stay: Stay, results: Mapping[str, Any]) -> None:
    if not stay.inside or stay.ended_at or placing.next_night_counts_on(stay):
        raise refusals.LaterActs
    was_out = results["was_out"]
    if was_out:
        stay.left_at = datetime.fromisoformat(was_out)
    else:
        stay.arrived_at = None
    if results.get("was_away"):
        stay.away_from, stay.away_until = (date.fromisoformat(said) for said in results["was_away"])
    stay.save(update_fields=["arrived_at", "left_at", "away_from", "away_until"])


@journal.undoes("nights.left")
def _unleave(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    stay = placing.stays(actor, [results["stay"]])[0]
    if stay.ended_at or stay.left_at is None:
        raise refusals.LaterActs
    stay.left_at = None
    stay.save(update_fields=["left_at"])


@journal.undoes("nights.leaving_said")
def _unsay_leaving(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    stay = placing.stays(actor, [results["stay"]])[0]
    next_night = stay.night + ONE_DAY
    given_again = Stay.objects.seen_by(actor).holding(next_night).filter(bed=stay.bed_id).exists()
    opened = NightOpened.objects.seen_by(actor).filter(night=next_night).exists()
    if stay.ended_at or not stay.leaving or opened or given_again:
        raise refusals.LaterActs
    stay.leaving = False
    stay.save(update_fields=["leaving"])
