"""A clock that jumps in the middle of the evening, and a PostgreSQL server that is killed there.

A program of its own, started with the failing disk preloaded (its clock is the one that jumps). Prints JSON.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from tools.faults import disk, evening, house
from tools.faults.evening import Saved

DAY = 86_400
JUMPS = {"back 30 days": -30 * DAY, "forward 10 years": 3652 * DAY, "back to 1970": None, "back one hour": -3600}


def main() -> int:
    """`clock FOLDER SEED`, or `postgresql FOLDER SEED SERVER`, with the server's data folder."""
    what, folder, seed = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    found = house.make(folder, guests=8, seed=seed)
    house.open_here(folder)
    told = house.told_of(found, guests=3)
    if what == "clock":
        for name, seconds in JUMPS.items():
            print(
                json.dumps({"name": f"clock {name}"} | _jump(told, seconds, lambda: house.told_of(found, guests=3))),
                flush=True,
            )
    else:
        print(
            json.dumps({"name": "PostgreSQL killed and started again"} | _server(told, Path(sys.argv[4]))), flush=True
        )
    return 0


def _jump(told: evening.Told, seconds: int | None, again: Callable[[], evening.Told]) -> dict[str, Any]:
    """After the fifth act the clock jumps and the evening goes on with it; then it is right again.

    The host signs in again: a session from before the jump has ended, as it must (`accounts.sessions`).
    """
    saved: list[Saved] = []
    refused: list[int] = []

    def say(one: Saved) -> None:
        saved.append(one)
        if len(saved) == 5:
            disk.jump(-int(time.time()) if seconds is None else seconds)

    evening.play(told, say, lambda status, _sentence: refused.append(status))
    disk.jump(0)
    told = replace(told, cookies=again().cookies)
    return {"tries": 1, "saved": len(saved), "errors": sum(one >= 500 for one in refused), **_looked(told, saved)}


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
