"""The pages of the night: addresses know these names, not the files they stand in."""

from halte.nights.views.answers import no_place_numbered, tell, tell_all, warm_seat
from halte.nights.views.beds import free, give_bed, give_here, move, move_room, swap, welcome
from halte.nights.views.coming import arrived, leaving, left, undo
from halte.nights.views.pages import bed, board, room, tonight
from halte.nights.views.planning import make_plan, overrule, plan
from halte.nights.views.waiting import answer, cancel_want, choose_room, no_place, shelter_group, waiting, want_bed

__all__ = [
    "answer",
    "arrived",
    "bed",
    "board",
    "cancel_want",
    "choose_room",
    "free",
    "give_bed",
    "give_here",
    "leaving",
    "left",
    "make_plan",
    "move",
    "move_room",
    "no_place",
    "no_place_numbered",
    "overrule",
    "plan",
    "room",
    "shelter_group",
    "swap",
    "tell",
    "tell_all",
    "tonight",
    "undo",
    "waiting",
    "want_bed",
    "warm_seat",
    "welcome",
]
