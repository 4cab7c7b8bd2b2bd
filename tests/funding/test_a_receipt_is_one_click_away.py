"""Behind each cost stands the file of its proof: one click away, encrypted, read only by who answers for the money."""

from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from halte.funding import receipts
from halte.funding.models import Expense, Receipt, ReceiptKind
from halte.funding.refusals import NotAReceipt
from tests.pages import signed_in, words_of

INVOICE = b"%PDF-1.7 Rent of the hall, from 17 December to 15 January"
SAID = {
    "what": "Rent of the hall",
    "cents": "3000.01",
    "currency": "EUR",
    "paid_on": "2026-01-20",
    "purpose": "house",
    "proof_reference": "INV-7",
}


def sends(treasurer, content=INVOICE, name="invoice.pdf"):
    told = SAID | {"key": uuid4(), "proof": SimpleUploadedFile(name, content)}
    return signed_in(treasurer).post("/funding/expenses/new/", told)


def test_the_file_comes_back_as_it_was_sent_and_runs_nothing(treasurer):
    sends(treasurer)

    answer = signed_in(treasurer).get(f"/funding/expenses/{Expense.objects.get().id}/receipt/")

    assert answer.content == INVOICE
    assert answer["Content-Type"] == "application/pdf"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "script-src" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_no_name_that_a_sender_chose_reaches_an_answer(treasurer):
    sends(treasurer, name="../x\"; filename*=UTF-8''evil.html\r\nSet-Cookie: a=b; .pdf")
    cost = Expense.objects.get().id

    answer = signed_in(treasurer).get(f"/funding/expenses/{cost}/receipt/")

    assert answer["Content-Disposition"] == f'inline; filename="receipt-{cost.hex[:8]}.pdf"'
    assert "a" not in answer.cookies


def test_in_the_database_it_is_encrypted_again_and_opens_behind_no_other_cost(treasurer, paid):
    sends(treasurer)
    kept, other = Receipt.objects.get(), paid()

    assert b"Rent" not in bytes(kept.box)
    assert receipts.opened(kept) == INVOICE
    kept.expense = other
    with pytest.raises(InvalidTag):
        receipts.opened(kept)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<html><script>alert(1)</script>", "invoice.pdf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "receipt.png"),
        (b"MZ\x90\x00", "receipt.jpg"),
        (b"GIF89a", "receipt.gif"),
        (b"%PDF-" + b"x" * receipts.AT_MOST, "long.pdf"),
    ],
)
def test_what_is_no_receipt_is_refused_by_its_own_bytes_and_nothing_is_written(treasurer, content, name):
    answer = sends(treasurer, content, name)

    assert answer.status_code == 422
    assert "Send a PDF, a PNG or a JPEG" in words_of(answer.content.decode())
    assert 'value="Rent of the hall"' in answer.content.decode()
    assert not Expense.objects.exists()


@given(st.binary(max_size=40))
def test_only_three_beginnings_make_a_receipt(content):
    beginnings = {ReceiptKind.PDF: b"%PDF-", ReceiptKind.PNG: b"\x89PNG\r\n\x1a\n", ReceiptKind.JPEG: b"\xff\xd8\xff"}
    try:
        assert content.startswith(beginnings[receipts.sent(content).kind])
    except NotAReceipt:
        assert not content.startswith(tuple(beginnings.values()))


def test_whoever_does_not_answer_for_the_money_of_this_house_reads_no_receipt(treasurer, greeter, elsewhere):
    sends(treasurer)
    address = f"/funding/expenses/{Expense.objects.get().id}/receipt/"

    assert signed_in(greeter).get(address).status_code == 403
    assert signed_in(elsewhere).get(address).status_code == 404


def test_a_cost_without_a_file_has_no_receipt(treasurer, paid):
    assert signed_in(treasurer).get(f"/funding/expenses/{paid().id}/receipt/").status_code == 404
