"""How the acts of the night are spoken of in "Just done"."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from halte.journal.recent import Said, say


def _room(data: Mapping[str, Any]) -> str:
    return _("room %(room)s") % {"room": data["room"]} if data.get("room") else ""


WORDS = {
    "nights.given": gettext_lazy("Bed given"),
    "nights.welcomed": gettext_lazy("Welcomed for the night"),
    "nights.sheltered": gettext_lazy("Looked for a family or group"),
    "nights.proposal_answered": gettext_lazy("Proposal answered"),
    "nights.moved": gettext_lazy("Moved to another bed"),
    "nights.room_moved": gettext_lazy("Everyone of a room moved"),
    "nights.swapped": gettext_lazy("Beds swapped"),
    "nights.freed": gettext_lazy("Bed freed"),
    "nights.released": gettext_lazy("Places of those who did not come released"),
    "nights.places_held": gettext_lazy("Places held for people who may come"),
    "nights.place_held": gettext_lazy("Place held until an hour"),
    "nights.no_place_for_asked": gettext_lazy("No place for those another house asked for"),
    "nights.said_late": gettext_lazy("They come later"),
    "nights.party_came": gettext_lazy("They came"),
    "nights.held_cancelled": gettext_lazy("Held places taken back"),
    "nights.held_released": gettext_lazy("Held places free again"),
    "nights.places_passed_on": gettext_lazy("Places of those who did not come passed on"),
    "nights.wake_up_asked": gettext_lazy("Wake-up written down"),
    "nights.wake_up_cancelled": gettext_lazy("Wake-up taken back"),
    "nights.woken": gettext_lazy("Woken"),
    "nights.room_seen": gettext_lazy("Seen on the round"),
    "nights.round_begun": gettext_lazy("Another round begun"),
    "nights.list_printed": gettext_lazy("List by room and bed printed"),
    "nights.fetch_first_set": gettext_lazy("Somebody goes to a bed first, or need not"),
    "nights.everyone_out_counted": gettext_lazy("Counted who is out"),
    "nights.no_place_numbered": gettext_lazy("No place for people without a card"),
    "nights.told": gettext_lazy("Those who wait were told"),
    "nights.warm_seat_given": gettext_lazy("Warm seat given"),
    "nights.young_sheet_opened": gettext_lazy("Sheet of a young person alone"),
    "nights.young_call_written": gettext_lazy("Call for a young person written down"),
    "nights.duty_team_set": gettext_lazy("Number of the duty team set"),
    "nights.planned": gettext_lazy("Night planned"),
    "nights.plan_overruled": gettext_lazy("Decided otherwise than the plan"),
    "nights.arrived": gettext_lazy("Came in"),
    "nights.left": gettext_lazy("Went out"),
    "nights.held_beside": gettext_lazy("A place held beside a family"),
    "nights.joined_beside": gettext_lazy("Joined those who said yes"),
    "nights.away_said": gettext_lazy("Away, the bed is kept"),
    "nights.away_ended": gettext_lazy("Not away after all"),
    "nights.leaving_said": gettext_lazy("Leaves tomorrow"),
    "nights.staying_said": gettext_lazy("Stays on"),
    "nights.wanted": gettext_lazy("Put on the waiting list"),
    "nights.no_place_said": gettext_lazy("No place said"),
    "nights.want_cancelled": gettext_lazy("Taken off the waiting list"),
}

OF_THE_HOUSE = {
    "sites.bed_state_set": gettext_lazy("Bed set"),
    "sites.beds_ready": gettext_lazy("Beds of a room ready"),
    "sites.room_opened": gettext_lazy("Room open again"),
}

say({kind: Said("bed", words, _room) for kind, words in WORDS.items()})
say({kind: Said("tool", words, _room) for kind, words in OF_THE_HOUSE.items()})
