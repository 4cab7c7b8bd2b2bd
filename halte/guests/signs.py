"""My sign: three of twenty-four pictures, in an order. With a second proof it finds a lost card; never alone."""

import hmac
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import pgettext_lazy

from halte.accounts.actor import Actor
from halte.common import keys, nights
from halte.common.tries import Limit
from halte.guests.models import Guest, GuestState, OwnSign
from halte.journal.models import Line

PICTURES = {
    "sun": pgettext_lazy("picture", "Sun"),
    "moon": pgettext_lazy("picture", "Moon"),
    "star": pgettext_lazy("picture", "Star"),
    "cloud": pgettext_lazy("picture", "Cloud"),
    "snow": pgettext_lazy("picture", "Snow"),
    "mountain": pgettext_lazy("picture", "Mountain"),
    "tree": pgettext_lazy("picture", "Tree"),
    "flower": pgettext_lazy("picture", "Flower"),
    "leaf": pgettext_lazy("picture", "Leaf"),
    "bird": pgettext_lazy("picture", "Bird"),
    "fish": pgettext_lazy("picture", "Fish"),
    "apple": pgettext_lazy("picture", "Apple"),
    "ball": pgettext_lazy("picture", "Ball"),
    "bicycle": pgettext_lazy("picture", "Bicycle"),
    "bus": pgettext_lazy("picture", "Bus"),
    "boat": pgettext_lazy("picture", "Boat"),
    "umbrella": pgettext_lazy("picture", "Umbrella"),
    "book": pgettext_lazy("picture", "Book"),
    "kite": pgettext_lazy("picture", "Kite"),
    "bell": pgettext_lazy("picture", "Bell"),
    "key": pgettext_lazy("picture", "Key"),
    "drink": pgettext_lazy("picture", "Cup"),
    "home": pgettext_lazy("picture", "House"),
    "clock": pgettext_lazy("picture", "Clock"),
}
HOW_MANY = 3
TRIES_A_SHIFT = 5
AT_A_DEVICE = Limit("signs", at_most=TRIES_A_SHIFT, within=timedelta(hours=12))
"""Whatever badges take a tablet one after the other, it has no more tries than one person."""
WRONG = "guests.sign_unknown"

BedFinder = Callable[[Actor, str, datetime], Guest | None]
_bed_finders: list[BedFinder] = []


def is_sign(pictures: Sequence[str]) -> bool:
    """Three different pictures of the twenty-four."""
    return len(pictures) == HOW_MANY == len(set(pictures)) and set(pictures) <= PICTURES.keys()


def key_of(actor: Actor, pictures: Sequence[str]) -> bytes:
    """What is stored of a sign: nobody who reads the table learns the pictures."""
    return hmac.digest(keys.of_site(actor.site_id, "sign"), "|".join(pictures).encode(), "sha256")


def found_by_bed(finder: BedFinder) -> None:
    """Register who knows whose bed a number is tonight: the nights stand above cards in the house."""
    _bed_finders.append(finder)


def wrong_tries(actor: Actor, at: datetime) -> int:
    """How often whoever asks tried in vain since noon: a shift at night is one shift."""
    since = nights.begins(actor.site.tonight(at), actor.site.zone)
    lines: Any = Line.objects.filter(site=actor.site_id, actor=actor.id, at__gte=since, kind=WRONG)
    return int(lines.count())


def whose(actor: Actor, pictures: Sequence[str], *, bed: str, at: datetime) -> Guest | None:
    """The one guest who chose these pictures and has this bed tonight; without a bed, on a colleague's word."""
    if not is_sign(pictures):
        return None
    signs: Any = OwnSign.objects.seen_by(actor).filter(sign_key=key_of(actor, pictures), guest__state=GuestState.LIVE)
    if bed:
        in_bed = [guest for finder in _bed_finders if (guest := finder(actor, bed, at))]
        signs = signs.filter(guest__in=in_bed)
    found = list(signs.select_related("guest__site")[:2])
    return found[0].guest if len(found) == 1 else None
