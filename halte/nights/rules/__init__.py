"""Choosing beds and rooms: calculations only, the same answer for the same question.

A room that is closed, full by its legal maximum, or not for these people is never chosen; the order among the rest
keeps special places for those who need them and empty rooms for those who come together.
"""

from halte.nights.rules.one import beds_for, best_bed, counting_as, lacks, offers_what, range_before, suits
from halte.nights.rules.parties import MOST_ROOMS, apart, into_these, neighbouring_rooms, one_room
from halte.nights.rules.space import (
    ADULT,
    CHILD,
    COUNTED_IN,
    COUPLES,
    DOG,
    FAMILY,
    GROUND_FLOOR,
    LOWER_BUNK,
    MAN,
    MEN,
    MINORS,
    OF_ONE_FAMILY,
    QUIET,
    QUIET_ROOM,
    WOMAN,
    WOMEN,
    WOMEN_ONLY,
    House,
    Person,
    Place,
    Placing,
    Space,
)

__all__ = [
    "ADULT",
    "CHILD",
    "COUNTED_IN",
    "COUPLES",
    "DOG",
    "FAMILY",
    "GROUND_FLOOR",
    "LOWER_BUNK",
    "MAN",
    "MEN",
    "MINORS",
    "MOST_ROOMS",
    "OF_ONE_FAMILY",
    "QUIET",
    "QUIET_ROOM",
    "WOMAN",
    "WOMEN",
    "WOMEN_ONLY",
    "House",
    "Person",
    "Place",
    "Placing",
    "Space",
    "apart",
    "beds_for",
    "best_bed",
    "counting_as",
    "into_these",
    "lacks",
    "neighbouring_rooms",
    "offers_what",
    "one_room",
    "range_before",
    "suits",
]
