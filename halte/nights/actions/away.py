"""Being away for some nights while the bed is kept, as long as the rules of the house say."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights import placing, refusals
from halte.nights.models import Stay


def say_away(
    *, actor: Actor, stay: Stay, first_night: date, last_night: date, night: date, at: datetime, key: RetryKey
) -> Stay:
    """The guest is away from a night to a night; the bed is kept, and nobody waits for them.

    Keeps:
        A bed is kept for so many nights in a row as the rules of the house say, however often it is asked anew; coming
        in once begins to count anew. Where somebody is and why is not asked.

    Raises:
        NoBedHeld: They have no bed in this night.
        AwayNights: The nights are over, or the wrong way round.
        AwayTooLong: Longer than the rules say.
        AlreadyInside: Tonight, while they are in the house.
        KeepsNoBed: The house opens its nights empty.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.away_said") as act:
        rules = actor.site.rules_at(at)
        if not rules.stays_continue or not rules.nights_kept_away:
            raise refusals.KeepsNoBed
        held = placing.held_stay(actor, stay, night, at)
        if not night <= first_night <= last_night:
            raise refusals.AwayNights
        if first_night == night and held.inside:
            raise refusals.AlreadyInside
        left = max(0, rules.nights_kept_away - _away_before(actor, held))
        if (last_night - first_night).days + 1 > left:
            raise refusals.AwayTooLong(most=rules.nights_kept_away, left=left)
        act.about([held.guest], night=night, first=first_night, last=last_night)
        before = _said(held)
        _say(held, first_night, last_night)
        act.results(stay=held.id.hex, before=before, after=_said(held))
    return held


def come_sooner(*, actor: Actor, stay: Stay, night: date, at: datetime, key: RetryKey) -> Stay:
    """They are not away after all: they are expected tonight.

    Raises:
        NoBedHeld, NotAway.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.away_ended") as act:
        held = placing.held_stay(actor, stay, night, at)
        if held.away_until is None:
            raise refusals.NotAway
        act.about([held.guest], night=night)
        before = _said(held)
        _say(held, None, None)
        act.results(stay=held.id.hex, before=before, after=_said(held))
    return held


def _away_before(actor: Actor, stay: Stay) -> int:
    """How many nights in a row before this one they were away."""
    if stay.arrived_at:
        return 0
    earlier = Stay.objects.seen_by(actor).filter(guest=stay.guest_id, ended_at__isnull=True, night__lt=stay.night)
    came = earlier.filter(arrived_at__isnull=False).order_by("-night").values_list("night", flat=True).first()
    away = earlier.away()
    found: int = (away.filter(night__gt=came) if came else away).count()
    return found


def _said(stay: Stay) -> list[str | None]:
    return [moment.isoformat() if moment else None for moment in (stay.away_from, stay.away_until)]


def _say(stay: Stay, first: date | None, last: date | None) -> None:
    stay.away_from, stay.away_until = first, last
    stay.save(update_fields=["away_from", "away_until"])


@journal.undoes("nights.away_said")
def _unsay(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    _as_before(actor, results)


@journal.undoes("nights.away_ended")
def _away_again(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    _as_before(actor, results)


def _as_before(actor: Actor, results: Mapping[str, Any]) -> None:
    stay = placing.stays(actor, [results["stay"]])[0]
    if stay.ended_at or _said(stay) != results["after"] or placing.next_night_counts_on(stay):
        raise refusals.LaterActs
    first, last = (date.fromisoformat(said) if said else None for said in results["before"])
    _say(stay, first, last)
