"""A second person lets something stand."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from halte.accounts.actor import Actor
from halte.rights.models import ByTwo, Progress
from halte.rights.refusals import NotInReview, WriterApproves

Row = TypeVar("Row", bound=ByTwo)


def approved(rows: QuerySet[Row], row_id: UUID, *, by: Actor, on: date) -> Row:
    """What waits in review, with a second person's approval; whoever asks saves it, inside their act.

    Raises:
        NotInReview: It does not wait any more, or never did.
        WriterApproves: Who wrote it does not approve it.
    """
    row = rows.filter(id=row_id, progress=Progress.IN_REVIEW).first()
    if row is None:
        raise NotInReview
    if row.written_by == by.id:
        raise WriterApproves
    row.progress, row.approved_by, row.approved_on = Progress.APPROVED, by.id, on
    return row
