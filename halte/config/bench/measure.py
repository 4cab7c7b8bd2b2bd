"""The measurements: one desk, eight desks, bare commits, growth, start and memory, all in one run."""

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from halte.config.bench.client import Line, Maker, by_api, by_desk, panel
from halte.config.bench.fill import TOLD, card_secrets
from halte.config.simulate.desks import Desk, Outcome
from halte.config.simulate.house import House, environment
from halte.config.unusable import Unusable

TODAY_MS, TODAY_PER_SECOND = 148.0, 5.0
"""The reception system people run today: check plus register, median on 2 cores; how many a second per process."""

_GUEST = re.compile(rb"/desk/guest/([0-9a-f-]{36})/")


@dataclass
class Measured:
    """A folder with its server, and the cards that have not been scanned yet."""

    house: House
    told: dict[str, Any]
    cards: Iterator[str]
    cookies: dict[str, str]
    start_seconds: float

    @property
    def doors(self) -> dict[str, Maker]:
        """Both ways to scan a card."""
        return {"api": by_api(self.told["token"]), "desk": by_desk(self.cookies)}


def open_house(folder: Path, *, workers: int = 2) -> Measured:
    """Serve a folder and sign in."""
    told = json.loads((folder / TOLD).read_text())
    house = House(folder, workers=workers)
    seconds = house.start()
    desk = Desk(house.address, told["token"], Outcome(), threading.Lock())
    desk.sign_in(*told["sign_in"])
    cards = iter(card_secrets(told["guests"], told["seed"]))
    return Measured(house, told, cards, desk.cookies, seconds)


def one_desk(houses: Sequence[Measured], door: str, seconds: float) -> list[dict[str, Any]]:
    """One desk after the other scans cards; several houses take turns, so that other work on the machine hits all."""
    lines = [Line(one.house.address) for one in houses]
    times: list[list[float]] = [[] for _one in houses]
    for warm in range(20):
        _scan(lines[warm % len(houses)], houses[warm % len(houses)], door)
    until, used = time.monotonic() + seconds, [cpu_seconds(one.house) for one in houses]
    while time.monotonic() < until:
        for one, line, found in zip(houses, lines, times, strict=True):
            found.append(_scan(line, one, door))
    for line in lines:
        line.close()
    cpu = [(cpu_seconds(one.house) - before) * 1000 for one, before in zip(houses, used, strict=True)]
    return [
        spread(found) | {"server_cpu_ms_each": round(spent / len(found), 2)}
        for found, spent in zip(times, cpu, strict=True)
    ]


def _scan(line: Line, one: Measured, door: str) -> float:
    answer = line.ask(one.doors[door](next(one.cards)))
    if answer.status not in {200, 201}:
        raise Unusable(f"A scan was answered {answer.status}: {answer.body[:200]!r}")
    return answer.milliseconds


def spread(milliseconds: Sequence[float]) -> dict[str, Any]:
    """Median and 95th percentile."""
    cuts = quantiles(milliseconds, n=100)
    return {"p50_ms": round(cuts[49], 2), "p95_ms": round(cuts[94], 2), "requests": len(milliseconds)}


def many_desks(one: Measured, door: str, seconds: float, desks: int = 8) -> dict[str, Any]:
    """Several desks scan at once."""
    lock, times = threading.Lock(), [list[float]() for _desk in range(desks)]
    make, until = one.doors[door], time.monotonic() + seconds
    failed: list[int] = []

    def work(found: list[float]) -> None:
        line = Line(one.house.address)
        while time.monotonic() < until:
            with lock:
                card = next(one.cards)
            answer = line.ask(make(card))
            (found.append(answer.milliseconds) if answer.status in {200, 201} else failed.append(answer.status))
        line.close()

    threads = [threading.Thread(target=work, args=[found]) for found in times]
    began, used = time.monotonic(), cpu_seconds(one.house)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    acts = [ms for found in times for ms in found]
    return {
        "desks": desks,
        "acts_per_second": round(len(acts) / (time.monotonic() - began), 1),
        "server_cpu_ms_each": round((cpu_seconds(one.house) - used) * 1000 / max(len(acts), 1), 2),
        "failed": len(failed),
        **spread(acts),
    }


def panels(one: Measured, seconds: float) -> dict[str, Any]:
    """The whole desk with one guest's panel, as a browser opens it after the scan.

    It is measured before anything else: whoever reads a panel has done as much in ten minutes as a person can.
    """
    line, times = Line(one.house.address), []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        scanned = line.ask(one.doors["desk"](next(one.cards)))
        found = _GUEST.search(scanned.body)
        if found is None:
            raise Unusable(f"A scan was answered {scanned.status} and named no guest.")
        answer = line.ask(panel(one.cookies, found[1].decode()))
        if answer.status != 200:
            raise Unusable(f"A panel was answered {answer.status}.")
        times.append(answer.milliseconds)
    line.close()
    return spread(times)


def in_group(house: House) -> Iterator[Path]:
    """The processes of a server: its whole process group, as folders under /proc."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            group = int(stat.read_text().rpartition(")")[2].split()[2])
        except OSError:
            continue
        if house.process and group == house.process.pid:
            yield stat.parent


def cpu_seconds(house: House) -> float:
    """Processor time that the server has used so far: it does not count waiting for other programs."""
    ticks = 0
    for process in in_group(house):
        fields = (process / "stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory(one: Measured) -> dict[str, float]:
    """Memory of the server's whole process group, in megabytes: proportional and resident."""
    pss = rss = processes = 0
    for process in in_group(one.house):
        said = (process / "smaps_rollup").read_text()
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in said.splitlines() if line.endswith("kB")}
        pss, rss, processes = pss + sizes["Pss"], rss + sizes["Rss"], processes + 1
    return {"pss_mb": round(pss / 1024, 1), "rss_mb": round(rss / 1024, 1), "processes": processes}


def program(name: str, *arguments: str) -> Any:
    """Run one of our own programs that load Django by themselves, and read what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", f"halte.config.bench.{name}", *arguments],
        capture_output=True,
        text=True,
        env=environment(),
    )
    if done.returncode:
        raise Unusable((done.stderr.strip() or f"{name} failed.").splitlines()[-1])
    return json.loads(done.stdout) if done.stdout.strip() else None


def compared(scan: dict[str, Any], crowd: dict[str, Any]) -> dict[str, float]:
    """Against the reception system that people run today."""
    return {
        "times_faster": round(TODAY_MS / scan["p50_ms"], 1),
        "times_more_a_second": round(crowd["acts_per_second"] / TODAY_PER_SECOND, 1),
    }
