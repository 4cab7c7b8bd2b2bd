"""Finding proposals and what came of them. The record is public: it belongs to no site."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from halte.governance.models import Commitment, Decision, Evidence, Opinion, Proposal
from halte.reports import words
from halte.reports.rules import published
from halte.sites import secret
from halte.sites.models import Site


@dataclass(frozen=True)
class Listed:
    """One proposal in the list, with what was decided."""

    proposal: Proposal
    decision: Decision | None


def listed() -> list[Listed]:
    """All proposals, the newest first."""
    decided = {decision.proposal_id: decision for decision in Decision.objects.all()}
    return [Listed(proposal, decided.get(proposal.id)) for proposal in Proposal.objects.prefetch_related("places")]


@dataclass(frozen=True)
class EvidenceShown:
    """One number as everybody may read it; None when fewer than eleven stand behind it."""

    what: str
    site: str
    on: date
    value: int | None


@dataclass(frozen=True)
class Record:
    """All that the public record says of one proposal."""

    proposal: Proposal
    evidence: Sequence[EvidenceShown]
    opinions: Sequence[Opinion]
    earlier_opinions: Sequence[Opinion]
    decision: Decision | None
    secret: frozenset[str]
    """Codes of houses at a secret address: the record says neither street nor town."""


def record(code: str) -> Record | None:
    """The public record of one proposal; None when there is no such proposal."""
    proposal = Proposal.objects.filter(code=code).prefetch_related("places", "meetings").first()
    if proposal is None:
        return None
    opinions = list(proposal.opinions.all())
    return Record(
        proposal=proposal,
        evidence=[_shown(row) for row in proposal.evidence.select_related("site")],
        opinions=[opinion for opinion in opinions if opinion.superseded_at is None],
        earlier_opinions=[opinion for opinion in opinions if opinion.superseded_at is not None],
        decision=decision_on(proposal),
        secret=frozenset(Site.objects.filter(id__in=secret.houses()).values_list("code", flat=True)),
    )


def decision_on(proposal: Proposal) -> Decision | None:
    """What was decided, with the sites it opened."""
    opened = Prefetch("commitments", Commitment.objects.select_related("site"))
    return Decision.objects.filter(proposal=proposal).prefetch_related(opened).first()


def _shown(row: Evidence) -> EvidenceShown:
    return EvidenceShown(words.name_of(row.code), row.site.name, row.on, published(row.value))


def commitments() -> list[Commitment]:
    """Every place that was promised: what money is counted against."""
    return list(Commitment.objects.select_related("site", "decision__proposal"))


def sites() -> QuerySet[Site]:
    """Sites whose tallies a proposal may cite."""
    return Site.objects.filter(opened_on__isnull=False).order_by("name")
