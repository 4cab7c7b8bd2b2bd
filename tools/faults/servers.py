"""What happens to whole servers: a worker killed, all killed, a network cut in the middle of an answer, a key missing.

Each story starts `halte serve` on a furnished house, plays with desks over HTTP, and looks into the data afterwards.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from http.client import HTTPException
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from halte.config.folder import DATABASE, DEMO_KEY
from halte.config.simulate import desks, evening
from halte.config.simulate.desks import Desk, Outcome
from halte.config.simulate.house import House, answers, environment
from tools.faults import guards


@dataclass(frozen=True)
class Story:
    """What one story found."""

    name: str
    tries: int
    saved: int
    lost: int
    doubles: int
    chain_breaks: int
    errors: int
    sentence: str = ""
    control: bool = False

    @property
    def holds(self) -> bool:
        """Whether every promise held."""
        return not (self.lost or self.doubles or self.chain_breaks or self.errors)


def stories(folder: Path, seed: int) -> Iterator[Story]:
    """Every story, one after the other, each in a folder of its own."""
    yield _killed(folder / "group", seed)
    yield _killed_behind(folder / "group-control", seed)
    yield _worker_killed(folder / "worker", seed)
    yield _worker_killed(folder / "worker-control", seed, without=guards.RESPAWN)
    yield _cut(folder / "cut", seed)
    yield _cut(folder / "cut-control", seed, without=guards.KEY)
    yield from _refusals(folder / "refused", seed)


def _killed(folder: Path, seed: int) -> Story:
    """The whole group is killed four times in an evening of sixty guests, and started again."""
    found = evening.at_our_own_house(folder, guests=60, desks=4, seed=seed, kills=4)
    return _story("all processes killed, four times in an evening", found["kills"], found)


def _killed_behind(folder: Path, seed: int) -> Story:
    """The control: a house that writes late says that ten cards are saved, and all is killed; four times."""
    outcome, lock = Outcome(), threading.Lock()
    with _house(folder, seed, without=guards.BEHIND) as (house, told):
        for _kill in range(4):
            desk = Desk(house.address, told["tokens"][0], outcome, lock)
            for _one in range(10):
                key = str(uuid4())
                desk.save("card", key, desk.call("/cards", {"counted": "man"}, key)["id"])
            house.kill()
            house.start()
    found = _looked(folder, outcome)
    return _story(_named("all processes killed, four times in an evening", guards.BEHIND), 4, found, control=True)


def _worker_killed(folder: Path, seed: int, *, without: str = "") -> Story:
    """One worker is killed every half second while four desks go on."""
    kills = 0

    def kill_one(house: House, over: threading.Event) -> None:
        nonlocal kills
        draw = Random(seed)
        while not over.wait(0.5):
            assert house.process is not None
            workers = Path(f"/proc/{house.process.pid}/task/{house.process.pid}/children").read_text().split()
            # Somebody answers between two kills, however slow the machine: else it would show nothing but that.
            if (len(workers) == house.workers and answers(house.address)) or (without and workers):
                os.kill(int(draw.choice(workers)), signal.SIGKILL)
                kills += 1

    found = _evening(folder, seed, meanwhile=kill_one, cards=60, without=without)
    return _story(_named("one worker killed, again and again", without), kills, found, control=bool(without))


def _cut(folder: Path, seed: int, *, without: str = "") -> Story:
    """The line is cut after the request, before or within the answer; the same press again has the same answer."""
    with _house(folder, seed) as (house, told):
        there = _looked(folder, Outcome())["cards"]
        outcome, lock, draw = Outcome(), threading.Lock(), Random(seed)
        desk = Desk(house.address, told["tokens"][0], outcome, lock)
        tries = 40
        for _one in range(tries):
            key, body = str(uuid4()), json.dumps({"counted": "man"}).encode()
            _send_and_cut(house, told["tokens"][0], key, body, read=draw.choice([0, 1, 12, 60]))
            key = str(uuid4()) if without else key
            card = desk.call("/cards", {"counted": "man"}, key)
            desk.save("card", key, card["id"])
    found = _looked(folder, outcome)
    found |= {"errors": found["cards"] - there - tries}
    return _story(_named("network cut in the middle of an answer", without), tries, found, control=bool(without))


def _send_and_cut(house: House, token: str, key: str, body: bytes, *, read: int) -> None:
    with socket.create_connection(("127.0.0.1", house.port), timeout=20) as line:
        head = (
            f"POST /api/v1/cards HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
            f"Idempotency-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        line.sendall(head.encode() + body)
        if read:
            line.recv(read)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")


def _refusals(folder: Path, seed: int) -> Iterator[Story]:
    """A start that cannot be: each is refused with one sentence and code 2, and the files stay as they were."""
    with _house(folder, seed):
        pass
    key = folder / DEMO_KEY
    for name, spoil, without in (
        ("key missing", lambda: key.rename(folder / "elsewhere"), ""),
        ("key missing", lambda: key.rename(folder / "elsewhere"), guards.NO_KEY),
        ("another centre's key", lambda: key.write_text("00" * 32), ""),
        ("another centre's key", lambda: key.write_text("00" * 32), guards.START),
        ("half-migrated database", lambda: _forget_a_migration(folder, key), ""),
        ("half-migrated database", lambda: _forget_a_migration(folder, key), guards.START),
        ("database of a newer Halte", lambda: _add_a_migration(folder, key), ""),
        ("database of a newer Halte", lambda: _add_a_migration(folder, key), guards.START),
        ("database cut off in the middle", lambda: os.truncate(folder / DATABASE, 20_000), ""),
    ):
        kept = folder.with_name("as-it-was")
        shutil.copytree(folder, kept)
        spoil()
        before = (folder / DATABASE).read_bytes()
        code, said = _start(folder, without)
        wrong = code != 2 or len(said.splitlines()) != 1 or (folder / DATABASE).read_bytes() != before
        yield Story(_named(name, without), 1, 0, 0, 0, 0, int(wrong), "" if without else said, bool(without))
        shutil.rmtree(folder)
        kept.rename(folder)


WITHOUT = """
import sys
from halte.config import cli
from halte.config.folder import DataFolder
from tools.faults import guards
opened, guard = DataFolder.open, sys.argv.pop(1)
guards.take_away_first(guard)
def open_without(self):
    opened(self)
    guards.take_away(guard)
DataFolder.open = open_without
sys.exit(cli.main())
"""


def _start(folder: Path, without: str) -> tuple[int | None, str]:
    """Start to serve; the exit code and what was said, or None and nothing where it goes on serving."""
    program = ["-c", WITHOUT, without] if without else ["-m", "halte.config.cli"]
    command = [sys.executable, *program, "serve", "--data", str(folder), "--port", "0"]
    surroundings = environment() | {"HALTE_DEMO": "1", "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings, start_new_session=True
    ) as started:
        try:
            _out, said = started.communicate(timeout=20 if without else 60)
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, signal.SIGKILL)
            return None, ""
        return started.returncode, said.strip().replace(str(Path.home()), "~")


def _named(name: str, without: str) -> str:
    return f"control, {without}: {name}" if without else name


def _forget_a_migration(folder: Path, key: Path) -> None:
    _statement(folder, key, "DELETE FROM django_migrations WHERE app = 'guests'")


def _add_a_migration(folder: Path, key: Path) -> None:
    _statement(
        folder, key, "INSERT INTO django_migrations (app, name, applied) VALUES ('nights', '9999_later', '2099-01-01')"
    )


def _statement(folder: Path, key: Path, statement: str) -> None:
    from sqlcipher3 import dbapi2

    database = dbapi2.connect(folder / DATABASE)
    database.execute(f"PRAGMA key = \"x'{key.read_text().strip()}'\"")
    database.execute(statement)
    database.commit()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


@contextmanager
def _house(folder: Path, seed: int, *, without: str = "") -> Iterator[tuple[House, dict[str, Any]]]:
    told = evening._program("furnish", str(folder), "--guests", "80", "--desks", "4", "--seed", str(seed))
    house = House(folder, program=("-c", WITHOUT, without)) if without else House(folder)
    house.start()
    try:
        yield house, told
    finally:
        house.stop()


def _evening(
    folder: Path, seed: int, *, meanwhile: Callable[[House, threading.Event], None], cards: int, without: str = ""
) -> dict[str, Any]:
    """Four desks make cards and give beds, while something happens to the server."""
    outcome, lock, over = Outcome(), threading.Lock(), threading.Event()
    with _house(folder, seed, without=without) as (house, told), patch.object(desks, "PATIENCE", 1 if without else 90):

        def work(token: str) -> None:
            with suppress(*([OSError, HTTPException] if without else [])):
                go_on(token)

        def go_on(token: str) -> None:
            desk = Desk(house.address, token, outcome, lock)
            for _one in range(cards // 4):
                key, bed = str(uuid4()), str(uuid4())
                card = desk.call("/cards", {"counted": "man"}, key)
                desk.save("card", key, card["id"])
                asked = {"guest": card["id"], "night": told["night"], "arrived": True}
                stay = desk.call("/nights/stays", asked, bed)
                desk.save("stay", bed, stay["id"], card["id"], stay["bed_id"])

        four = [threading.Thread(target=work, args=[token]) for token in told["tokens"]]
        other = threading.Thread(target=meanwhile, args=[house, over])
        for thread in [*four, other]:
            thread.start()
        for thread in four:
            thread.join()
        over.set()
        other.join()
    return _looked(folder, outcome) | {"errors": cards * 2 - len(outcome.saved)}


def _looked(folder: Path, outcome: Outcome) -> dict[str, Any]:
    found = evening._program("verify", str(folder), said=json.dumps([asdict(act) for act in outcome.saved]))
    return found | {"saved": len(outcome.saved), "errors": 0}


def _story(name: str, tries: int, found: dict[str, Any], *, control: bool = False) -> Story:
    doubles, breaks = found["double_beds"] + found["double_guests"], found["chain_breaks"]
    return Story(name, tries, found["saved"], found["lost"], doubles, breaks, found["errors"], control=control)
