"""One writes, another approves; what follows from a change is marked exactly, and nothing hostile comes in."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.journal.models import Line
from halte.rights import revising
from halte.rights.actions import Loaded
from halte.rights.editing.comparing import changes
from halte.rights.files import CONTENT
from halte.rights.models import Progress, Revision, Statement, Wording
from halte.rights.queries import as_files, page
from halte.rights.refusals import (
    NothingNew,
    NotInReview,
    NotYourText,
    TextRefused,
    WriterApproves,
)
from halte.rights.saying import Words
from halte.rights.tables import GuideFileWrong
from halte.sites.models import Site
from tests.guards.askers import browser
from tests.rights.conftest import PAGES

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
ASK = Words("Ask our team too.", "We look for a bed with you.")
TRANSLATIONS = {language for language, slug in PAGES if slug == "shelter-tonight"} - {"en"}


@pytest.fixture
def guide(a_few_topics: Loaded) -> Loaded:
    return a_few_topics


def wording(language: str, code: str = "ask-our-desk") -> Wording:
    return Wording.objects.select_related("statement__topic").get(
        language=language, statement__code=code, statement__topic__slug="shelter-tonight"
    )


@pytest.fixture
def change(writer: Actor, second: Actor, now: datetime) -> Callable[[Wording, Words], Wording]:
    def approved(of: Wording, words: Words) -> Wording:
        revision = revising.propose(actor=writer, of=of, to=words, at=now, key=RetryKey.new())
        return revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())

    return approved


def test_readers_see_the_old_words_until_a_second_person_approves(
    guide: Loaded, writer: Actor, second: Actor, now: datetime, reader: Client
):
    revision = revising.propose(actor=writer, of=wording("en"), to=ASK, at=now, key=RetryKey.new())
    assert ASK.text not in reader.get("/guide/en/shelter-tonight/").content.decode()
    with pytest.raises(WriterApproves):
        revising.approve(actor=writer, revision=revision, at=now, key=RetryKey.new())
    revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())
    assert ASK.text in reader.get("/guide/en/shelter-tonight/").content.decode()
    with pytest.raises(NotInReview):
        revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())


def test_the_database_holds_that_two_people_stand_behind_it(guide: Loaded, writer: Actor, now: datetime):
    revision = revising.propose(actor=writer, of=wording("en"), to=ASK, at=now, key=RetryKey.new())
    with pytest.raises(IntegrityError, match="writer_is_not_approver"), transaction.atomic():
        Revision.objects.filter(id=revision.id).update(approved_by=writer.id)


def test_exactly_the_affected_translations_become_outdated(guide: Loaded, change: Callable[..., Wording]):
    change(wording("en"), ASK)
    assert {(row.language, row.statement.code) for row in Wording.objects.filter(outdated=True)} == {
        (language, "ask-our-desk") for language in TRANSLATIONS
    }
    assert len(TRANSLATIONS) >= 2
    shown = page("fr", "shelter-tonight", TODAY)
    assert shown is not None
    assert [one.code for one in shown.statements if one.outdated] == ["ask-our-desk"]


def test_readers_see_the_note_in_their_language(guide: Loaded, change: Callable[..., Wording], reader: Client):
    change(wording("en"), ASK)
    assert "تغيّر النص الأصلي" in reader.get("/guide/ar/shelter-tonight/").content.decode()
    assert "تغيّر النص الأصلي" not in reader.get("/guide/ar/day-centres/").content.decode()


def test_an_approved_translation_is_up_to_date_and_touches_no_other(guide: Loaded, change: Callable[..., Wording]):
    change(wording("en"), ASK)
    change(wording("fr"), Words("Demandez aussi à notre équipe.", "Nous cherchons un lit avec vous."))
    assert {row.language for row in Wording.objects.filter(outdated=True)} == TRANSLATIONS - {"fr"}


def test_no_lawyer_stands_behind_words_they_did_not_see(guide: Loaded, change: Callable[..., Wording]):
    row = wording("en")
    Statement.objects.filter(id=row.statement_id).update(approved_by="A lawyer", approved_on=TODAY)
    change(row, ASK)
    assert Statement.objects.get(id=row.statement_id).approved_on is None


def test_a_translator_writes_translations_and_not_their_original(guide: Loaded, translator: Actor, now: datetime):
    with pytest.raises(NotYourText):
        revising.propose(actor=translator, of=wording("en"), to=ASK, at=now, key=RetryKey.new())
    words = Words("Demandez aussi à notre équipe.")
    assert revising.propose(actor=translator, of=wording("fr"), to=words, at=now, key=RetryKey.new())


@pytest.mark.parametrize(
    "said",
    [
        "<script>alert(1)</script>",
        "Ask <b>us</b>",
        "&lt;img src=x&gt;",
        "[click](x)",
        "Go to https://evil.example",
        "See www.evil.example",
        "javascript:alert",
        "write to me@evil.example",
        "Call \u202e511\u202c",
        "a\u200bb",
        "a\u200eb",
        "\u2067abc\u2069",
        "[xx: words]",
        "[fr: words",
        "{{ csrf_token }}",
        "one\ntwo",
    ],
)
def test_nothing_hostile_comes_in_by_page_or_file(guide: Loaded, translator: Actor, now: datetime, said: str):
    before = as_files(), Line.objects.count()
    with pytest.raises(TextRefused):
        revising.propose(actor=translator, of=wording("ar"), to=Words(said), at=now, key=RetryKey.new())
    assert (as_files(), Line.objects.count()) == before


@pytest.mark.parametrize("said", ["<b>us</b>", "see www.evil.example", "[xx: words]"])
def test_nothing_hostile_comes_in_with_a_file(
    spoil: Callable[[str, str, str], Path], loading: Callable[..., Loaded], said: str
):
    folder = spoil("shelter-tonight/fr.toml", "Demandez aussi à notre accueil.", said)
    with pytest.raises(GuideFileWrong):
        loading(folder)


def test_words_that_need_a_joiner_are_let_through(guide: Loaded, translator: Actor, now: datetime):
    words = Words("از تیم ما هم بپرسید؛ می\u200cتوانیم کمک کنیم.")
    assert revising.propose(actor=translator, of=wording("ar"), to=words, at=now, key=RetryKey.new())


def test_the_same_words_are_nothing_new(guide: Loaded, writer: Actor, now: datetime):
    row = wording("en")
    with pytest.raises(NothingNew):
        revising.propose(actor=writer, of=row, to=Words(row.text, row.more), at=now, key=RetryKey.new())


def test_what_stood_before_can_be_brought_back_by_two_people(
    guide: Loaded, writer: Actor, second: Actor, now: datetime, change: Callable[..., Wording]
):
    before = wording("en")
    change(before, ASK)
    loaded = Revision.objects.get(progress=Progress.LOADED)
    again = revising.restore(actor=writer, revision=loaded, at=now, key=RetryKey.new())
    revising.approve(actor=second, revision=again, at=now, key=RetryKey.new())
    assert (wording("en").text, wording("en").more) == (before.text, before.more)
    name = "shelter-tonight/en.toml"
    assert as_files()[name] == (CONTENT / name).read_bytes()


def test_the_file_changes_in_this_statement_alone_and_loads_again(
    guide: Loaded, change: Callable[..., Wording], a_few_files: Path
):
    change(wording("en"), Words('He said "ask".', ""))
    name = "shelter-tonight/en.toml"
    old, new = (CONTENT / name).read_text(encoding="utf-8").splitlines(), as_files()[name].decode().splitlines()
    assert [line for line in new if line not in old] == ['text = "He said \\"ask\\"."']
    assert len(new) == len(old) - 1
    assert {key: text for key, text in as_files().items() if key != name} == {
        str(path.relative_to(a_few_files)): path.read_bytes()
        for path in a_few_files.rglob("*.toml")
        if str(path.relative_to(a_few_files)) != name
    }


def test_what_changed_is_marked_word_by_word():
    assert [(piece.words, piece.change) for piece in changes("Call 115 today", "Call 116 today")] == [
        ("Call", ""),
        ("115", "gone"),
        ("116", "new"),
        ("today", ""),
    ]


def test_the_pages_lead_from_a_proposal_to_its_approval(guide: Loaded, calais: Site, dunkirk: Site):
    row, key = wording("ar"), RetryKey.new
    first, other = browser(calais, Role.TRANSLATOR), browser(dunkirk, Role.TRANSLATOR)
    said = {"key": str(key().value), "text": "اسأل فريقنا أيضًا.", "more": ""}
    first.post(f"/editing/text/{row.id}/", said)
    revision = Revision.objects.get()
    assert "اسأل فريقنا أيضًا." in first.get("/editing/").content.decode()
    first.post(f"/editing/version/{revision.id}/approve/", {"key": str(key().value)})
    assert wording("ar").text == row.text
    other.post(f"/editing/version/{revision.id}/approve/", {"key": str(key().value)})
    assert wording("ar").text == "اسأل فريقنا أيضًا."
    side_by_side = other.get(f"/editing/text/{row.id}/").content.decode()
    assert wording("en").text in side_by_side
    assert row.text in side_by_side
