"""An agreement in pounds and an invoice in euros."""

from collections.abc import Callable
from datetime import date

import pytest

from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.funding.actions import PayerNamed, agree, record_expense
from halte.funding.models import Agreement, Currency, Expense, Purpose


@pytest.fixture
def agreed(treasurer: Actor, now: object) -> Callable[..., Agreement]:
    """Make an agreement, in pounds and halves by default."""

    def make(**said: object) -> Agreement:
        facts: dict[str, object] = {
            "actor": treasurer,
            "title": "Joint fund",
            "currency": Currency.POUND,
            "amount_cents": 1_200_000_000,
            "starts_on": date(2014, 9, 20),
            "ends_on": date(2017, 9, 19),
            "payers": [PayerNamed("United Kingdom"), PayerNamed("France")],
            "at": now,
            "key": RetryKey.new(),
        }
        return agree(**(facts | said))  # type: ignore[arg-type]

    return make


@pytest.fixture
def paid(treasurer: Actor, now: object) -> Callable[..., Expense]:
    """Write an expense down, in euros by default, each with a proof of its own."""
    numbers = iter(range(1, 1000))

    def make(**said: object) -> Expense:
        facts: dict[str, object] = {
            "actor": treasurer,
            "what": "Blankets",
            "currency": Currency.EURO,
            "cents": 100_001,
            "paid_on": date(2014, 9, 20),
            "purpose": Purpose.HOUSE,
            "proof_reference": f"INV-{next(numbers)}",
            "at": now,
            "key": RetryKey.new(),
        }
        return record_expense(**(facts | said))  # type: ignore[arg-type]

    return make
