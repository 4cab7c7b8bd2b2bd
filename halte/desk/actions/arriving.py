"""A group at the door at three in the morning: beds for numbers, in one act, without a card and without a question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.desk.actions import parts
from halte.guests.actions.many import make_several_within, take_back_several
from halte.nights import actions as nights
from halte.nights import refusals
from halte.visits.actions.counts import count_at_door_within


class NobodyArrived(Refusal):
    """All numbers are zero."""

    code = "desk.nobody_arrived"
    message = _("Type how many women, men and children there are.")
    status = 422


@dataclass(frozen=True)
class Arrived:
    """What came of it: the line that says so, how many have a bed, and for how many of each there is none."""

    line: Any
    beds: int
    without: Mapping[str, int]


def hold_beds(*, actor: Actor, numbers: Mapping[str, int], night: date, at: datetime, key: RetryKey) -> Arrived:
    """So many women, men and children are inside, in beds where each is safe: one act, taken back as one.

    Keeps:
        By the same rules as for one guest: kinds of rooms, legal maxima, no child without a grown-up of theirs.
        Only those who have a bed become guests; the others are a number, and so is everyone in the count at the door.

    Args:
        numbers: How many, by `woman`, `man`, `child`.

    Raises:
        NobodyArrived: All are zero.
        NoBedFits: There is a bed for nobody.
    """
    numbers = {counted: number for counted, number in numbers.items() if number}
    if not numbers:
        raise NobodyArrived
    with refusing(refusals.TAKEN), journal.act(actor=actor, at=at, key=key, kind="desk.group_arrived") as act:
        found = nights.beds_for_many(actor=actor, numbers=numbers, night=night, at=at)
        make_several_within(act, actor=actor, people=found.people, at=at)
        nights.shelter_many_within(act, actor=actor, found=found, night=night, at=at)
        counted = []
        for kind, number in numbers.items():
            part = parts.part_of(act, "visits.counted_at_door")
            count_at_door_within(part.act, actor=actor, kind=kind, n=number, at=at)
            counted.append(part)
        parts.put_together(act, counted)
        act.about(night=night, beds=len(found.beds), without=sum(found.without.values()))
        act.results(without=dict(found.without))
    return Arrived(act.line_id, len(found.beds), found.without)


@journal.undoes("desk.group_arrived")
def _nobody_arrived(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Beds, guests and counts go back together; refused when anything was done with one of them since."""
    nights.take_back_many(actor=actor, act=act, at=at, results=results)
    take_back_several(actor=actor, act=act, guests=results["guests"])
    parts.take_back(actor=actor, at=at, act=act, results=results)
