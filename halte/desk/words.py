"""How the desk says what was just done: each kind of act, its pictogram and its words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Words:
    """A kind of act in words; the placeholders are codes and quantities of its line."""

    pictogram: str
    text: "StrOrPromise"

    def filled(self, data: dict[str, Any]) -> str:
        """The words with what the line says; without placeholders when it does not say it."""
        try:
            return str(self.text) % data
        except (KeyError, TypeError, ValueError):
            return str(self.text).partition("%(")[0].strip(" ,:")


KINDS: dict[str, Words] = {
    "guests.card_made": Words("card", _("New card")),
    "guests.card_reissued": Words("card", _("Card replaced")),
    "guests.told": Words("person", _("Wishes noted")),
    "guests.together": Words("family", _("Stay together")),
    "visits.arrived": Words("door", _("Arrived")),
    "visits.left": Words("out", _("Left")),
    "visits.counted_at_door": Words("people", _("Counted at the door: %(n)s")),
    "visits.service_counted": Words("meal", _("Counted: %(n)s")),
    "visits.slot_given": Words("shower", _("Shower")),
    "visits.locker_given": Words("locker", _("Locker %(number)s")),
    "visits.locker_returned": Words("locker", _("Locker given back")),
    "visits.ticket_taken": Words("ticket", _("Ticket %(number)s")),
    "visits.ticket_called": Words("ticket", _("Called ticket %(number)s")),
    "visits.letter_received": Words("mail", _("Letter received")),
    "visits.letter_passed_on": Words("mail", _("Letter passed on")),
    "nights.wanted": Words("bed", _("Bed wanted")),
    "nights.want_cancelled": Words("bed", _("Bed no longer wanted")),
    "nights.given": Words("bed", _("Bed given")),
    "nights.sheltered": Words("bed", _("Family has a room")),
    "nights.welcomed": Words("bed", _("Welcome for the night")),
    "nights.arrived": Words("bed", _("Arrived for the night")),
    "nights.moved": Words("bed", _("Moved to another bed")),
    "nights.swapped": Words("bed", _("Beds swapped")),
    "nights.freed": Words("bed", _("Bed free again")),
    "goods.given": Words("coat", _("Given")),
    "goods.received": Words("coat", _("Goods received")),
    "advice.booked": Words("calendar", _("Appointment")),
}
