"""Where and when: hours, full today, the way, a map of our own, files for others; a secret address never leaves."""

import gzip
import json
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from halte.accounts.actor import Actor
from halte.accounts.doors import OPEN
from halte.accounts.roles import Role
from halte.common import languages
from halte.common.retry import RetryKey
from halte.config import cli, static_guide
from halte.config.folder import DataFolder
from halte.journal.models import Line
from halte.rights.actions import Loaded
from halte.rights.models import Place
from halte.rights.places import actions, formats, queries
from halte.rights.places.actions import Told
from halte.rights.places.refusals import NotPublished
from halte.rights.places.rules import (
    HoursWrong,
    Opening,
    WalkWrong,
    draw,
    read_hours,
    read_walk,
    write_hours,
    write_walk,
)
from halte.rights.places.words import LANDMARKS, WORDS
from halte.sites.models import Hours, Site
from tests.guards.addresses import addresses
from tests.guards.askers import browser

SECRET = ("Rue du Canari", "Canariville", "62987", "50.98765", "1.98765", "Passage Serin")
HOUSE = Told(
    name="Maison",
    kind="women",
    address=f"7 {SECRET[0]}",
    postal_code=SECRET[2],
    town=SECRET[1],
    latitude=Decimal(SECRET[3]),
    longitude=Decimal(SECRET[4]),
    walk=(("left", SECRET[5], 120),),
    phone="03 21 00 00 00",
    languages=("fr", "ti"),
    closed_days=("2026-12-25",),
)


@pytest.fixture(autouse=True)
def at_six(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


@pytest.fixture
def publish(manager: Actor, calais: Site, now: datetime) -> Callable[..., Place]:
    """The manager of Calais writes what guests read; the house is open in the evening."""

    def write(told: Told = HOUSE) -> Place:
        Site.objects.filter(id=calais.id).update(address=HOUSE.address, town=HOUSE.town)
        Hours.objects.get_or_create(site=calais, service="", weekday=1, opens=time(17), closes=time(9))
        Hours.objects.get_or_create(site=calais, service="bed", weekday=1, opens=time(17), closes=time(9))
        return actions.publish(actor=manager, told=told, at=now, key=RetryKey.new())

    return write


def page(language: str = "en") -> str:
    return Client().get(reverse("rights:places", args=[language])).content.decode()


@pytest.mark.django_db
def test_nobody_reads_of_a_house_before_a_manager_says_so(calais: Site, publish: Callable[..., Place]):
    assert WORDS["en"]["none"] in page()
    lines = Line.objects.count()

    publish()

    assert Line.objects.count() == lines + 1
    read = page()
    for said in ("Maison", "Rue du Canari", "03 21 00 00 00", "ትግርኛ", "Open now", "17:00\N{EN DASH}09:00", "<svg"):
        assert said in read
    assert "Turn left: Passage Serin, 120 m" in read
    assert "Closed on 25 December 2026" in read


@pytest.mark.django_db
def test_full_today_is_one_tap_of_the_team_and_ends_at_midnight(
    calais: Site, greeter: Actor, publish: Callable[..., Place], monkeypatch: pytest.MonkeyPatch, now: datetime
):
    with pytest.raises(NotPublished):
        actions.say_full(actor=greeter, full=True, at=now, key=RetryKey.new())
    publish()
    team = browser(calais, Role.GREETER)

    assert team.post(reverse("places:full"), {"full": "yes", "key": str(RetryKey.new().value)}).status_code == 302

    for language in languages.BY_CODE:
        assert WORDS[language]["full"] in page(language)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now + timedelta(hours=8))
    assert WORDS["en"]["full"] not in page()


@pytest.mark.django_db
def test_a_house_says_when_it_is_closed_today(publish: Callable[..., Place], now: datetime):
    publish(replace(HOUSE, closed_days=(now.date().isoformat(),)))

    assert WORDS["en"]["closed_today"] in page()
    assert WORDS["en"]["open"] not in page()


def everything_that_leaves(at: datetime, settings: object) -> str:
    """All pages that are open to anyone, the guide as files, what a phone keeps, and both formats."""
    files = dict(static_guide.pages("https://guide.example"))
    found = [content.decode(errors="replace") for name, content in files.items() if not name.startswith("static/")]
    found += [formats.hsds(at), formats.data_inclusion(at)]
    nobody = Client()
    found += [
        nobody.get(f"{reverse('rights:find', args=['fr'])}?q={word}").content.decode()
        for word in ("women house address", "Maison")
    ]
    for one in addresses():
        if one.door == OPEN and not one.is_api and not one.objects and not one.name.startswith(("rights:", "account")):
            found.append(nobody.get(one.url(), follow=True).content.decode(errors="replace"))
    found.append(nobody.get(reverse("desk:hall", args=["calais"])).content.decode())
    return "\n".join(found)


@pytest.mark.django_db
def test_a_secret_address_never_leaves_by_any_road(
    a_few_topics: Loaded, publish: Callable[..., Place], now: datetime, settings: pytest.FixtureRequest
):
    settings.ALLOWED_HOSTS = ["guide.example", "testserver"]  # type: ignore[attr-defined]
    publish()
    told = everything_that_leaves(now, settings)
    assert all(secret in told for secret in SECRET), "the control: an address that is not secret does leave"

    row = publish(replace(HOUSE, protected=True))

    told = everything_that_leaves(now, settings)
    assert [secret for secret in SECRET if secret in told] == []
    assert "Maison" in told
    assert WORDS["en"]["protected"] in told
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.filter(id=row.id).update(address="7 Rue du Canari")


@pytest.mark.django_db
def test_twenty_places_stay_below_twenty_kilobytes_in_every_language(manager: Actor, now: datetime):
    every = tuple((day, "09:00", "17:30") for day in range(7))
    found = [
        (str(n), replace(HOUSE, name=f"Lieu {n}", services=("meal", "shower"), hours=every, walk=HOUSE.walk * 4))
        for n in range(20)
    ]
    actions.import_places(actor=manager, source="Réseau", found=found, at=now, key=RetryKey.new())

    sizes = {language: len(gzip.compress(page(language).encode(), 9)) for language in languages.BY_CODE}

    assert max(sizes.values()) < 20_000, sizes


@pytest.mark.django_db
@pytest.mark.parametrize("write", [formats.hsds, formats.data_inclusion], ids=["hsds", "data-inclusion"])
def test_what_goes_out_comes_in_the_same(
    write: Callable[[datetime], str], publish: Callable[..., Place], elsewhere: Actor, now: datetime
):
    publish()
    written = write(now)

    found = formats.taken(written.encode())

    actions.import_places(actor=elsewhere, source="Other hub", found=found, at=now, key=RetryKey.new())
    ours, theirs = (one for one in sorted(queries.read(now), key=lambda one: one.row.source))
    for name in ("name", "address", "town", "postal_code", "phone", "latitude", "longitude"):
        assert getattr(theirs.row, name) == getattr(ours.row, name), name
    assert theirs.openings == ours.openings
    assert theirs.services == ours.services
    again = actions.import_places(actor=elsewhere, source="Other hub", found=[], at=now, key=RetryKey.new())
    assert again == 0
    assert Place.objects.get().site_id is not None, "a file never touches our own houses"


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"{",
        b"[]",
        b"[" * 100_000,
        b'{"contents": [{"id": "1"}]}',
        b'{"contents": [{"id": "1", "name": "A"}, {"id": "1", "name": "B"}]}',
        b'{"structures": [{"id": "1", "nom": "A", "date_maj": "never"}]}',
        b'{"structures": [{"id": "1", "nom": "A", "date_maj": "2026-11-01", "horaires_accueil": "PH off"}]}',
        b'{"structures": [{"id": "1", "nom": "A", "date_maj": "2026-11-01", "latitude": 900}]}',
        '{"structures": [{"id": "1", "nom": "A\N{RIGHT-TO-LEFT OVERRIDE}", "date_maj": "2026-11-01"}]}'.encode(),
        b'{"contents": [{"id": "1", "name": "A", "phones": [{"number": "javascript:1"}]}]}',
    ],
)
def test_a_malformed_file_gets_one_clear_sentence(content: bytes):
    with pytest.raises(formats.FileWrong) as wrong:
        formats.taken(content)
    assert "\n" not in str(wrong.value)
    assert 5 < len(str(wrong.value)) < 300


@pytest.mark.django_db
def test_a_file_that_cannot_be_taken_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, calais: Site
):
    monkeypatch.setattr(DataFolder, "open", lambda _folder: None)
    whole = '{"contents": [{"id": "1", "name": "A"}, {"id": "2", "name": ""}]}'
    (tmp_path / "places.json").write_text(whole)
    asked = ["guide", "places-import", str(tmp_path / "places.json"), "--source", "Other hub"]

    assert cli.main(asked) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not Place.objects.exists()

    (tmp_path / "places.json").write_text(whole.replace('""', '"B"'))
    assert cli.main(asked) == 0
    assert Place.objects.count() == 2
    assert cli.main(["guide", "places-export", str(tmp_path / "places.json")]) == 2, "no file is written over"


def test_hours_are_read_and_written_as_openstreetmap_does():
    read = read_hours("Mo-We 09:00-12:00,14:00-17:00; Sa 19:00-08:00")

    assert len(read) == 7
    assert read_hours(write_hours(read)) == read
    assert Opening(5, time(19), time(8)).covers(datetime(2026, 11, 29, 7, 59))  # noqa: DTZ001
    assert not Opening(5, time(19), time(8)).covers(datetime(2026, 11, 29, 8, 0))  # noqa: DTZ001
    for wrong in ("Mo-Fr", "Xx 09:00-10:00", "We-Mo 09:00-10:00", "Mo 25:00-26:00", "24/7"):
        with pytest.raises(HoursWrong):
            read_hours(wrong)


def test_a_way_is_typed_once_and_read_in_every_language():
    typed = "^ Rue Mollien 300\n< Quai de la Loire 80"
    steps = read_walk(typed)

    assert write_walk(steps) == typed
    for wrong in ("Rue Mollien 300", "^ 300", "^ Rue Mollien", "^ <b>x</b> 3"):
        with pytest.raises(WalkWrong):
            read_walk(wrong)
    for language in languages.ALL:
        assert WORDS[language.code].keys() == WORDS["en"].keys()
        for turn in ("left", "right", "straight"):
            said = WORDS[language.code][turn].format(along="Rue Mollien", metres=300)
            assert "Rue Mollien" in said
            assert "300" in said


def test_the_map_is_drawn_north_up_within_its_frame():
    landmarks = [("Near", 50.953, 1.851), ("Far", 51.030, 2.368)]
    picture = draw([("1", 50.960, 1.850), ("2", 50.950, 1.860)], landmarks)

    assert picture is not None
    north, south = picture.spots[:2]
    assert north.y < south.y
    assert north.x < south.x
    assert {spot.mark for spot in picture.spots if spot.landmark} == {"Near"}
    assert all(0 < spot.x < 320 and 0 < spot.y < 220 for spot in picture.spots)
    assert draw([], landmarks) is None


def test_every_landmark_was_looked_up():
    read = tomllib.loads((files("halte.rights.places") / "landmarks.toml").read_text())["landmarks"]

    assert all({"name", "at", "source", "read_on"} <= one.keys() for one in read)
    assert len(LANDMARKS) == len(read)


@pytest.mark.django_db
def test_what_is_written_has_the_fields_that_the_formats_require(publish: Callable[..., Place], now: datetime):
    publish()
    service = json.loads(formats.hsds(now))["contents"][0]
    assert {"id", "name", "status"} <= service.keys()
    assert {"id", "name", "description"} <= service["organization"].keys()
    location = service["service_at_locations"][0]["location"]
    assert {"id", "location_type"} <= location.keys()
    assert {"address_1", "city", "state_province", "postal_code", "country", "address_type"} <= location["addresses"][
        0
    ].keys()
    whole = json.loads(formats.data_inclusion(now))
    assert {"id", "source", "nom", "date_maj"} <= whole["structures"][0].keys()
    offered = whole["services"][0]
    assert {"id", "structure_id", "source", "nom", "description", "date_maj"} <= offered.keys()
    assert 50 <= len(offered["description"]) <= 2000
    assert date.fromisoformat(offered["date_maj"]) == now.date()
