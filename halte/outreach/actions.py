"""Everything that changes a round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.outreach.models import Area, CountedBy, Method, Need, Round, RoundNeed


class RangeUpsideDown(Refusal):
    """The lower number is above the higher one."""

    code = "outreach.range_upside_down"
    message = _("A count is a range: the lower number first, the higher one second.")
    status = 422


class RoundNotYet(Refusal):
    """The round lies in the future."""

    code = "outreach.round_not_yet"
    message = _("This day has not come yet. Write a round down after it was made.")
    status = 422


class CountedAlready(Refusal):
    """The same source counted the same area the same way on that day."""

    code = "outreach.counted_already"
    message = _("This count stands already: same day, area, method and source. Take the first one back to correct it.")


class RoundGone(Refusal):
    """The round was taken back before."""

    code = "outreach.round_gone"
    message = _("This round was already taken back.")


@dataclass(frozen=True)
class NeedSeen:
    """What was needed, at least and at most how much."""

    kind: Need
    low: int
    high: int


def record_round(
    *,
    actor: Actor,
    on: date,
    area: Area,
    method: Method,
    counted_by: CountedBy,
    low: int,
    high: int,
    at: datetime,
    key: RetryKey,
    needs: Sequence[NeedSeen] = (),
) -> Round:
    """A count of people outside stands, with its source, method, date and range.

    Keeps:
        Never a bare number, never a name, never the exact place.

    Raises:
        RangeUpsideDown, RoundNotYet, CountedAlready. Nothing is written when any of these is raised.
    """
    with (
        refusing(
            {
                "a_round_is_a_range": RangeUpsideDown,
                "a_need_is_a_range": RangeUpsideDown,
                "one_count_per_source_and_day": CountedAlready,
            }
        ),
        journal.act(actor=actor, at=at, key=key, kind="outreach.round_recorded") as act,
    ):
        if on > actor.site.today(at):
            raise RoundNotYet
        made = Round.objects.create(
            site=actor.site, on=on, area=area, method=method, counted_by=counted_by, low=low, high=high, told_at=at
        )
        RoundNeed.objects.bulk_create(
            [RoundNeed(site=actor.site, round=made, kind=need.kind, low=need.low, high=need.high) for need in needs]
        )
        act.about(on=on, area=area.value, method=method.value, counted_by=counted_by.value, low=low, high=high)
        act.results(round=made.id.hex)
    return made


def take_back(*, actor: Actor, made: Round, at: datetime, key: RetryKey) -> None:
    """A round that was written down wrong no longer stands, and may be written down anew. Its lines stay.

    Numbers of days that are closed keep what was true then.

    Raises:
        RoundGone: It was taken back before, or belongs to another site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="outreach.round_taken_back") as act:
        gone, _rows = Round.objects.seen_by(actor).filter(id=made.id).delete()
        if not gone:
            raise RoundGone
        act.about(on=made.on, area=made.area, low=made.low, high=made.high)


@journal.undoes("outreach.round_recorded")
def _unrecord(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Round.objects.seen_by(actor).filter(id=results["round"]).delete()
