"""What keeps a card, or a guest away, for a while."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.guests.models.guest import Guest
from halte.sites.models import OtherPlace, SiteRow


class ErasePause(SiteRow):
    """That nothing of a closed card is erased until a day, because two people said so: someone died, say.

    Knows that two colleagues keep a closed card for a while, never why. Forgotten with the guest, after the day.
    """

    guest = knows(
        models.OneToOneField(Guest, models.CASCADE, related_name="pause"),
        "Whose card it is.",
        sensitivity=Sensitivity.PERSONAL,
        keep=Keep.GUEST,
    )
    until = knows(models.DateField(), "The last day of the pause.", keep=Keep.GUEST)
    asked_by = knows(
        models.UUIDField(), "Who of the staff asked for it.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.GUEST
    )
    asked_on = knows(models.DateField(), "When: alone, it holds seven days.", keep=Keep.GUEST)
    agreed_by = knows(
        models.UUIDField(null=True, blank=True),
        "Who else agreed.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )

    class Meta:
        verbose_name = _("pause of erasing")
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=models.F("asked_by")),
                name="two_people_pause_erasing",
            )
        ]


class Measure(SiteRow):
    """A decision of two people that somebody stays away until a date. The board says: measure, away until.

    Knows that two colleagues sent somebody away, and why for thirty days at most. When the guest is erased only the
    date, the site, the note and the appeal stay, linked to nothing, and are deleted after those thirty days.
    """

    guest = knows(
        models.ForeignKey(Guest, models.SET_NULL, null=True, blank=True, related_name="measures"),
        "Who stays away; empty once they are erased.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )
    until = knows(models.DateField(), "The last day away.", keep=Keep.GUEST)
    written_on = knows(models.DateField(), "From when the days of the note are counted.", keep=Keep.GUEST)
    note_box = knows(
        models.BinaryField(blank=True, default=b""),
        "Why, encrypted with the site's key; empty after thirty days.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.DOOR,
    )
    asked_by = knows(
        models.UUIDField(null=True),
        "Who of the staff wrote it; empty once the guest is erased.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )
    agreed_by = knows(
        models.UUIDField(null=True),
        "Who else agreed; nothing holds before.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )
    other_place = knows(
        models.CharField(max_length=20, choices=OtherPlace.choices, blank=True),
        "Where they can go instead, as a code: named while the cold plan is on.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )
    ended_on = knows(models.DateField(null=True), "Ended before its last day.", keep=Keep.GUEST)
    appeal_key = knows(
        models.BinaryField(max_length=32, unique=True),
        "SHA-256 of the code that reads and writes the appeal.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.GUEST,
    )
    appeal_box = knows(
        models.BinaryField(blank=True, default=b""),
        "What the guest says about it, encrypted.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )
    answer_box = knows(
        models.BinaryField(blank=True, default=b""),
        "The answer, encrypted.",
        sensitivity=Sensitivity.CONFIDENTIAL,
        keep=Keep.GUEST,
    )

    class Meta:
        verbose_name = _("measure")
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | Q(asked_by__isnull=True) | ~Q(agreed_by=models.F("asked_by")),
                name="two_people_decide_a_measure",
            )
        ]
