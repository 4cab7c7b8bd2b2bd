"""Days that were closed."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from halte.accounts.actor import Actor
from halte.reports.models import DayClosed, DayTally
from halte.sites.models import Site


@pytest.fixture
def noon_after(now: datetime) -> Callable[[date], datetime]:
    """Noon in Calais on the day after, when a day with its night is over."""

    def moment(day: date) -> datetime:
        return now.replace(year=day.year, month=day.month, day=day.day, hour=11) + timedelta(days=1)

    return moment


@pytest.fixture
def a_closed_day(manager: Actor) -> Callable[..., DayClosed]:
    """A day whose tallies stand, at Calais unless another site is given."""

    def make(on: date, *, site: Site = manager.site, **numbers: int) -> DayClosed:
        rows = [
            DayTally(site=site, on=on, code=code.replace("__", "."), value=value) for code, value in numbers.items()
        ]
        DayTally.objects.bulk_create(rows)
        closed_at = datetime.combine(on + timedelta(days=1), datetime.min.time(), site.zone) + timedelta(hours=12)
        closed: DayClosed = DayClosed.objects.create(site=site, on=on, closed_at=closed_at, tallies=len(rows))
        return closed

    return make
