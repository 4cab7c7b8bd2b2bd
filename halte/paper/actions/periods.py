"""The pack that is printed ahead, and the hours that ran on paper."""

from datetime import datetime, timedelta

from django.db.models import Max

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.paper import queries, refusals
from halte.paper.models import LineState, PackPrinted, PanicHours, PaperLine, PaperPeriod

LONGEST = timedelta(hours=36)


def print_pack(*, actor: Actor, at: datetime, key: RetryKey) -> PackPrinted:
    """A pack is printed: it has the next number of the site, and is of this moment."""
    with journal.act(actor=actor, at=at, key=key, kind="paper.pack_printed") as act:
        last = PackPrinted.objects.seen_by(actor).aggregate(last=Max("number"))["last"] or 0
        pack: PackPrinted = PackPrinted.objects.create(site=actor.site, number=last + 1, at=at)
        act.about(number=pack.number)
        act.results(pack=pack.id.hex)
    return pack


def open_period(*, actor: Actor, began_at: datetime, ended_at: datetime, at: datetime, key: RetryKey) -> PaperPeriod:
    """The site ran on paper from one moment to another; its lines can be entered now.

    Keeps:
        One such time is entered at once. While it is, its days are not closed, so that every line still counts.

    Raises:
        PeriodWrong: It ends before it begins, or later than now.
        PeriodTooLong: More than a day and a half.
        PeriodOpen: Another one is being entered.
    """
    if not began_at < ended_at <= at:
        raise refusals.PeriodWrong
    if ended_at - began_at > LONGEST:
        raise refusals.PeriodTooLong
    with (
        refusing({"one_period_is_entered_at_a_time": refusals.PeriodOpen}),
        journal.act(actor=actor, at=at, key=key, kind="paper.period_opened") as act,
    ):
        period: PaperPeriod = PaperPeriod.objects.create(
            site=actor.site, began_at=began_at, ended_at=ended_at, opened_at=at
        )
        act.about(minutes=int((ended_at - began_at).total_seconds()) // 60)
        act.results(period=period.id.hex)
    return period


def close_period(*, actor: Actor, at: datetime, key: RetryKey) -> PaperPeriod:
    """Every line is entered and every clash decided: the numbers of these hours may stand.

    Raises:
        PeriodOver: Nothing is being entered.
        ClashesWait: Somebody has to decide first.
    """
    with journal.act(actor=actor, at=at, key=key, kind="paper.period_closed") as act:
        period = queries.open_period(actor)
        if period is None:
            raise refusals.PeriodOver
        if queries.clashes(actor).exists():
            raise refusals.ClashesWait
        period.closed_at = at
        period.save(update_fields=["closed_at"])
        lines = PaperLine.objects.filter(period=period).exclude(state=LineState.TAKEN_BACK).count()
        act.about(lines=lines)
        act.results(period=period.id.hex)
    return period


def forget_lines(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """Lines, and hours of a panic, longer ago than `days_door_lines` are deleted; hours on paper stay with the numbers.

    Returns:
        How many rows were deleted.
    """
    with journal.act(actor=actor, at=at, key=key, kind="paper.forgotten") as act:
        before = at - timedelta(days=actor.site.rules_at(at).days_door_lines)
        deleted, _by_table = PaperLine.objects.seen_by(actor).filter(at__lt=before).delete()
        deleted += PanicHours.objects.seen_by(actor).filter(ended_at__lt=before).delete()[0]
        act.about(n=deleted)
    return int(deleted)
