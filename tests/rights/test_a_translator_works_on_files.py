"""A page goes to a translator as XLIFF and comes back in review, whole or not at all; nothing hostile comes with it."""

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.models import Staff
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.config import guide_translating
from halte.config.unusable import Unusable
from halte.journal.models import Line
from halte.rights import revising, xliff
from halte.rights.actions import Loaded
from halte.rights.models import Progress, Revision, Wording
from halte.rights.refusals import NothingNew, NotYourText, XliffRefused
from halte.rights.saying import Words
from halte.rights.translating import take_in, written_out
from halte.sites.models import Site
from tests.guards.askers import browser

pytestmark = pytest.mark.django_db
OLD, NEW = "Demandez aussi à notre accueil.", "Demandez aussi à notre équipe."


@pytest.fixture
def guide(a_few_topics: Loaded) -> Loaded:
    return a_few_topics


@pytest.fixture
def file(guide: Loaded) -> bytes:
    """The French page on shelter, as it goes out."""
    content = written_out("shelter-tonight", "fr")
    assert content is not None
    return content


@pytest.fixture
def comes_back(translator: Actor, now: datetime) -> Callable[[bytes], list[Revision]]:
    def take(content: bytes) -> list[Revision]:
        return list(take_in(actor=translator, content=content, at=now, key=RetryKey.new()).revisions)

    return take


def standing(language: str = "fr") -> Wording:
    return Wording.objects.select_related("statement__topic").get(language=language, statement__code="ask-our-desk")


def put(content: bytes, old: str, new: str) -> bytes:
    assert old.encode() in content
    return content.replace(old.encode(), new.encode(), 1)


def test_a_page_goes_out_with_its_original_its_words_and_what_to_know(file: bytes):
    page = xliff.read(file)
    assert (page.slug, page.source_language, page.language) == ("shelter-tonight", "en", "fr")
    assert page.units["ask-our-desk.text"] == (standing("en").text, OLD)
    assert "page.title" in page.units
    assert b'version="1.2"' in file
    assert b"Law: CASF L345-2-2" in file
    assert written_out("shelter-tonight", "en") is None, "an original is no translation"
    assert written_out("shelter-tonight", "xx") is None


def test_what_comes_back_waits_for_a_second_person_in_one_act(
    file: bytes, comes_back: Callable[..., list[Revision]], translator: Actor, second: Actor, now: datetime
):
    lines = Line.objects.count()
    [revision] = comes_back(put(file, OLD, NEW))

    assert Line.objects.count() == lines + 1
    assert (revision.progress, revision.written_by) == (Progress.IN_REVIEW, translator.id)
    assert standing().text == OLD
    revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())
    assert (standing().text, standing().more) == (NEW, revision.more)


def test_an_outdated_text_is_up_to_date_when_a_translator_finds_it_right(
    guide: Loaded, comes_back: Callable[..., list[Revision]]
):
    Wording.objects.filter(id=standing().id).update(outdated=True)
    content = written_out("shelter-tonight", "fr")
    assert content is not None
    assert b'state="needs-translation"' in content

    [revision] = comes_back(content)
    assert revision.text == OLD


def test_nothing_changed_is_nothing_new(file: bytes, comes_back: Callable[..., list[Revision]], greeter: Actor):
    with pytest.raises(NothingNew):
        comes_back(file)
    with pytest.raises(NothingNew):
        comes_back(put(file, f">{OLD}<", "><"))


HOSTILE = {
    "markup as text": (OLD, "&lt;b&gt;nous&lt;/b&gt;", "markup"),
    "markup as elements": (OLD, "<g id='1'>nous</g>", "markup"),
    "a comment inside": (OLD, "nous<!-- x -->", "markup"),
    "an address": (OLD, "Voir www.evil.example", "address"),
    "a number called instead": (OLD, "Écrivez à me@evil.example", "address"),
    "turned letters": (OLD, "Appelez \u202e511\u202c", "shown"),
    "a hidden letter": (OLD, "a\u200bb", "shown"),
    "words too long": (OLD, "x" * 241, "too long"),
    "a figure in a title": (">Où dormir ce soir\N{NNBSP}?<", ">115<", "figure"),
    "another language": ('target-language="fr"', 'target-language="vi-x"', "no such page"),
    "the original as target": ('target-language="fr"', 'target-language="en"', "no such page"),
    "another source": ('source-language="en"', 'source-language="ar"', "no such page"),
    "another page": ('original="shelter-tonight"', 'original="../sources"', "no such page"),
    "a path for a page": ('original="shelter-tonight"', 'original="dublin"', "no text of this name"),
    "a name that is not there": ('id="ask-our-desk.text"', 'id="nothing.text"', "no text of this name"),
    "no name": ('id="ask-our-desk.text"', 'id=""', "name of its own"),
    "a name twice": ('id="ask-our-desk.text"', 'id="page.title"', "name of its own"),
    "another original": ("<source>Call 115", "<source>Call 116", "write the page out again"),
    "an entity bomb": (
        "<xliff ",
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><xliff ',
        "entities",
    ),
    "a file of the server": ("<xliff ", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff ', "entities"),
    "another encoding declared": ('encoding="UTF-8"', 'encoding="UTF-7"', "UTF-8"),
    "an end too early": ("</xliff>", "", "no XLIFF"),
    "two pages": ("</file>", '</file><file original="dublin" source-language="en"><body/></file>', "no XLIFF"),
}


@pytest.mark.parametrize(("old", "new", "says"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_gets_one_sentence_and_nothing_of_it_is_taken(
    file: bytes, comes_back: Callable[..., list[Revision]], old: str, new: str, says: str
):
    lines = Line.objects.count()
    with pytest.raises(XliffRefused, match=says) as refused:
        comes_back(put(file, old, new))

    assert len(str(refused.value).splitlines()) == 1
    assert not Revision.objects.exists()
    assert Line.objects.count() == lines


@pytest.mark.parametrize("alphabet", ["utf-16-le", "utf-16-be", "utf-16"])
def test_a_document_type_is_not_slipped_in_by_another_alphabet(
    file: bytes, comes_back: Callable[..., list[Revision]], alphabet: str
):
    plain = put(file, OLD, NEW).decode().encode("ascii", "xmlcharrefreplace").decode()
    typed = plain.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    declared = typed.replace("<xliff ", '<!DOCTYPE x [<!ENTITY a "shelter-tonight">]><xliff ', 1)

    with pytest.raises(XliffRefused, match="UTF-8"):
        comes_back(declared.replace('original="shelter-tonight"', 'original="&a;"').encode(alphabet))

    assert not Revision.objects.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe<", b"<a/>", b"nonsense", b'<?xml version="1.0" encoding="utf-16"?><a/>', b" " * 1_000_001],
)
def test_what_is_no_translation_is_refused_in_words(
    guide: Loaded, comes_back: Callable[..., list[Revision]], content: bytes
):
    with pytest.raises(XliffRefused):
        comes_back(content)


def test_a_file_in_which_a_text_is_missing_is_not_taken(file: bytes, comes_back: Callable[..., list[Revision]]):
    start = file.index(b"<trans-unit", file.index(b'id="page.title"'))
    end = file.index(b"</trans-unit>", start) + len(b"</trans-unit>")
    with pytest.raises(XliffRefused, match="missing"):
        comes_back(put(file[:start] + file[end:], OLD, NEW))


def test_only_who_writes_the_guide_brings_a_file(file: bytes, greeter: Actor, now: datetime):
    with pytest.raises(NotYourText):
        take_in(actor=greeter, content=put(file, OLD, NEW), at=now, key=RetryKey.new())


def test_a_changed_original_asks_for_a_new_file(
    file: bytes, comes_back: Callable[..., list[Revision]], writer: Actor, second: Actor, now: datetime
):
    words = Words("Ask our team.", standing("en").more)
    revision = revising.propose(actor=writer, of=standing("en"), to=words, at=now, key=RetryKey.new())
    revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())
    with pytest.raises(XliffRefused, match=r"ask-our-desk\.text"):
        comes_back(put(file, OLD, NEW))


def test_the_page_of_a_topic_gives_the_file_and_the_desk_takes_it(guide: Loaded, calais: Site):
    client = browser(calais, Role.TRANSLATOR)
    address = "/editing/topic/shelter-tonight/fr.xlf"
    assert address in client.get("/editing/topic/shelter-tonight/").content.decode()
    answer = client.get(address)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="shelter-tonight.fr.xlf"'
    assert client.get("/editing/topic/shelter-tonight/en.xlf").status_code == 404

    def send(content: bytes) -> str:
        upload = SimpleUploadedFile("x.xlf", content)
        return client.post("/editing/translated/", {"key": str(uuid4()), "file": upload}, follow=True).content.decode()

    assert "1 text waits for a second person." in send(put(answer.content, OLD, NEW))
    assert "this is no XLIFF 1.2 file of one page." in send(b"<a/>")
    assert Client().get(address).status_code == 302


def test_the_command_writes_a_file_for_each_page_and_brings_them_back(
    guide: Loaded, calais: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    class Opened:
        def open(self) -> None:
            """The test's own database is open."""

    monkeypatch.setattr(guide_translating.DataFolder, "chosen", lambda _options: Opened())
    browser(calais, Role.TRANSLATOR)
    who = Staff.objects.get(sign_in_name__startswith="asker-").sign_in_name

    out = tmp_path / "out"
    assert guide_translating.write_out(Namespace(folder=str(out), lang="fr", topic=None)) == 0
    assert {path.name for path in out.iterdir()} == {"shelter-tonight.fr.xlf", "day-centres.fr.xlf", "dublin.fr.xlf"}
    path = out / "shelter-tonight.fr.xlf"
    path.write_bytes(put(path.read_bytes(), OLD, NEW))
    broken = tmp_path / "broken.xlf"
    broken.write_bytes(b"<a/>")
    assert guide_translating.take_in(Namespace(files=[str(path), str(broken)], who=who)) == 2
    said = capsys.readouterr().out
    assert "1 text waits" in said
    assert "broken.xlf: XLIFF: this is no XLIFF 1.2 file of one page." in said
    assert Revision.objects.count() == 1
    with pytest.raises(Unusable, match="neither edits nor translates"):
        guide_translating.take_in(Namespace(files=[str(path)], who="nobody"))
