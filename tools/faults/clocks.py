"""A clock that jumps in the middle of the evening, nights on which clocks change, a PostgreSQL server that is killed.

A program of its own, started with the failing disk preloaded (its clock is the one that jumps). Prints JSON.
"""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tools.faults import disk, evening, guards, house
from tools.faults.evening import Saved

DAY = 86_400
JUMPS = {"back 30 days": -30 * DAY, "forward 10 years": 3652 * DAY, "back to 1970": None, "back one hour": -3600}


def main() -> int:
    """`clock FOLDER SEED [GUARD]`, `nights FOLDER SEED [GUARD]` or `postgresql FOLDER SEED SERVER`.

    GUARD is taken away first; SERVER is the folder with a server's data.
    """
    what, folder, seed, *more = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:]
    found = house.make(folder, guests=8, seed=seed)
    house.open_here(folder)
    if what == "postgresql":
        told = house.told_of(found, guests=3)
        _say("PostgreSQL killed and started again", _server(told, Path(more[0])))
        return 0
    from django.db import connections

    connections.close_all()
    copies = house.Copies(folder)
    if more:
        guards.take_away(more[0])
    stories = _jumps(found, bool(more)) if what == "clock" else _nights(found)
    for name, story in stories:
        connections.close_all()
        copies.put_back()
        _say(name, story())
    return 0


def _say(name: str, found: dict[str, Any]) -> None:
    print(json.dumps({"name": name} | found), flush=True)


def _jumps(found: dict[str, Any], without: bool) -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
    for name, seconds in JUMPS.items():
        # Further back nobody's role has begun yet, which keeps them out as well.
        if not without or name == "back one hour":
            yield f"clock {name}", partial(_jump, found, seconds)


def _jump(found: dict[str, Any], seconds: int | None) -> dict[str, Any]:
    """After the fifth act the clock jumps and the evening goes on with it; then it is right again.

    Whoever was signed in before the jump is signed in no more, or a clock set back would give old sessions a new life.
    """
    told = house.told_of(found, guests=3)
    saved: list[Saved] = []
    refused: list[int] = []

    def say(one: Saved) -> None:
        saved.append(one)
        if len(saved) == 5:
            disk.jump(-int(time.time()) if seconds is None else seconds)

    evening.play(told, say, lambda status, _sentence: refused.append(status))
    still_in = evening.page(told)[0] == 200
    disk.jump(0)
    told = replace(told, cookies=house.told_of(found, guests=3).cookies)
    errors = sum(one >= 500 for one in refused) + still_in
    return {"tries": 1, "saved": len(saved), "errors": errors, **_looked(told, saved)}


def _nights(found: dict[str, Any]) -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
    """The next night that has an hour less, and the next that has one more."""
    zone = ZoneInfo("Europe/Paris")
    day = datetime.now(zone).date() + timedelta(days=1)
    for name in ("an hour less", "an hour more"):
        while not (hours := _hours(day, zone)) or (hours < 24) != (name == "an hour less"):
            day += timedelta(days=1)
        yield f"night of {name}, noon to noon", partial(_night, found, day, zone)


def _hours(day: date, zone: ZoneInfo) -> int:
    """How many hours there are from noon to noon, where these are not 24; else 0."""
    noon, next_noon = (datetime.combine(one, dt.time(12), zone) for one in (day, day + timedelta(days=1)))
    hours = round((next_noon.timestamp() - noon.timestamp()) / 3600)
    return 0 if hours == 24 else hours


def _night(found: dict[str, Any], day: date, zone: ZoneInfo) -> dict[str, Any]:
    """An act every half hour from ten in the evening on, over the hour that is missing or comes twice."""
    from halte.sites.models import Site

    def goes_to(moment: datetime) -> None:
        disk.jump(round(moment.timestamp() - real))

    real = time.time()
    evening_at = datetime.combine(day, dt.time(22), zone).timestamp()
    goes_to(datetime.combine(day, dt.time(22), zone))
    told = replace(house.told_of(found, guests=3), night=day.isoformat())
    saved: list[Saved] = []
    refused: list[int] = []

    def say(one: Saved) -> None:
        saved.append(one)
        goes_to(datetime.fromtimestamp(evening_at + 1800 * len(saved), zone))

    evening.play(told, say, lambda status, _sentence: refused.append(status))
    told = replace(told, cookies=house.told_of(found, guests=3).cookies)
    look = _looked(told, saved)
    wrong = 0
    for site in Site.objects.all():
        for minutes, night in ((1, day), (24 * 60 - 1, day), (24 * 60 + 1, day + timedelta(days=1))):
            # Wall clock: noon and a minute, and the next day's noon, whatever lies between.
            moment = datetime.combine(day, dt.time(12), zone) + timedelta(minutes=minutes)
            wrong += site.tonight(moment.astimezone(dt.UTC)) != night
    disk.jump(0)
    return {"tries": 1, "saved": len(saved), "errors": len(refused) + wrong, **look}


def _server(told: evening.Told, server: Path) -> dict[str, Any]:
    """After every third act the server is killed with SIGKILL and started again; the same press is made until saved."""
    from django.db import connections

    saved: dict[str, Saved] = {}
    kills, crashed = 0, 0

    def say(one: Saved) -> None:
        nonlocal kills
        if one.key in saved:
            return
        saved[one.key] = one
        if len(saved) % 3 == 0:
            kills += 1
            running = int((server / "postmaster.pid").read_text().splitlines()[0])
            os.kill(running, signal.SIGKILL)
            while not _is_dead(running):
                time.sleep(0.01)

    def wrong(status: int, sentence: str) -> None:
        nonlocal crashed
        crashed += status not in {503, 404, 409, 422} or (status == 503 and "Nothing was saved" not in sentence)
        if status == 503:
            start(server)

    for _try in range(12):
        evening.play(told, say, wrong)
        if len(saved) == told.guests * 5:
            break
    start(server)
    connections.close_all()
    return {"tries": kills, "saved": len(saved), "errors": crashed, **_looked(told, list(saved.values()))}


def start(server: Path) -> None:
    """Start the server again, if it does not run, as the account that owns its data.

    Raises:
        RuntimeError: It did not start within ten seconds; what was left of the one before holds it up for a moment.
    """
    lock, account = server / "postmaster.pid", server.stat()
    for _try in range(40):
        if lock.exists():
            if not _is_dead(int(lock.read_text().splitlines()[0])):
                return
            lock.unlink()  # After a real power cut the number would be nobody's.
        subprocess.run([server.parent / "start"], user=account.st_uid, group=account.st_gid, cwd="/", check=False)
        time.sleep(0.25)
    raise RuntimeError("PostgreSQL did not start again.")


def _is_dead(process: int) -> bool:
    """Whether nothing runs under this number, or what ran waits to be buried."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True


def _looked(told: evening.Told, saved: list[Saved]) -> dict[str, Any]:
    look = evening.look(told, saved)
    return {"holds": look.holds, "look": asdict(look)}


if __name__ == "__main__":
    sys.exit(main())
