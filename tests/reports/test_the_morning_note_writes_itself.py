"""At 08:30 the numbers of the morning are written once: manager, mayor and prefect read the same."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halte.accounts.roles import Role
from halte.config import jobs
from halte.reports import morning, rules
from halte.reports.models import DayClosed, DayTally, MorningNote
from halte.sites import actions as sites
from halte.sites.models import ClosureReason, Hours, Service
from halte.visits import actions as visits
from tests.pages import signed_in, words_of

MORNING = datetime(2026, 11, 25, 7, 30, tzinfo=UTC)
"""08:30 in Calais."""


@pytest.fixture
def weeks(calais, now):
    """Four closed Wednesdays, one of them snowed in."""
    for back, meals in enumerate([200, 190, 20, 210], start=1):
        on = calais.today(MORNING) - timedelta(weeks=back)
        DayClosed.objects.create(site=calais, on=on, closed_at=now, tallies=1)
        DayTally.objects.create(site=calais, on=on, code="visits.meals", value=meals)


@given(st.lists(st.integers(0, 2000), max_size=4), st.integers(0, 500))
def test_there_is_a_plate_for_everyone_who_slept_here(before, slept):
    plates = rules.plates(before, slept)

    assert plates >= slept
    assert plates <= max([slept, *before])
    assert rules.plates(list(reversed(before)), slept) == plates


@given(st.lists(st.integers(100, 200), min_size=3, max_size=3), st.integers(0, 5000))
def test_one_strange_day_changes_little(before, strange):
    assert 100 <= rules.plates([*before, strange], 0) <= 200 or strange <= 200


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_a_stock_lasts_whole_days_and_never_longer_than_it_is(stock, given_out):
    days = rules.lasts(stock, given_out, 7)

    if days is None:
        assert given_out == 0
    else:
        assert stock == 0 or days * given_out <= stock * 7


def test_the_plates_are_the_middle_of_this_weekday(calais, dunkirk, weeks):
    jobs.run_due(MORNING)

    note = morning.latest(calais)
    assert note.numbers[morning.PLATES] == 200
    assert sorted(note.meals_before) == [20, 190, 200, 210]
    assert morning.latest(dunkirk).numbers[morning.PLATES] == 0


def test_it_is_written_once_and_stands(calais, greeter, weeks, a_key):
    jobs.run_due(MORNING)
    first = MorningNote.objects.get(site=calais, on=calais.today(MORNING))

    DayTally.objects.update(value=1)
    jobs.run_due(MORNING + timedelta(hours=2))
    again = morning.write_morning_note(actor=greeter, at=MORNING + timedelta(hours=3), key=a_key())

    assert again.id == first.id
    assert again.numbers == first.numbers


def test_arrivals_yesterday_and_what_is_closed_stand_in_it(calais, greeter, manager, now, a_key):
    visits.count_at_door(actor=greeter, kind="man", n=53, at=now, key=a_key())
    Hours.objects.create(site=calais, service=Service.SHOWER, weekday=2, opens=time(9), closes=time(18))
    sites.close_service(
        actor=manager,
        service=Service.SHOWER,
        reason=ClosureReason.REPAIR,
        at=MORNING - timedelta(minutes=5),
        key=a_key(),
    )

    jobs.run_due(MORNING)

    page = words_of(signed_in(manager).get("/reports/morning/").content.decode())
    assert "53" in page
    assert "Closed today: Shower" in " ".join(page.split())


def test_mayor_and_prefect_read_the_same_bytes_whenever_they_look(calais, dunkirk, staff_at, weeks):
    jobs.run_due(MORNING)
    mayor, prefect = staff_at(calais, Role.AUTHORITY), staff_at(calais, Role.AUTHORITY)

    early = signed_in(mayor).get("/reports/morning/").content.decode()
    DayTally.objects.update(value=7)
    late = signed_in(prefect).get("/reports/morning/").content.decode()

    notes = [words_of(page[page.index('<dl class="facts') :]) for page in (early, late)]
    assert notes[0] == notes[1]
    assert "200" in notes[0]


def test_those_who_do_not_answer_for_the_house_are_refused(greeter, elsewhere, weeks):
    jobs.run_due(MORNING)

    assert signed_in(greeter).get("/reports/morning/").status_code == 403
    assert "200" not in words_of(signed_in(elsewhere).get("/reports/morning/").content.decode())
