"""Statements and topics are put in another order on screen, without a mouse; no word and no approval changes."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.journal.models import Line
from halte.rights import ordering, queries
from halte.rights.actions import Loaded
from halte.rights.files import CONTENT, read_guide
from halte.rights.models import GuideFile, Statement, Topic, Wording
from halte.rights.queries import as_files
from halte.rights.refusals import NotYourText, StandsThere
from halte.rights.tables import GuideFileWrong
from halte.sites.models import Site
from tests.guards.askers import browser
from tests.rights.a_footing import written_out

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_few_topics")]


def statement(code: str) -> Statement:
    return Statement.objects.select_related("topic").get(topic__slug="shelter-tonight", code=code)


@pytest.fixture
def move(writer: Actor, now: datetime) -> Callable[..., None]:
    def one(code: str, *, up: bool, actor: Actor = writer) -> None:
        ordering.move_statement(actor=actor, statement=statement(code), up=up, at=now, key=RetryKey.new())

    return one


@pytest.fixture
def move_topic(writer: Actor, now: datetime) -> Callable[..., None]:
    def one(slug: str, *, up: bool) -> None:
        topic = Topic.objects.get(slug=slug)
        ordering.move_topic(actor=writer, topic=topic, up=up, at=now, key=RetryKey.new())

    return one


def test_a_statement_goes_up_and_its_file_changes_in_two_places_alone(move: Callable[..., None], client: Client):
    before, words, lines = as_files(), list(Wording.objects.order_by("id").values()), Line.objects.count()

    move("ask-our-desk", up=True)

    page = client.get("/guide/en/shelter-tonight/").content.decode()
    assert page.index("Ask at our desk too.") < page.index("Call 115 and ask")
    assert list(Wording.objects.order_by("id").values()) == words, "no word changes, no translation is outdated"
    assert Line.objects.count() == lines + 1
    files = as_files()
    assert [name for name in files if files[name] != before[name]] == ["shelter-tonight/topic.toml"]
    name = "shelter-tonight/topic.toml"
    assert sorted(files[name].splitlines()) == sorted(before[name].splitlines())
    move("ask-our-desk", up=False)
    assert as_files() == before, "and back, to the byte"


def test_the_first_goes_no_higher_and_an_editor_alone_moves(
    move: Callable[..., None], translator: Actor, move_topic: Callable[..., None]
):
    with pytest.raises(StandsThere):
        move("call-115", up=True)
    with pytest.raises(NotYourText):
        move("call-115", up=False, actor=translator)
    with pytest.raises(StandsThere):
        move_topic("shelter-tonight", up=True)


def test_a_topic_goes_under_the_heading_before_and_loading_keeps_what_editors_left(
    move_topic: Callable[..., None], loading: Callable[..., Loaded], a_few_files: Path, client: Client, tmp_path: Path
):
    assert queries.order()["asylum"][2] == "dublin"
    move_topic("dublin", up=True)

    order = ordering.whole_order()
    assert (order["asylum"], order["day_night"]) == ([], ["dublin"])
    groups = client.get("/guide/en/").content.decode()
    assert groups.index('id="day_night"') < groups.index("/guide/en/dublin/")
    assert 'id="asylum"' not in groups
    Topic.objects.filter(slug="shelter-tonight").update(digest="another")
    loading(a_few_files)
    assert ordering.whole_order() == order
    folder = written_out(tmp_path / "guide")
    read_guide(folder)
    GuideFile.objects.filter(name="order.toml").delete()
    loading(folder)
    assert ordering.whole_order() == order, "it goes out and comes in with the files"
    (folder / "order.toml").write_text('urgent = ["nothing"]\n')
    with pytest.raises(GuideFileWrong, match="nothing"):
        read_guide(folder)


def test_the_houses_own_order_names_every_topic_once():
    named = [slug for slugs in ordering.queries.order().values() for slug in slugs]
    assert len(named) == len(set(named))
    assert set(named) == {path.name for path in CONTENT.iterdir() if path.is_dir()}


def test_two_buttons_beside_each_move_it(calais: Site):
    client = browser(calais, Role.EDITOR)
    first = statement("call-115")
    there = f"/editing/statement/{first.id}/move/"
    assert f'action="{there}"' in client.get("/editing/topic/shelter-tonight/").content.decode()
    assert there not in browser(calais, Role.TRANSLATOR).get("/editing/topic/shelter-tonight/").content.decode()

    answer = client.post(there, {"to": "down", "key": str(uuid4())})
    assert answer.headers["Location"] == "/editing/topic/shelter-tonight/#call-115"
    assert Statement.objects.get(id=first.id).place == first.place + 1
    answer = client.post("/editing/order/day-centres/", {"to": "up", "key": str(uuid4())})
    assert answer.headers["Location"] == "/editing/#day-centres"
    desk = client.get("/editing/").content.decode()
    assert desk.index('id="day-centres"') < desk.index('id="shelter-tonight"')
    assert client.post("/editing/order/nothing/", {"to": "up"}).status_code == 404
