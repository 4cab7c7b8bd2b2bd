"""The shared cost of the autumn of 2014: an agreement in pounds, expenses in euros, each with its rate and its date.

After the joint declaration of 20 September 2014 (12 million pounds over three years). The expenses are invented.
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

import segno

from halte.common.retry import RetryKey
from halte.config.demo.world import World
from halte.funding import actions as funding
from halte.funding import receipts
from halte.funding.actions import PayerNamed
from halte.funding.models import Currency, Purpose


@dataclass(frozen=True)
class Paid:
    """One invented invoice, in euro cents."""

    what: str
    cents: int
    on: date
    purpose: Purpose
    proof: str
    clause: str


INVOICES = (
    Paid("Beds, mattresses and lockers for 400", 18_640_050, date(2014, 11, 21), Purpose.HOUSE, "INV-2014-0117", "2.1"),
    Paid("Blankets, 1,200", 2_388_000, date(2014, 11, 28), Purpose.WELCOME, "INV-2014-0121", "2.2"),
    Paid("Heating and repairs, first floor", 4_825_075, date(2014, 12, 5), Purpose.HOUSE, "INV-2014-0130", "2.1"),
    Paid("Meals, first two weeks", 6_999_999, date(2015, 1, 30), Purpose.FEED, "INV-2015-0008", "2.3"),
    Paid("Interpreters by phone, January", 731_237, date(2015, 1, 31), Purpose.ACCOMPANY, "INV-2015-0011", "2.4"),
    Paid("Night hosts, January", 5_120_001, date(2015, 1, 31), Purpose.WELCOME, "PAY-2015-01", "2.2"),
)


def share_the_cost(world: World) -> None:
    """The agreement stands, the invoices are written down, and all but the last are shared between two payers."""
    treasurer = world.staff["ivan"]
    agreement = funding.agree(
        actor=treasurer,
        title="Joint intervention fund, 2014 to 2017",
        currency=Currency.POUND,
        amount_cents=1_200_000_000,
        starts_on=date(2014, 9, 20),
        ends_on=date(2017, 9, 19),
        payers=[PayerNamed("United Kingdom"), PayerNamed("France")],
        at=world.at,
        key=RetryKey.new(),
    )
    expenses = [
        funding.record_expense(
            actor=treasurer,
            what=paid.what,
            currency=Currency.EURO,
            cents=paid.cents,
            paid_on=paid.on,
            purpose=paid.purpose,
            proof_reference=paid.proof,
            clause=paid.clause,
            receipt=receipts.sent(_picture(paid.proof)),
            at=world.at,
            key=RetryKey.new(),
        )
        for paid in INVOICES
    ]
    for expense in expenses[:-1]:
        funding.share_expense(actor=treasurer, expense=expense, agreement=agreement, at=world.at, key=RetryKey.new())


def _picture(reference: str) -> bytes:
    """What stands for a photo of the invoice: its reference as a square code."""
    picture = BytesIO()
    segno.make(reference).save(picture, kind="png", scale=8)
    return picture.getvalue()
