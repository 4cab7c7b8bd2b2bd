"""An expense is brought to the right amount, and nothing is overwritten."""

from datetime import datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.funding import queries, rules
from halte.funding.actions.shares import write_shares
from halte.funding.models import Expense
from halte.funding.refusals import AmountUsedUp, NothingToCorrect, NotOfThisSite
from halte.journal.acts import NETWORK, lock_head


def correct(*, actor: Actor, expense: Expense, right_cents: int, why: str, at: datetime, key: RetryKey) -> Expense:
    """An expense was written down wrong: a correction brings it, and its shares, to the right amount.

    Keeps:
        Nothing is overwritten. Cost and shares, with all corrections, are what they would have been from the start,
        at the rate of the first day.

    Args:
        right_cents: The whole right amount, zero if nothing was owed at all.
        why: Said in a few words, for whoever checks the accounts.

    Returns:
        The correction: an expense of its own, above or below zero.

    Raises:
        NotOfThisSite, NothingToCorrect, AmountUsedUp. Nothing is written then.
    """
    if right_cents < 0 or not why.strip():
        raise NothingToCorrect
    with journal.act(actor=actor, at=at, key=key, kind="funding.corrected") as act:
        if expense.site_id != actor.site_id or expense.corrects_id is not None:
            raise NotOfThisSite
        entries = [expense, *expense.corrections.order_by("id")]
        difference = right_cents - sum(entry.cents for entry in entries)
        if not difference:
            raise NothingToCorrect
        correction = _correction(actor, expense, difference, why)
        shares = queries.shares_of(expense)
        if shares:
            _restate(correction, shares, right_cents)
        act.about(expense=expense.id, correction=correction.id, cents=difference)
        act.results(correction=correction.id.hex)
    return correction


def _correction(actor: Actor, expense: Expense, difference: int, why: str) -> Expense:
    correction: Expense = Expense.objects.create(
        site=expense.site,
        what=why.strip()[:120],
        currency=expense.currency,
        cents=difference,
        paid_on=expense.paid_on,
        purpose=expense.purpose,
        clause=expense.clause,
        proof_reference=expense.proof_reference,
        corrects=expense,
        recorded_by=actor.id,
    )
    return correction


def _restate(correction: Expense, shares: queries.SharesOf, right_cents: int) -> None:
    rate = shares.rate
    right = rules.shares(
        right_cents,
        source=rules.both_rates(rate, currency=correction.currency),
        target=rules.both_rates(rate, currency=shares.agreement.currency),
        weights=[payer.weight for payer in shares.payers],
    )
    parts = rules.restated(shares.so_far, right)
    lock_head(NETWORK)
    room = shares.agreement.amount_cents - queries.shared_so_far(shares.agreement)
    if sum(part.owed_cents for part in parts) > max(room, 0):
        raise AmountUsedUp
    write_shares(correction, shares.payers, parts, rate, shares.agreement.currency)
