"""Numbers of the hours on paper, for reports. Moments and numbers only, never a row."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count

from halte.accounts.actor import Actor
from halte.common import nights
from halte.paper import queries
from halte.paper.models import LineState, PaperLine, PaperPeriod
from halte.sites.models import Site

WHY = "counted for one site"
PATIENCE = timedelta(days=3)
"""For so long a day waits for the lines of its paper; then its numbers stand without them."""


def counts(*, site: Site, on: date) -> dict[str, int]:
    """How many minutes of a day ran on paper, how many lines were entered from it, and how many clashed.

    A day without paper counts nothing here.
    """
    minutes = sum(_minutes(site, on, began, ended) for began, ended in spans(site, since=on, until=on))
    if not minutes:
        return {}
    states = _states(site, on)
    return {
        "paper.minutes": minutes,
        "paper.lines": sum(n for state, n in states.items() if state != LineState.TAKEN_BACK),
        "paper.clashes": states.get(LineState.CLASH, 0) + states.get(LineState.SETTLED, 0),
    }


def spans(site: Site, *, since: date, until: date) -> list[tuple[datetime, datetime]]:
    """From when to when a site ran on paper, on these days of its calendar, in their order."""
    noon_before, noon_after = nights.begins(since - timedelta(days=1), site.zone), nights.ends(until, site.zone)
    rows: Any = PaperPeriod.objects.everywhere(because=WHY).filter(
        site=site, began_at__lt=noon_after, ended_at__gt=noon_before
    )
    found = rows.order_by("began_at").values_list("began_at", "ended_at")
    return [span for span in found if site.today(span[0]) <= until and site.today(span[1]) >= since]


def still_entering(site: Site, on: date, at: datetime) -> bool:
    """Whether a day has to wait with its numbers, because lines of its paper are still being entered."""
    return queries.waiting_to_be_closed(Actor.system(site), on, since=at - PATIENCE)


def _states(site: Site, on: date) -> dict[str, int]:
    rows: Any = PaperLine.objects.everywhere(because=WHY).filter(
        site=site, at__gte=_midnight(site, on), at__lt=_midnight(site, on + timedelta(days=1))
    )
    return dict(rows.order_by().values_list("state").annotate(n=Count("id")))


def _minutes(site: Site, on: date, began: datetime, ended: datetime) -> int:
    first, last = max(began, _midnight(site, on)), min(ended, _midnight(site, on + timedelta(days=1)))
    return max(0, int((last.timestamp() - first.timestamp()) // 60))


def _midnight(site: Site, on: date) -> datetime:
    return datetime.combine(on, datetime.min.time(), site.zone)
