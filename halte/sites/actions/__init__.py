"""Everything that changes a site: what it offers today, its rules, its screens, its rooms and beds."""

from halte.sites.actions.offered import close_service, open_service, set_closed_days
from halte.sites.actions.refusals import (
    AlreadyClosed,
    DaysPast,
    NotClosed,
    NothingChanged,
    OpenedJustNow,
    RoomElsewhere,
    RulesChanged,
    ScreensOpen,
    ScreensRest,
)
from halte.sites.actions.rooms import beds_ready, close_room, keep_back, open_room, set_bed_state
from halte.sites.actions.ruled import set_house_rules, set_rules
from halte.sites.actions.screens import HALL_WAITS, close_shutter, close_shutter_from_hall, open_shutter

__all__ = [
    "HALL_WAITS",
    "AlreadyClosed",
    "DaysPast",
    "NotClosed",
    "NothingChanged",
    "OpenedJustNow",
    "RoomElsewhere",
    "RulesChanged",
    "ScreensOpen",
    "ScreensRest",
    "beds_ready",
    "close_room",
    "close_service",
    "close_shutter",
    "close_shutter_from_hall",
    "keep_back",
    "open_room",
    "open_service",
    "open_shutter",
    "set_bed_state",
    "set_closed_days",
    "set_house_rules",
    "set_rules",
]
