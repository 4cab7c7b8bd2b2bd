"""Tables of guests: `guest` is the card, `together` families, `own` what they open, `staying` what pauses.

`looking` is what alarms whoever manages the house.
"""

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
from halte.guests.models.looking import AlarmKind, DecoyCard, LookAlarm
from halte.guests.models.own import OwnSign, PairedPhone
from halte.guests.models.staying import ErasePause, Measure
from halte.guests.models.together import Acquaintance, Group, KeptApart, Membership

__all__ = [
    "DECLARE_BIRTH_WITHIN",
    "Acquaintance",
    "AlarmKind",
    "Counted",
    "DecoyCard",
    "ErasePause",
    "Group",
    "Guest",
    "GuestState",
    "KeptApart",
    "LookAlarm",
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
