"""The guest's own sign opens what is theirs: three pictures, a few tries, and no word of whether a sign exists."""

import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from halte.accounts.actor import Actor
from halte.common import ids
from halte.common.tries import Limit
from halte.guests import signs
from halte.guests.models import Guest, GuestState, OwnSign
from halte.sites.models import Site

OF_A_CARD = Limit("own sign", at_most=5, within=timedelta(hours=12))
"""Wrong signs of one card; of a card that never was, just as many."""


def pressed(so_far: str, press: str) -> list[str]:
    """The pictures chosen so far, with the one pressed now; what is no picture of ours is left out."""
    return [picture for picture in (*so_far.split(), press) if picture in signs.PICTURES][: signs.HOW_MANY]


def guest_of(secret: str, pictures: Sequence[str], at: datetime) -> Guest | None:
    """The guest whose card this is and who chose these pictures; nobody after too many wrong tries.

    Keeps:
        A card without a sign, a protected, closed or never-issued card asks the database the same and counts the same.
    """
    is_looked_at = OF_A_CARD.passes(secret)
    guest = _matching(secret if ids.is_secret(secret) else "0" * ids.SECRET_LENGTH, pictures)
    if guest is None or not is_looked_at:
        return None
    OF_A_CARD.forget(secret)
    return guest


def _matching(secret: str, pictures: Sequence[str]) -> Guest | None:
    sites = list(Site.objects.filter(opened_on__isnull=False))
    rows: Any = OwnSign.objects.everywhere(because="a card is read without knowing its site").filter(
        guest__card_key__in=[ids.key_at_site(secret, site.id) for site in sites],
        guest__state=GuestState.LIVE,
        guest__protected=False,
    )
    found = list(rows.select_related("guest__site"))
    # As long for a card without a sign as for one with it.
    given = {site.id: signs.key_of(Actor.guest(site), pictures) for site in sites}
    same = [row.guest for row in found if hmac.compare_digest(given[row.site_id], bytes(row.sign_key))]
    return same[0] if same else None
