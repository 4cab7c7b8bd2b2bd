"""Law, sources, how sure, for whom and until when: an editor proposes, a second person lets it stand, words stay."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.rights import checking, revising
from halte.rights.actions import Loaded
from halte.rights.checking import Seen
from halte.rights.files import CONTENT, read_sources, read_topic
from halte.rights.models import Check, CheckState, KeptBy, Progress, Revision, Source, Statement, Topic, Wording
from halte.rights.queries import as_files
from halte.rights.refusals import NothingNew, NotInReview, NotYourText, TextRefused, WriterApproves
from halte.rights.saying import Footing, OfFooting, OfSource, SourceSaid, said
from halte.sites.models import Site
from tests.guards.askers import browser

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
PAGE = "/guide/en/shelter-tonight/"
NEW_SOURCE = SourceSaid("Circulaire du 1er novembre", "fr", "legifrance.gouv.fr/circulaire", "2026-11-01", False, TODAY)


@pytest.fixture
def guide(a_few_topics: Loaded) -> Loaded:
    return a_few_topics


def statement(code: str = "asylum-refused") -> Statement:
    return Statement.objects.select_related("topic").get(code=code, topic__slug="shelter-tonight")


def stands(code: str = "asylum-refused") -> Footing:
    return OfFooting(statement(code)).stands


@pytest.fixture
def propose(guide: Loaded, writer: Actor, now: datetime) -> Callable[..., Revision]:
    def put(of: Statement | Source, to: object, *, actor: Actor = writer, ready: bool = True) -> Revision:
        return revising.propose(actor=actor, of=of, to=to, at=now, key=RetryKey.new(), ready=ready)

    return put


@pytest.fixture
def approve(second: Actor, now: datetime) -> Callable[[Revision], None]:
    def let_stand(revision: Revision) -> None:
        revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())

    return let_stand


def other(code: str = "asylum-refused") -> Footing:
    return replace(
        stands(code),
        law="CASF L999-1",
        confidence="K",
        danger="grave",
        show_until=date(2027, 6, 30),
        applies_to=("women", "families"),
        registered_from=date(2026, 7, 1),
        sources=(),
    )


def read(client: Client) -> str:
    return client.get(PAGE).content.decode()


def test_readers_see_the_old_until_a_second_person_approves_and_no_translation_is_outdated(
    propose: Callable[..., Revision], approve: Callable[..., None], writer: Actor, now: datetime, client: Client
):
    revision = propose(statement(), other())
    assert "L999-1" not in read(client)
    with pytest.raises(WriterApproves):
        revising.approve(actor=writer, revision=revision, at=now, key=RetryKey.new())
    approve(revision)

    page = read(client)
    assert "CASF L999-1" in page
    assert "For: women · families" in page
    assert "registered your asylum request on 1 July 2026 or later" in page
    assert "valid until 30 June 2027" in page
    assert stands() == other()
    assert not Wording.objects.filter(outdated=True).exists()
    with pytest.raises(NotInReview):
        approve(revision)


def test_what_stood_before_comes_back_by_two_people_and_the_file_to_the_byte(
    propose: Callable[..., Revision], approve: Callable[..., None], second: Actor, writer: Actor, now: datetime
):
    before = stands()
    approve(propose(statement(), replace(other(), show_until=None)))
    changed = as_files()["shelter-tonight/topic.toml"].decode().splitlines()
    old = (CONTENT / "shelter-tonight/topic.toml").read_text(encoding="utf-8").splitlines()
    assert set(changed) - set(old) == {
        'law = "CASF L999-1"',
        'danger = "grave"',
        'applies_to = ["women", "families"]',
        "registered_from = 2026-07-01",
        "sources = []",
    }, "this statement alone; another one is K too"
    again = revising.restore(
        actor=second, revision=Revision.objects.get(progress=Progress.LOADED), at=now, key=RetryKey.new()
    )
    revising.approve(actor=writer, revision=again, at=now, key=RetryKey.new())
    assert stands() == before
    assert as_files()["shelter-tonight/topic.toml"] == (CONTENT / "shelter-tonight/topic.toml").read_bytes()


def test_a_lawyers_approval_ends_where_what_they_saw_changed_and_stays_where_a_day_did(
    propose: Callable[..., Revision], approve: Callable[..., None], writer: Actor, now: datetime
):
    def signed() -> bool:
        return statement().approved_on is not None

    Statement.objects.filter(id=statement().id).update(approved_by="A lawyer", approved_on=TODAY)
    seen = Seen("Halte editors", "legifrance.gouv.fr", date(2027, 1, 1))
    checking.still_right(actor=writer, statement=statement(), seen=seen, at=now, key=RetryKey.new())

    approve(propose(statement(), replace(stands(), show_until=date(2027, 6, 30))))
    assert signed()
    assert Check.objects.get().state == CheckState.REPLACED, "whoever looked saw another last day"
    approve(propose(statement(), replace(stands(), law="CASF L999-1")))
    assert not signed()


WRONG = {
    "certain without a source": ({"sources": ()}, "names a source"),
    "a source that is not there": ({"sources": ("NOWHERE",)}, "not there"),
    "nobody": ({"applies_to": ()}, "for whom"),
    "everyone and some": ({"applies_to": ("everyone", "women")}, "not both"),
    "unknown people": ({"applies_to": ("others",)}, "for whom"),
    "an end before its start": (
        {"registered_from": date(2026, 7, 1), "registered_until": date(2026, 6, 30)},
        "before registered_from",
    ),
    "a day that is over": ({"show_until": TODAY}, "after today"),
    "a day too far": ({"show_until": date(2029, 1, 1)}, "two years"),
    "a new source that leads elsewhere": (
        {"new_source": replace(NEW_SOURCE, address="javascript://x")},
        "without https",
    ),
    "a new source of no day": ({"new_source": replace(NEW_SOURCE, dated="2026-13-01")}, "own date"),
    "a source read tomorrow": ({"new_source": replace(NEW_SOURCE, read_on=date(2027, 1, 1))}, "still to come"),
}


@pytest.mark.parametrize(("change", "says"), WRONG.values(), ids=WRONG.keys())
def test_what_does_not_agree_is_refused_in_words(
    propose: Callable[..., Revision], change: dict[str, object], says: str
):
    with pytest.raises(TextRefused, match=says):
        propose(statement(), replace(stands(), **change))
    assert not Revision.objects.exists()


def test_a_day_is_not_taken_off_what_rests_on_a_law(propose: Callable[..., Revision], approve: Callable[..., None]):
    approve(propose(statement(), replace(stands(), show_until=date(2027, 6, 30))))
    with pytest.raises(TextRefused, match="until when"):
        propose(statement(), replace(stands(), show_until=None))


def test_another_article_never_turns_a_quoted_one_into_a_number(propose: Callable[..., Revision]):
    row = statement()
    Statement.objects.filter(id=row.id).update(pre_pact=True, law="CASF L345-2-2")
    Wording.objects.filter(statement=row).update(text="L345-2-2 says so.", more="")
    with pytest.raises(TextRefused, match="pre_pact"):
        propose(statement(), replace(stands(), law="CASF L345-9"))


def test_the_same_is_nothing_new_and_translators_write_words_alone(propose: Callable[..., Revision], translator: Actor):
    with pytest.raises(NothingNew):
        propose(statement(), stands())
    with pytest.raises(NotYourText):
        propose(statement(), other(), actor=translator)


def test_a_new_source_stands_in_the_list_only_when_two_people_let_it(
    propose: Callable[..., Revision],
    approve: Callable[..., None],
    client: Client,
    loading: Callable[..., Loaded],
    a_few_files: Path,
    tmp_path: Path,
):
    revision = propose(statement(), replace(stands(), new_source=NEW_SOURCE))
    assert not Source.objects.filter(title=NEW_SOURCE.title).exists()
    approve(revision)

    source = Source.objects.get(title=NEW_SOURCE.title)
    assert source.key == "CIRCULAIRE-DU-1ER-2026"
    assert stands().sources == ("SENAT-2015", source.key)
    assert NEW_SOURCE.title in read(client)
    given_back = tmp_path / "guide"
    for name, content in as_files().items():
        (given_back / name).parent.mkdir(parents=True, exist_ok=True)
        (given_back / name).write_bytes(content)
    sources = read_sources(given_back / "sources.toml")
    [again] = [
        one for one in read_topic(given_back / "shelter-tonight", sources).statements if one.code == "asylum-refused"
    ]
    assert again.sources == stands().sources
    assert sources[source.key].address == NEW_SOURCE.address
    loading(a_few_files)
    assert Source.objects.filter(key=source.key).exists(), "files never take out what editors keep"


def test_a_source_is_changed_once_for_all_that_rests_on_it_and_files_leave_it_alone(
    propose: Callable[..., Revision],
    approve: Callable[..., None],
    client: Client,
    loading: Callable[..., Loaded],
    a_few_files: Path,
):
    row = Source.objects.get(key="SENAT-2015")
    to = replace(OfSource(row).stands, title="Rapport du Sénat, corrigé", address="senat.fr/rap", dated="2016-01")
    approve(propose(row, to))

    assert "Rapport du Sénat, corrigé" in read(client)
    old, new = (CONTENT / "sources.toml").read_text(encoding="utf-8"), as_files()["sources.toml"].decode()
    assert set(new.splitlines()) - set(old.splitlines()) == {
        'title = "Rapport du Sénat, corrigé"',
        'address = "senat.fr/rap"',
        'dated = "2016-01"',
    }
    assert read_sources_of(new)["SENAT-2015"]["title"] == to.title
    Topic.objects.update(digest="", kept_by=KeptBy.FILES)
    loading(a_few_files)
    assert Source.objects.get(key="SENAT-2015").title == to.title
    assert as_files()["sources.toml"].decode() == new
    assert loading(a_few_files) == Loaded(), "and unchanged files write nothing"
    loaded = Revision.objects.get(progress=Progress.LOADED)
    assert said(row).of(loaded).title != to.title


def read_sources_of(file: str) -> dict[str, dict[str, object]]:
    import tomllib

    return tomllib.loads(file)


def test_a_draft_is_seen_by_nobody_else_and_the_next_one_takes_its_place(
    propose: Callable[..., Revision], approve: Callable[..., None], calais: Site, dunkirk: Site
):
    client, colleague = browser(calais, Role.EDITOR), browser(dunkirk, Role.EDITOR)
    row = statement()
    address = f"/editing/statement/{row.id}/rests-on/"
    now = stands()
    typed = {
        "law": "CASF L345-9",
        "sources": list(now.sources),
        "confidence": now.confidence,
        "danger": now.danger,
        "applies_to": ["women", "minors"],
        "show_until": "2027-05-01",
    }
    for law in ("CASF L345-8", "CASF L345-9"):
        client.post(address, typed | {"law": law, "draft": "1", "key": str(uuid4())})
    [draft] = Revision.objects.all()
    assert draft.progress == Progress.DRAFT
    assert 'value="CASF L345-9"' in client.get(address).content.decode()
    assert "L345-9" not in colleague.get(address).content.decode()
    with pytest.raises(NotInReview):
        approve(draft)

    client.post(address, typed | {"key": str(uuid4())})
    [waits] = Revision.objects.all()
    assert waits.progress == Progress.IN_REVIEW
    page = colleague.get(address).content.decode()
    assert "<del>CASF L345-2-2</del> <ins>CASF L345-9</ins>" in page
    assert "shelter-tonight · asylum-refused" in colleague.get("/editing/").content.decode()
    colleague.post(f"/editing/version/{waits.id}/approve/", {"key": str(uuid4())})
    assert statement().law == "CASF L345-9"
    assert "women" in client.get(f"/editing/statement/{row.id}/").content.decode()


def test_the_pages_add_a_source_change_it_and_say_what_is_wrong(guide: Loaded, calais: Site, dunkirk: Site):
    client, colleague = browser(calais, Role.EDITOR), browser(dunkirk, Role.EDITOR)
    row, now = statement(), stands()
    address = f"/editing/statement/{row.id}/rests-on/"
    typed = {
        "law": now.law,
        "sources": [],
        "confidence": now.confidence,
        "danger": now.danger,
        "applies_to": list(now.applies_to),
    }
    refused = client.post(address, typed | {"key": str(uuid4())})
    assert refused.status_code == 422
    assert "names a source" in refused.content.decode()
    new = {
        "new-title": "Arrêté du 2 novembre",
        "new-address": "https://legifrance.gouv.fr/arrete",
        "new-language": "fr",
        "new-dated": "2026-11-02",
        "new-read_on": "2026-11-20",
    }
    assert client.post(address, typed | new | {"new-dated": "soon", "key": str(uuid4())}).status_code == 422
    client.post(address, typed | new | {"key": str(uuid4())})
    waits = Revision.objects.get()
    colleague.post(f"/editing/version/{waits.id}/approve/", {"key": str(uuid4())})
    source = Source.objects.get(title="Arrêté du 2 novembre")
    assert source.address == "legifrance.gouv.fr/arrete"

    there = f"/editing/source/{source.id}/"
    assert "shelter-tonight · asylum-refused" in client.get(there).content.decode()
    said = {"title": "Arrêté du 3 novembre", "address": source.address, "language": "fr", "dated": "2026-11-03"}
    client.post(there, said | {"read_on": "2026-11-20", "key": str(uuid4())})
    waits = Revision.objects.get(source=source, progress=Progress.IN_REVIEW)
    assert "<ins>Arrêté du 3 novembre</ins>" in colleague.get(there).content.decode()
    assert colleague.post(f"/editing/version/{waits.id}/approve/", {"key": str(uuid4())}).headers["Location"] == there
    assert Source.objects.get(id=source.id).title == "Arrêté du 3 novembre"
    assert "rests-on" not in browser(calais, Role.GREETER).get(address).content.decode()
