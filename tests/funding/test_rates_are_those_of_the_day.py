"""Conversions use the last rate known on the day, never a later or a made-up one (check vectors of history)."""

from datetime import date
from decimal import Decimal

import pytest

from halte.common.money import RateUnknown, convert, rate_on

VECTORS = [
    # day, GBP for one euro, from, amount in cents, to, rounded to this many cents, what it gives
    (date(2014, 9, 19), "0.7865", "GBP", 1_200_000_000, "EUR", 1_526_000_000),
    (date(2015, 8, 20), "0.7138", "EUR", 1_000_000_000, "GBP", 713_800_000),
    (date(2016, 3, 3), "0.77435", "GBP", 1_700_000_000, "EUR", 2_195_000_000),
    (date(2018, 1, 18), "0.88208", "EUR", 5_000_000_000, "GBP", 4_410_000_000),
    (date(2018, 1, 18), "0.88208", "GBP", 4_450_000_000, "EUR", 5_045_000_000),
    (date(2021, 7, 20), "0.86545", "EUR", 6_270_000_000, "GBP", 5_426_000_000),
    (date(2022, 11, 14), "0.87513", "EUR", 7_220_000_000, "GBP", 6_318_000_000),
    (date(2023, 3, 10), "0.88258", "GBP", 47_800_000_000, "EUR", 54_159_000_000),
    (date(2023, 3, 10), "0.88258", "EUR", 54_100_000_000, "GBP", 47_748_000_000),
]


@pytest.mark.parametrize(("day", "rate", "source", "cents", "target", "told"), VECTORS)
def test_what_was_published_is_found_again_from_the_rate_of_its_day(day, rate, source, cents, target, told):
    found = convert(cents, source=rate_on(day, source), target=rate_on(day, target))

    assert rate_on(day, "GBP").per_euro == Decimal(rate)
    assert abs(found - told) <= 1_000_000 // 2 + 1


def test_on_a_saturday_the_rate_of_friday_holds_and_never_that_of_monday():
    saturday = rate_on(date(2014, 9, 20), "GBP")

    assert (saturday.per_euro, saturday.on) == (Decimal("0.7865"), date(2014, 9, 19))
    assert rate_on(date(2014, 9, 22), "GBP").per_euro == Decimal("0.7866")


def test_a_day_that_lies_too_far_from_any_rate_has_none():
    with pytest.raises(RateUnknown):
        rate_on(date(1998, 12, 1), "GBP")
    with pytest.raises(RateUnknown):
        rate_on(date(2199, 1, 1), "GBP")
