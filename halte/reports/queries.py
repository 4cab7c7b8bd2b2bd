"""Finding numbers: tallies of closed days, and the services' own counts of the days that still run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from halte.accounts.actor import Actor
from halte.common import nights
from halte.reports import rules, services
from halte.reports.models import DayClosed, DayTally
from halte.sites.models import Site

LOOKS_BACK = 31
WEEKS_FOR_USUAL = 4
PUBLIC_WEEKS = 8
DAYS_IN_A_WEEK = 7


def closing_of(site: Site, on: date) -> DayClosed | None:
    """How a day was closed; None while it was not."""
    found: DayClosed | None = DayClosed.objects.filter(site=site, on=on).first()
    return found


def days_to_close(site: Site, *, at: datetime) -> list[date]:
    """Days that are over, with their night, and not closed: of the last month, since the site opened."""
    if site.opened_on is None:
        return []
    last = nights.night_of(at, site.zone) - timedelta(days=1)
    first = max(site.opened_on, last - timedelta(days=LOOKS_BACK))
    rows: Any = DayClosed.objects.filter(site=site, on__gte=first).values_list("on", flat=True)
    closed = set(rows)
    days = [first + timedelta(days=place) for place in range((last - first).days + 1)]
    return [day for day in days if day not in closed]


def numbers(site: Site, on: date) -> dict[str, int]:
    """Every number of a day: its tallies once it is closed, else what the services count now."""
    if closing_of(site, on) is None:
        return services.counted(site, on)
    return tallies(site, [on])[on]


def tallies(site: Site, days: Sequence[date]) -> dict[date, dict[str, int]]:
    """The tallies of some days; a day that was not closed has none."""
    found: dict[date, dict[str, int]] = {day: {} for day in days}
    rows: Any = DayTally.objects.filter(site=site, on__in=days).values_list("on", "code", "value")
    for on, code, value in rows:
        found[on][code] = value
    return found


def tally(site: Site, on: date, code: str) -> int | None:
    """One exact number of a closed day, as evidence cites it; None when it was never counted."""
    value: int | None = DayTally.objects.filter(site=site, on=on, code=code).values_list("value", flat=True).first()
    return value


def all_tallies(actor: Actor) -> list[tuple[date, str, int]]:
    """Every tally of the actor's own site."""
    rows: Any = DayTally.objects.seen_by(actor).order_by("on", "code").values_list("on", "code", "value")
    return list(rows)


def usual_weekday(site: Site, on: date, codes: Sequence[str]) -> list[int]:
    """What the codes usually count on this weekday: the mean of the last four closed ones, or nothing."""
    earlier = [on - timedelta(weeks=back) for back in range(1, WEEKS_FOR_USUAL + 1)]
    return rules.usual([day for day in tallies(site, earlier).values() if day], codes)


def several_days(site: Site, days: Iterable[date]) -> dict[date, dict[str, int]]:
    """Every number of some days, closed or not."""
    wanted = list(days)
    found = tallies(site, wanted)
    closed: Any = DayClosed.objects.filter(site=site, on__in=wanted).values_list("on", flat=True)
    return {day: found[day] if day in set(closed) else services.counted(site, day) for day in wanted}


@dataclass(frozen=True)
class PublicCell:
    """One number that everybody may read: it may be hidden, or not be told yet."""

    value: int | None
    told: bool


@dataclass(frozen=True)
class PublicWeek:
    """One week of one kind of number, for each site; `at_least` adds up what is shown."""

    monday: date
    cells: tuple[PublicCell, ...]
    at_least: int | None

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)


def public_weeks(code: str, sites: Sequence[Site], *, today: date) -> list[PublicWeek]:
    """The last whole weeks of one kind of number, the newest first.

    A site's week is told once all its days are closed; a week that no site tells is left out.

    Keeps:
        Weeks do not overlap, and a closed day never changes: two publications cannot be taken apart into days.
    """
    this_monday = today - timedelta(days=today.weekday())
    mondays = [this_monday - timedelta(weeks=back) for back in range(1, PUBLIC_WEEKS + 1)]
    sums = _sums_of_weeks(code, sites, since=mondays[-1], until=this_monday)
    told = [monday for monday in mondays if any((site.id, monday) in sums for site in sites)]
    return [_public_week(monday, [sums.get((site.id, monday)) for site in sites]) for monday in told]


def _public_week(monday: date, sums: Sequence[int | None]) -> PublicWeek:
    row = rules.published_row([value or 0 for value in sums])
    cells = tuple(PublicCell(value, told=known is not None) for value, known in zip(row.cells, sums, strict=True))
    return PublicWeek(monday, cells, row.at_least)


def _sums_of_weeks(code: str, sites: Sequence[Site], *, since: date, until: date) -> dict[tuple[UUID, date], int]:
    """The sum of each whole week, all of whose days are closed."""
    within = {"site__in": sites, "on__gte": since, "on__lt": until}
    closed: Any = DayClosed.objects.filter(**within).values_list("site", "on")
    days: dict[tuple[UUID, date], int] = {}
    for site, on in closed:
        week = (site, on - timedelta(days=on.weekday()))
        days[week] = days.get(week, 0) + 1
    sums = {week: 0 for week, number in days.items() if number == DAYS_IN_A_WEEK}
    values: Any = DayTally.objects.filter(code=code, **within).values_list("site", "on", "value")
    for site, on, value in values:
        week = (site, on - timedelta(days=on.weekday()))
        if week in sums:
            sums[week] += value
    return sums


def open_sites() -> list[Site]:
    """Every site that is open: the public page tells of all of them."""
    return list(Site.objects.filter(opened_on__isnull=False).order_by("name"))
