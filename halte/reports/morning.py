"""The morning note: at 08:30 the numbers of the house are written down once, for everybody who answers for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey
from halte.goods import counts as goods
from halte.reports import queries, rules, words
from halte.reports.models import MorningNote
from halte.sites import queries as sites
from halte.sites.models import Service, Site

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SLEPT = "nights.arrived"
PLATES = "reports.plates"
ON_PAPER = "paper.minutes"
YESTERDAY = (words.ARRIVALS, words.MEALS, ON_PAPER)
LAST_NIGHT = (SLEPT, "nights.beds_free", "nights.no_place")
WEEK = 7
SOON = 7
"""A stock that lasts longer than so many days is not worth a line."""


class WrittenMeanwhile(Refusal):
    """Another process wrote it at the same moment."""

    code = "reports.written_meanwhile"


def write_morning_note(*, actor: Actor, at: datetime, key: RetryKey) -> MorningNote:
    """The numbers of this morning stand, and nothing changes them any more.

    Keeps:
        One note a morning: asked again, the first one is returned and nothing is written.
    """
    on = actor.site.today(at)
    stands = note(actor.site, on)
    if stands is not None:
        return stands
    with (
        refusing({"one_note_a_morning": WrittenMeanwhile}),
        journal.act(actor=actor, at=at, key=key, kind="reports.morning_noted") as act,
    ):
        numbers, before = _numbers(actor.site, on)
        made: MorningNote = MorningNote.objects.create(
            site=actor.site,
            on=on,
            written_at=at,
            numbers=numbers,
            meals_before=before,
            closed=[str(offered.service) for offered in sites.offered_today(actor.site, at) if offered.closure],
            lasts=_lasts(actor.site, on),
        )
        act.about(on=on, n=len(numbers))
        act.results(note=made.id.hex)
    return made


def note(site: Site, on: date) -> MorningNote | None:
    """The note of one morning; None when it was not written."""
    return MorningNote.objects.filter(site=site, on=on).first()


def latest(site: Site) -> MorningNote | None:
    """The last note of a site."""
    return MorningNote.objects.filter(site=site).first()


def _numbers(site: Site, on: date) -> tuple[dict[str, int], list[int]]:
    yesterday = on - timedelta(days=1)
    counted = queries.numbers(site, yesterday)
    weeks = [on - timedelta(weeks=back) for back in range(1, queries.WEEKS_FOR_USUAL + 1)]
    before = [day[words.MEALS] for day in queries.tallies(site, weeks).values() if words.MEALS in day]
    numbers = {code: counted.get(code, 0) for code in (*YESTERDAY, *LAST_NIGHT)}
    return numbers | {PLATES: rules.plates(before, numbers[SLEPT])}, before


def _lasts(site: Site, on: date) -> dict[str, int]:
    days = [on - timedelta(days=back) for back in range(1, WEEK + 1)]
    counted = queries.several_days(site, days)
    found = {}
    for code, stock in counted[days[0]].items():
        if code.startswith("goods.stock_"):
            kind = code.removeprefix("goods.stock_")
            given = sum(day.get(f"goods.given_{kind}", 0) for day in counted.values())
            left = rules.lasts(stock, given, WEEK)
            if left is not None and left <= SOON and (stock or given):
                found[kind] = left
    return found


@dataclass(frozen=True)
class Shown:
    """The note, ready for a page."""

    note: MorningNote
    slept: int
    arrivals: int
    plates: int
    free: int
    no_place: int
    on_paper: int
    closed: list["StrOrPromise"]
    runs_out: list[tuple[str, int]]


def shown(note: MorningNote) -> Shown:
    """A note in words."""
    numbers: Mapping[str, int] = note.numbers
    kinds = goods.kind_names() if note.lasts else {}
    return Shown(
        note=note,
        slept=numbers[SLEPT],
        arrivals=numbers[words.ARRIVALS],
        plates=numbers[PLATES],
        free=numbers["nights.beds_free"],
        no_place=numbers["nights.no_place"],
        on_paper=numbers[ON_PAPER],
        closed=[Service(code).label for code in note.closed],
        runs_out=sorted(((kinds.get(kind, kind), days) for kind, days in note.lasts.items()), key=lambda one: one[1]),
    )
