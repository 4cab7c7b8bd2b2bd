"""The charts of the page of numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halte.goods import counts as goods
from halte.paper import counts as paper
from halte.reports import queries, rules, words
from halte.sites.models import Site
from halte.web.charts import BarChart, bar_chart

TWO_WEEKS = 14
FOUR_WEEKS = 28
FIRST_HOUR, LAST_HOUR = 9, 19


def arrivals_by_hour(site: Site, at: datetime, numbers: Mapping[str, int]) -> BarChart:
    """Today's arrivals hour by hour, with what is usual on this weekday."""
    today, hour_now = site.today(at), at.astimezone(site.zone).hour
    counted = [hour for hour in range(24) if numbers.get(words.arrivals_at(hour), 0)]
    hours = range(min([FIRST_HOUR, *counted]), max([min(hour_now, LAST_HOUR), *counted]) + 1)
    codes = [words.arrivals_at(hour) for hour in hours]
    return bar_chart(
        title=_("Arrivals today"),
        along=_("Hour"),
        counted=_("Arrivals"),
        labels=[_("%(hour)s h") % {"hour": hour} for hour in hours],
        values=[numbers.get(code, 0) for code in codes],
        usual=queries.usual_weekday(site, today, codes),
        usual_words=_("A usual %(weekday)s") % {"weekday": date_format(today, "l")},
        last_unfinished=hour_now in hours and hours[-1] == hour_now,
    )


def two_weeks(numbers: Mapping[date, Mapping[str, int]], days: Sequence[date], code: str, *, along: str) -> BarChart:
    """One kind of number, day by day; the last day still runs."""
    return bar_chart(
        title=words.name_of(code),
        along=along,
        counted=words.name_of(code),
        labels=[date_format(day, "D j") for day in days],
        values=[numbers[day].get(code, 0) for day in days],
        last_unfinished=True,
    )


def knew_in_time(numbers: Mapping[date, Mapping[str, int]], tonight: date) -> list[tuple[date, int, int]]:
    """Of the last nights on which somebody was promised to know by an hour: the night, how many knew, of how many."""
    nights = [tonight - timedelta(days=back) for back in range(TWO_WEEKS)]
    promised = [(night, numbers[night].get(words.PROMISED, 0)) for night in nights if night in numbers]
    return [(night, numbers[night].get(words.KNEW, 0), n) for night, n in promised if n]


@dataclass(frozen=True)
class NightWithoutPlace:
    """One closed night: for each reason how many had no place, as it may leave the house."""

    night: date
    cells: tuple[int | None, ...]
    at_least: int | None


def without_place(site: Site, tonight: date) -> list[NightWithoutPlace]:
    """The closed nights of the last four weeks, the newest first, by the rules of every number that is published.

    Keeps:
        A night that is closed never changes, so two printings cannot be taken apart; what is hidden stays hidden in
        the total.
    """
    nights = [tonight - timedelta(days=back) for back in range(1, FOUR_WEEKS + 1)]
    tallies = queries.tallies(site, nights)
    rows = [
        (night, rules.published_row([tallies[night].get(code, 0) for code in words.NO_PLACE]))
        for night in nights
        if tallies[night]
    ]
    return [NightWithoutPlace(night, row.cells, row.at_least) for night, row in rows]


def last_days(today: date) -> Sequence[date]:
    """Two weeks that end with today."""
    return [today - timedelta(days=back) for back in reversed(range(TWO_WEEKS))]


@dataclass(frozen=True)
class NightShown:
    """One night in numbers, or several added up. Shares are out of a hundred; None where few stand behind them."""

    night: date | None
    beds: int
    slept: int
    away: int
    no_place: int
    occupied: int | None
    accepted: int | None
    did_not_come: int | None


def nights(numbers: Mapping[date, Mapping[str, int]], days: Sequence[date]) -> list[NightShown]:
    """The nights that are over, the newest first, and under them all of them together; empty where nobody sleeps."""
    over = [day for day in reversed(days[:-1]) if numbers[day].get("nights.beds")]
    found = [_night(day, [numbers[day]]) for day in over]
    return [*found, _night(None, [numbers[day] for day in over])] if found else []


def _night(night: date | None, counted: Sequence[Mapping[str, int]]) -> NightShown:
    def all_of(name: str) -> int:
        return sum(one.get(f"nights.{name}", 0) for one in counted)

    beds, slept, given = all_of("beds"), all_of("arrived"), all_of("beds_given")
    return NightShown(
        night=night,
        beds=beds,
        slept=slept,
        away=all_of("away"),
        no_place=all_of("no_place"),
        occupied=rules.share(slept, beds),
        accepted=rules.share(given, all_of("offered")),
        did_not_come=rules.share(all_of("did_not_come"), given),
    )


def night_words(night: date) -> str:
    """Which night the number of beds is of."""
    return _("Beds given, night of %(day)s") % {"day": date_format(night, "D j M")}


def everything(numbers: Mapping[str, int]) -> list[tuple[str, int]]:
    """All numbers of a day that are not zero, service by service."""
    order = list(words.NAMES)
    known = [code for code in order if numbers.get(code)]
    others = [code for code in sorted(numbers) if numbers[code] and code not in words.NAMES]
    kinds = goods.kind_names()
    return [(words.name_of(code, kinds), numbers[code]) for code in [*known, *others] if not words.is_by_hour(code)]


def on_paper(site: Site, days: Sequence[date]) -> list[str]:
    """When a site ran on paper on these days, in words: numbers of these hours were entered afterwards."""
    return [_span(site, began, ended) for began, ended in paper.spans(site, since=min(days), until=max(days))]


def public_on_paper(sites: Sequence[Site], today: date) -> list[tuple[str, list[str]]]:
    """The same of every site in the weeks that everybody reads; a site that never did is left out."""
    last = today - timedelta(days=today.weekday() + 1)
    days = [last - timedelta(weeks=queries.PUBLIC_WEEKS) + timedelta(days=1), last]
    found = [(site.name, on_paper(site, days)) for site in sites]
    return [(name, spans) for name, spans in found if spans]


def _span(site: Site, began: datetime, ended: datetime) -> str:
    first, last = began.astimezone(site.zone), ended.astimezone(site.zone)
    said = {"day": date_format(first, "D j M"), "start": f"{first:%H:%M}", "end": f"{last:%H:%M}"}
    if first.date() == last.date():
        return _("%(day)s: paper %(start)s–%(end)s") % said
    return _("%(day)s: paper %(start)s–%(end)s the day after") % said
