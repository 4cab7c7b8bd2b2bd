"""Treasurers write, funders and coordinators look on; a site's expenses are its own."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from halte.accounts.roles import Role
from halte.funding.actions import share_expense
from halte.funding.models import Agreement, Expense, Share
from tests.pages import signed_in

AGREEMENT = {
    "title": "Joint fund",
    "currency": "GBP",
    "amount_cents": "12 000 000",
    "starts_on": "2014-09-20",
    "ends_on": "2017-09-19",
    "payer1": "United Kingdom",
    "weight1": "3",
    "payer2": "France",
    "weight2": "1",
}
EXPENSE = {
    "what": "Blankets",
    "cents": "1 000,01",
    "currency": "EUR",
    "paid_on": "2014-09-20",
    "purpose": "house",
    "proof_reference": "INV-7",
}


def test_a_treasurer_agrees_records_shares_and_corrects_by_the_pages(treasurer):
    browser = signed_in(treasurer)
    proof = {"proof": SimpleUploadedFile("invoice.pdf", b"%PDF-")}

    first = browser.post("/funding/agreements/new/", AGREEMENT | {"key": uuid4()})
    second = browser.post("/funding/expenses/new/", EXPENSE | proof | {"key": uuid4()})
    expense = Expense.objects.get()
    here = f"/funding/expenses/{expense.id}/"
    third = browser.post(f"{here}share/", {"key": uuid4(), "agreement": Agreement.objects.get().id})
    fourth = browser.post(f"{here}correct/", {"key": uuid4(), "right_cents": "900", "why": "Two returned"})

    assert [page.status_code for page in (first, second, third, fourth)] == [302] * 4
    page = browser.get(here).content.decode()
    assert "€900.00" in page
    assert "−€100.01" in page
    assert "0.7865 GBP" in page
    assert bytes(expense.proof_digest).hex() in page
    statement = browser.get(f"/funding/agreements/{Agreement.objects.get().id}/").content.decode()
    assert "INV-7" in statement
    assert "£707.85" in statement
    assert sum(share.cents for share in Share.objects.all()) == 90_000


@pytest.mark.parametrize("role", [Role.FUNDER, Role.COORDINATOR])
def test_funders_and_coordinators_see_and_change_nothing(staff_at, calais, agreed, paid, role):
    agreement, expense = agreed(), paid()
    browser = signed_in(staff_at(calais, role))

    pages = ["", f"agreements/{agreement.id}/", f"expenses/{expense.id}/"]
    assert [browser.get(f"/funding/{page}").status_code for page in pages] == [200] * 3
    forbidden = ["agreements/new/", "expenses/new/"]
    assert [browser.get(f"/funding/{page}").status_code for page in forbidden] == [403] * 2
    assert browser.post(f"/funding/expenses/{expense.id}/share/", {"key": uuid4()}).status_code == 403


@pytest.mark.parametrize("act", ["", "share/", "correct/"])
def test_another_sites_expense_is_not_found(elsewhere, paid, act):
    address, browser = f"/funding/expenses/{paid().id}/{act}", signed_in(elsewhere)

    answer = browser.post(address, {"key": uuid4()}) if act else browser.get(address)

    assert answer.status_code == 404


def test_the_statement_lists_no_single_expense_of_another_site(treasurer, elsewhere, agreed, paid, now, a_key):
    agreement = agreed()
    share_expense(actor=treasurer, expense=paid(what="Our blankets"), agreement=agreement, at=now, key=a_key())

    page = signed_in(elsewhere).get(f"/funding/agreements/{agreement.id}/").content.decode()

    assert "Our blankets" not in page
    assert "Calais" in page


@pytest.mark.parametrize(
    "wrong", [{"cents": "12a"}, {"cents": "0"}, {"proof_reference": ""}, {"paid_on": "2040-01-01"}]
)
def test_an_expense_that_is_none_keeps_what_was_typed(treasurer, wrong):
    answer = signed_in(treasurer).post("/funding/expenses/new/", EXPENSE | {"key": uuid4()} | wrong)

    assert answer.status_code == 422
    assert "Blankets" in answer.content.decode()
    assert not Expense.objects.exists()


def test_a_share_or_correction_that_is_refused_says_why_on_the_page(treasurer, agreed, paid):
    agreed()
    expense, browser = paid(), signed_in(treasurer)

    share = browser.post(f"/funding/expenses/{expense.id}/share/", {"key": uuid4(), "agreement": uuid4()})
    same = {"key": uuid4(), "right_cents": "1000.01", "why": "Nothing"}
    correction = browser.post(f"/funding/expenses/{expense.id}/correct/", same)

    assert (share.status_code, correction.status_code) == (422, 422)
    assert "This is the amount that stands already" in correction.content.decode()
