"""What whoever waits is told: that there is no bed yet, or that there is a warm seat."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights import placing, promise, queries, refusals
from halte.nights.models import Want, WantEnd


def tell_waiting(*, actor: Actor, night: date, at: datetime, key: RetryKey, want: Want | None = None) -> list[Want]:
    """A person told those who wait that there is no bed yet and that they wait on: now they know.

    Args:
        want: Only this one, with their family or group; everyone who waits when it is not given.

    Raises:
        EverybodyKnows: Nobody waits who does not know.
        NightOutOfReach: It is not the night that runs.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.told") as act:
        if night != actor.site.tonight(at):
            raise refusals.NightOutOfReach
        found = list(promise.to_tell(actor, night).select_related("guest"))
        if want is not None:
            together = {one.id for one in _party(actor, want)}
            found = [one for one in found if one.id in together]
        if not found:
            raise refusals.EverybodyKnows
        Want.objects.filter(id__in=[one.id for one in found]).update(told_at=at)
        act.about([one.guest for one in found], night=night, n=len(found))
        act.results(wants=[one.id.hex for one in found])
    return found


def give_warm_seat(*, actor: Actor, want: Want, at: datetime, key: RetryKey) -> list[Want]:
    """There is no bed, and a warm, staffed, lit seat: for one who waits, or for the whole family or group.

    Keeps:
        A seat is never counted as a bed, and the night counts as one without a place when beds are planned tomorrow.
        Never more seats than the rules of the house say.

    Raises:
        NotWaiting: The waiting ended before.
        NoSeatLeft: Fewer seats are left than they are.
        NightOutOfReach: It is not the night that runs.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.warm_seat_given") as act:
        together = _party(actor, want)
        night = together[0].night
        if night != actor.site.tonight(at):
            raise refusals.NightOutOfReach
        check_seats(actor, night, len(together), at)
        for one in together:
            one.ended_at, one.end = at, WantEnd.WARM_SEAT
        Want.objects.bulk_update(together, ["ended_at", "end"])
        act.about([one.guest for one in together], night=night, n=len(together))
        act.results(wants=[one.id.hex for one in together])
    return together


def check_seats(actor: Actor, night: date, people: int, at: datetime) -> None:
    """Refuse when fewer warm seats are left than people; part of an act that is under way."""
    if promise.warm_seats(actor, night, at) + people > actor.site.rules_at(at).warm_seats:
        raise refusals.NoSeatLeft


def _party(actor: Actor, want: Want) -> list[Want]:
    """Everyone who waits together with them."""
    for line in queries.waiting(actor, want.night):
        if want.pk in {one.id for one in line.wants}:
            return list(line.wants)
    raise refusals.NotWaiting


@journal.undoes("nights.told")
def _untell(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Nobody told them."""
    Want.objects.seen_by(actor).filter(id__in=results["wants"]).update(told_at=None)


@journal.undoes("nights.warm_seat_given")
def _stand_up(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """They wait again, at the turn they had; refused when one of them has a bed since."""
    wants = list(Want.objects.seen_by(actor).select_related("guest").filter(id__in=results["wants"]))
    if any(queries.stay_of(actor, want.guest, want.night, at) for want in wants):
        raise refusals.LaterActs
    placing.reopen_wants(actor, results["wants"])
