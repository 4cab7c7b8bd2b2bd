"""What is proposed to a family or group that cannot have one room."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models import Group
from halte.sites.models import Room, SiteRow


class ProposalKind(models.TextChoices):
    """What can be proposed when one room for everyone is not free, from the nearest to the last resort."""

    SPLIT_ROOMS = "split_rooms", _("Several rooms of this house")
    OTHER_PLACE = "other_place", _("A place in another house")
    WARM_SEAT = "warm_seat", _("A warm, staffed seat for the night")


class ProposalAnswer(models.TextChoices):
    AGREED = "agreed", _("They agree")
    DECLINED = "declined", _("They do not want this")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class PlaceProposal(SiteRow):
    """What is proposed to a family or group that cannot have one room; a human asks them and answers.

    Knows that a group looked for a place on a night, and what they said. Forgotten 1 year after the night.
    """

    group = knows(
        models.ForeignKey(Group, models.CASCADE, related_name="+"),
        "To whom it is proposed.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    night = knows(models.DateField(), "The evening's date on the site's calendar.", keep=Keep.STAY)
    kind = knows(models.CharField(max_length=20, choices=ProposalKind.choices), "What is proposed.", keep=Keep.STAY)
    rooms = knows(models.ManyToManyField(Room, blank=True, related_name="+"), "Rooms of the proposal.", keep=Keep.STAY)
    made_at = knows(models.DateTimeField(), "When it was made.", keep=Keep.STAY)
    answered_at = knows(models.DateTimeField(null=True, blank=True), "When it was answered.", keep=Keep.STAY)
    answer = knows(
        models.CharField(max_length=20, choices=ProposalAnswer.choices, blank=True),
        "What they said.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.STAY,
    )
    by = knows(
        models.UUIDField(null=True, blank=True),
        "Who of the staff asked them.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.STAY,
    )

    class Meta:
        verbose_name = _("proposed place")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "night"], condition=Q(answered_at__isnull=True), name="one_open_proposal_a_night"
            )
        ]
        indexes = [models.Index(fields=["site", "night"], name="proposals_of_a_night")]
