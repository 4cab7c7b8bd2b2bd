"""What the night desk keeps watch over: who is to be woken, who was seen in each room, and which lists were printed."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Guest
from halte.sites.models import Room, SiteQuerySet, SiteRow


class WakeUpQuerySet(SiteQuerySet):
    """Wake-ups."""

    def standing(self) -> Self:
        """Those that were not taken back."""
        return self.filter(ended_at__isnull=True)


class WakeUp(SiteRow):
    """That a guest wants to be woken after a night, at an hour. The list shows the bed they have by then, never them.

    Knows when a guest wanted to be woken on a night. Forgotten 1 year after the night, or with the guest.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="+"),
        "Who wants to be woken.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    night = knows(models.DateField(), "The evening's date on the site's calendar.", keep=Keep.STAY)
    wake_at = knows(models.DateTimeField(), "When to wake them.", sensitivity=Sensitivity.PERSONAL, keep=Keep.STAY)
    asked_at = knows(models.DateTimeField(), "When they asked.", keep=Keep.STAY)
    woken_at = knows(models.DateTimeField(null=True, blank=True), "When they were woken.", keep=Keep.STAY)
    ended_at = knows(models.DateTimeField(null=True, blank=True), "When it was taken back.", keep=Keep.STAY)

    objects: ClassVar[Any] = WakeUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("wake-up")
        constraints = [
            models.UniqueConstraint(
                fields=["guest", "night"],
                condition=Q(ended_at__isnull=True, woken_at__isnull=True),
                name="one_wake_up_a_night",
            )
        ]
        indexes = [models.Index(fields=["site", "night"], name="wake_ups_of_a_night")]


class NightRound(SiteRow):
    """One round of a night through all rooms. A night has as many as somebody begins, each with its own numbers.

    No personal data.
    """

    night = knows(models.DateField(), "The evening's date on the site's calendar.")
    number = knows(models.PositiveSmallIntegerField(), "The first of the night, the second, and so on.")
    began_at = knows(models.DateTimeField(), "When it began.")
    ended_at = knows(models.DateTimeField(null=True, blank=True), "When it was taken back.")

    class Meta:
        verbose_name = _("night round")
        constraints = [
            models.UniqueConstraint(
                fields=["site", "night", "number"], condition=Q(ended_at__isnull=True), name="one_round_one_number"
            )
        ]
        indexes = [models.Index(fields=["site", "night"], name="night_rounds_of_a_night")]


class RoomRound(SiteRow):
    """That somebody went through a room at night, and how many they saw there.

    No personal data.
    """

    round = knows(models.ForeignKey(NightRound, models.CASCADE, related_name="rooms"), "In which round.")
    room = knows(models.ForeignKey(Room, models.CASCADE, related_name="+"), "Which room.")
    night = knows(models.DateField(), "The evening's date on the site's calendar.")
    seen_at = knows(models.DateTimeField(), "When.")
    expected = knows(models.PositiveSmallIntegerField(), "How many have a bed there and are not away.")
    seen = knows(models.PositiveSmallIntegerField(), "How many of them were seen, or are known to be in the house.")
    others = knows(models.PositiveSmallIntegerField(default=0), "How many lay in beds that nobody was given.")
    ended_at = knows(models.DateTimeField(null=True, blank=True), "When it was taken back.")

    class Meta:
        verbose_name = _("round through a room")
        indexes = [models.Index(fields=["site", "night"], name="rounds_of_a_night")]


class PrintedWhy(models.TextChoices):
    """Why the list by room and bed was printed."""

    HOUR = "hour", _("the hour has come")
    CHANGES = "changes", _("much has changed")
    BY_HAND = "by_hand", _("somebody wanted it")


class ListPrinted(SiteRow):
    """That the list by room and bed was printed, and why.

    No personal data.
    """

    night = knows(models.DateField(), "The evening's date on the site's calendar.")
    printed_at = knows(models.DateTimeField(), "When.")
    why = knows(models.CharField(max_length=10, choices=PrintedWhy.choices), "Why.")
    inside = knows(models.PositiveIntegerField(), "How many were in the house.")
    changes = knows(models.PositiveIntegerField(default=0), "How much had changed since the list before.")

    class Meta:
        verbose_name = _("printed list")
        indexes = [models.Index(fields=["site", "night"], name="lists_of_a_night")]


class NoPlaceNumber(SiteRow):
    """That so many people without a card had no place on a night, and why: a number, tied to nobody.

    No personal data.
    """

    night = knows(models.DateField(), "The evening's date on the site's calendar.")
    why = knows(models.CharField(max_length=20), "Why, as a code.")
    number = knows(models.PositiveIntegerField(), "How many.")
    said_at = knows(models.DateTimeField(), "When.")
    ended_at = knows(models.DateTimeField(null=True, blank=True), "When it was taken back.")

    class Meta:
        verbose_name = _("people without a place")
        indexes = [models.Index(fields=["site", "night"], name="no_places_of_a_night")]
