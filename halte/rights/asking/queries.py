"""Finding what readers said and asked."""

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet, Sum

from halte.common import tickets
from halte.rights.models import AskedQuestion, MarkKind, PageMark, Topic


@dataclass(frozen=True)
class Said:
    """What readers said of a statement, or of a whole page when it names none."""

    statement: str
    kind: str
    n: int


@dataclass(frozen=True)
class Marked:
    """A page of which readers said something, in one language."""

    topic: Topic
    language: str
    said: list[Said]

    @property
    def n(self) -> int:
        """How many readers."""
        return sum(one.n for one in self.said)


def marked() -> list[Marked]:
    """Pages of which readers said something; the most first."""
    rows = (
        PageMark.objects.values_list("topic", "language", "statement", "kind")
        .annotate(total=Sum("n"))
        .order_by("topic", "language", "-total", "statement", "kind")
    )
    topics = Topic.objects.in_bulk([row[0] for row in rows])
    found = [
        Marked(topics[topic], language, [Said(code, str(MarkKind(kind).label), n) for _t, _l, code, kind, n in group])
        for (topic, language), group in groupby(rows, key=lambda row: (row[0], row[1]))
    ]
    return sorted(found, key=lambda one: (-one.n, one.topic.place, one.language))


def unanswered() -> QuerySet[AskedQuestion]:
    """Questions without an answer, longest waiting first."""
    return AskedQuestion.objects.filter(answered_on__isnull=True).select_related("topic").order_by("asked_on", "id")


def answered() -> QuerySet[AskedQuestion]:
    """Questions with an answer, latest first."""
    return AskedQuestion.objects.filter(answered_on__isnull=False).select_related("topic").order_by("-answered_on")


def question(question_id: UUID) -> AskedQuestion | None:
    """One question."""
    return AskedQuestion.objects.filter(id=question_id).select_related("topic").first()


def by_ticket(typed: str) -> AskedQuestion | None:
    """The question that a ticket code belongs to."""
    return AskedQuestion.objects.filter(ticket_key=ticket_key(typed)).select_related("topic").first()


def ticket_key(typed: str) -> bytes:
    """What a question is found by."""
    return tickets.key_of(typed, "rights")
