"""Fills a new data folder with a day centre's past: many guests, many visits, each with its line.

A program of its own.
"""

import argparse
import json
import os
import secrets
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID

from halte.common import ids
from halte.config.commands import init
from halte.config.folder import DEMO_KEY, DEMO_MARK, DataFolder

if TYPE_CHECKING:
    from halte.accounts.actor import Actor
    from halte.config.demo.world import World

TOLD = "bench.json"
SITE = "calais-a"
BATCH = 20_000
DAYS = 365


def main() -> int:
    """Make the folder; what the measurements need to know lies in it as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    for name in ("--guests", "--visits", "--seed"):
        parser.add_argument(name, type=int, required=True)
    options = parser.parse_args()
    with init.a_new_folder(DataFolder(options.folder, options.folder / DEMO_KEY), key_inside=True) as made:
        told = fill(guests=options.guests, visits=options.visits, seed=options.seed)
        (made.path / TOLD).write_text(json.dumps(told))
        (made.path / DEMO_MARK).write_text("Filled for measuring: nobody in it exists.\n")
    return 0


def card_secrets(number: int, seed: int) -> list[str]:
    """The secrets of the cards, the same for the same seed."""
    draw = Random(f"{seed}/bench")
    rest = ids.SECRET_LENGTH - 1
    return [draw.choice("01234567") + "".join(draw.choices(ids.ALPHABET, k=rest)) for _card in range(number)]


def fill(*, guests: int, visits: int, seed: int) -> dict[str, Any]:
    """One house with its staff, a token, and its past."""
    from django.utils import timezone

    from halte.common.models import JobRun
    from halte.config.demo import houses
    from halte.config.demo.loading import nothing_is_due
    from halte.config.demo.world import World
    from halte.config.ready import DEMO_JOB
    from halte.goods import actions as goods

    world, password = World(at=timezone.now(), seed=seed), secrets.token_urlsafe(12)
    with _fast():
        houses.build(world, {"amina": password})
        goods.add_usual_kinds(actor=world.managers[SITE], at=world.at, key=_key())
        token = _token(world)
        made = _guests(world, card_secrets(guests, seed))
        _visits(world, made, visits)
        nothing_is_due(world)
        JobRun.objects.create(job=DEMO_JOB, due=world.at, taken_at=world.at, done_at=world.at)
    return {"token": token, "sign_in": ["amina", password], "guests": guests, "visits": visits, "seed": seed}


def _key() -> Any:
    from halte.common.retry import RetryKey

    return RetryKey.new()


class _fast:  # noqa: N801
    """No rollback journal and no waiting while a folder is filled: it gets its name only when it is whole."""

    def __enter__(self) -> None:
        self._say("synchronous = OFF", "journal_mode = OFF", "cache_size = -1500000", "secure_delete = OFF")

    def __exit__(self, *_error: object) -> None:
        from django.db import connection

        self._say("journal_mode = WAL")
        connection.close()

    def _say(self, *pragmas: str) -> None:
        from django.db import connection

        with connection.cursor() as cursor:
            for pragma in pragmas:
                cursor.execute(f"PRAGMA {pragma}")
                cursor.fetchall()


def _token(world: "World") -> str:
    from halte.accounts import actions
    from halte.accounts.actor import Actor
    from halte.accounts.models import DeviceKind
    from halte.accounts.roles import Role

    system = Actor.system(world.sites[SITE])
    _device, token = actions.register_device(
        actor=system, label="Bench", kind=DeviceKind.API, roles=[Role.GREETER], at=world.at, key=_key()
    )
    return token


def _guests(world: "World", cards: Sequence[str]) -> list[UUID]:
    from halte.guests.models import Guest, spoken_box

    site = world.sites[SITE]
    first_day = (world.at - timedelta(days=DAYS + 1)).date()
    counted = ("man", "man", "man", "woman", "child")
    languages = ("ar", "ti", "ps", "fa", "ckb")
    rows: Iterator[Guest] = (
        Guest(
            id=world.id("guest", number),
            site=site,
            card_key=ids.key_at_site(secret, site.id),
            spoken_box=spoken_box(site, ids.code_of_secret(secret)),
            language=languages[number % 5],
            counted=counted[number % 5],
            made_on=first_day,
        )
        for number, secret in enumerate(cards)
    )
    made: list[UUID] = []
    while batch := [row for _place, row in zip(range(BATCH), rows, strict=False)]:
        Guest.objects.bulk_create(batch, batch_size=1000)
        made += [guest.id for guest in batch]
    return made


def _visits(world: "World", guests: Sequence[UUID], visits: int) -> None:
    """Visits evenly over the past year, each with its line; nobody is inside now."""
    actor = world.managers[SITE]
    writer = _Writer(world, actor)
    draw = world.dice("bench visits")
    began = world.at.replace(microsecond=0) - timedelta(days=DAYS, hours=6)
    step = timedelta(days=DAYS - 1) / max(visits, 1)
    for number in range(visits):
        writer.visit(guests[draw.randrange(len(guests))], began + number * step)
        if number % BATCH == BATCH - 1:
            writer.save()
    writer.save()


class _Writer:
    """Visits, lines and side rows as plain rows: a million of them in minutes."""

    def __init__(self, world: "World", actor: "Actor") -> None:
        from django.db import transaction

        from halte.journal.acts import lock_head

        self.actor, self.site = actor, world.sites[SITE]
        with transaction.atomic():
            self.head = lock_head(self.site.id)
        self.rows: dict[str, list[tuple[Any, ...]]] = {"visit": [], "line": [], "subject": []}

    def visit(self, guest: UUID, at: datetime) -> None:
        """A guest came and left an hour later; the arrival has its line."""
        from halte.journal import canonical
        from halte.journal.acts import Act, line_after

        nonce = os.urandom(16)
        act = Act(kind="visits.arrived", at=at, line_id=_random_id())
        line = line_after(self.head, self.actor, act, [canonical.subject(nonce, guest)], recorded_at=at)
        self.head.seq, self.head.hash = line.seq, line.hash
        local = at.astimezone(self.site.zone)
        self.rows["visit"].append(
            (_random_id(), self.site.id, guest, local.date(), local.hour, at, at + timedelta(hours=1), "left")
        )
        self.rows["line"].append(
            (line.id, line.site, line.epoch, line.seq, at, at, line.actor, line.kind, None, line.body, line.hash)
        )
        self.rows["subject"].append((_random_id(), line.id, nonce, guest))

    def save(self) -> None:
        """Write what was collected."""
        from django.db import connection, transaction

        with transaction.atomic(), connection.cursor() as cursor:
            for name, statement in _STATEMENTS.items():
                cursor.executemany(statement, [tuple(map(_stored, row)) for row in self.rows[name]])
                self.rows[name].clear()
        self.head.save(update_fields=["seq", "hash"])


_STATEMENTS = {
    "visit": 'INSERT INTO visits_visit (id, site_id, guest_id, "on", hour, arrived_at, left_at, ending) '
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
    "line": "INSERT INTO journal_line (id, site, epoch, seq, at, recorded_at, actor, kind, undoes, body, hash) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
    "subject": "INSERT INTO journal_subject (id, line_id, nonce, guest) VALUES (%s, %s, %s, %s)",
}


def _random_id() -> UUID:
    return UUID(bytes=os.urandom(16), version=4)


def _stored(value: Any) -> Any:
    """A value as Django stores it in SQLite."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    return value


if __name__ == "__main__":
    sys.exit(main())
