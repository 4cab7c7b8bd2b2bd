"""Questions to an official: asked without a name, read by a colleague, answered with a date."""

from datetime import datetime, timedelta
from typing import NamedTuple

from halte import journal
from halte.accounts.actor import Actor
from halte.common import tickets
from halte.common.retry import RetryKey
from halte.rights.models import Question, QuestionState, Talk, TalkState
from halte.rights.talks.refusals import ManyQuestions, NotAsked, NotYourTalk, TalkOver

AT_MOST = 100
"""So many that wait for a colleague at one talk: nobody fills a house's disk with them."""
OPEN_AFTER = timedelta(days=7)
"""So long after a talk somebody may still ask."""
KEPT_UNREAD = timedelta(days=30)


class Sent(NamedTuple):
    """A question that arrived, and the ticket code that fetches its answer: the code is stored nowhere."""

    question: Question
    code: str


def ask(*, talk: Talk, text: str, language: str, at: datetime, key: RetryKey) -> Sent:
    """Somebody asks. Neither name, card, hour nor phone is kept; a colleague reads it before the speaker does.

    Raises:
        TalkOver: Nobody answers any more.
        ManyQuestions: A hundred wait already.
    """
    if talk.state != TalkState.ACCEPTED or talk.starts_at + OPEN_AFTER < at:
        raise TalkOver
    actor = Actor.system(talk.site)
    with journal.act(actor=actor, at=at, key=key, kind="rights.question_asked"):
        if Question.objects.seen_by(actor).filter(talk=talk, state=QuestionState.ASKED).count() >= AT_MOST:
            raise ManyQuestions
        code = tickets.new()
        question = Question.objects.create(
            site=talk.site,
            talk=talk,
            text=text,
            language=language,
            asked_on=talk.site.today(at),
            ticket_key=ticket_key(code),
        )
    return Sent(question, code)


def ticket_key(typed: str) -> bytes:
    """What a question to an official is found by: its ticket opens no other door."""
    return tickets.key_of(typed, "talks")


def pass_on(*, actor: Actor, question: Question, text: str, at: datetime, key: RetryKey) -> None:
    """A colleague passes a question on, in words that tell nobody; what was typed is gone after this.

    Raises:
        NotAsked: Somebody dealt with it before.
    """
    _read(actor, question, QuestionState.PASSED_ON, text, at, key, "rights.question_passed_on")


def set_aside(*, actor: Actor, question: Question, at: datetime, key: RetryKey) -> None:
    """A colleague does not pass a question on; what was typed is gone after this.

    Raises:
        NotAsked: Somebody dealt with it before.
    """
    _read(actor, question, QuestionState.SET_ASIDE, "", at, key, "rights.question_set_aside")


def answer(*, actor: Actor, question: Question, text: str, written_in: str, at: datetime, key: RetryKey) -> None:
    """The speaker answers: everybody reads question and answer from now on, with the day.

    Raises:
        NotYourTalk: Somebody else offered the talk.
        NotAsked: It was not passed on, or answered before.
    """
    if question.talk.offered_by != actor.id:
        raise NotYourTalk
    with journal.act(actor=actor, at=at, key=key, kind="rights.question_answered") as act:
        rows = Question.objects.seen_by(actor).filter(id=question.id, state=QuestionState.PASSED_ON)
        told = {"answer": text, "answered_in": written_in, "answered_by": actor.id}
        if not rows.update(state=QuestionState.ANSWERED, answered_on=actor.site.today(at), **told):
            raise NotAsked
        act.results(question=question.id.hex)


def forget_unread(*, actor: Actor, at: datetime, key: RetryKey) -> int:
    """What was typed and nobody passed on within 30 days of its talk is forgotten. Returns how many."""
    old = Question.objects.seen_by(actor).filter(state=QuestionState.ASKED, talk__starts_at__lt=at - KEPT_UNREAD)
    if not old.exists():
        return 0
    with journal.act(actor=actor, at=at, key=key, kind="rights.questions_forgotten") as act:
        forgotten: int = old.update(text="", state=QuestionState.SET_ASIDE, ticket_key=None)
        act.about(questions=forgotten)
    return forgotten


def _read(
    actor: Actor, question: Question, state: QuestionState, text: str, at: datetime, key: RetryKey, kind: str
) -> None:
    with journal.act(actor=actor, at=at, key=key, kind=kind) as act:
        rows = Question.objects.seen_by(actor).filter(id=question.id, state=QuestionState.ASKED)
        if not rows.update(state=state, text=text, read_by=actor.id):
            raise NotAsked
        act.results(question=question.id.hex)
