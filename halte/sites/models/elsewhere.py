"""Places that one site asks of another, as a number."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import knows
from halte.sites.models.rooms import PlaceNeed
from halte.sites.models.site import Site, SiteRow


class PlacesAsked(SiteRow):
    """How many beds one place of the network asks of a house for a night: numbers, what the room must offer, an hour.

    No personal data. The house writes its answer in a row of its own.
    """

    house = knows(models.ForeignKey(Site, models.PROTECT, related_name="+"), "Which house is asked.")
    night = knows(models.DateField(), "The evening's date.")
    women = knows(models.PositiveSmallIntegerField(default=0), "How many women.")
    men = knows(models.PositiveSmallIntegerField(default=0), "How many men.")
    children = knows(models.PositiveSmallIntegerField(default=0), "How many children.")
    family = knows(models.BooleanField(default=False), "They are a family: one room.")
    needs = knows(models.JSONField(default=list, blank=True), "Codes of what the place must offer.")
    arriving_at = knows(models.DateTimeField(), "When they will be at the door.")
    asked_at = knows(models.DateTimeField(), "When it was asked.")
    ended_at = knows(models.DateTimeField(null=True, blank=True), "When it was taken back.")

    class Meta:
        verbose_name = _("places asked of a house")
        indexes = [models.Index(fields=["house", "night"], name="places_asked_of_a_house")]

    @property
    def people(self) -> int:
        """How many they are."""
        return self.women + self.men + self.children

    @property
    def must_offer(self) -> list[Any]:
        """What the place must offer, in words."""
        return [PlaceNeed(code).label for code in self.needs if code in PlaceNeed.values]


class PlacesAnswered(SiteRow):
    """What a house answered to places that were asked of it: the number to say at the door, or that there is none.

    No personal data.
    """

    asked = knows(models.OneToOneField(PlacesAsked, models.CASCADE, related_name="answer"), "What was asked.")
    number = knows(models.PositiveSmallIntegerField(null=True, blank=True), "Said at the door; empty without a place.")
    beds = knows(models.PositiveSmallIntegerField(default=0), "How many beds are kept; 0 while they wait for one.")
    until = knows(models.DateTimeField(null=True, blank=True), "Until when they are kept.")
    answered_at = knows(models.DateTimeField(), "When it was answered.")

    class Meta:
        verbose_name = _("answer to places asked")
