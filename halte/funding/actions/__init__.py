"""Everything that changes money: agree, record, share, correct."""

from halte.funding.actions.agreements import PayerNamed, agree
from halte.funding.actions.corrections import correct
from halte.funding.actions.expenses import record_expense
from halte.funding.actions.shares import share_expense

__all__ = ["PayerNamed", "agree", "correct", "record_expense", "share_expense"]
