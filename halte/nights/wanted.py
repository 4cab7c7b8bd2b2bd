"""Who wants a bed for a night, and how the waiting ended."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Guest
from halte.sites.models import SiteQuerySet, SiteRow


class WantEnd(models.TextChoices):
    """How waiting for a bed ended."""

    GIVEN = "given", _("Bed given")
    CANCELLED = "cancelled", _("Taken back by the guest")
    OTHER_PLACE = "other_place", _("Place elsewhere")
    WARM_SEAT = "warm_seat", _("Warm seat")
    NO_PLACE = "no_place", _("No place tonight")
    DID_NOT_COME = "did_not_come", _("Did not come")
    UNDONE = "undone", _("Written down by mistake")


class NoPlaceWhy(models.TextChoices):
    """Why a person had to say that there is no place tonight."""

    FULL = "full", _("Every bed is taken")
    NO_SAFE_ROOM = "no_safe_room", _("No room that is safe for them")
    RULE = "rule", _("A rule of the house")
    OWN_CHOICE = "own_choice", _("They did not want what there was")


class WantQuerySet(SiteQuerySet):
    """Wants."""

    def open_for(self, night: date) -> Self:
        """Those still waiting for a bed in a night."""
        return self.filter(night=night, ended_at__isnull=True)


class Want(SiteRow):
    """That a guest wants a bed for one night. Open until it is given, taken back or answered otherwise.

    Knows that a guest wanted to sleep here on a night. Forgotten 1 year after the night, or with the guest.
    """

    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="+"),
        "Who wants a bed.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    night = knows(models.DateField(), "The evening's date on the site's calendar.", keep=Keep.STAY)
    asked_at = knows(models.DateTimeField(), "Gives the turn on the waiting list.", keep=Keep.STAY)
    ended_at = knows(models.DateTimeField(null=True, blank=True), "When the waiting ended.", keep=Keep.STAY)
    end = knows(
        models.CharField(max_length=20, choices=WantEnd.choices, blank=True),
        "How the waiting ended.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    told_at = knows(
        models.DateTimeField(null=True, blank=True),
        "When they were told that there is no bed yet.",
        keep=Keep.STAY,
    )
    no_place_why = knows(
        models.CharField(max_length=20, choices=NoPlaceWhy.choices, blank=True),
        "Why there was no place, as a code.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )

    objects: ClassVar[Any] = WantQuerySet.as_manager()

    class Meta:
        verbose_name = _("wanted bed")
        constraints = [
            models.UniqueConstraint(
                fields=["guest", "night"], condition=Q(ended_at__isnull=True), name="one_want_one_night"
            )
        ]
        indexes = [models.Index(fields=["site", "night"], name="wants_of_a_night")]
