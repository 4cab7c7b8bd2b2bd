"""Where and when: hours, full today, closed days, the way, a map of our own."""

import gzip
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from importlib.resources import files

import pytest
from django.test import Client
from django.urls import reverse

from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common import languages
from halte.common.retry import RetryKey
from halte.config import static_guide
from halte.journal.models import Line
from halte.rights.models import Place
from halte.rights.places import actions
from halte.rights.places.formats import hsds
from halte.rights.places.refusals import NotPublished
from halte.rights.places.rules import (
    HoursWrong,
    Opening,
    WalkWrong,
    draw,
    is_open,
    read_hours,
    read_walk,
    week_from,
    write_hours,
    write_walk,
)
from halte.rights.places.words import LANDMARKS, WORDS
from halte.sites.actions import set_closed_days
from halte.sites.models import Site
from halte.sites.queries import closed_days, offered_today, site_is_open
from halte.visits.queries import closing
from tests.guards.askers import browser
from tests.rights.a_house import HOUSE

pytestmark = pytest.mark.usefixtures("at_six")


@pytest.fixture
def close(manager: Actor, now: datetime) -> Callable[[date], None]:
    """The manager says that the house stays closed on a day."""
    return lambda day: set_closed_days(actor=manager, days={day}, at=now, key=RetryKey.new())


def page(language: str = "en") -> str:
    return Client().get(reverse("rights:places", args=[language])).content.decode()


@pytest.mark.django_db
def test_nobody_reads_of_a_house_before_a_manager_says_so(
    calais: Site, publish: Callable[..., Place], close: Callable[[date], None]
):
    assert WORDS["en"]["none"] in page()
    lines = Line.objects.count()

    publish()

    assert Line.objects.count() == lines + 1
    close(date(2026, 12, 25))
    read = page()
    for said in ("Maison", "Rue du Canari", "03 21 00 00 00", "ትግርኛ", "Open now", "17:00\N{EN DASH}09:00", "<svg"):
        assert said in read
    assert "Turn left: Passage Serin, 120 m" in read
    assert "Closed on 25 December 2026" in read


@pytest.mark.django_db
def test_a_file_read_at_another_hour_says_todays_hours_and_not_that_a_house_is_open_now(
    publish: Callable[..., Place], greeter: Actor, monkeypatch: pytest.MonkeyPatch, now: datetime
):
    publish()
    address = reverse("rights:places", args=["en"])
    monkeypatch.setattr(static_guide, "addresses", lambda: iter([address]))
    assert WORDS["en"]["open"] in page()

    written = dict(static_guide.pages("http://testserver"))["guide/en/places/index.html"].decode()

    assert WORDS["en"]["open"] not in written
    assert WORDS["en"]["closed"] not in written
    assert written.count("17:00\N{EN DASH}09:00") == 2, "beside the sign of a clock, and in the week"
    actions.say_full(actor=greeter, full=True, at=now, key=RetryKey.new())
    written = dict(static_guide.pages("http://testserver"))["guide/en/places/index.html"].decode()
    assert WORDS["en"]["full"] in written, "that holds until midnight"


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
def test_desk_hall_guide_and_files_say_alike_that_a_house_stays_closed_today(
    calais: Site, publish: Callable[..., Place], close: Callable[[date], None], now: datetime
):
    publish()
    assert site_is_open(calais, now)

    close(now.date())

    assert not site_is_open(calais, now)
    assert not any(offer.open_now for offer in offered_today(calais, now))
    assert WORDS["en"]["closed_today"] in page()
    assert WORDS["en"]["open"] not in page()
    assert f"{now:%Y %b %d} closed" in hsds(now)


@pytest.mark.django_db
def test_the_week_says_no_hours_of_a_day_on_which_the_house_stays_closed(
    calais: Site, publish: Callable[..., Place], close: Callable[[date], None], now: datetime
):
    publish()
    hours = "17:00\N{EN DASH}09:00"
    assert page().count(hours) == 2, "beside the state of today, and in the week"
    close(now.date() + timedelta(days=7))
    assert page().count(hours) == 2, "in a week, the day is open again"

    close(now.date())

    assert page().count(hours) == 0
    assert page("fr").count("Fermé le 24 novembre 2026") == 2
    assert closing(calais, now.date()) == datetime(2026, 11, 25, tzinfo=calais.zone)


@pytest.mark.django_db
def test_a_night_that_began_the_day_before_a_closed_day_goes_on_until_morning(
    calais: Site, publish: Callable[..., Place], close: Callable[[date], None], now: datetime
):
    publish()
    close(now.date() + timedelta(days=1))

    assert site_is_open(calais, now + timedelta(hours=8))


@pytest.mark.django_db
def test_closed_days_are_set_on_screen_and_none_lies_in_the_past(calais: Site, now: datetime):
    manager = browser(calais, Role.MANAGER)
    for typed, standing in (
        ("2026-12-25\n2027-01-01", 2),
        ("2027-01-01", 1),
        ("2020-01-01", 1),
        ("Christmas", 1),
        ("", 0),
    ):
        answer = manager.post(reverse("sites:closed_days"), {"days": typed, "key": str(RetryKey.new().value)})
        assert answer.status_code in {200, 302, 409, 422}
        assert len(closed_days(calais, now.date())) == standing, typed
    assert browser(calais, Role.GREETER).post(reverse("sites:closed_days"), {"days": ""}).status_code == 403


@pytest.mark.django_db
def test_twenty_places_stay_below_twenty_kilobytes_in_every_language(manager: Actor, now: datetime):
    found = [
        (
            str(n),
            replace(
                HOUSE, name=f"Lieu {n}", services=("meal", "shower"), hours="Mo-Su 09:00-17:30", walk=HOUSE.walk * 4
            ),
        )
        for n in range(20)
    ]
    actions.import_places(actor=manager, source="Réseau", found=found, at=now, key=RetryKey.new())

    sizes = {language: len(gzip.compress(page(language).encode(), 9)) for language in languages.BY_CODE}

    assert max(sizes.values()) < 20_000, sizes


def test_hours_are_read_and_written_as_openstreetmap_does():
    evening = read_hours("Mo-We 09:00-12:00,14:00-17:00; Sa 19:00-08:00")
    saturday = datetime(2026, 11, 28, 19)  # noqa: DTZ001

    assert len(week := week_from(evening, saturday.date())) == 7
    assert write_hours(week) == read_hours(
        "Mo 09:00-12:00,14:00-17:00; Tu 09:00-12:00,14:00-17:00; We 09:00-12:00,14:00-17:00; Sa 19:00-08:00"
    )
    assert is_open(evening, saturday + timedelta(hours=12, minutes=59))
    assert not is_open(evening, saturday + timedelta(hours=13))
    for wrong in ("Xx 09:00-10:00", "Mo 25:00-26:00", "sunrise-sunset", 'Mo 09:00-10:00 "ask"', "SH 10:00-12:00"):
        with pytest.raises(HoursWrong):
            read_hours(wrong)


def test_holidays_and_houses_that_never_close_are_understood():
    noon = datetime(2026, 12, 25, 12)  # noqa: DTZ001

    assert not is_open(read_hours("Mo-Fr 09:00-17:00; PH off"), noon)
    assert is_open(read_hours("Mo-Fr 09:00-17:00; PH off"), noon - timedelta(days=1))
    assert is_open(read_hours("24/7"), noon)
    assert week_from("24/7", noon.date()) == tuple(Opening(day, time(), time()) for day in range(7))
    off = write_hours([Opening(4, time(9), time(17))], [noon.date()])
    assert not is_open(off, noon)
    assert is_open(off, noon + timedelta(days=7))


def test_a_way_is_typed_once_and_read_in_every_language():
    typed = "^ Rue Mollien 300\n< Quai de la Loire 80"
    steps = read_walk(typed)

    assert write_walk(steps) == typed
    assert read_walk("^ \u00a0 Rue Mollien   300") == read_walk("^ Rue Mollien 300")
    # Blanks are read in one way: in three, a line of eight hundred took seven seconds.
    for wrong in ("Rue Mollien 300", "^ 300", "^ Rue Mollien", "^ <b>x</b> 3", f"^{' ' * 798}x"):
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
