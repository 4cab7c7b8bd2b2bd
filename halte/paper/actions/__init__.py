"""Everything that changes something about paper: the house knows these names, not the files they stand in."""

from halte.paper.actions.clashes import Decision, decide
from halte.paper.actions.entering import Entered, Written, enter_line, time_of
from halte.paper.actions.panics import end_panic
from halte.paper.actions.periods import close_period, forget_lines, open_period, print_pack

__all__ = [
    "Decision",
    "Entered",
    "Written",
    "close_period",
    "decide",
    "end_panic",
    "enter_line",
    "forget_lines",
    "open_period",
    "print_pack",
    "time_of",
]
