"""How long a stock lasts and what is in season: pure reckoning."""

from datetime import date

DAYS = 7
WINTER = frozenset({10, 11, 12, 1, 2, 3, 4})


def days_left(balance: int, given_in_a_week: int) -> int | None:
    """For how many days the stock lasts at last week's pace, in whole days; None while nothing is given."""
    if balance <= 0:
        return 0
    if given_in_a_week <= 0:
        return None
    return balance * DAYS // given_in_a_week


def in_season(on: date, *, in_winter: bool, in_summer: bool) -> bool:
    """Whether a kind is given on a date: winter is October to April."""
    return in_winter if on.month in WINTER else in_summer
