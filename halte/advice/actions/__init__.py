"""Everything that advisers change: the house knows these names, not the files they stand in."""

from halte.advice.actions.appointments import (
    AdviserTaken,
    AppointmentOver,
    AppointmentPast,
    GuestNotHere,
    GuestTaken,
    NotOnTheQuarter,
    book,
    came,
    cancel,
    did_not_come,
)

__all__ = [
    "AdviserTaken",
    "AppointmentOver",
    "AppointmentPast",
    "GuestNotHere",
    "GuestTaken",
    "NotOnTheQuarter",
    "book",
    "came",
    "cancel",
    "did_not_come",
]
