"""Proposals to open a site, what the authorities think of them, and what was decided: the public record."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halte.common.fields import Sensitivity, knows
from halte.common.models import HalteModel
from halte.reports.models import MorningNote
from halte.sites.models import Site, SiteKind, SiteRow

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Body(models.TextChoices):
    """Who may have a say."""

    MAYOR = "mayor", _("Mayor")
    COUNCIL = "council", _("Town council")
    PREFECT = "prefect", _("Prefect")
    MINISTER = "minister", _("Minister of the Interior")
    DEPARTMENT = "department", _("Council of the département")
    REGION = "region", _("Council of the region")
    UNITED_KINGDOM = "united_kingdom", _("Government of the United Kingdom")
    ASSOCIATION = "association", _("Association")


class Proposal(HalteModel):
    """A proposal to open one or several places, with the numbers it rests on.

    Knows which account wrote it, as an identifier. Kept for ever: it is a public record.
    """

    code = knows(models.SlugField(max_length=40, unique=True), "Names the proposal in addresses.")
    title = knows(models.CharField(max_length=120), "What is proposed, in a line.")
    text = knows(models.TextField(max_length=4000, blank=True), "What is proposed, and why.")
    places_wanted = knows(models.PositiveIntegerField(), "For how many people at a time.")
    made_by = knows(models.CharField(max_length=20, choices=Body.choices), "Which body proposes.")
    written_by = knows(models.UUIDField(), "Which account wrote it.", sensitivity=Sensitivity.PSEUDONYM)
    made_on = knows(models.DateField(), "The day it was made.")

    if TYPE_CHECKING:
        places: RelatedManager["ProposalPlace"]
        evidence: RelatedManager["Evidence"]
        opinions: RelatedManager["Opinion"]
        meetings: RelatedManager["Meeting"]

    class Meta:
        ordering = ["-made_on", "title"]
        verbose_name = _("proposal")
        constraints = [
            models.CheckConstraint(condition=Q(places_wanted__gte=1), name="a_proposal_wants_places"),
        ]

    def __str__(self) -> str:
        return self.title


class ProposalPlace(HalteModel):
    """One place that a proposal names.

    No personal data.
    """

    proposal = knows(models.ForeignKey(Proposal, models.PROTECT, related_name="places"), "The proposal.")
    name = knows(models.CharField(max_length=80), "What the place is called.")
    kind = knows(models.CharField(max_length=20, choices=SiteKind.choices), "Day centre or hostel.")
    site_code = knows(models.SlugField(max_length=40), "What the site is called in addresses, once open.")
    town = knows(models.CharField(max_length=80), "The town.")
    address = knows(models.CharField(max_length=200, blank=True), "Where it stands.")
    places = knows(models.PositiveIntegerField(), "For how many people at a time.")
    position = knows(models.PositiveSmallIntegerField(default=0), "Its turn in the proposal.")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "site_code"], name="one_place_once_in_a_proposal"),
        ]

    def __str__(self) -> str:
        return self.name


class Evidence(HalteModel):
    """One tally as it stood when the proposal cited it.

    No personal data: what everybody reads of it is rounded and above the threshold.
    """

    proposal = knows(models.ForeignKey(Proposal, models.PROTECT, related_name="evidence"), "The proposal.")
    site = knows(models.ForeignKey(Site, models.PROTECT, related_name="+"), "Where it was counted.")
    on = knows(models.DateField(), "The day that was counted.")
    code = knows(models.CharField(max_length=80), "What was counted.")
    value = knows(models.PositiveIntegerField(), "How many.")

    class Meta:
        ordering = ["on", "site__name", "code"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "site", "on", "code"], name="one_tally_cited_once"),
        ]


class Verdict(models.TextChoices):
    FAVOURABLE = "favourable", _("Favourable")
    WITH_CONDITIONS = "with_conditions", _("Favourable with conditions")
    UNFAVOURABLE = "unfavourable", _("Unfavourable")


class Opinion(HalteModel):
    """What one body thinks of a proposal, with its reasons. A new one takes its place; the old one stays readable.

    Knows which account wrote it, as an identifier. Kept for ever: it is a public record.
    """

    proposal = knows(models.ForeignKey(Proposal, models.PROTECT, related_name="opinions"), "The proposal.")
    body = knows(models.CharField(max_length=20, choices=Body.choices), "Whose opinion.")
    verdict = knows(models.CharField(max_length=20, choices=Verdict.choices), "What it thinks.")
    reasons = knows(models.TextField(max_length=4000), "Why.")
    given_on = knows(models.DateField(), "The day it was given.")
    written_by = knows(models.UUIDField(), "Which account wrote it.", sensitivity=Sensitivity.PSEUDONYM)
    superseded_at = knows(models.DateTimeField(null=True), "When a newer one took its place.")

    class Meta:
        ordering = ["given_on", "body"]
        verbose_name = _("opinion")
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "body"],
                condition=Q(superseded_at__isnull=True),
                name="one_standing_opinion_per_body",
            )
        ]


class Meeting(HalteModel):
    """That bodies met about a proposal.

    No personal data: bodies, not people.
    """

    proposal = knows(models.ForeignKey(Proposal, models.PROTECT, related_name="meetings"), "The proposal.")
    held_on = knows(models.DateField(), "The day.")
    town = knows(models.CharField(max_length=80, blank=True), "Where.")
    bodies = knows(models.JSONField(default=list), "Which bodies sat at the table, by code.")

    class Meta:
        ordering = ["held_on"]
        verbose_name = _("meeting")

    @property
    def bodies_named(self) -> list[str]:
        """The words for the bodies."""
        return [str(Body(code).label) for code in self.bodies]


class Answer(models.TextChoices):
    YES = "yes", _("Yes")
    WITH_CONDITIONS = "with_conditions", _("Yes, with conditions")
    NO = "no", _("No")


class Decision(HalteModel):
    """What was decided on a proposal: once.

    Knows which account wrote it, as an identifier. Kept for ever: it is a public record.
    """

    proposal = knows(models.ForeignKey(Proposal, models.PROTECT, related_name="+"), "The proposal.")
    body = knows(models.CharField(max_length=20, choices=Body.choices), "Who decided.")
    answer = knows(models.CharField(max_length=20, choices=Answer.choices), "Yes, no, or yes with conditions.")
    conditions = knows(models.TextField(max_length=4000, blank=True), "The conditions, or the reasons.")
    decided_on = knows(models.DateField(), "The day.")
    written_by = knows(models.UUIDField(), "Which account wrote it.", sensitivity=Sensitivity.PSEUDONYM)

    if TYPE_CHECKING:
        commitments: RelatedManager["Commitment"]

    class Meta:
        verbose_name = _("decision")
        constraints = [models.UniqueConstraint(fields=["proposal"], name="one_decision_per_proposal")]


class Commitment(HalteModel):
    """So many places at a site from a day on: what a decision promises, and what money is counted against.

    No personal data.
    """

    decision = knows(models.ForeignKey(Decision, models.PROTECT, related_name="commitments"), "The decision.")
    place = knows(models.OneToOneField(ProposalPlace, models.PROTECT, related_name="commitment"), "What was proposed.")
    site = knows(models.ForeignKey(Site, models.PROTECT, related_name="commitments"), "The site it opened.")
    places = knows(models.PositiveIntegerField(), "How many places were granted.")
    since = knows(models.DateField(), "From this day on.")

    class Meta:
        ordering = ["since", "site__name"]
        constraints = [models.CheckConstraint(condition=Q(places__gte=1), name="a_commitment_grants_places")]


class Reply(SiteRow):
    """What one body answers to the numbers of a morning: it stands beside them, for every body to read.

    Knows which account wrote it, as an identifier. Kept for ever, with the numbers it answers.
    """

    note = knows(
        models.ForeignKey(MorningNote, models.PROTECT, related_name="replies"), "The numbers of which morning."
    )
    body = knows(models.CharField(max_length=20, choices=Body.choices), "Who answers.")
    text = knows(models.TextField(max_length=600), "What it answers.")
    written_at = knows(models.DateTimeField(), "When.")
    written_by = knows(models.UUIDField(), "Which account wrote it.", sensitivity=Sensitivity.PSEUDONYM)
    ended_at = knows(models.DateTimeField(null=True), "When it was taken back.")

    class Meta:
        verbose_name = _("reply")
        ordering = ["written_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["note", "body"], condition=Q(ended_at__isnull=True), name="one_reply_per_body_and_morning"
            )
        ]
