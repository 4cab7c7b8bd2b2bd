"""Morning 7, the treasurer: one invoice, two governments, two years, one click to the receipt, nothing twice."""

import pytest
from playwright.sync_api import expect

from halte.accounts.roles import Role
from halte.funding.models import Expense, Share
from tests.browser.taps import Hand

INVOICE = {"name": "rent.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 rent of the hall"}


@pytest.fixture
def costs(browse, treasurer, dunkirk):
    """The treasurer's screen, with an agreement between two governments in pounds."""
    screen = browse(actor=treasurer)
    screen.open("/funding/agreements/new/")
    said = {"Name of the agreement": "Joint fund", "Amount": "12000000", "First day": "2025-01-01"}
    said |= {"Last day": "2026-12-31"}
    for label, value in said.items():
        screen.page.get_by_label(label, exact=True).fill(value)
    for number, payer in enumerate(["United Kingdom", "France"], start=1):
        screen.page.locator(f"[name=payer{number}]").fill(payer)
    screen.page.get_by_label("Currency").select_option("GBP")
    Hand(screen, presses=1).presses("Write it down")
    return screen


def writes(screen, reference):
    screen.open("/funding/expenses/new/")
    said = {"What was paid for": "Rent of the hall", "Amount, as on the proof": "3000.01", "Paid on": "2026-01-20"}
    said |= {"For the time from": "2025-12-17", "For the time until": "2026-01-15"}
    for label, value in (said | {"Reference of the proof": reference}).items():
        screen.page.get_by_label(label).first.fill(value)
    screen.page.get_by_label("House", exact=True).check()
    screen.page.get_by_label("File of the proof").set_input_files(INVOICE)
    Hand(screen, presses=1).presses("Write it down")


def test_one_invoice_is_shared_to_the_cent_and_one_click_from_its_receipt(costs, browse, staff_at, calais):
    writes(costs, "INV-7")
    cost = Expense.objects.get()
    costs.open(f"/funding/expenses/{cost.id}/")
    for words in ("Borne by 2025", "€1,500.01", "Borne by 2026", "€1,500.00"):
        expect(costs.page.locator("main")).to_contain_text(words)
    Hand(costs, presses=1).presses("Share, to the cent")
    assert [share.cents for share in Share.objects.order_by("position")] == [150_001, 150_000]

    funder = browse(actor=staff_at(calais, Role.FUNDER))
    funder.open(f"/funding/agreements/{Share.objects.first().payer.agreement_id}/")
    link = funder.page.get_by_role("link", name="Receipt")

    assert link.count() == 1
    assert funder.page.request.get(funder.home + link.get_attribute("href")).body() == INVOICE["buffer"]
    costs.is_calm()
    funder.is_calm()


def test_the_same_invoice_under_another_number_is_not_written_twice(costs):
    writes(costs, "INV-7")

    writes(costs, "INV-8")

    expect(costs.page.get_by_text("This proof stands behind an expense already").first).to_be_visible()
    assert costs.page.get_by_label("What was paid for").input_value() == "Rent of the hall"
    assert Expense.objects.count() == 1
