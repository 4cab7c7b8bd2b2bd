"""Rooms and beds, and what each offers."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.sites.models.site import SiteQuerySet, SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class PlaceNeed(models.TextChoices):
    """What a place must offer. Never why."""

    GROUND_FLOOR = "ground_floor", _("Ground floor")
    LOWER_BUNK = "lower_bunk", _("Lower bunk")
    DOOR_THAT_LOCKS = "door_that_locks", _("Door that locks")
    WOMEN_ONLY = "women_only", _("Women only")
    NEAR_TOILET = "near_toilet", _("Near the toilet")
    NEAR_STAFF = "near_staff", _("Near staff")
    COT = "cot", _("Cot")
    DOG = "dog", _("Place for a dog")
    QUIET = "quiet", _("Quiet")


class RoomKind(models.TextChoices):
    MEN = "men", _("Men")
    WOMEN = "women", _("Women")
    FAMILY = "family", _("Family")
    COUPLES = "couples", _("Couple")
    MINORS = "minors", _("Under 18")
    QUIET = "quiet", _("Quiet")


class RoomClosedWhy(models.TextChoices):
    """Why nobody new sleeps in a room."""

    REPAIR = "repair", _("Repair")
    DEEP_CLEAN = "deep_clean", _("Deep clean")
    OTHER = "other", _("Other")


class Room(SiteRow):
    """A room where people sleep: who may, and what it offers.

    No personal data.
    """

    code = knows(models.SlugField(max_length=20), "The number on the door.")
    kind = knows(models.CharField(max_length=20, choices=RoomKind.choices), "Who may sleep here.")
    floor = knows(models.SmallIntegerField(default=0), "0 is the ground floor.")
    area_dm2 = knows(models.PositiveIntegerField(null=True, blank=True), "Floor area in square decimetres.")
    offers = knows(models.JSONField(default=list, blank=True), "Codes of what the place offers.")
    fire_limit = knows(
        models.PositiveSmallIntegerField(null=True, blank=True), "People at most, by the fire commission."
    )
    standard_limit = knows(
        models.PositiveSmallIntegerField(null=True, blank=True),
        "People at most, by the standards; empty: none says so.",
    )
    legal_maximum = knows(models.PositiveSmallIntegerField(), "People at most: the smaller of the two.")
    dog_places = knows(models.PositiveSmallIntegerField(default=0), "How many dogs may sleep here with their people.")
    neighbours = knows(models.ManyToManyField("self", blank=True), "Rooms next door.")
    closed_since = knows(models.DateTimeField(null=True, blank=True), "Closed for repair or cleaning.")
    closed_why = knows(
        models.CharField(max_length=20, choices=RoomClosedWhy.choices, blank=True), "Why it is closed, as a code."
    )

    if TYPE_CHECKING:
        beds: RelatedManager["Bed"]

    class Meta:
        ordering = ["code"]
        verbose_name = _("room")
        constraints = [
            models.UniqueConstraint(fields=["site", "code"], name="one_room_per_code"),
            models.CheckConstraint(
                condition=(Q(fire_limit__isnull=True) | Q(legal_maximum__lte=models.F("fire_limit")))
                & (Q(standard_limit__isnull=True) | Q(legal_maximum__lte=models.F("standard_limit"))),
                name="never_beyond_a_limit",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def offered(self) -> list[Any]:
        """What it offers, in words."""
        return [PlaceNeed(code).label for code in self.offers if code in PlaceNeed.values]

    def offers_all(self, needs: set[str]) -> bool:
        """Whether the room itself offers everything that was asked (a lower bunk is the bed's matter)."""
        return needs - {PlaceNeed.LOWER_BUNK} <= set(self.offers)


class RoomVersion(SiteRow):
    """One version of what a room is: who may sleep there, how many, what it offers. Never changed: a new one follows.

    No personal data.
    """

    room = knows(models.ForeignKey(Room, models.CASCADE, related_name="versions"), "Which room.")
    number = knows(models.PositiveIntegerField(), "Counted from 1 for each room; lines in the register cite it.")
    since = knows(models.DateTimeField(), "In force from this moment.")
    rules = knows(models.JSONField(default=dict), "What the room is from then on.")
    set_at = knows(models.DateTimeField(), "When it was decided.")
    set_by = knows(models.UUIDField(), "Who of the staff set it.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.ALWAYS)
    began = knows(models.BooleanField(default=False), "Whether it was put in force.")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["room", "number"], name="one_room_version_per_number")]
        indexes = [
            models.Index(fields=["site", "since"], condition=Q(began=False), name="room_versions_to_begin"),
        ]

    @property
    def kind(self) -> str:
        """Who may sleep there by this version, in words."""
        return str(RoomKind(self.rules["kind"]).label)


class BedState(models.TextChoices):
    READY = "ready", _("Ready")
    TO_MAKE = "to_make", _("To make")
    DEEP_CLEAN = "deep_clean", _("Deep clean")
    BROKEN = "broken", _("Broken")
    CLOSED = "closed", _("Closed")


class BedQuerySet(SiteQuerySet):
    """Beds."""

    def standing(self, night: date) -> Self:
        """Those that stand in the house in a night."""
        begun = Q(first_night__isnull=True) | Q(first_night__lte=night)
        return self.filter(begun, Q(last_night__isnull=True) | Q(last_night__gte=night))

    def in_house(self, night: date, held: Iterable[UUID]) -> Self:
        """The same, and those of them in which somebody sleeps all the same: nobody drops out of a list."""
        return self.filter(Q(id__in=self.standing(night).values("id")) | Q(id__in=list(held)))


class Bed(SiteRow):
    """One bed of one room. Some stand only from one night to another: those of a cold plan.

    No personal data.
    """

    room = knows(models.ForeignKey(Room, models.PROTECT, related_name="beds"), "The room it stands in.")
    label = knows(models.CharField(max_length=20), "The number on the bed.")
    position = knows(models.PositiveSmallIntegerField(default=0), "Order on the board.")
    lower = knows(models.BooleanField(default=True), "Not an upper bunk.")
    state = knows(models.CharField(max_length=20, choices=BedState.choices, default=BedState.READY), "Usable or not.")
    first_night = knows(models.DateField(null=True, blank=True), "The first night it stands; empty: since always.")
    last_night = knows(models.DateField(null=True, blank=True), "The last night it stands; empty: for good.")
    kept_back = knows(
        models.BooleanField(default=False), "A buffer: given by a person or to a group at the door, never by itself."
    )

    objects: ClassVar[Any] = BedQuerySet.as_manager()

    class Meta:
        ordering = ["room__code", "position"]
        verbose_name = _("bed")
        constraints = [models.UniqueConstraint(fields=["room", "label"], name="one_bed_per_label")]

    def __str__(self) -> str:
        return f"{self.room.code}-{self.label}"

    def stands(self, night: date) -> bool:
        """Whether it stands in the house in a night."""
        return (self.first_night is None or self.first_night <= night) and (
            self.last_night is None or self.last_night >= night
        )
