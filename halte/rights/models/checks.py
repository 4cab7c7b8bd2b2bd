"""Looks at statements: who found one still right, and who confirmed it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Sensitivity, knows
from halte.common.models import HalteModel
from halte.rights.models.choices import CheckState
from halte.rights.models.topics import Statement


class Check(HalteModel):
    """Somebody looked at a statement again and found it right: it waits for a second person, or stood once.

    Knows who of the staff looked and who confirmed, and a public signature; kept as long as the statement.
    """

    statement = knows(models.ForeignKey(Statement, models.CASCADE, related_name="checks"), "Which statement.")
    state = knows(models.CharField(max_length=10, choices=CheckState.choices), "How far it is.")
    signature = knows(models.CharField(max_length=80), "The public signature that readers see.")
    looked_at = knows(models.CharField(max_length=200), "Where it was looked up.")
    show_until = knows(models.DateField(null=True), "The new last day.")
    checked_by = knows(models.UUIDField(), "Who looked.", sensitivity=Sensitivity.PSEUDONYM)
    checked_on = knows(models.DateField(), "When.")
    confirmed_by = knows(models.UUIDField(null=True), "Who confirmed it.", sensitivity=Sensitivity.PSEUDONYM)
    confirmed_on = knows(models.DateField(null=True), "When it was confirmed.")

    class Meta:
        ordering = ["-checked_on"]
        verbose_name = _("check of a statement")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed_by__isnull=True) | ~models.Q(confirmed_by=models.F("checked_by")),
                name="checker_is_not_confirmer",
            ),
            models.UniqueConstraint(
                fields=["statement"], condition=models.Q(state="waiting"), name="one_waiting_check_per_statement"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.checked_on}"
