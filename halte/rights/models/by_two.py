"""What one person writes and another lets stand."""

from django.db import models

from halte.common.fields import Sensitivity, knows
from halte.common.models import HalteModel
from halte.rights.models.choices import Progress


def another_approves(name: str) -> models.CheckConstraint:
    """The database holds that who wrote it does not approve it."""
    return models.CheckConstraint(
        condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("written_by")), name=name
    )


class ByTwo(HalteModel):
    """Something that one person writes and another lets stand; its table holds that they are two.

    Knows who of the staff wrote and who approved it.
    """

    progress = knows(models.CharField(max_length=10, choices=Progress.choices), "How far it is.")
    written_by = knows(models.UUIDField(), "Who wrote it.", sensitivity=Sensitivity.PSEUDONYM)
    written_on = knows(models.DateField(), "When it was written.")
    approved_by = knows(models.UUIDField(null=True), "Who approved it.", sensitivity=Sensitivity.PSEUDONYM)
    approved_on = knows(models.DateField(null=True), "When it was approved.")

    class Meta:
        abstract = True

    @property
    def two(self) -> dict[str, object]:
        """The two who let it stand, as the history of what came of it begins."""
        names = ("progress", "written_by", "written_on", "approved_by", "approved_on")
        return {name: getattr(self, name) for name in names}
