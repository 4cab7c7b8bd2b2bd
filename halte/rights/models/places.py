"""Places where people find help: our own houses, and those of others in the network."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import knows
from halte.common.models import HalteModel
from halte.sites.models import Site


class PlaceKind(models.TextChoices):
    DAY_CENTRE = "day_centre", _("Day centre")
    HOSTEL = "hostel", _("Hostel")
    HEALTH = "health", _("Health")
    ADVICE = "advice", _("Advice")
    MEAL = "meal", _("Meal")
    WOMEN = "women", _("Women only")
    OTHER = "other", _("Other place")


class Place(HalteModel):
    """A place as guests read of it. Of a protected one this row holds no address at all, so none can leave.

    No personal data.
    """

    site = knows(
        models.OneToOneField(Site, models.PROTECT, null=True, related_name="+"), "Our own house; empty for others."
    )
    name = knows(models.CharField(max_length=80), "Its name, as people say it.")
    kind = knows(models.CharField(max_length=20, choices=PlaceKind.choices), "What it is.")
    protected = knows(models.BooleanField(default=False), "Nobody may read where it is: people call first.")
    address = knows(models.CharField(max_length=160, blank=True), "Street and number; never of a protected place.")
    postal_code = knows(models.CharField(max_length=12, blank=True), "Postal code; never of a protected place.")
    town = knows(models.CharField(max_length=80, blank=True), "Its town; never of a protected place.")
    latitude = knows(
        models.DecimalField(max_digits=8, decimal_places=5, null=True), "Where it is; never of a protected place."
    )
    longitude = knows(
        models.DecimalField(max_digits=8, decimal_places=5, null=True), "Where it is; never of a protected place."
    )
    walk = knows(
        models.JSONField(default=list, blank=True), "The way on foot, step by step; never of a protected place."
    )
    phone = knows(models.CharField(max_length=20, blank=True), "Its number, which anyone may call.")
    languages = knows(models.JSONField(default=list, blank=True), "Codes of the languages that are spoken.")
    services = knows(models.JSONField(default=list, blank=True), "What others offer; our own houses say it by hours.")
    hours = knows(
        models.CharField(max_length=500, blank=True),
        "When others are open, as OpenStreetMap writes it; our own houses say it by hours.",
    )
    full_on = knows(models.DateField(null=True), "The day on which it said that it is full.")
    source = knows(models.CharField(max_length=80, blank=True), "Whose file told of it; empty for our own.")
    key = knows(models.CharField(max_length=80, blank=True), "What that file calls it.")
    changed_on = knows(models.DateField(), "When somebody last changed what stands here.")

    class Meta:
        ordering = ["town", "name"]
        verbose_name = _("place")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "key"], condition=models.Q(site__isnull=True), name="one_place_per_source_and_key"
            ),
            models.CheckConstraint(
                condition=models.Q(protected=False)
                | models.Q(address="", postal_code="", town="", latitude__isnull=True, longitude__isnull=True, walk=[]),
                name="a_protected_place_has_no_address_here",
            ),
        ]

    def __str__(self) -> str:
        return self.name
