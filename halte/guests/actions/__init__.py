"""Everything that changes a card, a family or group, or what a place must offer."""

from halte.guests.actions.cards import close_card, make_card, reissue_card
from halte.guests.actions.company import add_company, give_own_card
from halte.guests.actions.together import join, keep_together, part, place, tell_about
from halte.guests.refusals import (
    AlreadyInGroup,
    AlreadyTogether,
    CardInUse,
    CardNotLive,
    CardTaken,
    GuestElsewhere,
    HasOwnCard,
    NobodyInGroup,
    NotACard,
    UnknownWish,
)

__all__ = [
    "AlreadyInGroup",
    "AlreadyTogether",
    "CardInUse",
    "CardNotLive",
    "CardTaken",
    "GuestElsewhere",
    "HasOwnCard",
    "NobodyInGroup",
    "NotACard",
    "UnknownWish",
    "add_company",
    "close_card",
    "give_own_card",
    "join",
    "keep_together",
    "make_card",
    "part",
    "place",
    "reissue_card",
    "tell_about",
]
