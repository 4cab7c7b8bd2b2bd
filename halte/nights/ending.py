"""How a stay may end: with a reason, and never into the cold."""

from datetime import datetime

from halte.accounts.actor import Actor
from halte.guests import measures
from halte.nights import refusals
from halte.nights.models import EndReason, Stay
from halte.sites.cold import check_other_place

BY_ITSELF = frozenset({EndReason.DID_NOT_COME, EndReason.STAYED_AWAY})
"""They are not in the house."""

BY_THE_GUEST = frozenset({EndReason.OWN_WISH, EndReason.PLACE_FOUND})
"""They want it so: nobody sends them out."""

CHOSEN = (EndReason.OWN_WISH, EndReason.PLACE_FOUND, EndReason.STAYED_AWAY, EndReason.MEASURE, EndReason.FREED)
"""What a person chooses from, the most frequent first."""


def check(actor: Actor, stay: Stay, reason: EndReason, other_place: str, at: datetime) -> str:
    """Refuse an end that the house may not decide.

    Returns:
        The other place that was named, here or by the two people of the measure.
    """
    if reason in BY_ITSELF:
        if stay.inside or (reason == EndReason.DID_NOT_COME and stay.arrived_at):
            raise refusals.AlreadyInside
        return ""
    if reason in BY_THE_GUEST:
        return ""
    if reason == EndReason.MEASURE:
        measure = measures.away(stay.guest, actor.site.today(at))
        if measure is None:
            raise refusals.NeedsMeasure
        other_place = other_place or measure.other_place
    elif stay.carried and actor.site.rules_at(at).stays_continue:
        raise refusals.EndNeedsReason
    check_other_place(actor.site, at, other_place)
    return other_place
