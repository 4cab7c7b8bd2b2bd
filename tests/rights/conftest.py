"""A guide, loaded from its files, on a day of November 2026."""

import shutil
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.rights import revising
from halte.rights.actions import Loaded, load_guide
from halte.rights.files import CONTENT, read_guide
from halte.rights.models import FactSheet, Government, Place, Revision, Source, Statement, Talk
from halte.rights.places import actions as place_actions
from halte.rights.places.actions import Told
from halte.rights.talks import actions as talk_actions
from halte.rights.talks.actions import Offer
from halte.sites.models import Hours, Site
from tests.rights.a_house import HOUSE
from tests.rights.a_talk import FIGURE, sign

GUIDE = read_guide()
TOPICS = tuple(topic.slug for topic in GUIDE)
PAGES = [(page.language, topic.slug) for topic in GUIDE for page in topic.pages]
LANGUAGES = tuple(sorted({language for language, _slug in PAGES}))


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Let the pages be read on a given day."""

    def travel(day: date) -> None:
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_when: day)

    return travel


@pytest.fixture
def loading(coordinator: Actor, now: datetime) -> Callable[..., Loaded]:
    """Load a folder of guide files, by default the house's own."""

    def load(folder: Path = CONTENT) -> Loaded:
        return load_guide(actor=coordinator, at=now, key=RetryKey.new(), folder=folder)

    return load


class OnceLoaded:
    """The rows of the house's own guide, kept from the first loading of this run."""

    told: Loaded
    rows: ClassVar[list[list[Model]]] = []

    @classmethod
    def keep(cls, told: Loaded) -> None:
        cls.told = told
        cls.rows = [list(table._base_manager.all()) for table in apps.get_app_config("rights").get_models()]

    @classmethod
    def put_back(cls) -> None:
        with transaction.atomic(), connection.constraint_checks_disabled():
            for rows in cls.rows:
                if rows:
                    type(rows[0])._base_manager.bulk_create(rows)


@pytest.fixture
def guide(request: pytest.FixtureRequest, db: None, on_day: Callable[[date], None]) -> Loaded:
    """The house's own guide, read the day after it was checked. Reading its files takes longer than most tests."""
    on_day(date(2026, 11, 24))
    if OnceLoaded.rows:
        OnceLoaded.put_back()
    else:
        OnceLoaded.keep(request.getfixturevalue("loading")())
    return OnceLoaded.told


@pytest.fixture(scope="session")
def a_few_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of three topics: enough for whatever does not need them all, and loaded in a tenth of the time."""
    folder = tmp_path_factory.mktemp("guide") / "content"
    folder.mkdir()
    for path in CONTENT.iterdir():
        if path.is_file():
            shutil.copy(path, folder)
    for slug in ("shelter-tonight", "day-centres", "dublin"):
        shutil.copytree(CONTENT / slug, folder / slug)
    return folder


@pytest.fixture
def a_few_topics(loading: Callable[..., Loaded], on_day: Callable[[date], None], a_few_files: Path) -> Loaded:
    """Three topics of the guide, read the day after they were checked."""
    on_day(date(2026, 11, 24))
    return loading(a_few_files)


@pytest.fixture
def a_folder(tmp_path: Path) -> Path:
    """A copy of the guide's files that a test may spoil."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def spoil(a_folder: Path) -> Callable[[str, str, str], Path]:
    """Replace a text in one file of the copy."""

    def replace(file: str, old: str, new: str) -> Path:
        path = a_folder / file
        whole = path.read_text(encoding="utf-8")
        assert old in whole
        path.write_text(whole.replace(old, new, 1), encoding="utf-8")
        return a_folder

    return replace


@pytest.fixture
def reader(guide: Loaded) -> Client:
    """Someone with a phone: no cookie, no sign-in."""
    return Client()


@pytest.fixture
def writer(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.EDITOR)


@pytest.fixture
def second(staff_at: Callable[..., Actor], dunkirk: Site) -> Actor:
    """A colleague of another house: the guide belongs to the network."""
    return staff_at(dunkirk, Role.EDITOR)


@pytest.fixture
def translator(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.TRANSLATOR)


@pytest.fixture
def propose(writer: Actor, now: datetime) -> Callable[..., Revision]:
    def put(of: Statement | Source, to: object, *, actor: Actor = writer, ready: bool = True) -> Revision:
        return revising.propose(actor=actor, of=of, to=to, at=now, key=RetryKey.new(), ready=ready)

    return put


@pytest.fixture
def approve(second: Actor, now: datetime) -> Callable[[Revision], None]:
    def let_stand(revision: Revision) -> None:
        revising.approve(actor=second, revision=revision, at=now, key=RetryKey.new())

    return let_stand


@pytest.fixture
def at_six(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """Every page is read at this moment."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


@pytest.fixture
def publish(manager: Actor, calais: Site, now: datetime) -> Callable[..., Place]:
    """The manager of Calais writes what guests read; the house is open in the evening."""

    def write(told: Told = HOUSE) -> Place:
        Site.objects.filter(id=calais.id).update(address=HOUSE.address, town=HOUSE.town)
        Hours.objects.get_or_create(site=calais, service="", weekday=1, opens=time(17), closes=time(9))
        Hours.objects.get_or_create(site=calais, service="bed", weekday=1, opens=time(17), closes=time(9))
        return place_actions.publish(actor=manager, told=told, at=now, key=RetryKey.new())

    return write


@pytest.fixture
def speaker(staff_at: Callable[..., Actor], calais: Site) -> Actor:
    return staff_at(calais, Role.SPEAKER)


@pytest.fixture
def offered(a_few_topics: Loaded, now: datetime) -> Offer:
    return Offer(
        government=Government.UNITED_KINGDOM,
        institution="Home Office, Returns",
        speaker="J. Whitfield",
        title="What the treaty means for you",
        written_in="en",
        matter="shelter-tonight",
        languages=("en", "ar"),
        interpreters=("ar",),
        starts_at=now + timedelta(days=1),
        minutes=60,
        where="Dining hall",
        seats=40,
    )


@pytest.fixture
def talk(speaker: Actor, offered: Offer, now: datetime) -> Talk:
    return talk_actions.offer(actor=speaker, offered=offered, at=now, key=RetryKey.new())


@pytest.fixture
def accepted(talk: Talk, manager: Actor, now: datetime) -> Talk:
    talk_actions.accept(actor=manager, talk=talk, at=now, key=RetryKey.new())
    talk.refresh_from_db()
    return talk


@pytest.fixture
def begun(accepted: Talk, now: datetime) -> datetime:
    """Ten minutes into the talk."""
    return accepted.starts_at + timedelta(minutes=10)


@pytest.fixture
def signed(accepted: Talk, speaker: Actor, now: datetime) -> FactSheet:
    talk_actions.state_point(actor=speaker, talk=accepted, stated=FIGURE, at=now, key=RetryKey.new())
    return sign(accepted, speaker, now)
