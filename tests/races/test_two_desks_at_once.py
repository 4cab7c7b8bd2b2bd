"""Two desks at once: real processes race for a bed, a shower slot and the last blanket, and exactly one has it.

Beside it stands the control: the same race with every guard removed together must give a double, or the race proves
nothing. One guard alone still holds, and that is shown, too.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from halte.accounts.actor import Actor
from halte.goods import actions as goods
from halte.goods.models import Given, Stock, Variant
from halte.guests.models import Counted, Guest, spoken_box
from halte.journal import checking
from halte.journal.models import Line
from halte.nights.models import Stay
from halte.sites.models import Bed, Room, RoomKind, Site
from halte.visits.models import Numbered
from tests.cast import a_key_of

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NIGHT = "2026-11-23"
DESKS = 4


@dataclass
class Race:
    """What the desks race for, how a clash is called, and how many each thing went to."""

    name: str
    targets: list[Any]
    clash: str
    winners: Callable[[], Counter[Any]]
    writes: str
    kind: str
    guests: int = 0
    """How many come to each desk, if not one for each thing: whoever came for one night comes for the next."""


@pytest.fixture
def for_beds(calais: Site) -> Callable[..., Race]:
    def prepare(things: int, nights: int = 1) -> Race:
        room = Room.objects.create(site=calais, code="1", kind=RoomKind.MEN, legal_maximum=things + DESKS)
        beds = Bed.objects.bulk_create(
            [Bed(site=calais, room=room, label=str(place), position=place) for place in range(things)]
        )
        first = date.fromisoformat(NIGHT)
        days = [(first + timedelta(days=number)).isoformat() for number in range(nights)]
        targets = [{"bed": str(bed.id), "night": day} for day in days for bed in beds]

        def winners() -> Counter[Any]:
            return Counter(Stay.objects.filter(ended_at__isnull=True).values_list("bed", "night"))

        insert = 'INSERT INTO "nights_stay"'
        return Race("bed", targets, "nights.bed_taken", winners, insert, "nights.given", guests=things)

    return prepare


@pytest.fixture
def for_showers() -> Callable[[int], Race]:
    def prepare(things: int) -> Race:
        begins = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
        places = [(begins + timedelta(minutes=10 * (place // 6)), place % 6 + 1) for place in range(things)]
        targets = [{"starts_at": at.isoformat(), "cabin": cabin} for at, cabin in places]

        def winners() -> Counter[Any]:
            return Counter(Numbered.objects.filter(ended_at__isnull=True).values_list("number", "starts_at"))

        return Race(
            "shower", targets, "visits.slot_taken", winners, 'INSERT INTO "visits_numbered"', "visits.slot_given"
        )

    return prepare


@pytest.fixture
def for_blankets(goods_keeper: Actor) -> Callable[[int], Race]:
    def prepare(things: int) -> Race:
        kind = goods.add_kind(actor=goods_keeper, code="blanket", names={"en": "Blanket"}, at=AT, key=a_key_of())
        variant: Variant = kind.variants.get()
        goods.receive(actor=goods_keeper, variant=variant, quantity=things, at=AT, key=a_key_of())

        def winners() -> Counter[Any]:
            given = Given.objects.filter(ended_at__isnull=True).count()
            assert Stock.objects.get(variant=variant).balance == things - given
            return Counter(dict.fromkeys(range(min(given, things)), 1) | {"beyond the stock": given - things})

        return Race(
            "blanket", [str(variant.id)] * things, "goods.out_of_stock", winners, 'UPDATE "goods_stock"', "goods.given"
        )

    return prepare


def new_guests(site: Site, how_many: int) -> list[str]:
    guests = Guest.objects.bulk_create(
        [
            Guest(
                site=site,
                card_key=os.urandom(32),
                spoken_box=spoken_box(site, uuid4().hex[:7]),
                counted=Counted.MAN,
                made_on=AT.date(),
            )
            for _ in range(how_many)
        ]
    )
    return [str(guest.id) for guest in guests]


def run(race: Race, site: Site, folder: Path, *, unguarded: bool = False, desks: int = DESKS) -> Counter[str]:
    """Let the desks loose on all targets at once, and count what they said."""
    fd = int(os.environ["HALTE_KEY_FD"])
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "halte.config.settings"}
    workers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.races.worker"],
            cwd=ROOT,
            env=environment,
            pass_fds=[fd],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(desks)
    ]
    try:
        for worker in workers:
            told = {
                "race": race.name,
                "site": str(site.id),
                "actor": str(uuid4()),
                "guests": new_guests(site, race.guests or len(race.targets)),
                "targets": race.targets,
                "at": AT.isoformat(),
                "database": str(connection.settings_dict["NAME"]),
                "unguarded": unguarded,
                "meeting": str(folder),
                "writes": race.writes,
                "desks": desks,
            }
            tell(worker, json.dumps(told))
        assert [hear(worker) for worker in workers] == ["ready"] * desks
        for worker in workers:
            tell(worker, "go")
        return Counter(said for worker in workers for said in json.loads(hear(worker)))
    finally:
        for worker in workers:
            worker.kill()
            worker.communicate()


def tell(worker: "subprocess.Popen[str]", words: str) -> None:
    assert worker.stdin
    worker.stdin.write(words + "\n")
    worker.stdin.flush()


def hear(worker: "subprocess.Popen[str]") -> str:
    assert worker.stdout
    return worker.stdout.readline().strip()


def check_one_winner_each(race: Race, said: Counter[str], desks: int = DESKS) -> None:
    things = len(race.targets)
    assert said == {"won": things, race.clash: things * (desks - 1)}
    winners = +race.winners()
    assert len(winners) == things
    assert set(winners.values()) == {1}
    assert Line.objects.filter(kind=race.kind).count() == things
    assert list(checking.breaks()) == []


def test_one_desk_has_each_bed(for_beds, calais, tmp_path):
    race = for_beds(10)

    check_one_winner_each(race, run(race, calais, tmp_path))


def test_one_desk_has_each_shower(for_showers, calais, tmp_path):
    race = for_showers(10)

    check_one_winner_each(race, run(race, calais, tmp_path))


def test_the_last_blankets_are_given_once(for_blankets, calais, tmp_path):
    race = for_blankets(10)

    check_one_winner_each(race, run(race, calais, tmp_path))


@contextmanager
def without(*constraints: str) -> Iterator[None]:
    """The database without these unique indexes, until the block ends."""
    models = {constraint.name: model for model in (Stay, Numbered) for constraint in model._meta.constraints}
    found = [(models[name], next(c for c in models[name]._meta.constraints if c.name == name)) for name in constraints]
    with connection.cursor() as cursor:
        for name in constraints:
            cursor.execute(f"DROP INDEX {name}")
    try:
        yield
    finally:
        for model, _constraint in found:
            model.objects.all().delete()
        with connection.schema_editor() as editor:
            for model, constraint in found:
                editor.add_constraint(model, constraint)


@contextmanager
def without_check(table: str, name: str) -> Iterator[None]:
    """The database without this check; on SQLite the desks switch checks off for themselves."""
    constraint = next(c for c in Stock._meta.constraints if c.name == name)
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    try:
        yield
    finally:
        Stock.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Stock, constraint)


def test_control_without_any_guard_a_bed_goes_to_two(for_beds, calais, greeter, tmp_path):
    race = for_beds(1)
    an_act_before(greeter)

    with without("one_bed_one_night", "one_guest_one_night"):
        run(race, calais, tmp_path, unguarded=True)

        assert max(race.winners().values()) > 1


def test_control_without_any_guard_a_shower_goes_to_two(for_showers, calais, greeter, tmp_path):
    race = for_showers(1)
    an_act_before(greeter)

    with without("one_guest_per_slot"):
        run(race, calais, tmp_path, unguarded=True)

        assert max(race.winners().values()) > 1


def test_control_without_any_guard_more_blankets_are_given_than_there_are(for_blankets, calais, tmp_path):
    race = for_blankets(1)

    with without_check("goods_stock", "stock_never_negative"):
        run(race, calais, tmp_path, unguarded=True)

        assert race.winners()["beyond the stock"] > 0


def test_the_database_alone_still_holds(for_beds, calais, greeter, tmp_path):
    race = for_beds(1)
    an_act_before(greeter)

    run(race, calais, tmp_path, unguarded=True)

    assert set(race.winners().values()) == {1}


def test_the_lock_alone_still_holds(for_beds, calais, tmp_path):
    race = for_beds(10)

    with without("one_bed_one_night", "one_guest_one_night"):
        check_one_winner_each(race, run(race, calais, tmp_path))


def an_act_before(actor: Actor) -> None:
    """The site's chain has a head, so that the unguarded desks find one to read."""
    goods.add_usual_kinds(actor=actor, at=AT, key=a_key_of())


@pytest.mark.slow
def test_eight_desks_race_for_four_hundred_beds_ten_thousand_times_each(for_beds, calais, tmp_path):
    """25 nights of 400 beds: every desk tries every bed of every night, for a guest of its own."""
    race = for_beds(400, nights=25)

    check_one_winner_each(race, run(race, calais, tmp_path, desks=8), desks=8)


@pytest.mark.slow
def test_control_without_any_guard_eight_desks_give_beds_twice(for_beds, calais, greeter, tmp_path, record_property):
    race = for_beds(400)
    an_act_before(greeter)

    with without("one_bed_one_night", "one_guest_one_night"):
        said = run(race, calais, tmp_path, unguarded=True, desks=8)

        twice = sum(number > 1 for number in race.winners().values())
        record_property("beds given more than once", twice)
        record_property("attempts that won", said["won"])
        assert twice > 0
