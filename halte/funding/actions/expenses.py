"""What a site paid, with its proof."""

from datetime import date, datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.funding import receipts
from halte.funding.models import Currency, Expense, Purpose, Receipt
from halte.funding.refusals import NotAnExpense, NotPaidYet, ProofUsed

PROOFS = {"one_expense_per_proof": ProofUsed, "one_expense_per_proof_file": ProofUsed}


def record_expense(
    *,
    actor: Actor,
    what: str,
    currency: Currency,
    cents: int,
    paid_on: date,
    purpose: Purpose,
    proof_reference: str,
    at: datetime,
    key: RetryKey,
    clause: str = "",
    covers_from: date | None = None,
    covers_until: date | None = None,
    receipt: receipts.Sent | None = None,
) -> Expense:
    """What the actor's site paid is written down with its proof.

    Keeps:
        A proof stands behind one expense only: its reference once at a site, its file once in the network.
        The file itself is kept closed with this site's key, and opens only behind this expense.

    Args:
        covers_from: First day of the time that the cost is for, when it is not the day it was paid; with its last day.
        receipt: The proof's file, which `receipts.sent` looked into.

    Raises:
        NotAnExpense, NotPaidYet, ProofUsed. Nothing is written when any of these is raised.
    """
    if cents < 1 or not proof_reference.strip():
        raise NotAnExpense
    if (covers_from is None) != (covers_until is None) or (covers_from and covers_until and covers_until < covers_from):
        raise NotAnExpense
    if paid_on > actor.site.today(at):
        raise NotPaidYet
    with refusing(PROOFS), journal.act(actor=actor, at=at, key=key, kind="funding.expense_recorded") as act:
        expense = Expense.objects.create(
            site=actor.site,
            what=what,
            currency=currency,
            cents=cents,
            paid_on=paid_on,
            purpose=purpose,
            clause=clause,
            covers_from=covers_from,
            covers_until=covers_until,
            proof_reference=proof_reference.strip(),
            proof_digest=receipt.digest if receipt else None,
            recorded_by=actor.id,
        )
        if receipt:
            Receipt.objects.create(
                site=actor.site,
                expense=expense,
                kind=receipt.kind,
                size=len(receipt.content),
                box=receipts.closed(expense, receipt.content),
            )
        act.about(expense=expense.id, currency=currency.value, cents=cents, purpose=purpose.value, paid_on=paid_on)
        act.results(expense=expense.id.hex)
    return expense
