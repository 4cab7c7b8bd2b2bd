"""Closing a day: its numbers are written down before anything is forgotten."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common import nights
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.paper import counts as paper
from halte.reports import queries, services
from halte.reports.models import DayClosed, DayTally


class DayNotOver(Refusal):
    """The day, with the night that follows it, still runs."""

    code = "reports.day_not_over"
    message = _("This day ends with its night, at noon on the day after. It can be closed then.")


class DayStillOnPaper(Refusal):
    """Lines of a power cut of this day are being entered."""

    code = "reports.day_still_on_paper"
    message = _("Lines of this day are still being entered from paper. Finish Catch up first.")


class DayClosedMeanwhile(Refusal):
    """The day was closed by someone else at the same moment."""

    code = "reports.day_closed_meanwhile"
    message = _("This day is closed already.")


def close_day(*, actor: Actor, on: date, at: datetime, key: RetryKey) -> DayClosed:
    """The exact numbers of a day at the actor's site stand as tallies, for ever.

    Keeps:
        Before anything of the day is forgotten, it was counted.
        A day is closed once: asked again, nothing is written and the first closing is returned.

    Args:
        on: The day; the night of its evening belongs to it, so it can be closed from noon on the day after.

    Raises:
        DayNotOver: The night of that evening still runs.
        DayStillOnPaper: Its lines are being entered from paper.
    """
    if at < nights.ends(on, actor.site.zone):
        raise DayNotOver
    stands = queries.closing_of(actor.site, on)
    if stands is not None:
        return stands
    with (
        refusing({"a_day_closes_once": DayClosedMeanwhile, "one_tally_per_day": DayClosedMeanwhile}),
        journal.act(actor=actor, at=at, key=key, kind="reports.day_closed") as act,
    ):
        if paper.still_entering(actor.site, on, at):
            raise DayStillOnPaper
        numbers = services.counted(actor.site, on)
        closed = DayClosed.objects.create(site=actor.site, on=on, closed_at=at, tallies=len(numbers))
        DayTally.objects.bulk_create(
            [DayTally(site=actor.site, on=on, code=code, value=value) for code, value in sorted(numbers.items())]
        )
        act.about(on=on, tallies=len(numbers))
        act.results(closed=closed.id.hex)
    return closed


def close_days_due(*, actor: Actor, at: datetime) -> list[DayClosed]:
    """Every day of the actor's site that is over and was not closed, since it opened or in the last month."""
    return [
        close_day(actor=actor, on=day, at=at, key=RetryKey.new())
        for day in queries.days_to_close(actor.site, at=at)
        if not paper.still_entering(actor.site, day, at)
    ]
