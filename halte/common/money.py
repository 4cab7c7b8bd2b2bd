"""Money in integer cents: shares that add up, and the European Central Bank's euro reference rates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache

from currency_converter import CurrencyConverter, RateNotFoundError

LONGEST_PAUSE = timedelta(days=10)
"""The rates are not published at weekends and on bank holidays; a longer gap means the table is out of date."""


def split(cents: int, weights: Sequence[int]) -> list[int]:
    """Share an amount by weights so that the shares add up to it exactly.

    Each share is within one cent of its exact part; left-over cents go to the largest remainders, then to the
    earlier share (Hamilton's method). A negative amount (a correction) is shared as the positive one, mirrored.

    Raises:
        ValueError: A weight is negative, or all are zero.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError("Weights must be zero or more, and at least one above zero.")
    amount = abs(cents)
    shares = [amount * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: -(amount * weights[place] % total))
    for place in by_remainder[: amount - sum(shares)]:
        shares[place] += 1
    return shares if cents >= 0 else [-share for share in shares]


@dataclass(frozen=True)
class Rate:
    """Units of a currency for one euro, as the European Central Bank published them on a day."""

    currency: str
    per_euro: Decimal
    on: date
    source: str = "ECB euro foreign exchange reference rates"


class RateUnknown(Exception):
    """No rate was published on that day or in the ten days before it: the table must be brought up to date."""


def rate_on(day: date, currency: str) -> Rate:
    """The last rate known on a day: that day's own, else the nearest earlier one. Never a later or a made-up rate.

    Raises:
        RateUnknown: Nothing was published from ten days before until that day.
    """
    if currency == "EUR":
        return Rate("EUR", Decimal(1), day, source="by definition")
    for back in range(LONGEST_PAUSE.days + 1):
        published = day - timedelta(days=back)
        try:
            return Rate(currency, _converter().convert(Decimal(1), "EUR", currency, published), published)
        except (RateNotFoundError, ValueError):
            continue
    raise RateUnknown(f"No {currency} rate is known for {day}.")


def convert(cents: int, *, source: Rate, target: Rate) -> int:
    """An amount in cents of the source currency, in cents of the target currency, half to even."""
    exact = Decimal(cents) / source.per_euro * target.per_euro
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


@cache
def _converter() -> CurrencyConverter:
    return CurrencyConverter(decimal=True)
