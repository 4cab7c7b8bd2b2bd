"""Rounds outside the walls: how many people, counted how, and what they need. No names, no cards."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import knows
from halte.sites.models import SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Area(models.TextChoices):
    """Coarse on purpose: nobody can find a place to sleep from these words."""

    NORTH = "north", _("North")
    EAST = "east", _("East")
    SOUTH = "south", _("South")
    WEST = "west", _("West")
    CENTRE = "centre", _("Town centre")
    COAST = "coast", _("Coast")


class Method(models.TextChoices):
    PEOPLE_SEEN = "people_seen", _("People seen")
    TENTS = "tents", _("Tents counted, people reckoned")
    MEALS = "meals", _("Meals given, people reckoned")
    AERIAL = "aerial", _("Photo from the air")
    TOLD = "told", _("Told by people who live there")
    ESTIMATE = "estimate", _("Estimate of the team")


class CountedBy(models.TextChoices):
    OUR_TEAM = "our_team", _("Our team")
    ASSOCIATION = "association", _("Another association")
    TOWN = "town", _("Town hall")
    PREFECTURE = "prefecture", _("Prefecture")
    PRESS = "press", _("Press")


class Need(models.TextChoices):
    BLANKET = "blanket", _("Blankets and sleeping bags")
    CLOTHES = "clothes", _("Warm clothes")
    SHOES = "shoes", _("Shoes")
    TENT = "tent", _("Tents")
    WATER = "water", _("Water")
    FOOD = "food", _("Food")
    FIREWOOD = "firewood", _("Firewood")
    CHARGING = "charging", _("Phone charging")
    CARE = "care", _("A nurse or doctor")
    WORDS = "words", _("Words about rights")
    BED = "bed", _("A bed tonight")


class Round(SiteRow):
    """One count of people outside, as a range with its source, method and date: never a bare number.

    No personal data.
    """

    on = knows(models.DateField(), "The day of the round.")
    area = knows(models.CharField(max_length=20, choices=Area.choices), "Which side of the town; never the place.")
    method = knows(models.CharField(max_length=20, choices=Method.choices), "How it was counted.")
    counted_by = knows(models.CharField(max_length=20, choices=CountedBy.choices), "Who counted.")
    low = knows(models.PositiveIntegerField(), "At least so many people.")
    high = knows(models.PositiveIntegerField(), "At most so many people.")
    told_at = knows(models.DateTimeField(), "When it was written down.")

    if TYPE_CHECKING:
        needs: RelatedManager["RoundNeed"]

    class Meta:
        ordering = ["-on", "area", "counted_by"]
        verbose_name = _("round")
        constraints = [
            models.CheckConstraint(condition=Q(low__lte=F("high")), name="a_round_is_a_range"),
            models.UniqueConstraint(
                fields=["site", "on", "area", "method", "counted_by"], name="one_count_per_source_and_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.low}\u2013{self.high}"


class RoundNeed(SiteRow):
    """How much of one thing is needed in a round's area, as a range.

    No personal data.
    """

    round = knows(models.ForeignKey(Round, models.CASCADE, related_name="needs"), "The round.")
    kind = knows(models.CharField(max_length=20, choices=Need.choices), "What is needed.")
    low = knows(models.PositiveIntegerField(), "At least so many.")
    high = knows(models.PositiveIntegerField(), "At most so many.")

    class Meta:
        ordering = ["kind"]
        constraints = [
            models.CheckConstraint(condition=Q(low__lte=F("high")), name="a_need_is_a_range"),
            models.UniqueConstraint(fields=["round", "kind"], name="one_need_per_kind"),
        ]
