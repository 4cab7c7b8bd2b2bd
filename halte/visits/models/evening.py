"""The end of a day: beds asked for in another house, and seats in a bus."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Guest
from halte.sites.models import Site, SiteRow
from halte.visits.models.door import Ending


class BedAsked(SiteRow):
    """That a guest of this place wants a bed tonight in another house. The other house is told a number, never who.

    Knows that a guest looked for a bed on a night. Forgotten after 30 days, or with the guest.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="beds_asked"),
        "Who wants a bed.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.DOOR,
    )
    house = knows(models.ForeignKey(Site, models.PROTECT, related_name="+"), "Which house is asked.", keep=Keep.DOOR)
    night = knows(models.DateField(), "The evening's date.", keep=Keep.DOOR)
    asked_at = knows(models.DateTimeField(), "When it was asked.", keep=Keep.DOOR)
    ended_at = knows(models.DateTimeField(null=True), "When it was taken back.", keep=Keep.DOOR)
    ending = knows(models.CharField(max_length=12, choices=Ending.choices, blank=True), "How it ended.", keep=Keep.DOOR)

    class Meta:
        verbose_name = _("bed asked for elsewhere")
        constraints = [
            models.UniqueConstraint(
                fields=["guest", "night"], condition=Q(ended_at__isnull=True), name="one_bed_asked_a_night"
            )
        ]
        indexes = [models.Index(fields=["house", "night"], name="beds_asked_of_a_house")]


class BusRun(SiteRow):
    """One bus that leaves from here: how many seats it has and how many are promised. Numbers, nobody's name.

    No personal data.
    """

    house = knows(models.ForeignKey(Site, models.PROTECT, related_name="+"), "Where it goes.")
    leaves_at = knows(models.DateTimeField(), "When it leaves.")
    seats = knows(models.PositiveSmallIntegerField(), "How many can sit in it.")
    taken = knows(models.PositiveSmallIntegerField(default=0), "How many seats are promised.")
    ended_at = knows(models.DateTimeField(null=True), "When it was called off.")

    class Meta:
        verbose_name = _("bus")
        ordering = ["leaves_at"]
        constraints = [
            models.CheckConstraint(condition=Q(taken__lte=F("seats")), name="no_more_than_seats"),
            models.UniqueConstraint(
                fields=["site", "house", "leaves_at"], condition=Q(ended_at__isnull=True), name="one_bus_at_a_time"
            ),
        ]
