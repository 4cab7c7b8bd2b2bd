"""My sign: three of twenty-four pictures, in an order. With a second proof it finds a lost card; never alone."""

import hmac
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte.accounts.actor import Actor
from halte.common import keys, nights
from halte.guests.models import Guest, GuestState, OwnSign
from halte.journal.models import Line

PICTURES = {
    "sun": _("Sun"),
    "moon": _("Moon"),
    "star": _("Star"),
    "cloud": _("Cloud"),
    "snow": _("Snow"),
    "mountain": _("Mountain"),
    "tree": _("Tree"),
    "flower": _("Flower"),
    "leaf": _("Leaf"),
    "bird": _("Bird"),
    "fish": _("Fish"),
    "apple": _("Apple"),
    "ball": _("Ball"),
    "bicycle": _("Bicycle"),
    "bus": _("Bus"),
    "boat": _("Boat"),
    "umbrella": _("Umbrella"),
    "book": _("Book"),
    "kite": _("Kite"),
    "bell": _("Bell"),
    "key": _("Key"),
    "drink": _("Cup"),
    "home": _("House"),
    "clock": _("Clock"),
}
HOW_MANY = 3
TRIES_A_SHIFT = 5
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
