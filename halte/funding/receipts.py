"""The file of a proof: looked into before it is kept, closed with the site's key, opened only behind its expense."""

import hashlib
from dataclasses import dataclass

from halte.common import keys, sealing
from halte.funding.models import Expense, Receipt, ReceiptKind
from halte.funding.refusals import NotAReceipt

AT_MOST = 1_900_000
"""Bytes; a request may have 2,000,000 (settings)."""
_BEGINNINGS = {
    b"%PDF-": ReceiptKind.PDF,
    b"\x89PNG\r\n\x1a\n": ReceiptKind.PNG,
    b"\xff\xd8\xff": ReceiptKind.JPEG,
}


@dataclass(frozen=True)
class Sent:
    """A file as it came, and what it is by its own bytes."""

    content: bytes
    kind: ReceiptKind

    @property
    def digest(self) -> bytes:
        """SHA-256 of the file: the same file is the same proof."""
        return hashlib.sha256(self.content).digest()


def sent(content: bytes) -> Sent:
    """A receipt from the bytes that were sent, whatever their name said.

    Raises:
        NotAReceipt: It is no PDF, PNG or JPEG, or larger than `AT_MOST`.
    """
    kind = next((kind for beginning, kind in _BEGINNINGS.items() if content.startswith(beginning)), None)
    if kind is None or len(content) > AT_MOST:
        raise NotAReceipt
    return Sent(content, kind)


def closed(expense: Expense, content: bytes) -> bytes:
    """The file as it is stored: moved behind another expense it opens no more."""
    return sealing.closed(_key(expense), content, expense.id.bytes)


def opened(receipt: Receipt) -> bytes:
    """The file as it came."""
    return sealing.opened(_key(receipt.expense), receipt.box, receipt.expense_id.bytes)


def _key(expense: Expense) -> bytes:
    return keys.of_site(expense.site_id, "receipts")
