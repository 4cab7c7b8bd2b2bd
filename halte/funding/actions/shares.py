"""Who owes what of an expense."""

from collections.abc import Sequence
from datetime import datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.money import Rate, RateUnknown, rate_on
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.funding import queries, rules
from halte.funding.models import Agreement, Expense, Payer, Share
from halte.funding.refusals import AmountUsedUp, NotOfThisSite, OutsideThePeriod, RateMissing, SharedAlready
from halte.funding.rules import ShareOf
from halte.journal.acts import NETWORK, lock_head

ONCE = {"no_expense_shared_twice": SharedAlready, "one_share_per_payer": SharedAlready}


def share_expense(*, actor: Actor, expense: Expense, agreement: Agreement, at: datetime, key: RetryKey) -> list[Share]:
    """An expense, as corrected so far, is shared between the payers of an agreement at the last rate known on its day.

    Keeps:
        The shares add up to the cost, to the cent, in both currencies. No expense is shared twice.

    Returns:
        One share per payer, in the order of the agreement.

    Raises:
        NotOfThisSite, SharedAlready, OutsideThePeriod, AmountUsedUp, RateMissing. Nothing is written then.
    """
    source, target = _rates(expense, agreement)
    with refusing(ONCE), journal.act(actor=actor, at=at, key=key, kind="funding.shared") as act:
        _may_share(actor, expense, agreement)
        payers = list(agreement.payers.all())
        entries = [expense, *expense.corrections.order_by("id")]
        cost = sum(entry.cents for entry in entries)
        parts = rules.shares(cost, source=source, target=target, weights=[payer.weight for payer in payers])
        if queries.shared_so_far(agreement) + sum(part.owed_cents for part in parts) > agreement.amount_cents:
            raise AmountUsedUp
        made = write_shares(expense, payers, parts, rules.published_rate(source, target), agreement.currency)
        act.about(expense=expense.id, agreement=agreement.id, cents=cost, owed=sum(part.owed_cents for part in parts))
        act.results(shares=[share.id.hex for share in made])
    return made


def _rates(expense: Expense, agreement: Agreement) -> tuple[Rate, Rate]:
    if expense.currency == agreement.currency:
        same = Rate(expense.currency, rate_on(expense.paid_on, "EUR").per_euro, expense.paid_on, "same currency")
        return same, same
    try:
        return rate_on(expense.paid_on, expense.currency), rate_on(expense.paid_on, agreement.currency)
    except RateUnknown:
        raise RateMissing from None


def _may_share(actor: Actor, expense: Expense, agreement: Agreement) -> None:
    if expense.site_id != actor.site_id or expense.corrects_id is not None:
        raise NotOfThisSite
    # Sites share in their own order; what is left of an agreement is counted by one at a time.
    lock_head(NETWORK)
    if not agreement.starts_on <= expense.paid_on <= agreement.ends_on:
        raise OutsideThePeriod(first=agreement.starts_on, last=agreement.ends_on)


def write_shares(
    expense: Expense, payers: Sequence[Payer], parts: Sequence[ShareOf], rate: Rate, owed_currency: str
) -> list[Share]:
    return Share.objects.bulk_create(
        [
            Share(
                site=expense.site,
                expense=expense,
                payer=payer,
                position=payer.position,
                currency=expense.currency,
                cents=part.cents,
                owed_currency=owed_currency,
                owed_cents=part.owed_cents,
                rate_currency=rate.currency,
                rate=rate.per_euro,
                rate_on=rate.on,
                rate_source=rate.source,
            )
            for payer, part in zip(payers, parts, strict=True)
        ]
    )
