"""Phones on the charging shelf and bags in the store: each wears half a tag, its guest holds the other half."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Guest
from halte.sites.models import SiteRow
from halte.visits.models.door import Ending


class TagKind(models.TextChoices):
    """What wears a tag."""

    PHONE = "phone", _("Phone")
    BAG = "bag", _("Bag")


class Tagged(SiteRow):
    """A phone or a bag that is here with a numbered tag on it. It may belong to a card or to nobody.

    Knows that a guest left a thing here, and when. Forgotten after 30 days, once it was handed back.
    """

    kind = knows(models.CharField(max_length=10, choices=TagKind.choices), "A phone or a bag.", keep=Keep.DOOR)
    number = knows(models.PositiveSmallIntegerField(), "The number on both halves of the tag.", keep=Keep.DOOR)
    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="tagged", null=True),
        "Whose it is, for when the tag is lost; empty when nobody showed a card.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.DOOR,
    )
    on = knows(models.DateField(), "The date on the site's clock.", keep=Keep.DOOR)
    taken_at = knows(models.DateTimeField(), "When it was taken in.", keep=Keep.DOOR)
    ended_at = knows(models.DateTimeField(null=True), "When it was handed back.", keep=Keep.DOOR)
    ending = knows(models.CharField(max_length=12, choices=Ending.choices, blank=True), "How it ended.", keep=Keep.DOOR)

    class Meta:
        verbose_name = _("thing with a tag")
        ordering = ["kind", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "kind", "number"], condition=Q(ended_at__isnull=True), name="one_thing_per_tag"
            )
        ]
        indexes = [models.Index(fields=["site", "on", "kind"], name="tagged_by_day")]
