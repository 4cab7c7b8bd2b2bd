"""The plan of a night: who sleeps where, and why. Pure: no Django, no clock, no database."""

from halte.nights.plan.night import Night, Party, Person, Room, Sleeper
from halte.nights.plan.planning import Placed, Plan, Unplaced, plan

__all__ = ["Night", "Party", "Person", "Placed", "Plan", "Room", "Sleeper", "Unplaced", "plan"]
