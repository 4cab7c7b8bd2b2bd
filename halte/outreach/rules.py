"""Adding up counts that overlap."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Range:
    """At least and at most so many."""

    low: int
    high: int


@dataclass(frozen=True)
class Counted:
    """What one source counted in one area."""

    area: str
    low: int
    high: int


def envelope(counts: Iterable[Counted]) -> Range:
    """Everybody outside on one day, without counting anyone twice.

    Several counts of one area are several views of the same people: the lowest and the highest of them hold. Areas
    lie apart, so they add up.
    """
    areas: dict[str, Range] = {}
    for count in counts:
        seen = areas.get(count.area, Range(count.low, count.high))
        areas[count.area] = Range(min(seen.low, count.low), max(seen.high, count.high))
    return Range(sum(area.low for area in areas.values()), sum(area.high for area in areas.values()))
