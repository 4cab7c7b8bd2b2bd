"""Places that are held for people who may come: until an hour, after which they are free by themselves."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Group, Guest
from halte.sites.models import PlacesAsked, SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class AskedBy(models.TextChoices):
    """Who asked that places be held."""

    OUTREACH = "outreach", _("Outreach team")
    LINE_115 = "line_115", _("115")
    HOUSE = "house", _("Another house")
    GUEST = "guest", _("They themselves")


class HeldEnd(models.TextChoices):
    """How holding a place ended."""

    CAME = "came", _("They came")
    DID_NOT_COME = "did_not_come", _("Did not come")
    CANCELLED = "cancelled", _("Taken back")
    UNDONE = "undone", _("Written down by mistake")


class HeldParty(SiteRow):
    """People who may come tonight, and until when their places are held. They say a number at the door, no name.

    Knows how many were expected on a night, who asked for them, and beside whom. Forgotten 1 year after the night.
    """

    night = knows(models.DateField(), "The evening's date on the site's calendar.", keep=Keep.STAY)
    number = knows(models.PositiveSmallIntegerField(), "Said at the door; counted from 1 each night.", keep=Keep.STAY)
    asked_by = knows(models.CharField(max_length=20, choices=AskedBy.choices), "Who asked.", keep=Keep.STAY)
    asked = knows(
        models.OneToOneField(PlacesAsked, models.SET_NULL, null=True, blank=True, related_name="+"),
        "What another place asked, when it did so here.",
        keep=Keep.STAY,
    )
    nameless = knows(models.BooleanField(default=False), "Nobody of them has a card here yet.", keep=Keep.STAY)
    beside = knows(
        models.ForeignKey(Group, models.SET_NULL, null=True, blank=True, related_name="+"),
        "The family beside whom the place is: only they say yes to whoever comes.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    arriving_at = knows(models.DateTimeField(null=True, blank=True), "When they mean to come.", keep=Keep.STAY)
    until = knows(models.DateTimeField(), "When their places are free for others.", keep=Keep.STAY)
    made_at = knows(models.DateTimeField(), "When it was written down.", keep=Keep.STAY)
    ended_at = knows(models.DateTimeField(null=True, blank=True), "When it was over.", keep=Keep.STAY)
    end = knows(models.CharField(max_length=20, choices=HeldEnd.choices, blank=True), "How it ended.", keep=Keep.STAY)

    if TYPE_CHECKING:
        people: RelatedManager["HeldPerson"]

    class Meta:
        verbose_name = _("held places")
        constraints = [
            models.UniqueConstraint(fields=["site", "night", "number"], name="one_number_at_the_door"),
            models.UniqueConstraint(
                fields=["beside", "night"], condition=Q(ended_at__isnull=True), name="one_place_beside_a_family"
            ),
        ]
        indexes = [
            models.Index(fields=["site", "until"], condition=Q(ended_at__isnull=True), name="held_until"),
        ]


class HeldPerson(SiteRow):
    """One of those for whom places are held.

    Knows that a guest was expected on a night. Forgotten 1 year after the night, or with the guest.
    """

    party = knows(models.ForeignKey(HeldParty, models.CASCADE, related_name="people"), "With whom.", keep=Keep.STAY)
    guest = knows(
        models.ForeignKey(Guest, models.CASCADE, related_name="+"),
        "Who may come.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["party", "guest"], name="held_once_in_a_party")]
