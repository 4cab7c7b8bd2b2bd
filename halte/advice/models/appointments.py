"""Appointments with an adviser. What is said there stands nowhere in these tables."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.advice.rules import LONGEST, QUARTER
from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Guest
from halte.sites.models import SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class AppointmentState(models.TextChoices):
    BOOKED = "booked", _("Booked")
    CAME = "came", _("Came")
    DID_NOT_COME = "did_not_come", _("Did not come")
    CANCELLED = "cancelled", _("Cancelled")


class Appointment(SiteRow):
    """A guest meets an adviser at an hour. Never why.

    Knows that a guest asked for advice, and whether they came. Forgotten with the guest.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="appointments"),
        "Who comes.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    adviser = knows(models.UUIDField(), "Whom they meet.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.GUEST)
    starts_at = knows(models.DateTimeField(), "When.", sensitivity=Sensitivity.PERSONAL, keep=Keep.GUEST)
    on = knows(models.DateField(), "The day on the site's clock.", sensitivity=Sensitivity.PERSONAL, keep=Keep.GUEST)
    quarters = knows(models.PositiveSmallIntegerField(), "How many quarters of an hour.", keep=Keep.GUEST)
    state = knows(
        models.CharField(max_length=15, choices=AppointmentState.choices, default=AppointmentState.BOOKED),
        "Whether it still stands.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    booked_at = knows(models.DateTimeField(), "When it was agreed.", keep=Keep.GUEST)

    if TYPE_CHECKING:
        cells: RelatedManager["AppointmentCell"]

    class Meta:
        ordering = ["starts_at"]
        verbose_name = _("appointment")
        constraints = [
            models.CheckConstraint(
                condition=Q(quarters__gte=1, quarters__lte=LONGEST), name="an_appointment_has_a_length"
            )
        ]
        indexes = [models.Index(fields=["site", "on"], name="appointments_of_a_day")]

    @property
    def ends_at(self) -> datetime:
        """When it ends."""
        return self.starts_at + QUARTER * self.quarters


class AppointmentCell(SiteRow):
    """One quarter of an hour of one appointment: what keeps two from overlapping, on every engine.

    Knows when a guest is with an adviser. Forgotten with the guest.
    """

    appointment = knows(
        models.ForeignKey(Appointment, models.CASCADE, related_name="cells"), "The appointment.", keep=Keep.GUEST
    )
    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="+"),
        "Who comes.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    adviser = knows(models.UUIDField(), "Whom they meet.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.GUEST)
    starts_at = knows(models.DateTimeField(), "When this quarter begins.", keep=Keep.GUEST)
    ended_at = knows(models.DateTimeField(null=True), "When the quarter became free again.", keep=Keep.GUEST)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["adviser", "starts_at"],
                condition=Q(ended_at__isnull=True),
                name="one_appointment_per_adviser_and_quarter",
            ),
            models.UniqueConstraint(
                fields=["guest", "starts_at"],
                condition=Q(ended_at__isnull=True),
                name="one_appointment_per_guest_and_quarter",
            ),
        ]
