"""The register of acts: one chained line for every human act."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.common.models import HalteModel


class Head(models.Model):
    """The end of a site's chain. Its row is the lock that puts a site's acts in order.

    No personal data.
    """

    site = knows(models.UUIDField(primary_key=True), "Whose chain this is.", keep=Keep.REGISTER)
    epoch = knows(models.PositiveIntegerField(default=1), "Counts the restores of this site.", keep=Keep.REGISTER)
    seq = knows(models.PositiveBigIntegerField(default=0), "Number of the last line.", keep=Keep.REGISTER)
    hash = knows(models.BinaryField(max_length=32, default=bytes(32)), "Hash of the last line.", keep=Keep.REGISTER)


class Line(HalteModel):
    """One act: what was done, when, by whom, at which site, chained to the line before it.

    Knows who of the staff acted, as an identifier without a name. Its subjects are hashes that belong to nobody once
    the side rows are erased. Kept for ever.
    """

    site = knows(models.UUIDField(), "The site whose chain this line extends.", keep=Keep.REGISTER)
    epoch = knows(models.PositiveIntegerField(), "The epoch of the chain.", keep=Keep.REGISTER)
    seq = knows(models.PositiveBigIntegerField(), "The line's number, without gaps.", keep=Keep.REGISTER)
    at = knows(models.DateTimeField(), "When it happened.", keep=Keep.REGISTER)
    recorded_at = knows(models.DateTimeField(), "When it was written down.", keep=Keep.REGISTER)
    actor = knows(
        models.UUIDField(),
        "Who of the staff, or which device, did it.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.REGISTER,
    )
    kind = knows(models.CharField(max_length=60), "What was done.", keep=Keep.REGISTER)
    undoes = knows(models.UUIDField(null=True), "The line that this one takes back.", keep=Keep.REGISTER)
    body = knows(
        models.BinaryField(),
        "The canonical bytes of the line: codes and quantities, no name, no free text.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.REGISTER,
    )
    hash = knows(models.BinaryField(max_length=32), "SHA-256 of the body.", keep=Keep.REGISTER)

    class Meta:
        verbose_name = _("line in the register of acts")
        verbose_name_plural = _("register of acts")
        constraints = [
            models.UniqueConstraint(fields=["site", "epoch", "seq"], name="one_line_per_number"),
            models.UniqueConstraint(fields=["undoes"], name="undone_once"),
        ]
        indexes = [models.Index(fields=["site", "actor", "at"], name="line_by_actor")]


class Subject(HalteModel):
    """Ties a line to the guest it was about, until the guest is erased.

    Knows which guest an act was about. Erased with the guest: the hash in the line then belongs to nobody.
    """

    line = knows(models.ForeignKey(Line, models.CASCADE, related_name="subjects"), "The line.", keep=Keep.GUEST)
    nonce = knows(
        models.BinaryField(max_length=16),
        "Makes the hash unguessable.",
        sensitivity=Sensitivity.SECRET,
        keep=Keep.GUEST,
    )
    guest = knows(
        models.UUIDField(db_index=True),
        "Which guest the act was about.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.GUEST,
    )


class Retry(HalteModel):
    """What a client already asked, so that asking again changes nothing.

    Knows the identifiers of the rows that an act made. Deleted after two days.
    """

    actor = knows(models.UUIDField(), "Who asked.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.RETRY)
    value = knows(models.UUIDField(), "The client-made key.", keep=Keep.RETRY)
    body_hash = knows(models.BinaryField(max_length=32), "SHA-256 of what was asked.", keep=Keep.RETRY)
    line = knows(models.OneToOneField(Line, models.CASCADE, related_name="retry"), "The line it made.", keep=Keep.RETRY)
    results = knows(
        models.JSONField(default=dict),
        "Identifiers of the rows it made.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.RETRY,
    )
    at = knows(models.DateTimeField(db_index=True), "When.", keep=Keep.RETRY)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor", "value"], name="one_act_per_key")]
