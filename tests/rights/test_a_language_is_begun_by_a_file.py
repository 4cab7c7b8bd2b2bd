"""A topic is begun in a new language by a translator's file or on screen; two people let all of it stand at once."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.journal.models import Line
from halte.rights import beginning, revising, xliff
from halte.rights.actions import Loaded
from halte.rights.files import read_sources, read_topic
from halte.rights.models import BegunPage, Page, Progress, Revision, State, Topic, Wording
from halte.rights.queries import as_files
from halte.rights.refusals import NothingNew, NotInReview, NotYourText, TextRefused, WriterApproves, XliffRefused
from halte.rights.saying import Words
from halte.rights.translating import take_in, written_out
from halte.sites.models import Site
from tests.guards.askers import browser

pytestmark = pytest.mark.django_db
PAGE = "/guide/vi/day-centres/"


@pytest.fixture
def topic(a_few_topics: Loaded) -> Topic:
    """Day centres, of which nobody wrote anything in Vietnamese yet."""
    Page.objects.filter(topic__slug="day-centres", language="vi").delete()
    Wording.objects.filter(statement__topic__slug="day-centres", language="vi").delete()
    return Topic.objects.get(slug="day-centres")


@pytest.fixture
def written(topic: Topic) -> dict[str, str]:
    """Something for every text."""
    names = [one.name for one in beginning.texts(topic, "vi")]
    return {name: "Tiêu đề" if name.startswith("page.") else f"Văn bản {name[:4]}" for name in names}


@pytest.fixture
def file(topic: Topic, written: dict[str, str]) -> bytes:
    """The page as a translator gives it back."""
    out = written_out("day-centres", "vi")
    assert out is not None
    read = xliff.read(out)
    units = [xliff.Unit(name, source, written[name]) for name, (source, _target) in read.units.items()]
    return xliff.write(slug="day-centres", source_language="en", language="vi", units=units)


@pytest.fixture
def comes_back(translator: Actor, now: datetime) -> Callable[[bytes], BegunPage]:
    def take(content: bytes) -> BegunPage:
        begun = take_in(actor=translator, content=content, at=now, key=RetryKey.new()).begun
        assert begun is not None
        return begun

    return take


@pytest.fixture
def write(topic: Topic, now: datetime) -> Callable[..., BegunPage]:
    def put(actor: Actor, texts: dict[str, str], *, ready: bool = True) -> BegunPage:
        told = {"topic": topic, "language": "vi", "written": texts, "ready": ready}
        return beginning.write(actor=actor, at=now, key=RetryKey.new(), **told)

    return put


@pytest.fixture
def approve(now: datetime) -> Callable[..., Page]:
    def let_stand(actor: Actor, begun: BegunPage, signature: str = "") -> Page:
        return beginning.approve(actor=actor, begun=begun, signature=signature, at=now, key=RetryKey.new())

    return let_stand


def test_a_page_goes_out_for_a_language_in_which_it_does_not_stand(topic: Topic):
    out = written_out("day-centres", "vi")
    assert out is not None
    page = xliff.read(out)
    assert (page.source_language, page.language) == ("en", "vi")
    assert all(source and not target for source, target in page.units.values())
    assert b'state="translated"' not in out
    assert written_out("day-centres", "xx") is None
    assert written_out("nothing", "vi") is None


def test_a_file_makes_a_draft_that_no_reader_sees_and_nobody_approves_yet(
    file: bytes, comes_back: Callable[[bytes], BegunPage], second: Actor, approve: Callable[..., Page], client: Client
):
    lines = Line.objects.count()
    begun = comes_back(file)
    assert begun.progress == Progress.DRAFT
    assert Line.objects.count() == lines + 1
    assert client.get(PAGE).status_code == 404
    assert "day-centres/" not in client.get("/guide/vi/").content.decode()
    with pytest.raises(NotInReview):
        approve(second, begun)
    comes_back(file)
    assert BegunPage.objects.count() == 1, "the next file takes the place of the one before"


def test_a_part_of_it_may_come_back_and_an_empty_file_is_nothing(
    topic: Topic, file: bytes, comes_back: Callable[[bytes], BegunPage], written: dict[str, str]
):
    part = comes_back(file.replace("Văn bản come".encode(), b"", 1))
    assert [name for name, said in part.texts.items() if not said["target"]] == ["come-in.text"]
    empty = written_out("day-centres", "tr")
    assert empty is not None
    out = written_out("day-centres", "vi")
    BegunPage.objects.all().delete()
    bare = written_out("day-centres", "vi")
    assert bare != out, "what was written so far goes out again"
    assert bare is not None
    with pytest.raises(NothingNew):
        comes_back(bare)


def test_two_people_let_all_of_it_stand_and_the_files_read_again(
    topic: Topic,
    written: dict[str, str],
    write: Callable[..., BegunPage],
    approve: Callable[..., Page],
    translator: Actor,
    second: Actor,
    client: Client,
    tmp_path: Path,
):
    begun = write(translator, written)
    with pytest.raises(WriterApproves):
        approve(translator, begun)
    with pytest.raises(IntegrityError, match="who_began_is_not_approver"), transaction.atomic():
        BegunPage.objects.filter(id=begun.id).update(approved_by=translator.id)
    page = approve(second, begun, "An editor's name")

    assert (page.state, page.translator) == (State.UNCHECKED, ""), "an editor is no translator"
    shown = client.get(PAGE).content.decode()
    assert "Văn bản come" in shown
    assert "Chưa có người dịch nào" in shown
    assert Revision.objects.get(page=page).approved_by == second.id
    for name, content in as_files().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    again = read_topic(tmp_path / "day-centres", read_sources(tmp_path / "sources.toml"))
    [file] = [one for one in again.pages if one.language == "vi"]
    assert (file.title, file.state.value) == ("Tiêu đề", "unchecked")
    assert file.wordings["come-in"].text == "Văn bản come"
    with pytest.raises(NotInReview):
        write(translator, written)


def test_a_translator_who_signs_takes_the_label_off(
    topic: Topic,
    written: dict[str, str],
    write: Callable[..., BegunPage],
    approve: Callable[..., Page],
    translator: Actor,
    second: Actor,
    client: Client,
):
    page = approve(translator, write(second, written), "Nguyễn An")
    assert (page.state, page.translator) == (State.APPROVED, "Nguyễn An")
    assert "Chưa có người dịch nào" not in client.get(PAGE).content.decode()


def test_what_is_missing_or_misleads_is_not_put_in_review(
    written: dict[str, str], write: Callable[..., BegunPage], translator: Actor, greeter: Actor
):
    with pytest.raises(TextRefused, match=r"come-in\.text: this text is missing"):
        write(translator, written | {"come-in.text": ""})
    assert write(translator, written | {"come-in.text": ""}, ready=False).progress == Progress.DRAFT
    with pytest.raises(TextRefused, match=r"come-in\.text.*other address"):
        write(translator, written | {"come-in.text": "Xem www.evil.example"}, ready=False)
    with pytest.raises(TextRefused, match=r"page\.title.*figure"):
        write(translator, written | {"page.title": "115"})
    with pytest.raises(NotYourText):
        write(greeter, written)


def test_an_original_that_changed_meanwhile_is_looked_at_again(
    topic: Topic,
    written: dict[str, str],
    write: Callable[..., BegunPage],
    approve: Callable[..., Page],
    translator: Actor,
    writer: Actor,
    second: Actor,
    now: datetime,
):
    begun = write(translator, written)
    english = Wording.objects.get(statement__code="come-in", language="en")
    revision = revising.propose(actor=writer, of=english, to=Words("Come in."), at=now, key=RetryKey.new())
    revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())
    with pytest.raises(TextRefused, match=r"come-in\.text: its original changed"):
        approve(second, begun)
    assert [one.name for one in beginning.texts(topic, "vi") if one.changed] == ["come-in.text"]
    approve(second, write(translator, written))


HOSTILE = {
    "markup as text": ("Văn bản come", "&lt;b&gt;x&lt;/b&gt;", "markup"),
    "markup as elements": ("Văn bản come", "<g id='1'>x</g>", "markup"),
    "an address": ("Văn bản come", "www.evil.example", "address"),
    "turned letters": ("Văn bản come", "x \u202e511\u202c", "shown"),
    "too long": ("Văn bản come", "x" * 241, "too long"),
    "a figure in a title": ("Tiêu đề", "115", "figure"),
    "a language nobody has": ('target-language="vi"', 'target-language="zz"', "no such page"),
    "a path for a language": ('target-language="vi"', 'target-language="../en"', "no such page"),
    "a language only spoken": ('target-language="vi"', 'target-language="kmr"', "no such page"),
    "another source": ('source-language="en"', 'source-language="ar"', "no such page"),
    "another page": ('original="day-centres"', 'original="../../sources"', "no such page"),
    "another topic": ('original="day-centres"', 'original="dublin"', "no text of this name"),
    "a text of nothing": ('id="come-in.text"', 'id="evil.text"', "no text of this name"),
    "a text twice": ('id="come-in.text"', 'id="page.title"', "name of its own"),
    "another original": ("<source>Go to a day centre", "<source>Go to the police", "write the page out again"),
    "an entity bomb": ("<xliff ", '<!DOCTYPE x [<!ENTITY a "ha">]><xliff ', "entities"),
}


@pytest.mark.parametrize(("old", "new", "says"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_begins_nothing(
    file: bytes, comes_back: Callable[[bytes], BegunPage], old: str, new: str, says: str
):
    assert old.encode() in file
    lines = Line.objects.count()
    with pytest.raises(XliffRefused, match=says):
        comes_back(file.replace(old.encode(), new.encode(), 1))
    assert not BegunPage.objects.exists()
    assert not Revision.objects.exists()
    assert Line.objects.count() == lines


def test_the_pages_lead_from_the_file_to_the_readers(file: bytes, written: dict[str, str], calais: Site, dunkirk: Site):
    first, other = browser(calais, Role.TRANSLATOR), browser(dunkirk, Role.TRANSLATOR)
    there = "/editing/topic/day-centres/vi/"
    assert there in first.get("/editing/topic/day-centres/").content.decode()
    upload = SimpleUploadedFile("x.xlf", file)
    said = first.post("/editing/translated/", {"key": str(uuid4()), "file": upload}, follow=True).content.decode()
    assert "begun in a new language" in said
    assert there in said
    form = first.get(there)
    assert "Văn bản come" in form.content.decode()
    typed = {f"text{number}": text for number, text in enumerate(written.values())}
    assert first.post(there, typed | {"text0": "115", "key": str(uuid4())}).status_code == 422
    first.post(there, typed | {"key": str(uuid4())})
    begun = BegunPage.objects.get()
    assert "somebody else approves it" in first.get(there).content.decode()
    approve = {"key": str(uuid4()), "signature": "Nguyễn An"}
    answer = other.post(f"/editing/begun/{begun.id}/approve/", approve)
    assert answer.headers["Location"] == "/editing/topic/day-centres/"
    assert Page.objects.get(topic__slug="day-centres", language="vi").translator == "Nguyễn An"
    assert other.get(there).status_code == 404
    assert Client().get(PAGE).status_code == 200
