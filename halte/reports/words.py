"""What the codes of tallies are called on a page."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

ARRIVALS = "visits.arrivals"
MEALS = "visits.meals"
BEDS = "nights.beds_given"
PROMISED, KNEW = "nights.promised", "nights.knew_in_time"

NAMES = {
    ARRIVALS: _("Arrivals"),
    "visits.arrivals_by_card": _("Arrivals with a card"),
    "visits.arrivals_men": _("Men counted at the door"),
    "visits.arrivals_women": _("Women counted at the door"),
    "visits.arrivals_children": _("Children counted at the door"),
    MEALS: _("Meals"),
    "visits.drinks": _("Hot drinks"),
    "visits.charging": _("Phones charged"),
    "visits.laundry": _("Laundry"),
    "visits.toilets": _("Toilet"),
    "visits.showers": _("Showers"),
    "visits.lockers": _("Lockers given"),
    "visits.bags": _("Bags kept"),
    "visits.beds_asked": _("Beds asked for in another house"),
    "visits.bus_seats": _("Seats taken in our buses"),
    "visits.tickets": _("Tickets"),
    "visits.letters": _("Letters received"),
    BEDS: _("Beds given"),
    "nights.beds": _("Beds ready"),
    "nights.beds_free": _("Beds free"),
    "nights.arrived": _("Came to their bed"),
    "nights.did_not_come": _("Did not come to their bed"),
    "nights.away": _("Away, their bed is kept"),
    "nights.offered": _("Were offered a bed"),
    "nights.ended_own_wish": _("Stays ended: they wanted to go"),
    "nights.ended_place_found": _("Stays ended: a place was offered and taken"),
    "nights.ended_stayed_away": _("Stays ended: did not come back"),
    "nights.ended_measure": _("Stays ended: a measure of two people"),
    "nights.wanted": _("Wanted a bed"),
    PROMISED: _("Were told by when they know"),
    KNEW: _("Knew by that hour"),
    "nights.warm_seats": _("Warm seats, which are no beds"),
    "nights.no_place": _("No place tonight"),
    "nights.no_place_full": _("No place: every bed was taken"),
    "nights.no_place_no_safe_room": _("No place: no safe room"),
    "nights.no_place_rule": _("No place: a rule of the house"),
    "nights.no_place_own_choice": _("No place: their own choice"),
    "goods.given": _("Things given"),
    "goods.given_after_loss": _("Things given after a loss"),
    "goods.received": _("Things received"),
    "goods.discarded": _("Things thrown away"),
    "goods.guests_given": _("Guests who were given things"),
    "advice.came": _("Came to an appointment"),
    "advice.did_not_come": _("Did not come to an appointment"),
    "advice.cancelled": _("Appointments cancelled"),
    "advice.appointments_open": _("Appointments still open"),
    "paper.minutes": _("Minutes on paper"),
    "paper.lines": _("Lines entered from paper"),
    "paper.clashes": _("Beds on paper that somebody had to decide"),
    "tracing.messages": _("Messages left for somebody"),
    "tracing.answered": _("Messages that were answered"),
    "emergency.paper_visits": _("Visits with a paper"),
    "outreach.rounds": _("Rounds outside"),
    "outreach.people_low": _("People outside, at least"),
    "outreach.people_high": _("People outside, at most"),
}
NO_PLACE = tuple(f"nights.no_place_{why}" for why in ("full", "no_safe_room", "rule", "own_choice"))
"""Why there was no place, as everybody who decides about places may read it."""
GOODS = {"goods.given_": _("Given: %(kind)s"), "goods.stock_": _("In stock: %(kind)s")}
NO_KINDS: Mapping[str, str] = {}
PUBLIC = (ARRIVALS, BEDS, MEALS)
"""What the public page tells."""


def name_of(code: str, kinds: Mapping[str, str] = NO_KINDS) -> str:
    """The words for a code; the code itself when nobody gave it words.

    Args:
        kinds: How the reader calls each kind of goods, by its code.
    """
    if code in NAMES:
        return str(NAMES[code])
    for start, words in GOODS.items():
        if code.startswith(start):
            kind = code.removeprefix(start)
            return str(words) % {"kind": kinds.get(kind) or kind.replace("_", " ")}
    return code


def arrivals_at(hour: int) -> str:
    """The code of the arrivals in one hour of the site's clock."""
    return f"{ARRIVALS}_h{hour:02}"


def is_by_hour(code: str) -> bool:
    """Whether a code is one of the 24 hours of a day."""
    return code[-4:-2] == "_h" and code[-2:].isdigit()
