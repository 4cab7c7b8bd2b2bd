"""Every cent shared between funders adds up and can be traced to its proof; no cent is paid twice."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halte.accounts.roles import Role
from halte.common.money import Rate, convert
from halte.common.retry import RetryKey
from halte.funding import queries, receipts, refusals, rules
from halte.funding.actions import PayerNamed, correct, share_expense
from halte.funding.models import Currency, Expense, Share
from halte.journal.models import Line

rates = st.decimals("0.2", "5", places=5).map(lambda per_euro: Rate("GBP", per_euro, date(2014, 9, 19)))
euro = Rate("EUR", Decimal(1), date(2014, 9, 19))
weights = st.lists(st.integers(1, 10_000), min_size=1, max_size=6)
costs = st.integers(1, 10**12)


@given(costs, rates, weights, st.booleans())
def test_shares_add_up_to_the_cost_in_both_currencies(cents, rate, parts, from_pounds):
    source, target = (rate, euro) if from_pounds else (euro, rate)

    shares = rules.shares(cents, source=source, target=target, weights=parts)

    assert sum(share.cents for share in shares) == cents
    assert sum(share.owed_cents for share in shares) == convert(cents, source=source, target=target)
    for share, weight in zip(shares, parts, strict=True):
        assert abs(share.cents * sum(parts) - cents * weight) < sum(parts)


@given(costs, st.lists(st.integers(0, 10**12), min_size=1, max_size=4), rates, weights)
def test_after_any_corrections_the_shares_are_what_they_would_have_been_from_the_start(first, rights, rate, parts):
    def right(cents):
        return rules.shares(cents, source=euro, target=rate, weights=parts)

    stand = right(first)
    for amount in rights:
        more = rules.restated(stand, right(amount))
        stand = [
            rules.ShareOf(then.cents + now.cents, then.owed_cents + now.owed_cents)
            for then, now in zip(stand, more, strict=True)
        ]

    assert stand == right(rights[-1])


@given(costs)
def test_an_amount_reads_back_as_it_was_typed(cents):
    typed = f"{cents // 100},{cents % 100:02}"

    assert rules.cents_of(typed) == rules.cents_of(typed.replace(",", ".")) == cents


@pytest.mark.parametrize("typed", ["", "-5", "1.234", "12a", "1,2,3", "1e5"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(ValueError, match="amount"):
        rules.cents_of(typed)


def test_amounts_may_be_typed_with_blanks_and_with_arabic_digits():
    assert [rules.cents_of(typed) for typed in ("12 000,5", "\u0663\u0665", "1\u202f200.50")] == [
        1_200_050,
        3_500,
        120_050,
    ]


@pytest.fixture
def shared(treasurer, now, a_key):
    def share(expense, agreement, actor=treasurer):
        return share_expense(actor=actor, expense=expense, agreement=agreement, at=now, key=a_key())

    return share


def test_an_expense_in_euros_is_shared_under_an_agreement_in_pounds_with_rate_date_and_source(agreed, paid, shared):
    one, other = shared(paid(), agreed())

    assert (one.cents, other.cents) == (50_001, 50_000)
    assert one.owed_cents + other.owed_cents == 78_651
    for row in (one, other):
        row.refresh_from_db()
        assert (row.currency, row.owed_currency) == (Currency.EURO, Currency.POUND)
        assert (row.rate, row.rate_currency, row.rate_on) == (Decimal("0.7865"), "GBP", date(2014, 9, 19))
        assert "ECB" in row.rate_source


@pytest.mark.parametrize(("currency", "agreed_in"), [("GBP", "EUR"), ("GBP", "GBP"), ("EUR", "EUR")])
def test_any_pair_of_currencies_is_shared_and_corrected(
    agreed, paid, shared, treasurer, now, a_key, currency, agreed_in
):
    expense = paid(currency=Currency(currency), cents=33_335)
    agreement = agreed(currency=Currency(agreed_in), payers=[PayerNamed("A", 1), PayerNamed("B", 2)])
    shared(expense, agreement)

    correct(actor=treasurer, expense=expense, right_cents=10_001, why="Read wrong", at=now, key=a_key())

    stand = queries.shares_of(expense)
    assert [part.cents for part in stand.so_far] == [3_334, 6_667]
    assert sum(part.owed_cents for part in stand.so_far) == queries.shared_so_far(agreement)


def test_no_expense_is_shared_twice_whoever_pays(agreed, paid, shared):
    expense = paid()
    shared(expense, agreed())
    others = [agreed(title="Same"), agreed(title="Others", payers=[PayerNamed("Union"), PayerNamed("Red Cross")])]

    for agreement in others:
        with pytest.raises(refusals.SharedAlready):
            shared(expense, agreement)

    assert Share.objects.count() == 2
    assert Line.objects.filter(kind="funding.shared").count() == 1


def test_the_same_proof_never_stands_behind_two_expenses(paid, staff_at, dunkirk):
    invoice = receipts.sent(b"%PDF-invoice")
    there = staff_at(dunkirk, Role.TREASURER)
    paid(proof_reference="INV-A", receipt=invoice)

    with pytest.raises(refusals.ProofUsed):
        paid(proof_reference="INV-A")
    with pytest.raises(refusals.ProofUsed):
        paid(actor=there, proof_reference="INV-B", receipt=invoice)

    assert paid(actor=there, proof_reference="INV-A")
    assert Expense.objects.count() == 2


def test_a_correction_stands_beside_the_expense_and_overwrites_nothing(agreed, paid, shared, treasurer, now, a_key):
    expense, agreement = paid(), agreed()
    before = {row.id: row.cents for row in shared(expense, agreement)}

    correction = correct(actor=treasurer, expense=expense, right_cents=90_000, why="Two returned", at=now, key=a_key())

    expense.refresh_from_db()
    assert (expense.cents, correction.cents, correction.corrects) == (100_001, -10_001, expense)
    assert {row.id: row.cents for row in Share.objects.filter(expense=expense)} == before
    assert [part.cents for part in queries.shares_of(expense).so_far] == [45_000, 45_000]
    assert sum(row.cents for row in Share.objects.all()) == 90_000
    assert queries.shared_so_far(agreement) == convert(
        90_000, source=euro, target=Rate("GBP", Decimal("0.7865"), date(2014, 9, 19))
    )


def test_an_expense_corrected_before_it_is_shared_is_shared_as_it_stands(agreed, paid, shared, treasurer, now, a_key):
    expense = paid()
    correct(actor=treasurer, expense=expense, right_cents=1_000, why="A comma", at=now, key=a_key())

    assert [row.cents for row in shared(expense, agreed())] == [500, 500]


def test_a_correction_that_changes_nothing_or_says_nothing_is_refused(paid, treasurer, now, a_key):
    expense = paid()
    correction = correct(actor=treasurer, expense=expense, right_cents=0, why="Given back", at=now, key=a_key())

    for target, right, why in [(expense, 0, "Same"), (expense, 5, " "), (expense, -1, "Below")]:
        with pytest.raises(refusals.NothingToCorrect):
            correct(actor=treasurer, expense=target, right_cents=right, why=why, at=now, key=a_key())
    with pytest.raises(refusals.NotOfThisSite):
        correct(actor=treasurer, expense=correction, right_cents=1, why="No", at=now, key=a_key())


def test_an_agreement_pays_only_for_its_days_and_only_what_is_left(agreed, paid, shared):
    agreement = agreed(amount_cents=100_000)
    shared(paid(), agreement)

    with pytest.raises(refusals.AmountUsedUp):
        shared(paid(), agreement)
    with pytest.raises(refusals.OutsideThePeriod):
        shared(paid(paid_on=date(2014, 9, 19)), agreed(title="Later"))

    assert Share.objects.count() == 2


def test_another_sites_expense_cannot_be_shared_or_corrected(agreed, paid, shared, staff_at, dunkirk, now, a_key):
    there, expense = staff_at(dunkirk, Role.TREASURER), paid()

    with pytest.raises(refusals.NotOfThisSite):
        shared(expense, agreed(), actor=there)
    with pytest.raises(refusals.NotOfThisSite):
        correct(actor=there, expense=expense, right_cents=1, why="Not ours", at=now, key=a_key())


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"amount_cents": 0}, refusals.AgreementWrong),
        ({"ends_on": date(2014, 1, 1)}, refusals.AgreementWrong),
        ({"payers": []}, refusals.AgreementWrong),
        ({"payers": [PayerNamed("A", 0)]}, refusals.AgreementWrong),
        ({"payers": [PayerNamed("A"), PayerNamed("A")]}, refusals.PayerTwice),
    ],
)
def test_what_is_no_agreement_is_refused(agreed, said, refusal):
    with pytest.raises(refusal):
        agreed(**said)


def test_the_same_agreement_is_not_written_twice(agreed):
    agreed()

    with pytest.raises(refusals.AgreementStands):
        agreed()


@pytest.mark.parametrize("said", [{"cents": 0}, {"cents": -5}, {"proof_reference": " "}])
def test_an_expense_is_above_zero_and_has_a_proof(paid, said):
    with pytest.raises(refusals.NotAnExpense):
        paid(**said)


def test_nothing_is_paid_in_the_future(paid):
    with pytest.raises(refusals.NotPaidYet):
        paid(paid_on=date(2040, 1, 1))


def test_the_statement_adds_up_over_sites_and_payers(agreed, paid, shared, staff_at, dunkirk, treasurer):
    there, agreement = staff_at(dunkirk, Role.TREASURER), agreed()
    for _again in range(3):
        shared(paid(), agreement)
    shared(paid(actor=there), agreement, actor=there)

    statement = queries.statement(treasurer, agreement)

    assert [site.site for site in statement.sites] == ["Calais", "Dunkirk"]
    assert sum(statement.by_payer) == sum(site.sum_cents for site in statement.sites) == 4 * 78_651
    assert statement.shown.left_cents == agreement.amount_cents - 4 * 78_651
    assert len(statement.entries) == 3


def test_the_same_key_records_one_expense(paid):
    key = RetryKey(uuid4(), b"same")
    paid(key=key)

    with pytest.raises(Exception, match="already done"):
        paid(key=key)

    assert Expense.objects.count() == 1
