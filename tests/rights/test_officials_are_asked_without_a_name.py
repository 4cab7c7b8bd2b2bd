"""A question to an official: typed without a name, read by a colleague first; its ticket fetches the answer."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.rights.models import Question, Talk
from halte.rights.talks import asking, queries
from halte.rights.talks.refusals import ManyQuestions, NotAsked, TalkOver
from halte.rights.talks.words import WORDS
from tests.pages import signed_in
from tests.rights.a_talk import read

pytestmark = pytest.mark.django_db


def test_a_question_is_asked_without_a_name_and_read_by_a_colleague_first(
    accepted: Talk, speaker: Actor, manager: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    address = f"{reverse('talks:ask', args=[accepted.id])}?language=ar"
    form = Client().get(address)
    assert WORDS["ar"]["ask_label"] in form.content.decode()
    assert not form.cookies
    typed = "I am Yusuf, +33 6 12 34 56 78. May I see my brother?"
    assert Client().post(address, {"text": typed, "key": str(RetryKey.new().value)}).status_code == 200

    question = Question.objects.get()
    assert queries.questions(speaker, accepted) == []
    assert queries.question(speaker, question.id) is None
    assert queries.questions(manager, accepted) == [question]
    told_nobody = {field.name for field in Question._meta.concrete_fields}
    assert told_nobody == {
        *("id", "site", "talk", "text", "language", "ticket_key", "asked_on", "state", "read_by"),
        *("answer", "answered_in", "answered_by", "answered_on"),
    }, "no name, card, device, address or hour"

    asking.pass_on(actor=manager, question=question, text="May one see a brother?", at=now, key=RetryKey.new())
    assert not Question.objects.filter(text__contains="Yusuf").exists()
    assert queries.questions(speaker, accepted) == [question]
    with pytest.raises(NotAsked):
        asking.set_aside(actor=manager, question=question, at=now, key=RetryKey.new())

    question.refresh_from_db()
    assert "brother" not in read(accepted, now, monkeypatch)
    asking.answer(
        actor=speaker, question=question, text="Yes, ask at the desk.", written_in="en", at=now, key=RetryKey.new()
    )
    page = read(accepted, now, monkeypatch)
    assert "May one see a brother?" in page
    assert "Answered on 24 November 2026" in page


def test_questions_end_a_week_after_and_are_forgotten_unread_after_a_month(
    accepted: Talk, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    later = accepted.starts_at + timedelta(days=8)
    with pytest.raises(TalkOver):
        asking.ask(talk=accepted, text="Why?", language="en", at=later, key=RetryKey.new())
    monkeypatch.setattr(asking, "AT_MOST", 1)
    asking.ask(talk=accepted, text="My name is Yusuf", language="en", at=now, key=RetryKey.new())
    with pytest.raises(ManyQuestions):
        asking.ask(talk=accepted, text="Why?", language="en", at=now, key=RetryKey.new())

    system = Actor.system(accepted.site)
    month = accepted.starts_at + timedelta(days=31)
    assert asking.forget_unread(actor=system, at=accepted.starts_at, key=RetryKey.new()) == 0
    assert asking.forget_unread(actor=system, at=month, key=RetryKey.new()) == 1
    assert Question.objects.get().text == ""


def test_the_machine_in_the_hall_shows_a_talk_and_lets_nobody_type_a_question(accepted: Talk, manager: Actor) -> None:
    page, asking = f"/guide/en/talks/{accepted.id}/", f"/talks/ask/{accepted.id}/"
    assert asking in Client().get(page).content.decode()
    machine = signed_in(manager)
    machine.post("/desk/kiosk/", {"key": str(RetryKey.new().value)})

    shown = machine.get(page)

    assert shown.status_code == 200
    assert asking not in shown.content.decode()
    assert machine.get(asking).status_code == 404


def test_the_ticket_of_a_question_fetches_its_answer_and_opens_no_other_door(
    accepted: Talk, speaker: Actor, manager: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    question, code = asking.ask(talk=accepted, text="I am Yusuf. Why?", language="en", at=now, key=RetryKey.new())

    def fetch(typed: str, language: str = "en") -> str:
        return Client().post(reverse("asking:answer", args=[language]), {"code": typed}).content.decode()

    assert code.encode() not in bytes(question.ticket_key)
    assert WORDS["am"]["not_yet"] in fetch(code, "am")
    assert "Yusuf" not in fetch(code), "nobody reads what waits"
    assert "No ticket has this code" in fetch("K7M4QX9T2B")
    told = {"question": question, "at": now}
    asking.pass_on(actor=manager, text="Why is it so?", key=RetryKey.new(), **told)
    assert WORDS["en"]["not_yet"] in fetch(code)
    question.refresh_from_db()
    asking.answer(actor=speaker, text="So says the treaty.", written_in="en", key=RetryKey.new(), **told)
    page = fetch(code.lower())
    assert "So says the treaty." in page
    assert "Answered on 24 November 2026" in page
    assert reverse("rights:talk", args=["en", accepted.id]) in page


def test_a_question_that_was_not_passed_on_says_so_and_one_that_was_forgotten_is_gone(
    accepted: Talk, manager: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    question, code = asking.ask(talk=accepted, text="Why?", language="fr", at=now, key=RetryKey.new())
    asking.set_aside(actor=manager, question=question, at=now, key=RetryKey.new())
    answer = reverse("asking:answer", args=["fr"])
    assert "Cette question n’a pas été transmise" in Client().post(answer, {"code": code}).content.decode()
    _question, forgotten = asking.ask(talk=accepted, text="Why?", language="fr", at=now, key=RetryKey.new())
    month = accepted.starts_at + timedelta(days=31)
    asking.forget_unread(actor=Actor.system(accepted.site), at=month, key=RetryKey.new())
    assert queries.by_ticket(forgotten) is None


def test_the_page_of_a_question_shows_its_ticket_once(accepted: Talk, now: datetime, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    address = f"{reverse('talks:ask', args=[accepted.id])}?language=tr"
    typed = {"text": "Neden?", "key": str(RetryKey.new().value)}
    shown = Client().post(address, typed).content.decode()
    assert 'class="code"' in shown
    assert reverse("asking:answer", args=["tr"]) in shown
    again = Client().post(address, typed).content.decode()
    assert 'class="code"' not in again
    assert Question.objects.count() == 1


def test_the_topic_leads_to_its_talk_and_the_talk_to_its_topic(
    accepted: Talk, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    topic, talk = "/guide/ar/shelter-tonight/", reverse("rights:talk", args=["ar", accepted.id])
    assert topic in read(accepted, now, monkeypatch, "ar")
    assert talk in Client().get(topic).content.decode()
    assert talk not in Client().get("/guide/ar/day-centres/").content.decode()
    monkeypatch.setattr("django.utils.timezone.now", lambda: accepted.starts_at + timedelta(days=2))
    assert talk not in Client().get(topic).content.decode(), "what is over stands in the list of talks"
