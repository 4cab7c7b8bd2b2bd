"""Sharing a cost: sums to the cent in both currencies, and the same inputs always give the same shares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from halte.common.money import Rate, convert, split

EURO = "EUR"
_AMOUNT = re.compile(r"(\d{1,12})(?:[.,](\d{1,2}))?\Z")


@dataclass(frozen=True)
class ShareOf:
    """One payer's part, in cents of the cost's currency and of the agreement's."""

    cents: int
    owed_cents: int


def shares(cents: int, *, source: Rate, target: Rate, weights: Sequence[int]) -> list[ShareOf]:
    """Share a cost by weights.

    Keeps:
        The shares add up to the cost to the cent, and in the agreement's currency to the converted cost. The cost is
        converted once, as a whole; then both amounts are shared by the largest remainder.
    """
    whole = convert(cents, source=source, target=target)
    return [ShareOf(part, owed) for part, owed in zip(split(cents, weights), split(whole, weights), strict=True)]


def restated(before: Sequence[ShareOf], right: Sequence[ShareOf]) -> list[ShareOf]:
    """What must be added to earlier shares so that together they are the right ones."""
    return [
        ShareOf(now.cents - then.cents, now.owed_cents - then.owed_cents)
        for then, now in zip(before, right, strict=True)
    ]


def published_rate(source: Rate, target: Rate) -> Rate:
    """The one rate that a conversion rests on: of the currency that is not the euro."""
    return target if target.currency != EURO else source


def both_rates(published: Rate, *, currency: str) -> Rate:
    """A currency's own rate, as the published one tells it: the euro's is one."""
    return published if currency == published.currency else Rate(EURO, Decimal(1), published.on, published.source)


def cents_of(typed: str) -> int:
    """An amount as people type it, in cents: 1200, 1 200,50 or 1200.5.

    Raises:
        ValueError: It is no amount, or has more than two decimals.
    """
    found = _AMOUNT.match("".join(typed.split()))
    if found is None:
        raise ValueError("Not an amount.")
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


def by_year(cents: int, first: date, last: date) -> dict[int, int]:
    """What each calendar year bears of a cost, by the days of its time that lie in it.

    Keeps:
        The years add up to the cost, to the cent, also below zero: each year bears what is due by its end, less what
        the years before bear.
    """
    days = (last - first).days + 1
    borne: dict[int, int] = {}
    before = 0
    for year in range(first.year, last.year + 1):
        until = min(last, date(year, 12, 31))
        due = (2 * cents * ((until - first).days + 1) + days) // (2 * days)
        borne[year] = due - before
        before = due
    return borne
