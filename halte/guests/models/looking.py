"""What is kept of looks at cards: decoys that lie in wait, and alarms for whoever manages the house."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models.guest import Guest
from halte.sites.models import SiteRow


class DecoyCard(SiteRow):
    """A card that belongs to nobody, and looks like any other: whoever opens it looks where they have nothing to do.

    No personal data. Whoever could read it would know which card not to open.
    """

    guest = knows(
        models.OneToOneField(Guest, models.CASCADE, related_name="decoy"),
        "Which card belongs to nobody.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.GUEST,
    )
    made_at = knows(models.DateTimeField(), "When it was marked.", keep=Keep.GUEST)


class AlarmKind(models.TextChoices):
    """Why whoever manages the house is told."""

    MANY = "many", _("Many cards opened, and nothing done")
    DECOY = "decoy", _("A decoy card was opened")


class LookAlarm(SiteRow):
    """One of us looked at more cards than any work asks for, or at one that belongs to nobody.

    Knows which colleague, how many cards and when; never which guests. Forgotten after 30 days.
    """

    kind = knows(models.CharField(max_length=10, choices=AlarmKind.choices), "Why.", keep=Keep.DOOR)
    by = knows(
        models.UUIDField(),
        "Which colleague, badge or program looked.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.DOOR,
    )
    cards = knows(models.PositiveIntegerField(), "How many cards they opened.", keep=Keep.DOOR)
    decoy = knows(
        models.ForeignKey(DecoyCard, models.SET_NULL, null=True, related_name="+"), "Which decoy.", keep=Keep.DOOR
    )
    since = knows(models.DateTimeField(), "When they opened the first one.", keep=Keep.DOOR)
    last_at = knows(models.DateTimeField(), "When they opened the last one.", keep=Keep.DOOR)
    seen_at = knows(models.DateTimeField(null=True), "When somebody ticked it.", keep=Keep.DOOR)
    seen_by = knows(models.UUIDField(null=True), "Who ticked it.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.DOOR)

    class Meta:
        verbose_name = _("alarm about looks")
        indexes = [models.Index(fields=["site", "seen_at"], name="alarms_to_tick")]
