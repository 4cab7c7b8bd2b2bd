"""Cards, as pages: blank ones to print, new ones, company on one card, and what a guest wants us to know."""

from halte.guests.views.cards import about, close, keep_together, new, part, place, reissue, sheets
from halte.guests.views.company import add_company, own_card
from halte.guests.views.phones import end_phones, pair_phone

__all__ = [
    "about",
    "add_company",
    "close",
    "end_phones",
    "keep_together",
    "new",
    "own_card",
    "pair_phone",
    "part",
    "place",
    "reissue",
    "sheets",
]
