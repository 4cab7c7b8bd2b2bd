"""Topics, their statements, and the sources they rest on."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from halte.common.fields import knows
from halte.common.models import HalteModel
from halte.rights.models.choices import LANGUAGES, Confidence, Danger, KeptBy, Kind, State

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from halte.rights.models.checks import Check
    from halte.rights.models.texts import Revision, Wording


class Topic(HalteModel):
    """One question that a guest has, and the order in which topics are listed.

    No personal data.
    """

    slug = knows(models.SlugField(max_length=40), "Names the topic in addresses.")
    pictogram = knows(models.CharField(max_length=20), "The sign beside its title.")
    place = knows(models.PositiveSmallIntegerField(), "Its place in the list.")
    kept_by = knows(models.CharField(max_length=10, choices=KeptBy.choices, default=KeptBy.FILES), "Who writes it.")
    digest = knows(models.CharField(max_length=64, blank=True), "SHA-256 of what was loaded; the same loads nothing.")

    if TYPE_CHECKING:
        pages: RelatedManager["Page"]
        statements: RelatedManager["Statement"]

    class Meta:
        ordering = ["place", "slug"]
        verbose_name = _("topic")
        constraints = [models.UniqueConstraint(fields=["slug"], name="one_topic_per_slug")]

    def __str__(self) -> str:
        return self.slug

    @property
    def original(self) -> "Page | None":
        """The page that the others are translated from; its title is what editors call the topic."""
        return self.pages.filter(state=State.ORIGINAL).first()


class Page(HalteModel):
    """A topic in one language: its title, its summary, and who stands behind the translation.

    Knows the name that a translator signs with, as public as the page; kept as long as the page.
    """

    topic = knows(models.ForeignKey(Topic, models.CASCADE, related_name="pages"), "The topic.")
    language = knows(models.CharField(max_length=3, choices=LANGUAGES), "The language.")
    title = knows(models.CharField(max_length=80), "The guest's question.")
    summary = knows(models.CharField(max_length=160), "What the page helps with. It states no fact.")
    state = knows(models.CharField(max_length=10, choices=State.choices), "Who stands behind the text.")
    translator = knows(models.CharField(max_length=80, blank=True), "The public signature of the translator.")
    translated_on = knows(models.DateField(), "When it was written or reviewed.")
    outdated = knows(models.BooleanField(default=False), "The original title or summary changed since.")

    if TYPE_CHECKING:
        revisions: RelatedManager["Revision"]

    class Meta:
        verbose_name = _("guide page")
        constraints = [models.UniqueConstraint(fields=["topic", "language"], name="one_page_per_language")]

    def __str__(self) -> str:
        return f"{self.language}/{self.topic_id}"


class Source(HalteModel):
    """Where facts were read.

    No personal data.
    """

    key = knows(models.CharField(max_length=40), "The editors' name for it.")
    title = knows(models.CharField(max_length=200), "Its title.")
    language = knows(models.CharField(max_length=3, choices=LANGUAGES), "The language of its title.")
    address = knows(models.CharField(max_length=300, blank=True), "Where to find it, without https://.")
    dated = knows(models.CharField(max_length=10), "Its own date: a year, month, day, two years, or `undated`.")
    about = knows(models.BooleanField(default=False), "Its date is a guess.")
    read_on = knows(models.DateField(), "When the editors read it.")
    kept_by = knows(models.CharField(max_length=10, choices=KeptBy.choices, default=KeptBy.FILES), "Who writes it.")

    if TYPE_CHECKING:
        citations: RelatedManager["Citation"]
        revisions: RelatedManager["Revision"]

    class Meta:
        ordering = ["key"]
        verbose_name = _("source")
        constraints = [models.UniqueConstraint(fields=["key"], name="one_source_per_key")]

    def __str__(self) -> str:
        return self.key

    @property
    def in_file(self) -> "dict[str, str | bool | date | None]":
        """As `sources.toml` says it; None leaves a key out."""
        return {
            "title": self.title,
            "address": self.address or None,
            "language": self.language,
            "dated": self.dated,
            "about": self.about or None,
            "read_on": self.read_on,
        }


class Statement(HalteModel):
    """The unit of the guide: one thing that a guest is told, with all that says how far to trust it.

    Knows the names that editors and lawyers sign with, as public as the page; kept as long as the statement.
    """

    topic = knows(models.ForeignKey(Topic, models.CASCADE, related_name="statements"), "The topic.")
    code = knows(models.SlugField(max_length=40), "Names it within its topic, in every language.")
    place = knows(models.PositiveSmallIntegerField(), "Its place among its kind.")
    kind = knows(models.CharField(max_length=10, choices=Kind.choices), "Step, warning or fact.")
    pictogram = knows(models.CharField(max_length=20), "The sign beside a step.")
    phone = knows(models.CharField(max_length=16, blank=True), "A public number to call.")
    applies_to = knows(models.JSONField(default=list), "Codes of whom it concerns.")
    registered_from = knows(models.DateField(null=True, blank=True), "For asylum requests registered from this day on.")
    registered_until = knows(models.DateField(null=True, blank=True), "For asylum requests registered up to this day.")
    law = knows(models.CharField(max_length=80, blank=True), "The legal reference, as lawyers write it.")
    figures = knows(models.JSONField(default=list), "Figures that other statements say too, each after its name.")
    confidence = knows(models.CharField(max_length=1, choices=Confidence.choices), "How it is known.")
    pre_pact = knows(models.BooleanField(default=False), "A deadline from before June 2026: never shown as a number.")
    danger = knows(models.CharField(max_length=10, choices=Danger.choices), "What happens if it is wrong.")
    show_until = knows(models.DateField(null=True, blank=True), "The last day it may be shown unchecked.")
    recheck_since = knows(models.DateField(null=True, blank=True), "Since when its law is known to have changed.")
    checked_by = knows(models.CharField(max_length=80), "The public signature of who checked it.")
    checked_on = knows(models.DateField(), "When it was checked against its sources.")
    approved_by = knows(models.CharField(max_length=80, blank=True), "The public signature of the lawyer.")
    approved_on = knows(models.DateField(null=True, blank=True), "When the lawyer approved it.")

    if TYPE_CHECKING:
        wordings: RelatedManager["Wording"]
        citations: RelatedManager["Citation"]
        checks: RelatedManager["Check"]
        revisions: RelatedManager["Revision"]

    class Meta:
        ordering = ["place"]
        verbose_name = _("statement")
        constraints = [models.UniqueConstraint(fields=["topic", "code"], name="one_statement_per_code")]

    def __str__(self) -> str:
        return self.code


class Citation(HalteModel):
    """A statement names a source.

    No personal data.
    """

    statement = knows(models.ForeignKey(Statement, models.CASCADE, related_name="citations"), "The statement.")
    source = knows(models.ForeignKey(Source, models.PROTECT, related_name="citations"), "The source.")
    place = knows(models.PositiveSmallIntegerField(), "Its place among the statement's sources.")

    class Meta:
        ordering = ["place"]
        verbose_name = _("citation")
        constraints = [models.UniqueConstraint(fields=["statement", "source"], name="one_citation_per_source")]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.source_id}"


class GuideFile(HalteModel):
    """A file of the guide as it was loaded, to the byte, so that it can be given back.

    Knows the names that editors and lawyers sign with, as public as the page; kept as long as the topic.
    """

    name = knows(models.CharField(max_length=80), "Its folder and name.")
    text = knows(models.TextField(), "What stands in it.")

    class Meta:
        ordering = ["name"]
        verbose_name = _("guide file")
        constraints = [models.UniqueConstraint(fields=["name"], name="one_guide_file_per_name")]

    def __str__(self) -> str:
        return self.name
