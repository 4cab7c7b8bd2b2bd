"""Everything that changes something at the door: the house knows these names, not the files they stand in."""

from halte.visits.actions.counts import count_at_door, count_service
from halte.visits.actions.forgetting import forget_door_lines
from halte.visits.actions.letters import LetterGone, pass_on_letter, receive_letter
from halte.visits.actions.numbered import (
    EnoughToday,
    HasLocker,
    LockerTaken,
    NoLockerFree,
    NoSlotFree,
    NotASlot,
    NotHeld,
    ServiceClosed,
    SlotTaken,
    free_slot,
    give_locker,
    give_slot,
    return_locker,
)
from halte.visits.actions.presence import AlreadyInside, NotInside, arrive, close_day, leave
from halte.visits.actions.tags import NoTagFree, NotHere, TagInUse, hand_back, take_in
from halte.visits.actions.tickets import (
    HasTicket,
    NobodyWaits,
    TicketOver,
    call_next,
    end_ticket,
    take_ticket,
)

__all__ = [
    "AlreadyInside",
    "EnoughToday",
    "HasLocker",
    "HasTicket",
    "LetterGone",
    "LockerTaken",
    "NoLockerFree",
    "NoSlotFree",
    "NoTagFree",
    "NobodyWaits",
    "NotASlot",
    "NotHeld",
    "NotHere",
    "NotInside",
    "ServiceClosed",
    "SlotTaken",
    "TagInUse",
    "TicketOver",
    "arrive",
    "call_next",
    "close_day",
    "count_at_door",
    "count_service",
    "end_ticket",
    "forget_door_lines",
    "free_slot",
    "give_locker",
    "give_slot",
    "hand_back",
    "leave",
    "pass_on_letter",
    "receive_letter",
    "return_locker",
    "take_in",
    "take_ticket",
]
