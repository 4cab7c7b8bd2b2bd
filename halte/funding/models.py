"""Agreements, expenses and shares: every cent with its rate, its date and its proof."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Keep, Sensitivity, knows
from halte.common.models import HalteModel
from halte.sites.models import SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Currency(models.TextChoices):
    EURO = "EUR", _("Euro")
    POUND = "GBP", _("Pound sterling")


class Purpose(models.TextChoices):
    """The four missions of the French cost survey of emergency shelter (ENC-AHI, DRIHL)."""

    FEED = "feed", _("Feed")
    HOUSE = "house", _("House")
    WELCOME = "welcome", _("Welcome and orient")
    ACCOMPANY = "accompany", _("Accompany")


class Agreement(HalteModel):
    """Funders promise an amount in one currency, for a time, and how they share what it pays.

    No personal data.
    """

    title = knows(models.CharField(max_length=120), "What the agreement is called.", keep=Keep.MONEY)
    currency = knows(
        models.CharField(max_length=3, choices=Currency.choices), "The currency it is written in.", keep=Keep.MONEY
    )
    amount_cents = knows(models.PositiveBigIntegerField(), "The whole amount, in cents.", keep=Keep.MONEY)
    starts_on = knows(models.DateField(), "First day whose expenses it pays.", keep=Keep.MONEY)
    ends_on = knows(models.DateField(), "Last day whose expenses it pays.", keep=Keep.MONEY)

    if TYPE_CHECKING:
        payers: RelatedManager["Payer"]

    class Meta:
        ordering = ["-starts_on", "title"]
        verbose_name = _("agreement")
        constraints = [
            models.CheckConstraint(condition=Q(starts_on__lte=F("ends_on")), name="an_agreement_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(amount_cents__gte=1), name="an_agreement_has_an_amount"),
            models.UniqueConstraint(fields=["title", "starts_on"], name="one_agreement_per_title_and_start"),
        ]

    def __str__(self) -> str:
        return self.title


class Payer(HalteModel):
    """One funder of an agreement, and its weight: two payers of weight one pay half each.

    No personal data: governments and foundations, not people.
    """

    agreement = knows(
        models.ForeignKey(Agreement, models.PROTECT, related_name="payers"), "The agreement.", keep=Keep.MONEY
    )
    name = knows(models.CharField(max_length=80), "Who pays.", keep=Keep.MONEY)
    weight = knows(models.PositiveIntegerField(), "Its part among the payers' weights.", keep=Keep.MONEY)
    position = knows(models.PositiveSmallIntegerField(), "Its turn in the agreement.", keep=Keep.MONEY)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "name"], name="one_payer_once_in_an_agreement"),
            models.UniqueConstraint(fields=["agreement", "position"], name="one_payer_per_position"),
        ]

    def __str__(self) -> str:
        return self.name


class Expense(SiteRow):
    """Money that a site paid, with the proof. A correction is a row of its own that names the corrected one.

    No personal data: a proof is cited by its reference; its file is a receipt.
    """

    what = knows(models.CharField(max_length=120), "What was paid for.", keep=Keep.MONEY)
    currency = knows(models.CharField(max_length=3, choices=Currency.choices), "As on the proof.", keep=Keep.MONEY)
    cents = knows(models.BigIntegerField(), "How much, in cents; a correction may be below zero.", keep=Keep.MONEY)
    paid_on = knows(models.DateField(), "The day it was paid.", keep=Keep.MONEY)
    covers_from = knows(
        models.DateField(null=True), "First day it was used for; empty: the day it was paid.", keep=Keep.MONEY
    )
    covers_until = knows(models.DateField(null=True), "Last day it was used for.", keep=Keep.MONEY)
    purpose = knows(models.CharField(max_length=20, choices=Purpose.choices), "Which mission.", keep=Keep.MONEY)
    clause = knows(
        models.CharField(max_length=40, blank=True), "The clause of the agreement that allows it.", keep=Keep.MONEY
    )
    proof_reference = knows(models.CharField(max_length=80), "What the proof is called.", keep=Keep.MONEY)
    proof_digest = knows(models.BinaryField(max_length=32, null=True), "SHA-256 of the proof's file.", keep=Keep.MONEY)
    corrects = knows(
        models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections"),
        "The expense this one corrects.",
        keep=Keep.MONEY,
    )
    recorded_by = knows(
        models.UUIDField(), "Which account wrote it.", sensitivity=Sensitivity.PSEUDONYM, keep=Keep.MONEY
    )

    if TYPE_CHECKING:
        shares: RelatedManager["Share"]
        corrections: RelatedManager["Expense"]

    class Meta:
        ordering = ["-paid_on", "proof_reference"]
        verbose_name = _("expense")
        constraints = [
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, cents__gte=1) | (Q(corrects__isnull=False) & ~Q(cents=0)),
                name="only_a_correction_lowers_a_cost",
            ),
            models.CheckConstraint(
                condition=Q(covers_from__isnull=True, covers_until__isnull=True)
                | Q(covers_from__isnull=False, covers_until__gte=F("covers_from")),
                name="a_cost_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["site", "proof_reference"],
                condition=Q(corrects__isnull=True),
                name="one_expense_per_proof",
            ),
            models.UniqueConstraint(
                fields=["proof_digest"],
                condition=Q(corrects__isnull=True, proof_digest__isnull=False),
                name="one_expense_per_proof_file",
            ),
        ]
        indexes = [models.Index(fields=["site", "paid_on"], name="expenses_of_a_site")]

    def __str__(self) -> str:
        return self.what

    @property
    def used(self) -> tuple[date, date]:
        """First and last day it was used for; the day it was paid where nothing else is known."""
        return self.covers_from or self.paid_on, self.covers_until or self.paid_on


class ReceiptKind(models.TextChoices):
    """What the file of a proof is, by its own bytes."""

    PDF = "application/pdf", "PDF"
    PNG = "image/png", "PNG"
    JPEG = "image/jpeg", "JPEG"


class Receipt(SiteRow):
    """The file of an expense's proof, closed with the site's key. In the database, so that a backup holds both.

    No personal data of guests. An invoice may name whoever wrote it.
    """

    expense = knows(
        models.OneToOneField(Expense, models.PROTECT, related_name="receipt"), "Which cost.", keep=Keep.MONEY
    )
    kind = knows(models.CharField(max_length=20, choices=ReceiptKind.choices), "What the file is.", keep=Keep.MONEY)
    size = knows(models.PositiveIntegerField(), "How many bytes it has.", keep=Keep.MONEY)
    box = knows(
        models.BinaryField(), "The file, encrypted again.", sensitivity=Sensitivity.CONFIDENTIAL, keep=Keep.MONEY
    )

    class Meta:
        verbose_name = _("receipt")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.expense_id}"


class Share(SiteRow):
    """What one payer owes of one expense: in the expense's currency and in the agreement's, with the rate between them.

    Keeps: an expense is shared under one agreement only, whoever its payers are, for the first payer's place can be
    taken once.
    No personal data.
    """

    expense = knows(models.ForeignKey(Expense, models.PROTECT, related_name="shares"), "Which cost.", keep=Keep.MONEY)
    payer = knows(models.ForeignKey(Payer, models.PROTECT, related_name="shares"), "Who owes it.", keep=Keep.MONEY)
    position = knows(models.PositiveSmallIntegerField(), "The payer's turn.", keep=Keep.MONEY)
    currency = knows(models.CharField(max_length=3, choices=Currency.choices), "Of the expense.", keep=Keep.MONEY)
    cents = knows(models.BigIntegerField(), "The share in the expense's currency.", keep=Keep.MONEY)
    owed_currency = knows(
        models.CharField(max_length=3, choices=Currency.choices), "Of the agreement.", keep=Keep.MONEY
    )
    owed_cents = knows(models.BigIntegerField(), "The share in the agreement's currency.", keep=Keep.MONEY)
    rate_currency = knows(models.CharField(max_length=3), "What one euro was exchanged into.", keep=Keep.MONEY)
    rate = knows(models.DecimalField(max_digits=14, decimal_places=6), "So much of it for one euro.", keep=Keep.MONEY)
    rate_on = knows(models.DateField(), "The day the rate was published.", keep=Keep.MONEY)
    rate_source = knows(models.CharField(max_length=80), "Who published it.", keep=Keep.MONEY)

    class Meta:
        ordering = ["position"]
        verbose_name = _("share")
        constraints = [
            models.UniqueConstraint(fields=["expense", "position"], name="no_expense_shared_twice"),
            models.UniqueConstraint(fields=["expense", "payer"], name="one_share_per_payer"),
        ]
