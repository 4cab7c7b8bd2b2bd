"""Nights: who wants a bed, who has which bed, what was proposed to a family, and whether a night was opened."""

from halte.nights.held import AskedBy, HeldEnd, HeldParty, HeldPerson
from halte.nights.night_watch import ListPrinted, NightRound, NoPlaceNumber, PrintedWhy, RoomRound, WakeUp
from halte.nights.planned import NightPlan, OverruleWhy, PlanLine
from halte.nights.proposed import PlaceProposal, ProposalAnswer, ProposalKind
from halte.nights.stays import ONE_DAY, EndReason, NightOpened, Stay, StayQuerySet
from halte.nights.wanted import NoPlaceWhy, Want, WantEnd, WantQuerySet
from halte.nights.young import Answered, Called, DutyTeam, YoungCall, YoungSheet

__all__ = [
    "ONE_DAY",
    "Answered",
    "AskedBy",
    "Called",
    "DutyTeam",
    "EndReason",
    "HeldEnd",
    "HeldParty",
    "HeldPerson",
    "ListPrinted",
    "NightOpened",
    "NightPlan",
    "NightRound",
    "NoPlaceNumber",
    "NoPlaceWhy",
    "OverruleWhy",
    "PlaceProposal",
    "PlanLine",
    "PrintedWhy",
    "ProposalAnswer",
    "ProposalKind",
    "RoomRound",
    "Stay",
    "StayQuerySet",
    "WakeUp",
    "Want",
    "WantEnd",
    "WantQuerySet",
    "YoungCall",
    "YoungSheet",
]
