"""Titles and summaries are changed like statements: one writes, another approves, and translations follow."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import get_resolver

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.rights import revising, urls
from halte.rights.actions import Loaded
from halte.rights.files import CONTENT, RESERVED, SLUG
from halte.rights.models import Page, Progress, Revision
from halte.rights.queries import as_files
from halte.rights.refusals import NothingNew, NotYourText, TextRefused, WriterApproves
from halte.rights.saying import Words
from halte.rights.tables import GuideFileWrong
from halte.sites.models import Site
from tests.guards.askers import browser

pytestmark = pytest.mark.django_db
NEW = Words("Where can we sleep?", "How to find a bed for this night.")


@pytest.fixture
def guide(a_few_topics: Loaded) -> Loaded:
    return a_few_topics


def head(language: str = "en") -> Page:
    return Page.objects.select_related("topic").get(topic__slug="shelter-tonight", language=language)


@pytest.fixture
def change(writer: Actor, second: Actor, now: datetime) -> Callable[[Page, Words], None]:
    def approved(of: Page, words: Words) -> None:
        revision = revising.propose(actor=writer, of=of, to=words, at=now, key=RetryKey.new())
        revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())

    return approved


def test_two_people_change_a_title_and_its_translations_are_outdated(
    guide: Loaded, writer: Actor, second: Actor, now: datetime, reader: Client
):
    revision = revising.propose(actor=writer, of=head(), to=NEW, at=now, key=RetryKey.new())
    assert NEW.text not in reader.get("/guide/en/shelter-tonight/").content.decode()
    with pytest.raises(WriterApproves):
        revising.approve(actor=writer, revision=revision, at=now, key=RetryKey.new())
    revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())

    page = reader.get("/guide/en/shelter-tonight/").content.decode()
    assert NEW.text in page
    assert NEW.more in page
    outdated = set(Page.objects.filter(outdated=True).values_list("topic__slug", "language"))
    assert outdated == {("shelter-tonight", one.language) for one in head().topic.pages.exclude(language="en")}
    assert "تغيّر النص الأصلي" in reader.get("/guide/ar/shelter-tonight/").content.decode()


def test_a_translated_title_is_up_to_date_again_and_its_file_changes_in_two_lines(
    guide: Loaded, change: Callable[..., None]
):
    change(head(), NEW)
    change(head("fr"), Words("Où pouvons-nous dormir ?", "Comment trouver un lit cette nuit."))

    assert not head("fr").outdated
    assert head("ar").outdated
    name = "shelter-tonight/fr.toml"
    old, new = (CONTENT / name).read_text(encoding="utf-8").splitlines(), as_files()[name].decode().splitlines()
    assert [line.partition(" ")[0] for line in new if line not in old] == ["title", "summary"]
    assert len(new) == len(old)


def test_what_stood_before_is_brought_back_by_two(
    guide: Loaded, change: Callable[..., None], writer: Actor, second: Actor, now: datetime
):
    before = head()
    change(before, NEW)
    loaded = Revision.objects.get(progress=Progress.LOADED, page=before)
    again = revising.restore(actor=writer, revision=loaded, at=now, key=RetryKey.new())
    revising.approve(actor=second, revision=again, at=now, key=RetryKey.new())

    assert (head().title, head().summary) == (before.title, before.summary)
    name = "shelter-tonight/en.toml"
    assert as_files()[name] == (CONTENT / name).read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        Words("Call 115", "How to find a bed."),
        Words("Sleep", "For ١١٥ nights."),
        Words("<b>Sleep</b>", "How to find a bed."),
        Words("Sleep in a [fr: foyer]", "How to find a bed."),
        Words("Sleep", "See www.evil.example"),
        Words("x" * 81, "How to find a bed."),
        Words("Sleep", ""),
    ],
)
def test_a_title_states_no_figure_and_holds_nothing_hostile(guide: Loaded, writer: Actor, now: datetime, words: Words):
    with pytest.raises(TextRefused):
        revising.propose(actor=writer, of=head(), to=words, at=now, key=RetryKey.new())
    assert not Revision.objects.exists()


def test_a_translator_writes_translated_titles_only(guide: Loaded, translator: Actor, now: datetime):
    with pytest.raises(NotYourText):
        revising.propose(actor=translator, of=head(), to=NEW, at=now, key=RetryKey.new())
    words = Words(head("fr").title, head("fr").summary)
    with pytest.raises(NothingNew):
        revising.propose(actor=translator, of=head("fr"), to=words, at=now, key=RetryKey.new())


def test_a_text_is_of_a_statement_or_of_a_page(guide: Loaded, writer: Actor, now: datetime):
    revision = revising.propose(actor=writer, of=head(), to=NEW, at=now, key=RetryKey.new())
    with pytest.raises(IntegrityError, match="a_revision_is_of_one_thing"), transaction.atomic():
        Revision.objects.filter(id=revision.id).update(page=None)


def test_the_pages_lead_from_a_topic_to_its_new_title(guide: Loaded, calais: Site, dunkirk: Site):
    first, other = browser(calais, Role.EDITOR), browser(dunkirk, Role.EDITOR)
    assert "/editing/topic/shelter-tonight/" in first.get("/editing/").content.decode()
    address = f"/editing/page/{head().id}/"
    assert address in first.get("/editing/topic/shelter-tonight/").content.decode()

    said = {"key": str(RetryKey.new().value), "text": "Call 115", "more": NEW.more}
    refused = first.post(address, said)
    assert refused.status_code == 422
    assert 'value="Call 115"' in refused.content.decode(), "what was typed stands"
    first.post(address, said | {"text": NEW.text, "key": str(RetryKey.new().value)})
    assert NEW.text in first.get("/editing/").content.decode()
    revision = Revision.objects.get()
    other.post(f"/editing/version/{revision.id}/approve/", {"key": str(RetryKey.new().value)})
    assert head().title == NEW.text


def test_no_topic_takes_the_address_of_another_page(a_folder: Path, loading: Callable[..., Loaded]):
    topic = a_folder / "day-centres"
    topic.rename(a_folder / "search")
    file = a_folder / "search" / "topic.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('slug = "day-centres"', 'slug = "search"'))

    with pytest.raises(GuideFileWrong, match="slug"):
        loading(a_folder)


def test_every_word_that_stands_where_a_topic_would_stand_is_reserved():
    routes = [str(pattern.pattern) for pattern in get_resolver(urls.__name__).url_patterns]
    second = {route.split("/")[1] for route in routes if route.startswith("<str:language>/")}

    assert {word for word in second if SLUG.fullmatch(word)} == RESERVED
