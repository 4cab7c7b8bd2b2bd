"""Times, numbers and beds are read as people write them, and nothing else is."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from halte.paper import rules

CALAIS = ZoneInfo("Europe/Paris")
BEGAN = datetime(2026, 11, 24, 17, 50, tzinfo=UTC)
ENDED = BEGAN + timedelta(hours=8)


def read(typed, *, before=BEGAN, began=BEGAN, ended=ENDED):
    at = rules.moment(typed, began=began, ended=ended, before=before, zone=CALAIS)
    return f"{at.astimezone(CALAIS):%d %H:%M}"


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("1852", "24 18:52"),
        ("18:52", "24 18:52"),
        ("18h52", "24 18:52"),
        ("52", "24 18:52"),
        ("", "24 18:50"),
        ("0015", "25 00:15"),
        ("0:15", "25 00:15"),
    ],
)
def test_a_time_is_read_in_the_ways_people_write_it(typed, means):
    assert read(typed) == means


@pytest.mark.parametrize("typed", ["2461", "1860", "abc", "18521"])
def test_what_is_no_time_is_said_to_be_none(typed):
    with pytest.raises((rules.Unreadable, rules.OutsideThePeriod)):
        read(typed)


@pytest.mark.parametrize("typed", ["1849", "0300", "1700", "49"])
def test_a_time_outside_of_the_hours_on_paper_is_no_time_of_theirs(typed):
    with pytest.raises(rules.OutsideThePeriod):
        read(typed)


def test_the_hour_that_comes_twice_is_read_in_the_hours_on_paper():
    began = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)

    at = rules.moment("0230", began=began, ended=began + timedelta(minutes=40), before=began, zone=CALAIS)

    assert at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@given(minutes=some.integers(0, 8 * 60))
def test_every_minute_on_paper_can_be_written(minutes):
    at = BEGAN + timedelta(minutes=minutes)

    assert read(f"{at.astimezone(CALAIS):%H%M}") == f"{at.astimezone(CALAIS):%d %H:%M}"


@given(some.text(max_size=12))
def test_whatever_is_typed_is_a_time_on_paper_or_refused(typed):
    try:
        at = rules.moment(typed, began=BEGAN, ended=ENDED, before=BEGAN, zone=CALAIS)
    except (rules.Unreadable, rules.OutsideThePeriod):
        return
    assert BEGAN <= at <= ENDED


@given(some.text(max_size=12))
def test_whatever_is_typed_is_a_number_or_refused(typed):
    for reader in (rules.how_many, lambda text: sum(rules.tally(text))):
        try:
            assert 1 <= reader(typed) <= rules.MOST
        except rules.Unreadable:
            continue


def test_a_bed_is_found_with_and_without_its_dash():
    assert rules.bed_number("101-3") == rules.bed_number("101 3") == rules.bed_number("1013") == "1013"
