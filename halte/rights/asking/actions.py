"""Everything that changes what readers said and asked. Nobody is stored, so nobody is limited: days are."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db.models import F, Q, Sum
from django.utils import timezone

from halte import journal
from halte.accounts.actor import SYSTEM, Actor
from halte.accounts.roles import Role
from halte.common import tickets
from halte.common.retry import RetryKey
from halte.rights.asking.queries import ticket_key
from halte.rights.models import AskedQuestion, MarkKind, PageMark, Topic
from halte.rights.models.asked import closed
from halte.rights.refusals import ManyMarks, ManyQuestions, NoSuchStatement, NotYourText, QuestionGone

MARKS_A_DAY = 500
QUESTIONS_A_DAY = 100
KEPT_AFTER_ANSWER = timedelta(days=90)
KEPT_AT_MOST = timedelta(days=365)

NOBODY = journal.ForTheNetwork(SYSTEM, None)
"""Whoever reads is nobody to us."""


def mark_page(*, topic: Topic, language: str, kind: MarkKind, at: datetime, key: RetryKey, statement: str = "") -> None:
    """One more reader says that a page, or one statement of it, is not clear, wrong or no help.

    Keeps:
        It is a number by day. The register says that somebody pressed, not where.

    Raises:
        ManyMarks, NoSuchStatement. Nothing is written when any of these is raised.
    """
    today = timezone.localdate(at)
    with journal.act(actor=NOBODY, at=at, key=key, kind="rights.page_marked"):
        if statement and not topic.statements.filter(code=statement).exists():
            raise NoSuchStatement
        if (PageMark.objects.filter(on=today).aggregate(n=Sum("n"))["n"] or 0) >= MARKS_A_DAY:
            raise ManyMarks
        row, _made = PageMark.objects.get_or_create(
            topic=topic, language=language, statement=statement, kind=kind, on=today
        )
        PageMark.objects.filter(id=row.id).update(n=F("n") + 1)


def dealt_with(*, actor: Actor, topic: Topic, language: str, at: datetime, key: RetryKey) -> int:
    """Editors looked at what readers said of a page: it is gone from their list.

    Returns:
        How many had said something.
    """
    _refuse_others(actor)
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.marks_dealt_with") as act:
        rows = PageMark.objects.filter(topic=topic, language=language)
        n = rows.aggregate(n=Sum("n"))["n"] or 0
        rows.delete()
        act.about(n=n)
    return n


def ask(*, topic: Topic | None, words: str, language: str, at: datetime, key: RetryKey) -> str:
    """A question lies before the editors. Its words are encrypted with a key from outside the database.

    Returns:
        The ticket code that fetches the answer. It is stored nowhere.

    Raises:
        ManyQuestions: Nothing is written then.
    """
    code, identifier = tickets.new(), uuid4()
    with journal.act(actor=NOBODY, at=at, key=key, kind="rights.question_asked"):
        today = timezone.localdate(at)
        if AskedQuestion.objects.filter(asked_on=today).count() >= QUESTIONS_A_DAY:
            raise ManyQuestions
        AskedQuestion.objects.create(
            id=identifier,
            topic=topic,
            language=language,
            asked_on=today,
            words_box=closed(identifier, "words", words),
            ticket_key=ticket_key(code),
        )
    return code


def answer(*, actor: Actor, question: AskedQuestion, words: str, at: datetime, key: RetryKey) -> None:
    """The answer waits for whoever holds the ticket, with its date; a later answer takes the place of an earlier one.

    Raises:
        NotYourText, QuestionGone. Nothing is written when any of these is raised.
    """
    _refuse_others(actor)
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.question_answered"):
        row = AskedQuestion.objects.filter(id=question.id).first()
        if row is None:
            raise QuestionGone
        row.answer_box = closed(row.id, "answer", words)
        row.answered_on, row.answered_by = timezone.localdate(at), actor.id
        row.save(update_fields=["answer_box", "answered_on", "answered_by"])


def forget(*, at: datetime, key: RetryKey) -> int:
    """Questions go ninety days after their answer and a year after they were asked, marks after a year.

    Returns:
        How many questions went. When nothing is old enough, nothing is written.
    """
    today = timezone.localdate(at)
    over = Q(answered_on__lt=today - KEPT_AFTER_ANSWER) | Q(asked_on__lt=today - KEPT_AT_MOST)
    questions, marks = AskedQuestion.objects.filter(over), PageMark.objects.filter(on__lt=today - KEPT_AT_MOST)
    if not questions.exists() and not marks.exists():
        return 0
    with journal.act(actor=NOBODY, at=at, key=key, kind="rights.questions_forgotten") as act:
        gone, _rows = questions.delete()
        marks.delete()
        act.about(n=gone)
    return gone


def _refuse_others(actor: Actor) -> None:
    if Role.EDITOR not in actor.roles:
        raise NotYourText
