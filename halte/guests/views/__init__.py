"""Cards, as pages: new ones, company on one card, signs, everything of one card at once, and what a guest tells."""

from halte.guests.views.apart import apart, end_apart
from halte.guests.views.cards import about, keep_together, new, part, place, reissue, sheets
from halte.guests.views.company import add_company, own_card
from halte.guests.views.known import known
from halte.guests.views.looks import end_decoy, look_news, looks, tick_look
from halte.guests.views.measures import agree_to_measure, answer_appeal, appeals, end_measure, measures_of
from halte.guests.views.phones import end_phones, pair_phone
from halte.guests.views.signs import lost, sign
from halte.guests.views.wholes import agree, close, closed, erase, handed_over, merge, protect

__all__ = [
    "about",
    "add_company",
    "agree",
    "agree_to_measure",
    "answer_appeal",
    "apart",
    "appeals",
    "close",
    "closed",
    "end_apart",
    "end_decoy",
    "end_measure",
    "end_phones",
    "erase",
    "handed_over",
    "keep_together",
    "known",
    "look_news",
    "looks",
    "lost",
    "measures_of",
    "merge",
    "new",
    "own_card",
    "pair_phone",
    "part",
    "place",
    "protect",
    "reissue",
    "sheets",
    "sign",
    "tick_look",
]
