"""A house is open within its hours, on its own clock, also past midnight."""

from datetime import UTC, date, datetime, time

import pytest

from halte.sites.models import Hours
from halte.sites.queries import site_is_open


@pytest.fixture
def night_house(calais):
    """Open every evening from 17:00 to 09:00 the next morning, except on Sunday evenings."""
    for weekday in range(6):
        Hours.objects.create(site=calais, weekday=weekday, opens=time(17), closes=time(9))
    return calais


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-24 15:59", False),  # 16:59 in Calais, Tuesday
        ("2026-11-24 16:00", True),
        ("2026-11-25 02:00", True),
        ("2026-11-25 07:59", True),
        ("2026-11-25 08:00", False),
        ("2026-11-29 17:00", False),  # Sunday evening
        ("2026-11-29 07:00", True),  # Sunday morning: Saturday's night
        ("2026-11-30 03:00", False),  # Monday morning: Sunday had no night
    ],
)
def test_open_within_hours_that_pass_midnight(night_house, moment, is_open):
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)

    assert site_is_open(night_house, at) == is_open


def test_a_house_that_was_not_decided_yet_is_closed(night_house, now):
    night_house.opened_on = None
    assert not site_is_open(night_house, now)

    night_house.opened_on = date(2026, 11, 25)
    assert not site_is_open(night_house, now)


def test_without_hours_it_is_closed(dunkirk, now):
    assert not site_is_open(dunkirk, now)
