"""Topics in languages in which they did not stand: nobody reads them before two people let them stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Sensitivity, knows
from halte.common.models import HalteModel
from halte.rights.models.choices import LANGUAGES, Progress
from halte.rights.models.topics import Topic


class BegunPage(HalteModel):
    """A topic that somebody began to write in another language, all its texts together.

    Knows who of the staff wrote and who approved what becomes public; kept as long as the topic.
    """

    topic = knows(models.ForeignKey(Topic, models.CASCADE, related_name="begun"), "The topic.")
    language = knows(models.CharField(max_length=3, choices=LANGUAGES), "In which language.")
    texts = knows(
        models.JSONField(default=dict), "Each text by its name: the original it follows, and what is written."
    )
    progress = knows(models.CharField(max_length=10, choices=Progress.choices), "How far it is.")
    written_by = knows(models.UUIDField(), "Who wrote it.", sensitivity=Sensitivity.PSEUDONYM)
    written_on = knows(models.DateField(), "When it was written.")
    approved_by = knows(models.UUIDField(null=True), "Who approved it.", sensitivity=Sensitivity.PSEUDONYM)
    approved_on = knows(models.DateField(null=True), "When it was approved.")

    class Meta:
        ordering = ["written_on"]
        verbose_name = _("begun page")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("written_by")),
                name="who_began_is_not_approver",
            ),
            models.UniqueConstraint(
                fields=["topic", "language"],
                condition=models.Q(progress__in=[Progress.DRAFT, Progress.IN_REVIEW]),
                name="one_begun_page_per_language",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language}/{self.topic_id}"
