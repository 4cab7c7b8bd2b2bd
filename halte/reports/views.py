"""Pages of numbers: exact ones for those who answer for the site, rounded ones for everybody."""

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from halte.accounts import roles
from halte.accounts.doors import HalteRequest, needs, open_to_all
from halte.accounts.proof import asks_again, shown_lately
from halte.goods import counts as goods
from halte.reports import morning, queries, rules, services, shown, words
from halte.sites.models import Site


@needs(roles.NUMBERS)
@require_safe
def overview(request: HalteRequest) -> HttpResponse:
    """Today in numbers, and the last two weeks."""
    site, at = request.actor.site, timezone.now()
    today, tonight = site.today(at), site.tonight(at)
    days = queries.several_days(site, {*shown.last_days(today), *shown.last_days(tonight)})
    arrivals = shown.arrivals_by_hour(site, at, days[today])
    charts = [
        shown.two_weeks(days, shown.last_days(tonight), words.BEDS, along=_("Night")),
        shown.two_weeks(days, shown.last_days(today), words.MEALS, along=_("Day")),
    ]
    context = {
        "numbers": [
            {"label": _("Arrivals today"), "value": days[today].get(words.ARRIVALS, 0)},
            {"label": _("Meals today"), "value": days[today].get(words.MEALS, 0)},
            {"label": shown.night_words(tonight), "value": days[tonight].get(words.BEDS, 0)},
        ],
        "knew": shown.knew_in_time(days, tonight),
        "arrivals": arrivals,
        "today": today,
        "on_paper": shown.on_paper(site, shown.last_days(today)),
        "may_take": shown_lately(request),
        "has_arrivals": any(bar.value or bar.usual for bar in arrivals.bars),
        "nights": shown.nights(days, shown.last_days(tonight)),
        "nights_on_paper": shown.on_paper(site, shown.last_days(tonight)),
        "charts": [chart for chart in charts if any(bar.value for bar in chart.bars)],
        "all": shown.everything(days[today]),
    }
    return render(request, "reports/overview.html", context)


@needs(roles.NUMBERS)
@require_safe
@asks_again("reports:overview")
def export(request: HalteRequest) -> HttpResponse:
    """The tallies of the site's closed days as a table for a spreadsheet."""
    rows = queries.all_tallies(request.actor)
    heading = [_("Day"), _("Code"), _("What"), _("How many")]
    kinds = goods.kind_names()
    told = ((on, code, words.name_of(code, kinds), value) for on, code, value in rows)
    return _table("halte-tallies", heading, told)


@needs(roles.NUMBERS)
@require_safe
def morning_note(request: HalteRequest) -> HttpResponse:
    """The note of the last morning: one page, the same for everybody who may read it."""
    found = morning.latest(request.actor.site)
    return render(request, "reports/morning.html", {"shown": morning.shown(found) if found else None})


@needs(roles.NUMBERS)
@require_safe
def no_place(request: HalteRequest) -> HttpResponse:
    """The evidence for those who decide about places: night by night how many had none, and why. No persons."""
    site = request.actor.site
    context = {
        "site": site,
        "nights": shown.without_place(site, site.tonight(timezone.now())),
        "reasons": [words.name_of(code) for code in words.NO_PLACE],
        "threshold": rules.THRESHOLD,
    }
    return render(request, "reports/no_place.html", context)


@open_to_all
@require_safe
def public(request: HttpRequest) -> HttpResponse:
    """What everybody may know: whole weeks, nothing under eleven, everything rounded to five."""
    at = timezone.now()
    sites, tables = _public_tables(at)
    on_paper = shown.public_on_paper(sites, timezone.localdate(at))
    context = {"sites": sites, "tables": tables, "threshold": rules.THRESHOLD, "on_paper": on_paper}
    context["paper_visits"] = services.paper_visits_by_year()
    return render(request, "reports/public.html", context)


@open_to_all
@require_safe
def public_export(request: HttpRequest) -> HttpResponse:
    """The public numbers as a table for a spreadsheet."""
    sites, tables = _public_tables(timezone.now())
    heading = [_("What"), _("Week from"), *[site.name for site in sites], _("All sites, at least")]
    rows = (
        [name, week.monday, *[_written(cell) for cell in week.cells], _or_fewer(week.at_least)]
        for name, weeks in tables
        for week in weeks
    )
    return _table("halte-public", heading, rows)


def _public_tables(at: datetime) -> tuple[list[Site], list[tuple[str, list[queries.PublicWeek]]]]:
    sites = queries.open_sites()
    today = timezone.localdate(at)
    return sites, [(words.name_of(code), queries.public_weeks(code, sites, today=today)) for code in words.PUBLIC]


def _written(cell: queries.PublicCell) -> str:
    return _or_fewer(cell.value) if cell.told else _("not closed yet")


def _or_fewer(value: int | None) -> str:
    return _("fewer than %(threshold)s") % {"threshold": rules.THRESHOLD} if value is None else str(value)


def _table(name: str, heading: Sequence[object], rows: Iterable[Sequence[object]]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(response)
    for row in [heading, *rows]:
        writer.writerow([rules.harmless(cell) for cell in row])
    return response
