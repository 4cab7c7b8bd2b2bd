"""Finding agreements, expenses and shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum

from halte.accounts.actor import Actor
from halte.common.money import Rate
from halte.funding.models import Agreement, Expense, Payer, Receipt, Share
from halte.funding.rules import ShareOf

WHOLE_AGREEMENT = "an agreement pays the expenses of several sites: its sums count them all"
SHOWN = 200


def agreement(agreement_id: UUID) -> Agreement | None:
    """An agreement: it belongs to the network, not to a site."""
    return Agreement.objects.filter(id=agreement_id).prefetch_related("payers").first()


def expense(actor: Actor, expense_id: UUID) -> Expense | None:
    """An expense of the actor's own site that is not itself a correction."""
    found: Expense | None = Expense.objects.seen_by(actor).filter(id=expense_id, corrects__isnull=True).first()
    return found


def receipt(actor: Actor, expense_id: UUID) -> Receipt | None:
    """The file behind an expense of the actor's own site; None when only its reference was written down."""
    found: Receipt | None = Receipt.objects.seen_by(actor).select_related("expense").filter(expense=expense_id).first()
    return found


def shared_so_far(agreement: Agreement) -> int:
    """What all sites' expenses took of an agreement, in cents of its currency."""
    rows: Any = Share.objects.everywhere(because=WHOLE_AGREEMENT).filter(payer__agreement=agreement)
    return rows.aggregate(sum=Sum("owed_cents"))["sum"] or 0


@dataclass(frozen=True)
class SharesOf:
    """How an expense, with its corrections, is shared so far."""

    agreement: Agreement
    payers: Sequence[Payer]
    so_far: Sequence[ShareOf]
    rate: Rate


def shares_of(expense: Expense) -> SharesOf | None:
    """How an expense, with its corrections, is shared so far; None when it is not."""
    rows = list(expense.shares.select_related("payer__agreement").order_by("position"))
    if not rows:
        return None
    first = rows[0]
    corrections: Any = Share.objects.filter(expense__corrects=expense).values_list("position", "cents", "owed_cents")
    sums = {row.position: [row.cents, row.owed_cents] for row in rows}
    for position, cents, owed in corrections:
        sums[position][0] += cents
        sums[position][1] += owed
    return SharesOf(
        agreement=first.payer.agreement,
        payers=[row.payer for row in rows],
        so_far=[ShareOf(*sums[row.position]) for row in rows],
        rate=Rate(first.rate_currency, first.rate, first.rate_on, first.rate_source),
    )


@dataclass(frozen=True)
class AgreementShown:
    """An agreement with what is left of it."""

    agreement: Agreement
    shared_cents: int

    @property
    def left_cents(self) -> int:
        """What is left, in cents of its currency."""
        return self.agreement.amount_cents - self.shared_cents


def agreements() -> list[AgreementShown]:
    """All agreements with what is left of them, the newest first."""
    rows: Any = Share.objects.everywhere(because=WHOLE_AGREEMENT).order_by().values_list("payer__agreement")
    sums = dict(rows.annotate(sum=Sum("owed_cents")))
    return [AgreementShown(row, sums.get(row.id, 0)) for row in Agreement.objects.prefetch_related("payers")]


@dataclass(frozen=True)
class ExpenseShown:
    """An expense with what it stands at after its corrections."""

    expense: Expense
    stands_at: int
    is_shared: bool


def expenses(actor: Actor) -> list[ExpenseShown]:
    """The last expenses of the actor's own site, with what they stand at."""
    rows = (
        Expense.objects.seen_by(actor).filter(corrects__isnull=True).prefetch_related("corrections", "shares")[:SHOWN]
    )
    return [_shown(row) for row in rows]


def _shown(row: Expense) -> ExpenseShown:
    stands_at = row.cents + sum(correction.cents for correction in row.corrections.all())
    return ExpenseShown(row, stands_at, is_shared=bool(row.shares.all()))


def expense_shown(expense: Expense) -> ExpenseShown:
    """One expense with what it stands at."""
    return _shown(expense)


def shares_shown(expense: Expense) -> list[Share]:
    """The shares of an expense, and of its corrections after it."""
    rows = Share.objects.filter(Q(expense=expense) | Q(expense__corrects=expense))
    return list(
        rows.select_related("payer__agreement", "expense").order_by(
            F("expense__corrects").asc(nulls_first=True), "expense", "position"
        )
    )


def agreements_for(expense: Expense) -> QuerySet[Agreement]:
    """The agreements whose days an expense was paid in."""
    return Agreement.objects.filter(starts_on__lte=expense.paid_on, ends_on__gte=expense.paid_on)


@dataclass(frozen=True)
class Entry:
    """One expense or correction in a statement, with the payers' shares in their order."""

    expense: Expense
    shares: Sequence[Share]
    cents: int
    proof: UUID
    """The expense behind which the proof stands: itself, or the one it corrects."""
    has_receipt: bool


@dataclass(frozen=True)
class SiteOwes:
    """What one site's expenses took of an agreement, payer by payer."""

    site: str
    by_payer: Sequence[int]
    sum_cents: int


@dataclass(frozen=True)
class Statement:
    """Who owes what under an agreement."""

    shown: AgreementShown
    payers: Sequence[Payer]
    sites: Sequence[SiteOwes]
    by_payer: Sequence[int]
    entries: Sequence[Entry]


def statement(actor: Actor, agreement: Agreement) -> Statement:
    """Who owes what: sums for every site, single entries for the actor's own."""
    payers = list(agreement.payers.all())
    rows: Any = Share.objects.everywhere(because=WHOLE_AGREEMENT).filter(payer__agreement=agreement).order_by()
    found = rows.values_list("site__name", "position").annotate(sum=Sum("owed_cents"))
    by_site: dict[str, dict[int, int]] = {}
    for site, position, owed in found:
        by_site.setdefault(site, {})[position] = owed
    sites = [_owes(site, by_site[site], payers) for site in sorted(by_site)]
    by_payer = [sum(site.by_payer[place] for site in sites) for place in range(len(payers))]
    shown = AgreementShown(agreement, sum(by_payer))
    return Statement(shown, payers, sites, by_payer, _entries(actor, agreement))


def _owes(site: str, sums: dict[int, int], payers: Sequence[Payer]) -> SiteOwes:
    by_payer = [sums.get(payer.position, 0) for payer in payers]
    return SiteOwes(site, by_payer, sum(by_payer))


def _entries(actor: Actor, agreement: Agreement) -> list[Entry]:
    shares = (
        Share.objects.seen_by(actor)
        .filter(payer__agreement=agreement)
        .select_related("expense__corrects")
        .order_by("expense__paid_on", "expense__proof_reference", "expense", "position")
    )
    entries: dict[UUID, tuple[Expense, list[Share]]] = {}
    for share in shares:
        entries.setdefault(share.expense_id, (share.expense, []))[1].append(share)
    with_file = set(Receipt.objects.seen_by(actor).values_list("expense_id", flat=True))
    return [_entry(expense, found, with_file) for expense, found in entries.values()]


def _entry(expense: Expense, shares: Sequence[Share], with_file: set[UUID]) -> Entry:
    proof: UUID = expense.corrects_id or expense.id
    return Entry(expense, shares, sum(share.cents for share in shares), proof, proof in with_file)
