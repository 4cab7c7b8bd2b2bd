"""A guest and their card, without a name, and what a place must offer them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common import ids, keys
from halte.common.fields import Keep, Sensitivity, knows
from halte.sites.models import PlaceNeed, Site, SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from halte.guests.models.together import Membership


DECLARE_BIRTH_WITHIN = timedelta(days=5)
"""Code civil, article 55: five days after the birth, the day itself not counted. Not confirmed by a lawyer."""


class GuestState(models.TextChoices):
    LIVE = "live", _("Live")
    REPLACED = "replaced", _("Replaced by a new card")
    CLOSED = "closed", _("Closed by staff")


class PlacedOrder(models.TextChoices):
    """In which order a person set that someone is placed. The reason is confidential and not kept here."""

    FIRST = "first", _("First")
    BEFORE = "before", _("Before others")
    IN_TURN = "in_turn", _("In turn")


class Counted(models.TextChoices):
    """How a guest counts for rooms and meals, on their own word."""

    MAN = "man", _("Man")
    WOMAN = "woman", _("Woman")
    CHILD = "child", _("Child")


def spoken_box(site: Site, code: str) -> bytes:
    """A spoken code as the site stores it: readable only with a key that lies outside the database (AES-SIV, RFC 5297).

    The same code gives other bytes at another site, so that two sites' rows cannot be joined.
    """
    return AESSIV(keys.of_site(site.id, "spoken")).encrypt(code.encode(), None)


def spoken_of(site: Site, box: bytes) -> str:
    """The spoken code in a box that `spoken_box` made."""
    return AESSIV(keys.of_site(site.id, "spoken")).decrypt(box, None).decode()


class Guest(SiteRow):
    """A card at one site. No name, no papers, no nationality.

    Knows that a card exists, the language spoken and, on the guest's own word, how they count for a room.
    Forgotten when the guest asks, or 1 year after the last visit.
    """

    card_key = knows(
        models.BinaryField(max_length=32),
        "HMAC of the card's secret and the site: finds the guest when the card is scanned.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )
    spoken_box = knows(
        models.BinaryField(max_length=40, db_index=True),
        "The spoken code, encrypted with the site's key.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )
    state = knows(
        models.CharField(max_length=10, choices=GuestState.choices, default=GuestState.LIVE),
        "Whether the card works.",
        keep=Keep.GUEST,
    )
    language = knows(
        models.CharField(max_length=10, blank=True),
        "To greet and to call an interpreter.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    counted = knows(
        models.CharField(max_length=10, choices=Counted.choices, blank=True),
        "Which rooms are safe, on their own word.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    placed = knows(
        models.CharField(max_length=10, choices=PlacedOrder.choices, default=PlacedOrder.IN_TURN),
        "In which order a bed is given; set by a person.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )
    made_on = knows(models.DateField(), "First day at this site.", sensitivity=Sensitivity.PERSONAL, keep=Keep.GUEST)
    on_card_of = knows(
        models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="company"),
        "Whose card they came on, while they have none of their own.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    in_cot = knows(
        models.BooleanField(default=False),
        "A newborn sleeps in a cot beside their family and takes no bed.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    ask_in_private = knows(
        models.BooleanField(default=False),
        "Where they are safe is asked in private, before a bed is given.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    replaced_by = knows(
        models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="earlier"),
        "Which card lives on, when two cards of one person were made one.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    protected = knows(
        models.BooleanField(default=False),
        "The card's page stays bare on every phone, and no message finds them.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )

    if TYPE_CHECKING:
        company: RelatedManager["Guest"]
        memberships: RelatedManager["Membership"]
        needs: RelatedManager["PlaceWanted"]

    class Meta:
        verbose_name = _("guest")
        constraints = [models.UniqueConstraint(fields=["site", "card_key"], name="one_guest_per_card")]

    def __str__(self) -> str:
        return self.spoken

    @property
    def code(self) -> str:
        """The spoken code of the card, as the site can read it; with a number behind it for whoever came on it."""
        said = spoken_of(self.site, bytes(self.spoken_box))
        return f"{self.on_card_of.code}·{said[1:]}" if self.on_card_of else said

    @property
    def spoken(self) -> str:
        """The spoken code with dashes."""
        return ids.spaced(self.code)

    @property
    def declare_birth_by(self) -> date | None:
        """The last day to declare a newborn at the town hall; unsure until a lawyer confirms."""
        return self.made_on + DECLARE_BIRTH_WITHIN if self.in_cot else None

    @property
    def number_on_card(self) -> int:
        """The holder is the first on the card; the others count on from there."""
        return int(spoken_of(self.site, bytes(self.spoken_box))[1:]) if self.on_card_of_id else 1


class PlaceWanted(SiteRow):
    """One thing that the place must offer a guest. Never why.

    Knows a wish that a wary reader could guess a reason from. Forgotten with the guest.
    """

    guest = knows(models.ForeignKey(Guest, models.CASCADE, related_name="needs"), "The guest.", keep=Keep.GUEST)
    need = knows(
        models.CharField(max_length=20, choices=PlaceNeed.choices),
        "What the place must offer.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["guest", "need"], name="one_wish_per_kind")]


def needs_of(guests: Iterable[Guest]) -> set[str]:
    """Everything a place must offer these guests together."""
    rows: Any = PlaceWanted.objects.filter(guest__in=list(guests))
    return set(rows.values_list("need", flat=True))
