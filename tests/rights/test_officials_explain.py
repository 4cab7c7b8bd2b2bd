"""Officials explain: offered, accepted or declined, withdrawn; signed, dated, sourced; and only heads are counted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

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
from halte.rights.models import FactSheet, Headcount, Point, Talk, TalkState
from halte.rights.talks import actions, queries
from halte.rights.talks.actions import Offer
from halte.rights.talks.refusals import (
    AnsweredAlready,
    InThePast,
    NoSuchMatter,
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
from tests.rights.a_talk import FIGURE, read, sign

pytestmark = pytest.mark.django_db


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
    for address in ("javascript:alert(1)", "a b.example", "[x].example", 'gov.uk/"><script>'):
        source = {"source": "Home Office", "source_on": "2026-11-02", "source_address": address}
        assert send(official, "talks:state_point", talk.id, text="It began.", **source) == 422
    point = {"text": "It began.", "source": "Home Office", "source_on": "2026-11-02", "source_address": "gov.uk/x"}
    assert send(official, "talks:state_point", talk.id, **point) == 302
    assert send(official, "talks:sign", talk.id, name="J. Whitfield", unknown="How many died.") == 302
    assert b"How many died." in house.get(reverse("talks:talk", args=[talk.id])).content
    assert b"Count heads" not in official.get(reverse("talks:talk", args=[talk.id])).content
