"""Published numbers cannot be turned back into people: threshold eleven, rounding to five."""

import csv
import io
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halte.reports import queries
from halte.reports.rules import ROUNDED_TO, THRESHOLD, harmless, published, published_row
from tests.pages import words_of

few = st.integers(0, THRESHOLD - 1)
many = st.integers(THRESHOLD, 5000)
rows = st.lists(st.one_of(few, many), min_size=1, max_size=12)


@given(rows, st.data())
def test_whatever_the_small_numbers_are_the_same_row_is_published(values, data):
    others = [data.draw(few) if value < THRESHOLD else value for value in values]

    assert published_row(others) == published_row(values)


@given(rows)
def test_no_number_under_eleven_is_told_and_every_other_is_a_multiple_of_five_near_it(values):
    row = published_row(values)

    for value, told in zip(values, row.cells, strict=True):
        if value < THRESHOLD:
            assert told is None
        else:
            assert told % ROUNDED_TO == 0
            assert abs(told - value) <= ROUNDED_TO // 2


@given(rows)
def test_the_total_is_rounded_by_itself_and_never_above_the_truth_by_more_than_rounding(values):
    total = published_row(values).at_least
    shown = sum(value for value in values if value >= THRESHOLD)

    assert total == published(shown)
    assert total is None or (total % ROUNDED_TO == 0 and total <= sum(values) + ROUNDED_TO // 2)


@given(many)
def test_every_number_told_could_be_two_others_at_least(value):
    could_be = [other for other in range(THRESHOLD, value + 10) if published(other) == published(value)]

    assert len(could_be) >= 2


@given(st.text(max_size=30))
def test_no_cell_of_a_table_is_taken_for_a_formula(text):
    cell = harmless(text)

    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.endswith(text)


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\uff1d1"])
def test_known_formulas_are_made_harmless(text):
    assert harmless(text) == f"'{text}"


def test_numbers_and_plain_words_stay_as_they_are():
    assert [harmless(cell) for cell in (12, "Calais", "2026-11-24", "visits.meals")] == [
        "12",
        "Calais",
        "2026-11-24",
        "visits.meals",
    ]


@pytest.fixture
def monday(manager, now):
    today = manager.site.today(now)
    return today - timedelta(days=today.weekday() + 7)


@pytest.fixture
def a_week(a_closed_day, monday):
    def make(values, **where):
        for place, value in enumerate(values):
            a_closed_day(monday + timedelta(days=place), visits__arrivals=value, **where)

    return make


def test_the_public_page_tells_whole_weeks_only(client, a_week, calais, dunkirk):
    a_week([41, 40, 40, 40, 40, 40, 40])
    a_week([100, 100, 100, 100, 100, 100], site=dunkirk)

    page = client.get("/reports/public/").content.decode()

    assert "280" in page
    assert "281" not in words_of(page)
    assert "600" not in words_of(page)
    assert "not closed yet" in page


def test_a_small_week_is_hidden_on_the_page_and_in_its_table(client, a_week, calais, dunkirk, monday):
    a_week([1, 1, 1, 1, 1, 1, 1])
    a_week([20, 20, 20, 20, 20, 20, 20], site=dunkirk)

    answer = client.get("/reports/public/weeks.csv")

    lines = list(csv.reader(io.StringIO(answer.content.decode())))
    assert lines[1] == ["Arrivals", monday.isoformat(), "fewer than 11", "140", "140"]
    assert "under 11" in client.get("/reports/public/").content.decode()


def test_weeks_of_the_public_page_never_overlap(a_closed_day, calais, now, monday):
    for back in range(70):
        a_closed_day(monday + timedelta(days=6 - back), visits__arrivals=20)

    weeks = queries.public_weeks("visits.arrivals", [calais], today=calais.today(now))

    assert len(weeks) == queries.PUBLIC_WEEKS
    gaps = {later.monday - earlier.monday for earlier, later in zip(weeks[1:], weeks, strict=False)}
    assert gaps == {timedelta(days=7)}
    assert all(week.cells[0].value == 140 for week in weeks)


def test_a_week_that_no_site_closed_is_left_out(a_week, calais, now):
    a_week([20] * 6)

    assert queries.public_weeks("visits.arrivals", [calais], today=calais.today(now)) == []
