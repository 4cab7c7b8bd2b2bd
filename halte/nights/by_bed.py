"""Who sleeps in a bed, asked by its number: for the night desk, which knows a bed before it knows a card."""

from datetime import datetime

from halte.accounts.actor import Actor
from halte.common import ids
from halte.guests.models import Guest
from halte.nights import queries
from halte.sites.models import Bed

LONGEST = 20


def in_bed_called(actor: Actor, typed: str, at: datetime) -> Guest | None:
    """The guest who has a bed tonight, by "14-3" or "14 3", or by "A12" where only one bed is called so.

    Nobody when it is no bed of this house, when nobody sleeps there, or when it may be a card's code.
    """
    asked = _plain(typed)
    if not asked or len(asked) > LONGEST or ids.is_code(ids.normal(typed)):
        return None
    beds = Bed.objects.seen_by(actor).select_related("room")
    named = [bed for bed in beds if asked in {_plain(str(bed)), _plain(f"{bed.room.code} {bed.label}")}]
    found = named or [bed for bed in beds if _plain(bed.label) == asked]
    if len(found) != 1:
        return None
    stay = queries.holding(actor, actor.site.tonight(at), at).filter(bed=found[0]).select_related("guest__site").first()
    return stay.guest if stay else None


def _plain(text: str) -> str:
    return "-".join(text.upper().replace("-", " ").split())
