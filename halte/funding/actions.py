"""Everything that changes money: agree, record, share, correct."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.money import Rate, RateUnknown, rate_on
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.funding import queries, rules
from halte.funding.models import Agreement, Currency, Expense, Payer, Purpose, Share
from halte.funding.refusals import (
    AgreementStands,
    AgreementWrong,
    AmountUsedUp,
    NotAnExpense,
    NothingToCorrect,
    NotOfThisSite,
    NotPaidYet,
    OutsideThePeriod,
    PayerTwice,
    ProofUsed,
    RateMissing,
    SharedAlready,
)
from halte.funding.rules import ShareOf
from halte.governance.network import ForTheNetwork
from halte.journal.acts import NETWORK, lock_head

PROOFS = {"one_expense_per_proof": ProofUsed, "one_expense_per_proof_file": ProofUsed}
ONCE = {"no_expense_shared_twice": SharedAlready, "one_share_per_payer": SharedAlready}


@dataclass(frozen=True)
class PayerNamed:
    """A funder and its weight among the payers."""

    name: str
    weight: int = 1


def agree(
    *,
    actor: Actor,
    title: str,
    currency: Currency,
    amount_cents: int,
    starts_on: date,
    ends_on: date,
    payers: Sequence[PayerNamed],
    at: datetime,
    key: RetryKey,
) -> Agreement:
    """Funders promise an amount, in one currency, for a time; it is written into the network's own register.

    Raises:
        AgreementWrong, PayerTwice.
        AgreementStands: The same title with the same first day stands already.
    """
    if not payers or min(payer.weight for payer in payers) < 1:
        raise AgreementWrong
    clashes = {
        "an_agreement_ends_after_it_starts": AgreementWrong,
        "an_agreement_has_an_amount": AgreementWrong,
        "one_agreement_per_title_and_start": AgreementStands,
        "one_payer_once_in_an_agreement": PayerTwice,
    }
    with (
        refusing(clashes),
        journal.act(actor=ForTheNetwork.of(actor), at=at, key=key, kind="funding.agreed") as act,
    ):
        if amount_cents < 1:
            raise AgreementWrong
        agreement = Agreement.objects.create(
            title=title, currency=currency, amount_cents=amount_cents, starts_on=starts_on, ends_on=ends_on
        )
        Payer.objects.bulk_create(
            [
                Payer(agreement=agreement, name=payer.name, weight=payer.weight, position=position)
                for position, payer in enumerate(payers)
            ]
        )
        act.about(agreement=agreement.id, currency=currency.value, cents=amount_cents, payers=len(payers))
        act.results(agreement=agreement.id.hex)
    return agreement


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
    proof_digest: bytes | None = None,
) -> Expense:
    """What the actor's site paid is written down with its proof.

    Keeps:
        A proof stands behind one expense only: its reference once at a site, its file once in the network.

    Args:
        covers_from: First day of the time that the cost is for, when it is not the day it was paid; with its last day.
        proof_digest: SHA-256 of the proof's file, 32 bytes.

    Raises:
        NotAnExpense, NotPaidYet, ProofUsed. Nothing is written when any of these is raised.
    """
    if cents < 1 or not proof_reference.strip() or (proof_digest is not None and len(proof_digest) != 32):
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
            proof_digest=proof_digest,
            recorded_by=actor.id,
        )
        act.about(expense=expense.id, currency=currency.value, cents=cents, purpose=purpose.value, paid_on=paid_on)
        act.results(expense=expense.id.hex)
    return expense


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
        made = _write(expense, payers, parts, rules.published_rate(source, target), agreement.currency)
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


def _write(
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
    _write(correction, shares.payers, parts, rate, shares.agreement.currency)
