"""People without a card for whom there was no place: a number for each reason, tied to nobody."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.nights import refusals
from halte.nights.models import NoPlaceNumber, NoPlaceWhy

MOST = 300
"""More than that stand before no door at once: somebody mistyped."""


def no_place_for_number(
    *, actor: Actor, number: int, why: NoPlaceWhy, night: date, at: datetime, key: RetryKey
) -> NoPlaceNumber:
    """A person says that there is no place tonight for so many people, whom nobody asked for a card.

    Raises:
        NightOutOfReach: It is not the night that runs.
        NobodyExpected, TooManyExpected: No number, or one that nobody counted.
    """
    with journal.act(actor=actor, at=at, key=key, kind="nights.no_place_numbered") as act:
        if night != actor.site.tonight(at):
            raise refusals.NightOutOfReach
        if number < 1:
            raise refusals.NobodyExpected
        if number > MOST:
            raise refusals.TooManyExpected
        no_place_within(act, actor=actor, number=number, why=why, night=night, at=at)
        act.about(night=night, reason=why.value, n=number)
        made: NoPlaceNumber = NoPlaceNumber.objects.seen_by(actor).get(id=act.made["no_place"])
    return made


def no_place_within(act: journal.Act, *, actor: Actor, number: int, why: NoPlaceWhy, night: date, at: datetime) -> None:
    """The same as a part of a larger act, inside its `journal.act`; `take_back_number` takes it back."""
    made = NoPlaceNumber.objects.create(site=actor.site, night=night, why=why, number=number, said_at=at)
    act.results(no_place=made.id.hex)


@journal.undoes("nights.no_place_numbered")
def take_back_number(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Nobody was without a place."""
    if results.get("no_place"):
        NoPlaceNumber.objects.seen_by(actor).filter(id=results["no_place"]).update(ended_at=at)
