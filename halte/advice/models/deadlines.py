"""What falls due, and who answers for it. No note stands here, and nothing points at a guest."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.sites.models import SiteRow


class Matter(models.TextChoices):
    """What falls due, as a code. Never whose, never why."""

    REMOVAL_DETAINED = "removal_detained", _("Removal order, in detention")
    REMOVAL_HOUSE_ARREST = "removal_house_arrest", _("Removal order, house arrest")
    REMOVAL = "removal", _("Removal order, no detention")
    TRANSFER_OLD = "transfer_old", _("Transfer to another country, asked for before 12 June 2026")
    TRANSFER = "transfer", _("Transfer to another country")
    ASYLUM_FORM = "asylum_form", _("Form for the asylum office")
    ASYLUM_APPEAL = "asylum_appeal", _("Appeal to the asylum court")
    LEGAL_AID = "legal_aid", _("Asking for legal aid")
    RECEPTION_STOPPED = "reception_stopped", _("Housing or allowance refused or stopped")
    BIRTH = "birth", _("Declaring a birth")
    OTHER = "other", _("Another letter with a date")


class Certainty(models.TextChoices):
    RECKONED = "reckoned", _("Unsure until a lawyer confirms")
    ON_PAPER = "on_paper", _("As it stands on the decision")
    CONFIRMED = "confirmed", _("A lawyer confirmed it")


class NotSent(models.TextChoices):
    """Why nothing was sent."""

    WITHDRAWN = "withdrawn", _("The person does not want it")
    WITH_LAWYER = "with_lawyer", _("A lawyer has taken it over")
    NOT_NEEDED = "not_needed", _("Not needed any more")
    TOO_LATE = "too_late", _("Too late")


class Deadline(SiteRow):
    """An hour by which something must have arrived, under a number that says nothing by itself.

    Knows that some case has some matter due; not whose it is. Forgotten 2 years after last contact.
    """

    case = knows(
        models.CharField(max_length=7), "The case's own number.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.CASE
    )
    matter = knows(models.CharField(max_length=24, choices=Matter.choices), "What falls due.", keep=Keep.CASE)
    adviser = knows(models.UUIDField(), "Who answers for it.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.CASE)
    stand_in = knows(
        models.UUIDField(null=True), "Who does when they are away.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.CASE
    )
    due_at = knows(models.DateTimeField(), "The last hour.", keep=Keep.CASE)
    certainty = knows(
        models.CharField(max_length=10, choices=Certainty.choices, default=Certainty.RECKONED),
        "Whether the hour is sure.",
        keep=Keep.CASE,
    )
    written_at = knows(models.DateTimeField(), "When it was written down.", keep=Keep.CASE)
    sent_at = knows(models.DateTimeField(null=True), "When it was sent.", keep=Keep.CASE)
    receipt = knows(
        models.CharField(max_length=40, blank=True),
        "The number on the receipt.",
        sensitivity=Sensitivity.PSEUDONYM,
        keep=Keep.CASE,
    )
    not_sent = knows(
        models.CharField(max_length=12, choices=NotSent.choices, blank=True), "Why nothing was sent.", keep=Keep.CASE
    )
    ended_at = knows(models.DateTimeField(null=True), "When it was over.", keep=Keep.CASE)

    class Meta:
        verbose_name = _("deadline")
        ordering = ["due_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, sent_at__isnull=True, receipt="", not_sent="")
                | (Q(ended_at__isnull=False, sent_at__isnull=False, not_sent="") & ~Q(receipt=""))
                | (Q(ended_at__isnull=False, sent_at__isnull=True, receipt="") & ~Q(not_sent="")),
                name="over_with_a_receipt_or_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["site", "ended_at", "due_at"], name="what_falls_due")]


class Away(SiteRow):
    """Days on which an adviser is not there: what falls due then goes to whoever stands in. Never why.

    Knows when a colleague is away. Forgotten with their memberships.
    """

    adviser = knows(models.UUIDField(), "Who is away.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.STAFF)
    since = knows(models.DateField(), "The first day.", keep=Keep.STAFF)
    until = knows(models.DateField(), "The last day.", keep=Keep.STAFF)
    ended_at = knows(models.DateTimeField(null=True), "When it was taken back.", keep=Keep.STAFF)

    class Meta:
        verbose_name = _("days away")
        ordering = ["since"]
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=models.F("since")), name="away_ends_after_it_begins")
        ]
