"""What is given: kinds and sizes, stock as movements with a balance, and what a guest got."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.common.models import HalteModel
from halte.guests.models import Guest
from halte.sites.models import SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

ONE_SIZE = "one"


class Unit(models.TextChoices):
    PIECE = "piece", _("piece")
    PAIR = "pair", _("pair")
    PACK = "pack", _("pack")


class Kind(HalteModel):
    """A kind of thing that is given, the same in the whole network. Its names stand in `KindName`.

    No personal data.
    """

    code = knows(models.SlugField(max_length=30), "Names the kind in lines and counts.")
    pictogram = knows(models.CharField(max_length=20, default="coat"), "The sign beside its name.")
    position = knows(models.PositiveSmallIntegerField(default=0), "Its place in lists; the first is one tap away.")
    in_winter = knows(models.BooleanField(default=True), "Given from October to April.")
    in_summer = knows(models.BooleanField(default=True), "Given from May to September.")
    given_as = knows(models.CharField(max_length=10, choices=Unit.choices, default=Unit.PIECE), "Piece, pair or pack.")

    if TYPE_CHECKING:
        names: RelatedManager["KindName"]
        variants: RelatedManager["Variant"]

    class Meta:
        verbose_name = _("kind of goods")
        ordering = ["position", "code"]
        constraints = [models.UniqueConstraint(fields=["code"], name="one_kind_per_code")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Its name in the language of the page; else in English; else its code."""
        return self.name_in(translation.get_language() or "en")

    def name_in(self, language: str) -> str:
        """Its name in a language; else in English; else its code."""
        known: Mapping[str, str] = {row.language: row.name for row in self.names.all()}
        return known.get(language) or known.get(language.partition("-")[0]) or known.get("en") or self.code


class KindName(HalteModel):
    """The name of a kind in one language, as staff wrote it.

    No personal data.
    """

    kind = knows(models.ForeignKey(Kind, models.CASCADE, related_name="names"), "Which kind.")
    language = knows(models.CharField(max_length=10), "The language of the name.")
    name = knows(models.CharField(max_length=60), "The name.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "language"], name="one_name_per_language")]


class Variant(HalteModel):
    """One size of a kind.

    No personal data.
    """

    kind = knows(models.ForeignKey(Kind, models.PROTECT, related_name="variants"), "Which kind.")
    size = knows(models.SlugField(max_length=12, default=ONE_SIZE), "The size, as it stands on the label.")
    position = knows(models.PositiveSmallIntegerField(default=0), "Its place among the sizes.")

    class Meta:
        verbose_name = _("size of a kind")
        ordering = ["kind__position", "kind__code", "position", "size"]
        constraints = [models.UniqueConstraint(fields=["kind", "size"], name="one_variant_per_size")]

    def __str__(self) -> str:
        return self.name

    @property
    def one_size(self) -> bool:
        """Whether there is no size to choose."""
        return self.size == ONE_SIZE

    @property
    def name(self) -> str:
        """The kind's name, with the size where there is one."""
        return self.kind.name if self.one_size else f"{self.kind.name}, {self.size.upper()}"


class Stock(SiteRow):
    """How many of one size lie at a site. The database keeps it from going below zero.

    No personal data.
    """

    variant = knows(models.ForeignKey(Variant, models.PROTECT, related_name="stocks"), "What lies here.")
    balance = knows(models.IntegerField(default=0), "How many: the sum of all movements.")
    promised = knows(models.IntegerField(default=0), "How many of them lie aside for a distribution.")

    class Meta:
        verbose_name = _("stock")
        constraints = [
            models.UniqueConstraint(fields=["site", "variant"], name="one_stock_per_variant"),
            models.CheckConstraint(condition=Q(balance__gte=0), name="stock_never_negative"),
            models.CheckConstraint(condition=Q(promised__gte=0), name="nothing_less_than_nothing_is_promised"),
            # A stock below zero is refused by its own name, not by this one.
            models.CheckConstraint(
                condition=Q(balance__lt=0) | Q(balance__gte=F("promised")), name="stock_keeps_what_is_promised"
            ),
        ]


class Reason(models.TextChoices):
    """Why the stock changed."""

    RECEIVED = "received", _("Received")
    GIVEN = "given", _("Given")
    LOST_REPLACED = "lost_replaced", _("Given after a loss")
    RETURNED = "returned", _("Came back")
    COUNTED = "counted", _("Counted")
    SENT = "sent", _("Sent to another site")
    ARRIVED = "arrived", _("Arrived from another site")
    DISCARDED = "discarded", _("Thrown away")


GIVEN_OUT = frozenset({Reason.GIVEN, Reason.LOST_REPLACED})
"""Reasons of movements that went to a person."""


class Movement(SiteRow):
    """One change of the stock, with its line in the register of acts. Taking it back is a movement the other way.

    No personal data.
    """

    variant = knows(models.ForeignKey(Variant, models.PROTECT, related_name="movements"), "What moved.")
    quantity = knows(models.IntegerField(), "How many came in; below zero: went out.")
    reason = knows(models.CharField(max_length=20, choices=Reason.choices), "Why.")
    at = knows(models.DateTimeField(), "When.")
    on = knows(models.DateField(), "The date on the site's clock.")
    line = knows(models.UUIDField(), "The line in the register of acts.")

    class Meta:
        verbose_name = _("movement of stock")
        ordering = ["-at"]
        constraints = [models.CheckConstraint(condition=~Q(quantity=0), name="a_movement_moves")]
        indexes = [
            models.Index(fields=["site", "variant", "-at"], name="movement_of_variant"),
            models.Index(fields=["site", "on", "reason"], name="movement_by_day"),
            models.Index(fields=["line"], name="movement_of_line"),
        ]


class WhyGiven(models.TextChoices):
    """On the guest's word; nobody has to prove it."""

    FIRST = "first", _("first")
    WORN = "worn", _("worn out")
    LOST = "lost", _("lost")


class Given(SiteRow):
    """What a guest got, so that the next desk can say when that was.

    Knows what a guest was given and when. Forgotten with the guest, or 1 year after the last visit.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="given"),
        "Who got it.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    variant = knows(models.ForeignKey(Variant, models.PROTECT, related_name="+"), "What.", keep=Keep.GUEST)
    quantity = knows(models.PositiveSmallIntegerField(default=1), "How many.", keep=Keep.GUEST)
    reason = knows(
        models.CharField(max_length=10, choices=WhyGiven.choices, default=WhyGiven.FIRST),
        "First, worn out or lost.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    at = knows(models.DateTimeField(), "When.", sensitivity=Sensitivity.PERSONAL, keep=Keep.GUEST)
    on = knows(models.DateField(), "The date on the site's clock.", keep=Keep.GUEST)
    ended_at = knows(models.DateTimeField(null=True), "When it was taken back as a mistake.", keep=Keep.GUEST)

    class Meta:
        verbose_name = _("thing given")
        constraints = [models.CheckConstraint(condition=Q(quantity__gte=1), name="something_is_given")]
        indexes = [
            models.Index(fields=["guest", "-at"], name="given_to_guest"),
            models.Index(fields=["site", "on"], name="given_by_day"),
        ]


class GivenAt(models.TextChoices):
    """Where people come for a distribution."""

    GATE = "gate", _("at the gate")
    HALL = "hall", _("in the hall")
    STORE = "store", _("at the store")
    OUTSIDE = "outside", _("outside, with the team on the road")


class Distribution(SiteRow):
    """So many of one size, at an hour and a place, told before anybody stands in line.

    No personal data.
    """

    variant = knows(models.ForeignKey(Variant, models.PROTECT, related_name="distributions"), "What is given.")
    quantity = knows(models.PositiveIntegerField(), "How many there are: so many numbers.")
    left = knows(models.IntegerField(), "How many numbers nobody has taken.")
    on = knows(models.DateField(), "The date on the site's clock.")
    starts_at = knows(models.DateTimeField(), "When the giving begins.")
    place = knows(models.CharField(max_length=10, choices=GivenAt.choices), "Where.")
    announced_at = knows(models.DateTimeField(), "Since when it is told.")
    ended_at = knows(models.DateTimeField(null=True), "When it was over; what was left lies in the stock again.")

    if TYPE_CHECKING:
        numbers: RelatedManager["DistributionNumber"]

    class Meta:
        verbose_name = _("distribution")
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gte=1), name="a_distribution_has_something"),
            models.CheckConstraint(condition=Q(left__gte=0, left__lte=F("quantity")), name="no_number_without_a_thing"),
            models.UniqueConstraint(
                fields=["site", "variant"], condition=Q(ended_at__isnull=True), name="one_distribution_of_a_thing"
            ),
        ]
        indexes = [models.Index(fields=["site", "on"], name="distributions_of_a_day")]


class DistributionNumber(SiteRow):
    """One number for one thing, taken with a card or without one.

    Knows that a guest was told to come for a thing. Forgotten at noon of the next day.
    """

    distribution = knows(
        models.ForeignKey(Distribution, models.CASCADE, related_name="numbers"), "Of which distribution.", keep=Keep.DAY
    )
    number = knows(models.PositiveIntegerField(), "The number that is called.", keep=Keep.DAY)
    guest = knows(
        models.ForeignKey(Guest, models.SET_NULL, null=True, related_name="+"),
        "Who took it; empty without a card.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.DAY,
    )
    taken_at = knows(models.DateTimeField(), "When it was taken.", keep=Keep.DAY)
    given_at = knows(models.DateTimeField(null=True), "When the thing was given for it.", keep=Keep.DAY)
    ended_at = knows(
        models.DateTimeField(null=True), "When it was taken back; the number is free again.", keep=Keep.DAY
    )

    class Meta:
        verbose_name = _("number for a distribution")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["distribution", "number"], condition=Q(ended_at__isnull=True), name="one_holder_per_number"
            ),
            models.UniqueConstraint(
                fields=["distribution", "guest"], condition=Q(ended_at__isnull=True), name="one_number_per_guest"
            ),
        ]
