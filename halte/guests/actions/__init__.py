"""Everything that changes a card, a family or group, or what a place must offer."""

from halte.guests.actions.apart import keep_apart, no_longer_apart
from halte.guests.actions.cards import make_card, protect_card, reissue_card
from halte.guests.actions.closing import agree_to_pause, close_card, hand_over_things, pause_erasing
from halte.guests.actions.company import add_company, give_own_card
from halte.guests.actions.erasing import erase_guest
from halte.guests.actions.merging import merge_cards
from halte.guests.actions.signs import choose_sign, find_by_sign
from halte.guests.actions.together import join, keep_together, part, place, tell_about
from halte.guests.refusals import (
    AlreadyInGroup,
    AlreadyTogether,
    ApartAlready,
    ApartNoMore,
    CardInUse,
    CardNotLive,
    CardTaken,
    ErasingPaused,
    GuestElsewhere,
    HasOwnCard,
    NobodyInGroup,
    NotACard,
    NotASign,
    NotClosed,
    PauseTooLong,
    SameCard,
    SecondProof,
    SignUnknown,
    StayTogether,
    TooManySigns,
    TwoPeople,
    UnknownWish,
)

__all__ = [
    "AlreadyInGroup",
    "AlreadyTogether",
    "ApartAlready",
    "ApartNoMore",
    "CardInUse",
    "CardNotLive",
    "CardTaken",
    "ErasingPaused",
    "GuestElsewhere",
    "HasOwnCard",
    "NobodyInGroup",
    "NotACard",
    "NotASign",
    "NotClosed",
    "PauseTooLong",
    "SameCard",
    "SecondProof",
    "SignUnknown",
    "StayTogether",
    "TooManySigns",
    "TwoPeople",
    "UnknownWish",
    "add_company",
    "agree_to_pause",
    "choose_sign",
    "close_card",
    "erase_guest",
    "find_by_sign",
    "give_own_card",
    "hand_over_things",
    "join",
    "keep_apart",
    "keep_together",
    "make_card",
    "merge_cards",
    "no_longer_apart",
    "part",
    "pause_erasing",
    "place",
    "protect_card",
    "reissue_card",
    "tell_about",
]
