"""Statements in the languages of the guests, and what somebody wrote for them."""

from typing import TYPE_CHECKING

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Sensitivity, knows
from halte.common.models import HalteModel
from halte.rights.models.by_two import another_approves
from halte.rights.models.choices import LANGUAGES, Progress
from halte.rights.models.topics import Page, Source, Statement

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Wording(HalteModel):
    """A statement in one language.

    No personal data.
    """

    statement = knows(models.ForeignKey(Statement, models.CASCADE, related_name="wordings"), "The statement.")
    language = knows(models.CharField(max_length=3, choices=LANGUAGES), "The language.")
    text = knows(models.CharField(max_length=240), "What is said first.")
    more = knows(models.CharField(max_length=300, blank=True), "What is said after it.")
    outdated = knows(models.BooleanField(default=False), "The original changed since it was translated.")

    if TYPE_CHECKING:
        revisions: RelatedManager["Revision"]

    class Meta:
        verbose_name = _("wording")
        constraints = [models.UniqueConstraint(fields=["statement", "language"], name="one_wording_per_language")]

    def __str__(self) -> str:
        return self.text


Revised = Wording | Page | Statement | Source
"""What is changed by two people."""
_REVISED = ("wording", "page", "statement", "source")


def _of_one_thing() -> models.Q:
    return models.Q(
        *(models.Q(**{f"{other}__isnull": other != name for other in _REVISED}) for name in _REVISED),
        _connector=models.Q.OR,
    )


class Revision(HalteModel):
    """What somebody wrote for a statement, for the title and summary of a page, for what a statement rests on, or for a
    source: it waits for a second person, or stood once.

    Knows who of the staff wrote and who approved what is public; kept as long as what it was written for.
    """

    wording = knows(
        models.ForeignKey(Wording, models.CASCADE, null=True, related_name="revisions"), "Which statement's words."
    )
    page = knows(models.ForeignKey(Page, models.CASCADE, null=True, related_name="revisions"), "Else: which page's.")
    statement = knows(
        models.ForeignKey(Statement, models.CASCADE, null=True, related_name="revisions"),
        "Else: for which statement, what it rests on and for whom it holds.",
    )
    source = knows(
        models.ForeignKey(Source, models.CASCADE, null=True, related_name="revisions"), "Else: which source."
    )
    text = knows(models.CharField(max_length=240, blank=True), "What is said first; of a page the title.")
    more = knows(models.CharField(max_length=300, blank=True), "What is said after it; of a page the summary.")
    values = knows(
        models.JSONField(default=dict, encoder=DjangoJSONEncoder), "What a statement rests on, or what a source is."
    )
    progress = knows(models.CharField(max_length=10, choices=Progress.choices), "How far it is.")
    written_by = knows(
        models.UUIDField(null=True), "Who wrote it; empty for the files.", sensitivity=Sensitivity.PSEUDONYM
    )
    written_on = knows(models.DateField(), "When it was written.")
    approved_by = knows(models.UUIDField(null=True), "Who approved it.", sensitivity=Sensitivity.PSEUDONYM)
    approved_on = knows(models.DateField(null=True), "When it was approved.")

    class Meta:
        ordering = ["-written_on"]
        verbose_name = _("text of the guide")
        constraints = [
            another_approves("writer_is_not_approver"),
            models.CheckConstraint(condition=_of_one_thing(), name="a_revision_is_of_one_thing"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def of(self) -> Revised:
        """What it was written for."""
        of: Revised | None = self.wording or self.page or self.statement or self.source
        if of is None:
            raise ValueError("The database holds that it is of one thing.")
        return of
