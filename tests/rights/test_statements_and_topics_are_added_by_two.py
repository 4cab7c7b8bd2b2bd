"""A statement, and a topic, are written on screen, let stand by a second person, and read again from the files."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.journal.models import Line
from halte.rights import adding, signing
from halte.rights.actions import Loaded
from halte.rights.added import Added, NewTopic
from halte.rights.beside import pairs_of
from halte.rights.checks import check
from halte.rights.editing.adding import BLANK
from halte.rights.files import read_guide
from halte.rights.models import GuideFile, NewStatement, Page, Progress, Source, State, Statement, Topic, Wording
from halte.rights.queries import as_files
from halte.rights.refusals import NotInReview, NotUpToDate, NotYourText, TextRefused, WriterApproves
from halte.rights.saying import OfFooting, Words, said
from halte.rights.words import WORDS
from halte.sites.models import Site
from tests.guards.askers import browser
from tests.rights.a_footing import NEW_SOURCE, written_out

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_few_topics")]
TODAY = date(2026, 11, 24)
WORDS_OF_IT = Words("Tell us if the bus did not come.", "Say: [fr: le bus 115].")
RESTS = replace(
    BLANK,
    phone="115",
    law="CASF L345-2-2",
    figures=(("bus-number", "115"),),
    confidence="S",
    sources=("FAS",),
    show_until=date(2027, 3, 31),
    applies_to=("women", "families"),
)
TOPIC = NewTopic("dogs", "dog", "fr", "Puis-je venir avec mon chien\N{NNBSP}?", "Où dormir avec un animal.")


def a_statement(slug: str = "day-centres") -> Added:
    return Added(Topic.objects.get(slug=slug), "bus-did-not-come", WORDS_OF_IT, RESTS, "Halte editors")


def a_topic() -> Added:
    words = Words("Demandez à notre accueil.", "Nous connaissons les lieux qui acceptent un chien.")
    return Added(TOPIC, "ask-us", words, replace(BLANK, pictogram="dog"), "Équipe de Calais")


@pytest.fixture
def write(writer: Actor, now: datetime) -> Callable[..., NewStatement]:
    def put(added: Added, *, actor: Actor = writer, ready: bool = True, **more: NewStatement) -> NewStatement:
        return adding.write(actor=actor, added=added, ready=ready, at=now, key=RetryKey.new(), **more)

    return put


@pytest.fixture
def let_stand(second: Actor, now: datetime) -> Callable[..., Statement]:
    def approve(new: NewStatement, *, actor: Actor = second) -> Statement:
        return adding.approve(actor=actor, new=new, at=now, key=RetryKey.new())

    return approve


def test_a_statement_stands_when_a_second_person_lets_it_and_in_other_languages_says_that_it_is_not_translated(
    write: Callable[..., NewStatement],
    let_stand: Callable[..., Statement],
    writer: Actor,
    translator: Actor,
    client: Client,
    now: datetime,
):
    arabic = Page.objects.select_related("topic").get(topic__slug="day-centres", language="ar")
    sign = {"actor": translator, "page": arabic, "signature": "Traductrice", "at": now}
    signing.sign(**sign, read=signing.as_read(list(pairs_of("day-centres", "ar"))), key=RetryKey.new())
    lines = Line.objects.count()
    new = write(a_statement())
    assert WORDS_OF_IT.text not in client.get("/guide/en/day-centres/").content.decode()
    with pytest.raises(WriterApproves):
        let_stand(new, actor=writer)
    stands = let_stand(new)

    assert Line.objects.count() == lines + 2
    english = client.get("/guide/en/day-centres/").content.decode()
    for told in (WORDS_OF_IT.text, 'href="tel:115"', "CASF L345-2-2", "valid until 31 March 2027", "women · families"):
        assert told in english
    assert WORDS["en"].untranslated not in english
    page = client.get("/guide/ar/day-centres/").content.decode()
    assert f'<bdi dir="ltr"><bdi lang="en">{WORDS_OF_IT.text}</bdi></bdi>' in page
    assert '<bdi dir="ltr"><bdi lang="en">Say:</bdi> <bdi lang="fr">le bus 115</bdi>' in page
    assert WORDS["ar"].untranslated in page
    assert WORDS["ar"].outdated not in page
    assert WORDS["ar"].not_reviewed in page, "its translator did not see it"
    assert {row.language for row in Wording.objects.filter(outdated=True)} == {
        language for language in arabic.topic.pages.values_list("language", flat=True) if language != "en"
    }
    Wording.objects.update(outdated=False)
    with pytest.raises(NotUpToDate):
        signing.sign(**sign, read=signing.as_read(list(pairs_of("day-centres", "ar"))), key=RetryKey.new())
    assert OfFooting(stands).stands == RESTS
    assert [one.progress for one in stands.revisions.all()] == [Progress.APPROVED]
    with pytest.raises(NotInReview):
        let_stand(new)


def test_both_are_in_the_files_which_pass_the_check_and_read_again_to_the_byte(
    write: Callable[..., NewStatement],
    let_stand: Callable[..., Statement],
    loading: Callable[..., Loaded],
    a_few_files: Path,
    client: Client,
    tmp_path: Path,
):
    before = as_files()
    let_stand(write(replace(a_statement(), footing=replace(RESTS, new_source=NEW_SOURCE))))
    let_stand(write(a_topic()))
    let_stand(write(replace(a_topic(), to=Topic.objects.get(slug="dogs"), code="ask-again")))

    files = as_files()
    assert set(files) - set(before) == {"dogs/topic.toml", "dogs/fr.toml"}
    for name in before:
        assert files[name].startswith(before[name].rstrip()), "what stood before stands to the byte"
    assert {name for name in before if files[name] != before[name]} == {
        "sources.toml",
        *(name for name in before if name.startswith("day-centres/")),
    }
    folder = written_out(tmp_path / "guide")
    found = {(one.file, one.kind) for one in check(folder, on=TODAY)} - {
        (one.file, one.kind) for one in check(a_few_files, on=TODAY)
    }
    assert {kind for _file, kind in found} == {"translation"}, "all that is wrong is what is not translated yet"
    assert ("day-centres/ar.toml", "translation") in found
    addresses = [*(f"/guide/{code}/day-centres/" for code in ("en", "fr", "ar")), "/guide/fr/dogs/", "/guide/fr/"]
    shown = [client.get(address).content.decode() for address in addresses]
    assert TOPIC.title in shown[-1]
    for table in (Topic, GuideFile, Source):
        table.objects.all().delete()
    loading(folder)
    assert as_files() == files
    assert [client.get(address).content.decode() for address in addresses] == shown
    assert [one.code for topic in read_guide(folder) if topic.slug == "dogs" for one in topic.statements] == [
        "ask-us",
        "ask-again",
    ]


def test_a_new_topic_is_read_in_its_language_and_its_history_begins_with_two(
    write: Callable[..., NewStatement],
    let_stand: Callable[..., Statement],
    writer: Actor,
    second: Actor,
    client: Client,
):
    new = write(a_topic())
    assert client.get("/guide/fr/dogs/").status_code == 404
    stands = let_stand(new)

    page = client.get("/guide/fr/dogs/").content.decode()
    for told in (TOPIC.title, TOPIC.summary, "Demandez à notre accueil.", WORDS["fr"].not_confirmed):
        assert told in page
    assert "Équipe de Calais" in page
    assert client.get("/guide/en/dogs/").status_code == 404
    head = Page.objects.get(topic=stands.topic, state=State.ORIGINAL)
    [begun] = head.revisions.all()
    assert (begun.written_by, begun.approved_by) == (writer.id, second.id)
    with pytest.raises(TextRefused, match="this address"):
        write(a_topic())


WRONG = {
    "a name that stands": ({"code": "come-in"}, "twice"),
    "a name with a blank": ({"code": "come in"}, "small letters"),
    "no words": ({"words": Words("")}, "says something"),
    "markup": ({"words": Words("<b>Come</b>")}, "no markup"),
    "too long for a page of another language": ({"words": Words("a" * 238)}, "too long"),
    "a law without a last day": ({"footing": replace(RESTS, show_until=None)}, "until when"),
    "certain without a source": ({"footing": replace(RESTS, sources=())}, "names a source"),
    "a figure that it does not say": ({"footing": replace(RESTS, figures=(("bus", "7"),))}, "do not say 7"),
    "a deadline with a number": ({"footing": replace(RESTS, pre_pact=True), "words": Words("Two days.")}, "number"),
    "a topic of an address that stands": ({"to": replace(TOPIC, slug="dublin")}, "this address"),
    "a topic in place of a page": ({"to": replace(TOPIC, slug="search")}, "this address"),
    "a topic with a figure in its title": ({"to": replace(TOPIC, title="115")}, "no figure"),
    "a topic in a language of no editor": ({"to": replace(TOPIC, language="ti")}, "not known"),
}


@pytest.mark.parametrize(("change", "says"), WRONG.values(), ids=WRONG.keys())
def test_what_does_not_agree_is_refused_in_words(
    write: Callable[..., NewStatement], change: dict[str, object], says: str
):
    with pytest.raises(TextRefused, match=says):
        write(replace(a_statement(), **change))
    assert not NewStatement.objects.exists()


def test_editors_alone_write_it_a_draft_is_ones_own_and_the_database_holds_that_they_are_two(
    write: Callable[..., NewStatement],
    let_stand: Callable[..., Statement],
    translator: Actor,
    writer: Actor,
    second: Actor,
):
    with pytest.raises(NotYourText):
        write(a_statement(), actor=translator)
    draft = write(a_statement(), ready=False)
    assert (adding.waiting(second), adding.waiting(writer)) == ([], [draft])
    with pytest.raises(NotInReview):
        let_stand(draft)
    new = write(replace(a_statement(), words=Words("The bus 115 did not come.")), instead=draft)
    with pytest.raises(NotInReview):
        write(a_statement(), instead=draft)
    with pytest.raises(NotYourText):
        let_stand(new, actor=translator)
    with pytest.raises(IntegrityError, match="who_added_is_not_approver"), transaction.atomic():
        NewStatement.objects.filter(id=new.id).update(approved_by=writer.id)
    stands = let_stand(new)
    assert said(Wording.objects.get(statement=stands, language="en")).stands == Words("The bus 115 did not come.")


def test_the_pages_lead_from_a_blank_one_to_the_readers(calais: Site, dunkirk: Site):
    client, colleague = browser(calais, Role.EDITOR), browser(dunkirk, Role.EDITOR)
    assert 'href="/editing/add/"' in client.get("/editing/").content.decode()
    assert 'href="/editing/add/dublin/"' in client.get("/editing/topic/dublin/").content.decode()
    assert client.get("/editing/add/nothing/").status_code == 404
    typed = {
        "language": "fr",
        "title": TOPIC.title,
        "summary": TOPIC.summary,
        "slug": "dogs",
        "heading": "urgent",
        "text": "Demandez à notre accueil.",
        "code": "ask-us",
        "kind": "step",
        "pictogram": "heart",
        "confidence": "K",
        "danger": "light",
        "applies_to": ["everyone"],
        "signature": "Équipe de Calais",
    }
    assert client.get("/editing/add/").status_code == 200
    assert client.post("/editing/add/", typed | {"slug": "dublin", "key": str(uuid4())}).status_code == 422
    client.post("/editing/add/", typed | {"draft": "1", "key": str(uuid4())})
    [draft] = NewStatement.objects.all()
    there = f"/editing/added/{draft.id}/"
    assert there in client.get("/editing/").content.decode()
    assert colleague.get(there).status_code == 404
    assert "Où dormir avec un animal." in client.get(there).content.decode()
    client.post(there, typed | {"key": str(uuid4())})
    there = f"/editing/added/{NewStatement.objects.get().id}/"
    assert "somebody else approves it" in client.get(there).content.decode()
    assert "Demandez à notre accueil." in colleague.get(there).content.decode()
    assert "/approve/" not in browser(calais, Role.TRANSLATOR).get(there).content.decode()
    answer = colleague.post(f"{there}approve/", {"key": str(uuid4())})
    assert answer.headers["Location"] == "/editing/topic/dogs/"
    topics = Client().get("/guide/fr/").content.decode()
    assert topics.index("/guide/fr/shelter-tonight/") < topics.index("/guide/fr/dogs/") < topics.index('id="asylum"')
    assert b"urgent = true" in as_files()["dogs/topic.toml"]
    new = {"new-title": NEW_SOURCE.title, "new-language": "fr", "new-dated": "2026", "new-read_on": "2026-11-20"}
    second_one = typed | {"code": "ask-again", "confidence": "S"} | new
    client.post("/editing/add/dogs/", second_one | {"key": str(uuid4())})
    waits = NewStatement.objects.get(progress=Progress.IN_REVIEW)
    assert f"dogs · {waits.code}" in colleague.get("/editing/").content.decode()
    colleague.post(f"/editing/added/{waits.id}/approve/", {"key": str(uuid4())})
    assert NEW_SOURCE.title in Client().get("/guide/fr/dogs/").content.decode()
