"""Heads of registers kept away from where they were written, so that a register written anew is found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, knows
from halte.common.models import HalteModel


class Witness(HalteModel):
    """The end of some centre's register, as a device of that centre gave it to us to keep.

    No personal data.
    """

    site = knows(models.UUIDField(), "Whose register; it may be a centre that this database does not know.")
    epoch = knows(models.PositiveIntegerField(), "The epoch of the register.", keep=Keep.REGISTER)
    seq = knows(models.PositiveBigIntegerField(), "The number of its last line.", keep=Keep.REGISTER)
    hash = knows(models.BinaryField(max_length=32), "The hash of that line.", keep=Keep.REGISTER)
    received_at = knows(models.DateTimeField(), "When it came.", keep=Keep.REGISTER)
    device = knows(models.UUIDField(null=True), "Which device gave it.", keep=Keep.REGISTER)

    class Meta:
        ordering = ["site", "epoch", "seq", "received_at"]
        verbose_name = _("kept head")
        constraints = [models.UniqueConstraint(fields=["site", "epoch", "seq", "hash"], name="one_witness_per_head")]


class Where(models.TextChoices):
    PAPER = "paper", _("On paper, on the wall")
    CENTRE = "centre", _("At another centre")


class KeptElsewhere(HalteModel):
    """That one of our own heads was kept elsewhere: pinned to the wall, or given to another centre.

    No personal data.
    """

    site = knows(models.UUIDField(), "Whose register.", keep=Keep.REGISTER)
    epoch = knows(models.PositiveIntegerField(), "The epoch of the register.", keep=Keep.REGISTER)
    seq = knows(models.PositiveBigIntegerField(), "The number of its last line.", keep=Keep.REGISTER)
    hash = knows(models.BinaryField(max_length=32), "The hash of that line.", keep=Keep.REGISTER)
    where = knows(models.CharField(max_length=10, choices=Where.choices), "Where it is kept.", keep=Keep.REGISTER)
    kept_at = knows(models.DateTimeField(), "When it was put there.", keep=Keep.REGISTER)

    class Meta:
        ordering = ["-kept_at"]
        verbose_name = _("head kept elsewhere")
        indexes = [models.Index(fields=["site", "kept_at"], name="heads_kept_elsewhere")]
