"""The advisers' day in quarters of an hour."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

QUARTER = timedelta(minutes=15)
LONGEST = 16
"""Four hours."""

OPENS, CLOSES = time(9), time(17)
"""When a site has set no hours for advice."""


def on_the_quarter(at: datetime) -> bool:
    """Whether a moment is one at which a quarter of an hour begins; every time zone keeps quarters."""
    return at.minute % 15 == 0 and at.second == 0 and at.microsecond == 0


def quarters_from(starts_at: datetime, quarters: int) -> list[datetime]:
    """The beginnings of as many quarters in a row."""
    return [starts_at + QUARTER * place for place in range(quarters)]


def quarters_between(opens: datetime, closes: datetime) -> Iterator[datetime]:
    """Every quarter that begins and ends within opening hours."""
    at = opens
    while at + QUARTER <= closes:
        yield at
        at += QUARTER
