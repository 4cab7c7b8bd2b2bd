"""How the acts of a day centre are spoken of in "Just done"."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte.journal.recent import Said, say
from halte.visits.models import CountedService, DoorKind, TagKind


def _number(data: Mapping[str, Any]) -> object:
    return data.get("number", "")


def _door(data: Mapping[str, Any]) -> str:
    return f"{DoorKind(data['kind']).label} +{data['n']}"


def _service(data: Mapping[str, Any]) -> str:
    return f"{CountedService(data['service']).label} +{data['n']}"


def _tag(data: Mapping[str, Any]) -> str:
    return f"{TagKind(data['kind']).label} {_number(data)}".strip()


say(
    {
        "visits.arrived": Said("door", _("Arrived")),
        "visits.left": Said("out", _("Left")),
        "visits.counted_at_door": Said("people", _("At the door"), _door),
        "visits.service_counted": Said("meal", _("Counted"), _service),
        "visits.slot_given": Said("shower", _("Shower, cabin"), lambda data: data.get("cabin", "")),
        "visits.slot_freed": Said("shower", _("Shower free again")),
        "visits.locker_given": Said("locker", _("Locker"), _number),
        "visits.locker_returned": Said("locker", _("Locker is back"), _number),
        "visits.ticket_taken": Said("ticket", _("Ticket"), _number),
        "visits.ticket_called": Said("ticket", _("Called"), _number),
        "visits.ticket_ended": Said("ticket", _("Ticket done"), _number),
        "visits.taken_in": Said("tag", _("Taken in"), _tag),
        "visits.handed_back": Said("tag", _("Handed back"), _tag),
        "visits.bed_asked": Said("bed", _("Bed asked for elsewhere")),
        "visits.bed_not_asked": Said("bed", _("Bed elsewhere taken back")),
        "visits.bus_set": Said("bus", _("Bus")),
        "visits.bus_called_off": Said("bus", _("Bus called off")),
        "visits.seats_taken": Said("bus", _("Seats in the bus"), lambda data: f"+{data['n']}"),
        "visits.letter_received": Said("mail", _("Letter received")),
        "visits.letter_passed_on": Said("mail", _("Letter given")),
    }
)
