"""Numbers that may leave the house: none that can be turned back into people, none that a spreadsheet would run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

THRESHOLD = 11
"""Fewer people than this are never told apart from each other, nor from nobody."""

ROUNDED_TO = 5
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def published(value: int) -> int | None:
    """A number as everybody may read it: rounded to five, or None when fewer than eleven stand behind it."""
    if value < THRESHOLD:
        return None
    return (value + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


@dataclass(frozen=True)
class Published:
    """A row of numbers that everybody may read. `at_least` is the total of what is shown, rounded by itself."""

    cells: tuple[int | None, ...]
    at_least: int | None


def published_row(values: Sequence[int]) -> Published:
    """A row of numbers with its total, as everybody may read them.

    Keeps:
        What is hidden cannot be reckoned back: whatever the hidden numbers are, the same row is published. So the
        total counts only what is shown, and says "at least".
    """
    return Published(
        cells=tuple(published(value) for value in values),
        at_least=published(sum(value for value in values if value >= THRESHOLD)),
    )


def usual(earlier: Iterable[Mapping[str, int]], codes: Sequence[str]) -> list[int]:
    """For each code the mean of earlier days, half up; nothing when there are no earlier days."""
    days = list(earlier)
    if not days:
        return []
    totals = [sum(day.get(code, 0) for day in days) for code in codes]
    return [(2 * total + len(days)) // (2 * len(days)) for total in totals]


def share(part: int, whole: int) -> int | None:
    """How many of a hundred, half up; None when fewer than eleven stand behind it: a share of few tells of each."""
    return (200 * part + whole) // (2 * whole) if whole >= THRESHOLD else None


def harmless(cell: object) -> str:
    """A cell of an exported table that no spreadsheet takes for a formula.

    Source: OWASP, "CSV Injection".
    """
    text = str(cell)
    starts = text.startswith(STARTS_A_FORMULA) or text.lstrip().startswith(STARTS_A_FORMULA)
    return f"'{text}" if starts else text


def plates(before: Sequence[int], slept: int) -> int:
    """How many plates to expect: the middle of the same weekday's meals of four weeks, and never fewer than slept here.

    The middle, so that one day of snow or one feast changes nothing; of two middles the larger.
    """
    middle = sorted(before)[len(before) // 2] if before else 0
    return max(middle, slept)


def lasts(stock: int, given: int, days: int) -> int | None:
    """For how many whole days a stock lasts at the pace of some days; None while nothing is given."""
    if stock <= 0:
        return 0
    return stock * days // given if given > 0 else None
