"""What funders promise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.funding.models import Agreement, Currency, Payer
from halte.funding.refusals import AgreementStands, AgreementWrong, PayerTwice


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
        journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="funding.agreed") as act,
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
