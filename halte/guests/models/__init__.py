"""Tables of guests: `guest` is the card, `together` families, `own` what they open, `staying` what pauses."""

from halte.guests.models.guest import (
    DECLARE_BIRTH_WITHIN,
    Counted,
    Guest,
    GuestState,
    PlacedOrder,
    PlaceWanted,
    needs_of,
    spoken_box,
    spoken_of,
)
from halte.guests.models.own import OwnSign, PairedPhone
from halte.guests.models.staying import ErasePause, Measure
from halte.guests.models.together import Acquaintance, Group, KeptApart, Membership

__all__ = [
    "DECLARE_BIRTH_WITHIN",
    "Acquaintance",
    "Counted",
    "ErasePause",
    "Group",
    "Guest",
    "GuestState",
    "KeptApart",
    "Measure",
    "Membership",
    "OwnSign",
    "PairedPhone",
    "PlaceWanted",
    "PlacedOrder",
    "needs_of",
    "spoken_box",
    "spoken_of",
]
