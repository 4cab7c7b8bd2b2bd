"""Where no voice is heard, pictures tell a topic, and one tap leads to somebody to ask: where and when."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from django.test import Client

from halte.accounts.actor import Actor
from halte.rights import queries as guide
from halte.rights.actions import Loaded
from halte.rights.headings import ORDER, URGENT
from halte.rights.models import Recording, Statement, VoiceState
from halte.rights.reading import READING
from halte.rights.voices import queries, reading
from halte.web.pictograms import svg
from tests.rights.conftest import GUIDE, LANGUAGES

pytestmark = pytest.mark.one_database

STRIP = re.compile(r'<div class="card strip">(.*?)</div>', re.DOTALL)
DAY = date(2026, 11, 24)


def read(address: str) -> str:
    return unescape(Client().get(address).content.decode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_voice_a_page_is_told_in_pictures_and_leads_to_somebody(language: str, a_few_topics: Loaded):
    page = read(f"/guide/{language}/shelter-tonight/")

    [strip] = STRIP.findall(page)
    assert [strip.count(svg(sign, size="large")) for sign in ("bed", "phone")] == [1, 1]
    assert f'href="/guide/{language}/places/"' in strip
    assert READING[language]["person"] in strip
    assert f'href="/guide/{language}/"' in page.partition("<main")[0], "one tap to the pictures of all topics"


def test_the_first_page_leads_to_somebody_before_anything_must_be_read(a_few_topics: Loaded):
    for language in LANGUAGES:
        page = read(f"/guide/{language}/")

        before, person, after = page.partition(READING[language]["person"])
        assert person
        assert before.endswith(svg("talk"))
        assert f'id="{URGENT}"' in after
    assert READING["en"]["person"] in read("/guide/en/search/?q=xxxxxxx")
    assert READING["en"]["person"] in read("/guide/en/no-such-page/")


def test_the_ten_most_urgent_topics_have_a_picture_in_every_language():
    urgent = [topic for topic in GUIDE if topic.slug in ORDER[URGENT]]

    assert len(urgent) == len(ORDER[URGENT]) == 10
    assert len({topic.pictogram for topic in urgent}) == 10, "each its own picture"
    for topic in urgent:
        assert {page.language for page in topic.pages} == set(LANGUAGES), topic.slug


def test_a_page_that_is_heard_whole_needs_no_pictures(a_few_topics: Loaded, writer: Actor, second: Actor):
    statements = list(Statement.objects.filter(topic__slug="shelter-tonight"))
    for number, statement in enumerate(statements):
        words = queries.words_to_read(statement, "ar")
        assert words is not None
        assert STRIP.search(read("/guide/ar/shelter-tonight/")), "as long as one has no voice"
        Recording.objects.create(
            statement=statement,
            language="ar",
            said_of=queries.digest(words),
            sound=b"OggS",
            kind="ogg",
            digest=f"{number:064x}",
            state=VoiceState.HEARD,
            spoken_by=writer.id,
            spoken_on=DAY,
            approved_by=second.id,
            approved_on=DAY,
        )

    assert not STRIP.search(read("/guide/ar/shelter-tonight/"))
    assert STRIP.search(read("/guide/fr/shelter-tonight/"))


def test_a_statement_that_is_told_no_more_asks_for_no_voice(a_few_topics: Loaded):
    page = guide.page("en", "shelter-tonight", on=date(2036, 1, 1))
    assert page is not None
    told = [statement for statement in page.statements if not statement.ask_us]
    assert 0 < len(told) < len(page.statements)

    spoken = tuple(statement if statement.ask_us else replace(statement, voice="x") for statement in page.statements)

    assert not reading.is_heard(page)
    assert reading.is_heard(replace(page, statements=spoken))
