"""Officials explain: offered, accepted or declined, withdrawn; signed, dated, sourced; and only heads are counted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common import languages
from halte.common.retry import RetryKey
from halte.journal.models import Line
from halte.rights.actions import Loaded
from halte.rights.models import FactSheet, Government, Headcount, Point, Question, Talk, TalkState
from halte.rights.talks import actions, asking, queries
from halte.rights.talks.actions import Offer, Stated
from halte.rights.talks.refusals import (
    AnsweredAlready,
    InThePast,
    ManyQuestions,
    NoSuchMatter,
    NotAsked,
    NothingStated,
    NotStarted,
    NotYourTalk,
    SheetSigned,
    TalkOver,
    UnknownMissing,
)
from halte.rights.talks.rules import told
from halte.rights.talks.words import WORDS
from halte.sites.models import Site
from tests.guards.askers import browser
from tests.pages import signed_in

pytestmark = pytest.mark.django_db

FIGURE = Stated(
    text="people came back under the treaty until the end of October",
    figure="1,204",
    source="Home Office, weekly figures",
    source_address="gov.uk/figures",
    source_on=date(2026, 11, 2),
    beside="you-may-stay",
)


@pytest.fixture
def speaker(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.SPEAKER)


@pytest.fixture
def offered(a_few_topics: Loaded, now: datetime) -> Offer:
    return Offer(
        government=Government.UNITED_KINGDOM,
        institution="Home Office, Returns",
        speaker="J. Whitfield",
        title="What the treaty means for you",
        written_in="en",
        matter="shelter-tonight",
        languages=("en", "ar"),
        interpreters=("ar",),
        starts_at=now + timedelta(days=1),
        minutes=60,
        where="Dining hall",
        seats=40,
    )


@pytest.fixture
def talk(speaker: Actor, offered: Offer, now: datetime) -> Talk:
    return actions.offer(actor=speaker, offered=offered, at=now, key=RetryKey.new())


@pytest.fixture
def accepted(talk: Talk, manager: Actor, now: datetime) -> Talk:
    actions.accept(actor=manager, talk=talk, at=now, key=RetryKey.new())
    talk.refresh_from_db()
    return talk


@pytest.fixture
def begun(accepted: Talk, now: datetime) -> datetime:
    """Ten minutes into the talk."""
    return accepted.starts_at + timedelta(minutes=10)


@pytest.fixture
def signed(accepted: Talk, speaker: Actor, now: datetime) -> FactSheet:
    actions.state_point(actor=speaker, talk=accepted, stated=FIGURE, at=now, key=RetryKey.new())
    return sign(accepted, speaker, now)


def sign(talk: Talk, speaker: Actor, now: datetime, unknown: str = "How many died this year.") -> FactSheet:
    return actions.sign(actor=speaker, talk=talk, name="J. Whitfield", unknown=unknown, at=now, key=RetryKey.new())


def read(talk: Talk, now: datetime, monkeypatch: pytest.MonkeyPatch, language: str = "en") -> str:
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    return Client().get(reverse("rights:talk", args=[language, talk.id])).content.decode()


def test_guests_read_of_a_talk_once_the_house_accepted_it(
    talk: Talk, manager: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    page, every = reverse("rights:talk", args=["en", talk.id]), reverse("rights:talks", args=["en"])
    assert Client().get(page).status_code == 404
    assert "J. Whitfield" not in Client().get(every).content.decode()

    lines = Line.objects.count()
    actions.accept(actor=manager, talk=talk, at=now, key=RetryKey.new())

    assert Line.objects.count() == lines + 1
    announced = Client().get(page)
    assert announced.status_code == 200
    assert not announced.cookies
    for said in ("J. Whitfield, Home Office, Returns", "Dining hall", "40 seats", "العربية", "No lists."):
        assert said in announced.content.decode()
    assert "J. Whitfield" in Client().get(every).content.decode()


def test_an_offer_is_declined_without_a_reason_and_nobody_ever_reads_of_it(talk: Talk, manager: Actor, now: datetime):
    actions.decline(actor=manager, talk=talk, at=now, key=RetryKey.new())

    assert Client().get(reverse("rights:talk", args=["en", talk.id])).status_code == 404
    with pytest.raises(AnsweredAlready):
        actions.accept(actor=manager, talk=talk, at=now, key=RetryKey.new())


def test_what_was_announced_and_is_off_says_so(
    accepted: Talk, speaker: Actor, manager: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(NotYourTalk):
        actions.withdraw(actor=manager, talk=accepted, at=now, key=RetryKey.new())
    actions.withdraw(actor=speaker, talk=accepted, at=now, key=RetryKey.new())

    for language in WORDS:
        assert WORDS[language]["off"] in read(accepted, now, monkeypatch, language)
    assert WORDS["en"]["ask"] not in read(accepted, now, monkeypatch)


def test_the_house_may_call_off_what_it_accepted_until_it_begins(
    accepted: Talk, manager: Actor, begun: datetime, now: datetime
):
    with pytest.raises(TalkOver):
        actions.decline(actor=manager, talk=accepted, at=begun, key=RetryKey.new())
    actions.decline(actor=manager, talk=accepted, at=now, key=RetryKey.new())
    accepted.refresh_from_db()
    assert (accepted.state, accepted.was_announced) == (TalkState.DECLINED, True)


def test_no_talk_begins_in_the_past_or_speaks_of_what_the_guide_does_not_know(
    offered: Offer, speaker: Actor, now: datetime
):
    for wrong, refusal in ((replace(offered, starts_at=now), InThePast), (replace(offered, matter="-"), NoSuchMatter)):
        with pytest.raises(refusal):
            actions.offer(actor=speaker, offered=wrong, at=now, key=RetryKey.new())
    assert not Talk.objects.exists()


def test_what_officials_state_stands_beside_the_guide_with_both_dates(
    signed: FactSheet, accepted: Talk, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    page = read(accepted, now, monkeypatch)

    assert "Signed by J. Whitfield, Home Office, Returns, on 24 November 2026" in page
    assert "1,204" in page
    assert "Home Office, weekly figures" in page
    assert "2 November 2026" in page, "the day of the source"
    beside = page.split(WORDS["en"]["guide"], 1)[1]
    assert "Checked on 2" in beside
    assert "How many died this year." in page
    assert WORDS["en"]["advice_text"] in page
    french = read(accepted, now, monkeypatch, "fr")
    assert 'lang="en" dir="ltr"' in french, "the speaker's own words keep their language"
    assert "English" in french


def test_a_statement_without_a_source_cannot_stand(signed: FactSheet):
    with pytest.raises(IntegrityError), transaction.atomic():
        Point.objects.filter(sheet=signed).update(source="")
    with pytest.raises(IntegrityError), transaction.atomic():
        FactSheet.objects.filter(id=signed.id).update(unknown="")


def test_nothing_is_shown_before_it_is_signed_and_a_sheet_says_what_is_not_known(
    accepted: Talk, speaker: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(NothingStated):
        sign(accepted, speaker, now)
    actions.state_point(actor=speaker, talk=accepted, stated=FIGURE, at=now, key=RetryKey.new())
    with pytest.raises(UnknownMissing):
        sign(accepted, speaker, now, unknown="")
    page = read(accepted, now, monkeypatch)
    assert "1,204" not in page
    assert WORDS["en"]["unsigned"] in page


def test_what_is_signed_stands_and_a_new_version_follows(
    signed: FactSheet, accepted: Talk, speaker: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(SheetSigned):
        actions.take_out_point(actor=speaker, point=signed.points.get(), at=now, key=RetryKey.new())
    more = replace(FIGURE, text="came in November", figure="9,417")
    actions.state_point(actor=speaker, talk=accepted, stated=more, at=now, key=RetryKey.new())
    assert "9,417" not in read(accepted, now, monkeypatch)

    second = sign(accepted, speaker, now)

    assert (second.number, second.points.count(), signed.points.count()) == (2, 2, 1)
    assert "9,417" in read(accepted, now, monkeypatch)


def test_only_who_offered_a_talk_speaks_in_it(
    signed: FactSheet, accepted: Talk, staff_at: Callable[..., Actor], calais: Site, now: datetime
):
    other = staff_at(calais, Role.SPEAKER)
    with pytest.raises(NotYourTalk):
        actions.state_point(actor=other, talk=accepted, stated=FIGURE, at=now, key=RetryKey.new())
    with pytest.raises(NotYourTalk):
        sign(accepted, other, now)
    assert queries.talks(other) == []
    assert queries.talk(other, accepted.id) is None


def test_a_speaker_reads_how_many_listened_by_language_and_never_a_small_number(
    accepted: Talk, speaker: Actor, greeter: Actor, begun: datetime, now: datetime
):
    with pytest.raises(NotStarted):
        actions.count_heads(actor=greeter, talk=accepted, people={"ar": 1}, at=now, key=RetryKey.new())
    counted = {"ar": 23, "ti": 3, "en": 0}
    actions.count_heads(actor=greeter, talk=accepted, people=counted, at=begun, key=RetryKey.new())

    assert {one.language.code: one.people for one in queries.heads(speaker, accepted)} == {"ar": 25, "ti": None}
    assert {one.language.code: one.people for one in queries.heads(greeter, accepted)} == {"ar": 23, "ti": 3}
    assert [told(number) for number in (0, 10, 11, 12, 13, 40)] == [None, None, 10, 10, 15, 40]
    personal = {field.name for field in Headcount._meta.get_fields()} - {"id", "site", "talk", "language", "people"}
    assert personal == set(), "a headcount knows numbers"


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
        *("id", "site", "talk", "text", "language", "asked_on", "state", "read_by"),
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


def test_the_words_of_a_talk_stand_in_every_language():
    for language in languages.ALL:
        assert WORDS[language.code].keys() == WORDS["en"].keys()
        for name, words in WORDS[language.code].items():
            assert words.strip(), (language.code, name)
            assert words.count("{") == WORDS["en"][name].count("{"), (language.code, name)


def test_a_talk_is_offered_accepted_sourced_and_signed_on_its_pages(
    a_few_topics: Loaded, calais: Site, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    official, house = browser(calais, Role.SPEAKER), browser(calais, Role.MANAGER)

    def send(client: Client, page: str, *args: object, **data: object) -> int:
        return client.post(reverse(page, args=args), {"key": str(RetryKey.new().value), **data}).status_code

    told = {
        "government": "united_kingdom",
        "institution": "Home Office",
        "speaker": "J. Whitfield",
        "title": "The treaty",
        "written_in": "en",
        "matter": "shelter-tonight",
        "day": "2026-11-25",
        "hour": "14:00",
        "minutes": "60",
        "where": "Hall",
        "seats": "40",
        "languages": ["en", "ar"],
    }
    assert send(official, "talks:offer", **told) == 302
    talk = Talk.objects.get()
    assert talk.starts_at.astimezone(calais.zone).hour == 14
    assert send(house, "talks:accept", talk.id) == 302
    for address in ("javascript:alert(1)", "a b.example", 'gov.uk/"><script>'):
        source = {"source": "Home Office", "source_on": "2026-11-02", "source_address": address}
        assert send(official, "talks:state_point", talk.id, text="It began.", **source) == 422
    point = {"text": "It began.", "source": "Home Office", "source_on": "2026-11-02", "source_address": "gov.uk/x"}
    assert send(official, "talks:state_point", talk.id, **point) == 302
    assert send(official, "talks:sign", talk.id, name="J. Whitfield", unknown="How many died.") == 302
    assert b"How many died." in house.get(reverse("talks:talk", args=[talk.id])).content
    assert b"Count heads" not in official.get(reverse("talks:talk", args=[talk.id])).content


def test_the_machine_in_the_hall_shows_a_talk_and_lets_nobody_type_a_question(accepted: Talk, manager: Actor) -> None:
    page, asking = f"/guide/en/talks/{accepted.id}/", f"/talks/ask/{accepted.id}/"
    assert asking in Client().get(page).content.decode()
    machine = signed_in(manager)
    machine.post("/desk/kiosk/", {"key": str(RetryKey.new().value)})

    shown = machine.get(page)

    assert shown.status_code == 200
    assert asking not in shown.content.decode()
    assert machine.get(asking).status_code == 404
