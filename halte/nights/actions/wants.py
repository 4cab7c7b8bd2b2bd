"""Wanting a bed, and taking it back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests.models import Guest
from halte.nights import placing, queries, refusals
from halte.nights.models import NoPlaceWhy, Want, WantEnd
from halte.sites.cold import check_other_place


def want_bed(*, actor: Actor, guest: Guest, night: date, at: datetime, key: RetryKey) -> Want:
    """The guest stands on the waiting list of a night.

    Raises:
        AlreadyWanted: They do already.
        GuestHasBed: They have a bed, or stay on in last night's.
        NightOutOfReach: The night is over, or more than 30 nights away.
        NotHere: The guest is not of the actor's site.
        CardNotLive: Their card was switched off.
    """
    with (
        refusing({"one_want_one_night": refusals.AlreadyWanted}),
        journal.act(actor=actor, at=at, key=key, kind="nights.wanted") as act,
    ):
        placing.reachable(actor, night, at)
        guest = placing.welcome_guest(actor, guest)
        if queries.stay_of(actor, guest, night, at):
            raise refusals.GuestHasBed
        want: Want = Want.objects.create(site=actor.site, guest=guest, night=night, asked_at=at)
        act.about([guest], night=night)
        act.results(want=want.id.hex)
    return want


def cancel_want(*, actor: Actor, want: Want, at: datetime, key: RetryKey) -> Want:
    """The guest does not want a bed any more and leaves the waiting list.

    Raises:
        NotWaiting: The waiting ended before.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.want_cancelled") as act:
        found = _open(actor, want.id)
        _end(found, at, WantEnd.CANCELLED)
        act.about([found.guest], night=found.night)
        act.results(want=found.id.hex)
    return found


def say_no_place(
    *, actor: Actor, want: Want, why: NoPlaceWhy, at: datetime, key: RetryKey, other_place: str = ""
) -> list[Want]:
    """A person says that there is no place tonight, and why: for one who waits, or for the whole family or group.

    Keeps:
        Only a person says it, one by one, and only for the night that runs. It counts for whoever wants a bed on a
        later night, unless they chose otherwise themselves.
        While the cold plan is on, it is said only with another place to go to.

    Returns:
        What ended: of a family or group, everyone who waits.

    Raises:
        NotWaiting: The waiting ended before.
        NightOutOfReach: It is not the night that runs.
        NoOtherPlace: The cold plan is on, and none was named.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.no_place_said") as act:
        check_other_place(actor.site, at, other_place)
        found = _open(actor, want.id)
        if found.night != actor.site.tonight(at):
            raise refusals.NightOutOfReach
        lines = queries.waiting(actor, found.night)
        together = next(line.wants for line in lines if found.id in {one.id for one in line.wants})
        for one in together:
            one.ended_at, one.end, one.no_place_why = at, WantEnd.NO_PLACE, why
        Want.objects.bulk_update(together, ["ended_at", "end", "no_place_why"])
        act.about([one.guest for one in together], night=found.night, reason=why.value, other_place=other_place or None)
        act.results(wants=[one.id.hex for one in together])
    return list(together)


def _open(actor: Actor, want_id: object) -> Want:
    found: Want | None = (
        Want.objects.seen_by(actor).filter(pk=want_id, ended_at__isnull=True).select_related("guest").first()
    )
    if found is None:
        raise refusals.NotWaiting
    return found


def _end(want: Want, at: datetime, end: WantEnd) -> None:
    want.ended_at, want.end = at, end
    want.save(update_fields=["ended_at", "end"])


@journal.undoes("nights.wanted")
def _unwant(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Written down by mistake; refused when the bed was given since."""
    _end(_open(actor, results["want"]), at, WantEnd.UNDONE)


@journal.undoes("nights.want_cancelled")
def _uncancel(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """They wait again, at the turn they had; refused when they have a bed since."""
    want = Want.objects.seen_by(actor).select_related("guest").get(pk=results["want"])
    if queries.stay_of(actor, want.guest, want.night, at):
        raise refusals.LaterActs
    placing.reopen_wants(actor, [results["want"]])


@journal.undoes("nights.no_place_said")
def _unsay(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """They wait again, at the turn they had; refused when one of them has a bed since."""
    wants = list(Want.objects.seen_by(actor).select_related("guest").filter(id__in=results["wants"]))
    if any(queries.stay_of(actor, want.guest, want.night, at) for want in wants):
        raise refusals.LaterActs
    placing.reopen_wants(actor, results["wants"])
