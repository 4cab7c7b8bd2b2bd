"""A reader says that a page is not clear, or asks; nobody is stored, and an answer waits for the ticket, dated."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common import tickets
from halte.common.retry import RetryKey
from halte.journal import NETWORK
from halte.journal.models import Line
from halte.rights.actions import Loaded
from halte.rights.asking import actions, queries
from halte.rights.models import AskedQuestion, MarkKind, PageMark, Topic
from halte.rights.refusals import ManyMarks, ManyQuestions, NoSuchStatement, NotYourText, QuestionGone
from halte.sites.models import Site
from tests.guards.askers import browser

pytestmark = pytest.mark.django_db
ASKED = "They gave me a paper with OQTF. What does it mean?"
PAGE = "/ask/page/en/shelter-tonight/"


@pytest.fixture
def guide(loading: Callable[..., Loaded], a_few_files: Path) -> Loaded:
    return loading(a_few_files)


@pytest.fixture
def topic(guide: Loaded) -> Topic:
    return Topic.objects.get(slug="shelter-tonight")


@pytest.fixture
def marks(topic: Topic, now: datetime) -> Callable[..., None]:
    def mark(kind: MarkKind = MarkKind.NOT_CLEAR, **more: object) -> None:
        told: dict[str, object] = {"topic": topic, "language": "en", "kind": kind, "at": now} | more
        actions.mark_page(key=RetryKey.new(), **told)  # type: ignore[arg-type]

    return mark


@pytest.fixture
def asks(topic: Topic, now: datetime) -> Callable[..., tuple[AskedQuestion, str]]:
    def ask(**more: object) -> tuple[AskedQuestion, str]:
        told: dict[str, object] = {"topic": topic, "words": ASKED, "language": "en", "at": now} | more
        code = actions.ask(key=RetryKey.new(), **told)  # type: ignore[arg-type]
        found = queries.by_ticket(code)
        assert found is not None
        return found, code

    return ask


def pressed(client: Client, kind: str = "wrong", key: str = "", **more: str) -> int:
    return client.post(PAGE, {"key": key or str(uuid4()), "kind": kind, **more}).status_code


def test_one_press_is_a_number_and_tells_nobody(topic: Topic, reader: Client):
    key = str(uuid4())
    assert pressed(reader, key=key) == 200
    assert pressed(reader, key=key) == 200, "a double tap"
    assert pressed(reader, "not_clear", statement="ask-our-desk") == 200

    assert set(PageMark.objects.values_list("kind", "statement", "n")) == {
        ("wrong", "", 1),
        ("not_clear", "ask-our-desk", 1),
    }
    lines = Line.objects.filter(kind="rights.page_marked")
    assert set(lines.values_list("site", flat=True)) == {NETWORK}
    assert not Session.objects.exists()
    assert not reader.cookies


def test_a_press_for_what_is_not_there_writes_nothing(marks: Callable[..., None], topic: Topic, reader: Client):
    with pytest.raises(NoSuchStatement):
        marks(statement="nothing")
    assert pressed(reader, "fine") == 422
    assert pressed(reader, statement="nothing") == 422
    assert reader.post("/ask/page/en/nothing/").status_code == 404
    assert reader.get("/ask/page/xx/shelter-tonight/").status_code == 404
    assert not PageMark.objects.exists()


def test_a_day_takes_so_many_presses_and_questions_and_the_next_day_again(
    marks: Callable[..., None], asks: Callable[..., object], now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(actions, "MARKS_A_DAY", 2)
    monkeypatch.setattr(actions, "QUESTIONS_A_DAY", 1)
    marks()
    marks(MarkKind.WRONG, language="ar")
    with pytest.raises(ManyMarks):
        marks(MarkKind.NO_HELP)
    asks()
    with pytest.raises(ManyQuestions):
        asks()

    marks(at=now + timedelta(days=1))
    asks(at=now + timedelta(days=1))
    assert (PageMark.objects.count(), AskedQuestion.objects.count()) == (3, 2)


def test_editors_see_what_readers_marked_until_they_dealt_with_it(
    marks: Callable[..., None], topic: Topic, writer: Actor, translator: Actor, now: datetime
):
    marks()
    marks()
    marks(MarkKind.WRONG, statement="ask-our-desk")
    marks(MarkKind.WRONG, language="fr")

    assert [(one.language, one.n) for one in queries.marked()] == [("en", 3), ("fr", 1)]
    gone = {"topic": topic, "language": "en", "at": now}
    with pytest.raises(NotYourText):
        actions.dealt_with(actor=translator, key=RetryKey.new(), **gone)
    assert actions.dealt_with(actor=writer, key=RetryKey.new(), **gone) == 3
    assert [one.language for one in queries.marked()] == ["fr"]


def test_whoever_asks_gets_a_ticket_and_the_ticket_gets_a_dated_answer(topic: Topic, calais: Site, reader: Client):
    sent = {"key": str(uuid4()), "words": ASKED}
    address = "/ask/question/en/?topic=shelter-tonight"
    page, again = reader.post(address, sent), reader.post(address, sent)
    [code] = re.findall(r'<p class="code"><bdi dir="ltr">([^<]+)<', page.content.decode())
    assert "Its ticket was shown then." in again.content.decode()
    assert "Not yet." in reader.post("/ask/answer/en/", {"code": code}).content.decode()

    editor = browser(calais, Role.EDITOR)
    question = AskedQuestion.objects.get()
    assert ASKED[:30] in editor.get("/editing/asked/").content.decode()
    answered = {"key": str(uuid4()), "words": "It orders you to leave. Show it to us today."}
    editor.post(f"/editing/asked/{question.id}/", answered)

    fetched = reader.post("/ask/answer/fr/", {"code": code.lower()}).content.decode()
    assert "It orders you to leave." in fetched
    answered_on = AskedQuestion.objects.get().answered_on
    assert answered_on is not None
    assert str(answered_on.year) in fetched
    assert not queries.unanswered().exists()
    assert not reader.cookies


def test_a_question_lies_encrypted_and_its_code_nowhere(asks: Callable[..., tuple[AskedQuestion, str]]):
    (question, code), (other, _code) = asks(), asks()

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM rights_askedquestion")
        stored = repr(cursor.fetchall())
    assert code not in stored
    assert "OQTF" not in stored
    assert question.words == ASKED
    AskedQuestion.objects.filter(id=other.id).update(words_box=question.words_box)
    with pytest.raises(InvalidTag):
        _ = AskedQuestion.objects.get(id=other.id).words


def test_the_longest_waiting_question_comes_first(asks: Callable[..., tuple[AskedQuestion, str]], now: datetime):
    late, _code = asks(at=now)
    early, _code = asks(at=now - timedelta(days=3))

    assert list(queries.unanswered()) == [early, late]


def test_an_editor_answers_and_nobody_else(
    asks: Callable[..., tuple[AskedQuestion, str]], translator: Actor, writer: Actor, now: datetime
):
    question, _code = asks()
    said = {"question": question, "words": "Yes.", "at": now}
    with pytest.raises(NotYourText):
        actions.answer(actor=translator, key=RetryKey.new(), **said)
    question.delete()
    with pytest.raises(QuestionGone):
        actions.answer(actor=writer, key=RetryKey.new(), **said | {"question": AskedQuestion(id=uuid4())})


def test_questions_and_marks_are_forgotten(
    asks: Callable[..., tuple[AskedQuestion, str]], marks: Callable[..., None], writer: Actor, now: datetime
):
    marks()
    answered, code = asks()
    asks()
    actions.answer(actor=writer, question=answered, words="Yes.", at=now, key=RetryKey.new())
    lines = Line.objects.count()

    assert actions.forget(at=now + timedelta(days=90), key=RetryKey.new()) == 0
    assert Line.objects.count() == lines, "nothing to forget writes no line"
    assert actions.forget(at=now + timedelta(days=91), key=RetryKey.new()) == 1
    assert queries.by_ticket(code) is None
    assert actions.forget(at=now + timedelta(days=366), key=RetryKey.new()) == 1
    assert not PageMark.objects.exists()


def test_a_wrong_code_is_counted_with_those_of_every_other_door(
    asks: Callable[..., tuple[AskedQuestion, str]], reader: Client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tickets, "TRIES_IN_A_QUARTER", 2)
    _question, code = asks()
    reader.post("/say/answer/", {"code": "K7M4QX9T2B"})
    assert reader.post("/ask/answer/en/", {"code": "K7M4QX9T2B"}).status_code == 422

    assert reader.post("/ask/answer/en/", {"code": code}).status_code == 429


def test_another_website_cannot_press_for_a_reader(topic: Topic):
    strict = Client(enforce_csrf_checks=True)
    sent = {"key": str(uuid4()), "kind": "wrong"}
    assert strict.post(PAGE, sent, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert strict.post(PAGE, sent, headers={"sec-fetch-site": "same-origin"}).status_code == 200
    assert not strict.cookies
