"""The morning of the treasurer: one invoice, two governments, two financial years, nothing twice."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from halte.common.refusal import constraint_of
from halte.funding import actions, rules
from halte.funding.models import Currency, Expense, Purpose
from halte.funding.refusals import NotAnExpense, ProofUsed
from tests.pages import signed_in, words_of

DECEMBER, JANUARY = date(2025, 12, 17), date(2026, 1, 15)
"""Fifteen days in each year."""


@pytest.fixture
def paid(treasurer, now, a_key):
    def record(**said):
        rent = {
            "what": "Rent of the hall",
            "currency": Currency.EURO,
            "cents": 300_001,
            "paid_on": date(2026, 1, 20),
            "covers_from": DECEMBER,
            "covers_until": JANUARY,
            "purpose": Purpose.HOUSE,
            "proof_reference": "INV-7",
        }
        return actions.record_expense(actor=treasurer, at=now, key=a_key(), **(rent | said))

    return record


@given(st.integers(-(10**9), 10**9), st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 1500))
def test_the_years_add_up_to_the_cent(cents, first, days):
    last = first + timedelta(days=days)
    borne = rules.by_year(cents, first, last)

    assert sum(borne.values()) == cents
    assert list(borne) == list(range(first.year, last.year + 1))
    for year, part in borne.items():
        inside = (min(last, date(year, 12, 31)) - max(first, date(year, 1, 1))).days + 1
        assert abs(part * (days + 1) - cents * inside) <= days + 1


def test_one_invoice_over_new_year_is_borne_by_both_years(paid, treasurer, calais):
    rent = paid()

    assert rules.by_year(rent.cents, *rent.used) == {2025: 150_001, 2026: 150_000}
    page = words_of(signed_in(treasurer).get(f"/funding/expenses/{rent.id}/").content.decode())
    assert "Borne by 2025" in page
    assert "Borne by 2026" in page


def test_what_is_paid_for_a_day_is_of_that_year(paid):
    rent = paid(covers_from=None, covers_until=None)

    assert rules.by_year(rent.cents, *rent.used) == {2026: 300_001}


def test_the_same_invoice_comes_once(paid):
    paid()

    with pytest.raises(ProofUsed):
        paid()
    assert Expense.objects.count() == 1


def test_a_time_that_ends_before_it_begins_is_no_cost(paid):
    with pytest.raises(NotAnExpense):
        paid(covers_until=DECEMBER - timedelta(days=1))
    with pytest.raises(NotAnExpense):
        paid(covers_until=None)
    paid()
    with pytest.raises(IntegrityError) as clash, transaction.atomic():
        Expense.objects.update(covers_until=DECEMBER - timedelta(days=1))
    assert constraint_of(clash.value) == "a_cost_ends_after_it_begins"
