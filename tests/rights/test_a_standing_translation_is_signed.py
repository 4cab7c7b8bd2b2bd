"""A translation that stands is read beside its original and signed; any change brings its label back."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.journal.models import Line
from halte.rights import revising, signing
from halte.rights.actions import Loaded
from halte.rights.beside import pairs_of
from halte.rights.files import CONTENT, read_guide
from halte.rights.models import KeptBy, Page, State, Topic, Wording
from halte.rights.queries import as_files
from halte.rights.refusals import (
    AlreadySigned,
    NotUpToDate,
    NotYourText,
    OnlyTranslatorsSign,
    ReadOther,
    WriterApproves,
)
from halte.rights.saying import Words
from halte.rights.words import WORDS
from halte.sites.models import Site
from tests.guards.askers import browser

pytestmark = pytest.mark.django_db
AR = "/guide/ar/day-centres/"
FILE = "day-centres/ar.toml"


@pytest.fixture
def arabic(a_few_topics: Loaded) -> Page:
    return Page.objects.select_related("topic").get(topic__slug="day-centres", language="ar")


@pytest.fixture
def sign(now: datetime) -> Callable[..., Page]:
    def read_and_sign(actor: Actor, page: Page, read: str = "") -> Page:
        read = read or signing.as_read(list(pairs_of(page.topic.slug, page.language)))
        return signing.sign(
            actor=actor, page=page, read=read, signature="Traductrice, Calais", at=now, key=RetryKey.new()
        )

    return read_and_sign


@pytest.fixture
def change(writer: Actor, second: Actor, now: datetime) -> Callable[..., None]:
    def by_two(language: str, words: str, *, first: Actor = writer) -> None:
        of = Wording.objects.get(statement__topic__slug="day-centres", statement__code="come-in", language=language)
        revision = revising.propose(actor=first, of=of, to=Words(words), at=now, key=RetryKey.new())
        revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())

    return by_two


def label_stands(client: Client) -> bool:
    return WORDS["ar"].not_reviewed in client.get(AR).content.decode()


def test_the_label_goes_and_readers_see_who_and_when(
    arabic: Page, sign: Callable[..., Page], translator: Actor, client: Client
):
    assert label_stands(client)
    lines = Line.objects.count()
    signed = sign(translator, arabic)

    assert (signed.state, signed.translator, signed.translated_on) == (
        State.APPROVED,
        "Traductrice, Calais",
        date(2026, 11, 24),
    )
    assert not label_stands(client)
    page = client.get(AR).content.decode()
    assert "وافق مترجم على هذه الترجمة في 24 نوفمبر 2026" in page
    assert "Traductrice, Calais" in page
    assert "وافق مترجم" not in client.get("/guide/ar/dublin/").content.decode()
    assert Line.objects.count() == lines + 1
    with pytest.raises(AlreadySigned):
        sign(translator, arabic)


def test_the_files_say_it_and_read_again_to_the_byte(
    arabic: Page,
    sign: Callable[..., Page],
    translator: Actor,
    loading: Callable[..., Loaded],
    a_few_files: Path,
    tmp_path: Path,
):
    sign(translator, arabic)
    given_back = as_files()
    old, new = (CONTENT / FILE).read_text(encoding="utf-8").splitlines(), given_back[FILE].decode().splitlines()
    assert [line for line in new if line not in old] == [
        'state = "approved"',
        'translator = "Traductrice, Calais"',
        "date = 2026-11-24",
    ]
    folder = Path(shutil.copytree(a_few_files, tmp_path / "guide"))
    (folder / FILE).write_bytes(given_back[FILE])
    [again] = [page for topic in read_guide(folder) for page in topic.pages if page.state.value == "approved"]
    assert (again.language, again.translator) == ("ar", "Traductrice, Calais")
    Topic.objects.update(kept_by=KeptBy.FILES)
    loading(folder)
    assert as_files() == given_back
    assert Page.objects.get(id=arabic.id).state == State.APPROVED


@pytest.mark.parametrize("language", ["ar", "en"])
def test_another_word_of_it_or_of_its_original_brings_the_label_back(
    arabic: Page,
    sign: Callable[..., Page],
    change: Callable[..., None],
    translator: Actor,
    client: Client,
    language: str,
):
    before = as_files()[FILE]
    sign(translator, arabic)
    change("fr", "Entrez.")
    assert not label_stands(client), "another language is another translation"
    change(language, "Come in." if language == "en" else "ادخل.")

    assert label_stands(client)
    assert Page.objects.get(id=arabic.id).translator == ""
    file = as_files()[FILE].decode()
    assert 'state = "unchecked"' in file
    assert "translator" not in file
    if language == "en":
        assert set(file.splitlines()) - set(before.decode().splitlines()) == {"date = 2026-11-24"}
        with pytest.raises(NotUpToDate):
            sign(translator, arabic)
    else:
        assert sign(translator, arabic).state == State.APPROVED


def test_who_wrote_words_of_it_does_not_sign_it(
    arabic: Page,
    sign: Callable[..., Page],
    change: Callable[..., None],
    translator: Actor,
    second: Actor,
    writer: Actor,
):
    change("ar", "ادخل.", first=translator)
    with pytest.raises(WriterApproves):
        sign(translator, arabic)
    change("ar", "تفضل.", first=writer)
    assert sign(translator, arabic).state == State.APPROVED, "nothing of theirs stands any more"


def test_who_reads_no_translation_and_who_read_something_else_does_not_sign(
    arabic: Page, sign: Callable[..., Page], change: Callable[..., None], translator: Actor, writer: Actor
):
    with pytest.raises(OnlyTranslatorsSign):
        sign(writer, arabic)
    with pytest.raises(NotYourText):
        sign(translator, Page.objects.get(topic=arabic.topic_id, language="en"))
    read = signing.as_read(list(pairs_of("day-centres", "ar")))
    change("ar", "ادخل.")
    with pytest.raises(ReadOther):
        sign(translator, arabic, read)
    assert Page.objects.get(id=arabic.id).state == State.UNCHECKED


def test_the_desk_leads_to_the_page_and_the_page_to_the_signature(arabic: Page, calais: Site, dunkirk: Site):
    client, editor = browser(calais, Role.TRANSLATOR), browser(dunkirk, Role.EDITOR)
    assert "/editing/to-read/ar/" in client.get("/editing/").content.decode()
    address = f"/editing/page/{arabic.id}/read-through/"
    assert address in client.get("/editing/to-read/ar/").content.decode()
    assert address in client.get("/editing/topic/day-centres/").content.decode()
    assert client.get("/editing/to-read/xx/").status_code == 404
    shown = client.get(address)
    for pair in pairs_of("day-centres", "ar"):
        assert pair.original.stands.text in shown.content.decode()
        assert pair.translated.stands.text in shown.content.decode()
    read = shown.context["form"].initial["read"]
    typed = {"read": read, "signature": "Traductrice, Calais"}
    assert 'name="signature"' not in editor.get(address).content.decode()
    assert editor.post(address, typed | {"key": str(uuid4())}).status_code == 422
    assert client.post(address, typed | {"signature": "", "key": str(uuid4())}).status_code == 422
    said = client.post(address, typed | {"key": str(uuid4())}, follow=True).content.decode()
    assert "a translator approved it" in said
    assert "Traductrice, Calais" in said
    assert address not in client.get("/editing/to-read/ar/").content.decode()
    original = Page.objects.get(topic=arabic.topic_id, language="en")
    assert client.get(f"/editing/page/{original.id}/read-through/").status_code == 404
