"""Arrivals, anonymous tallies, numbered things, queue tickets, letters, tags, and the end of the day."""

from halte.visits.models.door import (
    CountedService,
    DoorCount,
    DoorKind,
    Ending,
    Letter,
    LetterKind,
    Numbered,
    NumberedService,
    Queue,
    ServiceCount,
    Ticket,
    Visit,
)
from halte.visits.models.evening import BedAsked, BusRun
from halte.visits.models.tags import Tagged, TagKind

__all__ = [
    "BedAsked",
    "BusRun",
    "CountedService",
    "DoorCount",
    "DoorKind",
    "Ending",
    "Letter",
    "LetterKind",
    "Numbered",
    "NumberedService",
    "Queue",
    "ServiceCount",
    "TagKind",
    "Tagged",
    "Ticket",
    "Visit",
]
