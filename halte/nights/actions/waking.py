"""Waking guests: asked for by them, at an hour; ticked off by the night host, by bed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common import nights
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.nights import placing, queries, refusals
from halte.nights.night_watch import WakeUp

AGAIN = {"one_wake_up_a_night": refusals.LaterActs}


def ask_wake_up(*, actor: Actor, guest: Guest, night: date, wake_at: datetime, at: datetime, key: RetryKey) -> WakeUp:
    """The guest will be woken at this hour; another hour takes the place of the one they said before.

    Raises:
        NoBedHeld: They have no bed tonight, so nobody knows where to wake them.
        NightOutOfReach: It is not the night that runs, or the hour is over or after it.
    """
    with (
        refusing(AGAIN),
        journal.act(actor=actor, at=at, key=key, kind="nights.wake_up_asked") as act,
    ):
        guest = placing.own_guest(actor, guest)
        if night != actor.site.tonight(at) or not at < wake_at <= nights.ends(night, actor.site.zone):
            raise refusals.NightOutOfReach
        if queries.stay_of(actor, guest, night, at) is None:
            raise refusals.NoBedHeld
        before = WakeUp.objects.seen_by(actor).standing().filter(guest=guest, night=night, woken_at=None).first()
        if before:
            _end(before, at)
        made: WakeUp = WakeUp.objects.create(site=actor.site, guest=guest, night=night, wake_at=wake_at, asked_at=at)
        clock = wake_at.astimezone(actor.site.zone)
        act.about([guest], night=night, minute=clock.hour * 60 + clock.minute)
        act.results(made=made.id.hex, before=before.id.hex if before else "")
    return made


def cancel_wake_up(*, actor: Actor, wake_up: WakeUp, at: datetime, key: RetryKey) -> WakeUp:
    """Nobody wakes them.

    Raises:
        NotToWake: They were woken, or it was taken back before.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.wake_up_cancelled") as act:
        found = _standing(actor, wake_up)
        _end(found, at)
        act.about([found.guest], night=found.night)
        act.results(wake_up=found.id.hex)
    return found


def wake(*, actor: Actor, wake_up: WakeUp, at: datetime, key: RetryKey) -> WakeUp:
    """They are awake: somebody stood at their bed until they were.

    Raises:
        NotToWake: They were woken, or it was taken back before.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.woken") as act:
        found = _standing(actor, wake_up)
        found.woken_at = at
        found.save(update_fields=["woken_at"])
        act.about([found.guest], night=found.night)
        act.results(wake_up=found.id.hex)
    return found


def _standing(actor: Actor, wake_up: WakeUp) -> WakeUp:
    standing = WakeUp.objects.seen_by(actor).standing().filter(woken_at=None)
    found: WakeUp | None = standing.select_related("guest").filter(pk=wake_up.pk).first()
    if found is None:
        raise refusals.NotToWake
    return found


def _end(wake_up: WakeUp, at: datetime) -> None:
    wake_up.ended_at = at
    wake_up.save(update_fields=["ended_at"])


@journal.undoes("nights.wake_up_asked")
def _unask(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """The hour they said before counts again, if there was one."""
    _end(_standing(actor, WakeUp(pk=results["made"])), at)
    if results["before"]:
        WakeUp.objects.seen_by(actor).filter(id=results["before"]).update(ended_at=None)


@journal.undoes("nights.wake_up_cancelled")
def _uncancel(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    with refusing(AGAIN):
        WakeUp.objects.seen_by(actor).filter(id=results["wake_up"]).update(ended_at=None)


@journal.undoes("nights.woken")
def _unwake(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    with refusing(AGAIN):
        WakeUp.objects.seen_by(actor).filter(id=results["wake_up"]).update(woken_at=None)
