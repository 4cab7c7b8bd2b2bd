"""Pages of the advisers: their day, and what falls due."""

from halte.advice.views.day import book, call_next, came, cancel, did_not_come, served, stands_again, today
from halte.advice.views.falling_due import be_away, close_unsent, confirm_hour, falls_due, sent, undo

__all__ = [
    "be_away",
    "book",
    "call_next",
    "came",
    "cancel",
    "close_unsent",
    "confirm_hour",
    "did_not_come",
    "falls_due",
    "sent",
    "served",
    "stands_again",
    "today",
    "undo",
]
