"""Where the numbers come from: each service's counts.py, and nothing else of it."""

from collections.abc import Callable
from datetime import date

from halte.advice import counts as advice
from halte.emergency import counts as emergency
from halte.goods import counts as goods
from halte.nights import counts as nights
from halte.outreach import counts as outreach
from halte.paper import counts as paper
from halte.sites.models import Site
from halte.tracing import counts as tracing
from halte.visits import counts as visits

SERVICES: tuple[Callable[..., dict[str, int]], ...] = (
    visits.counts,
    nights.counts,
    goods.counts,
    advice.counts,
    outreach.counts,
    tracing.counts,
    paper.counts,
    emergency.counts,
)


def paper_visits_by_year() -> dict[int, int]:
    """How often somebody came to our houses with a paper, year by year. It is about houses, so it is told as it is."""
    return emergency.paper_visits_by_year()


def counted(site: Site, on: date) -> dict[str, int]:
    """Every number of a day, straight from the services."""
    numbers: dict[str, int] = {}
    for counts in SERVICES:
        numbers.update(counts(site=site, on=on))
    return numbers
