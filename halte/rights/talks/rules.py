"""What may be told of a talk. Pure rules: no database, no clock."""

FEWEST = 11
"""Fewer people than this are not told as a number: a small number in one language can be a person."""
STEP = 5


def told(people: int) -> int | None:
    """How many listened, as an official reads it: rounded to five; None when too few."""
    return None if people < FEWEST else STEP * round(people / STEP)
