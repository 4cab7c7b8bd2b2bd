"""`halte bench`: how fast this machine is at the door, with a million visits on file."""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from halte.config.guide_reading import without_data
from halte.config.unusable import Unusable

SEED = 2014
SMALL = 1000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much is on file, for how long to measure, and where what was filled is kept."""
    parser.add_argument(
        "what",
        nargs="?",
        choices=["door", "plan", "guide", "guide-search"],
        default="door",
        help="the door (default), the plan, the guide's pages, or its search",
    )
    parser.add_argument("--nights", type=int, default=5, help="nights of each kind to plan (5)")
    parser.add_argument("--visits", type=int, default=1_000_000, help="visits on file (1000000)")
    parser.add_argument("--guests", type=int, default=100_000, help="guests on file (100000)")
    parser.add_argument("--seconds", type=float, default=8, help="seconds for each measurement (8)")
    parser.add_argument("--data", metavar="DIR", help="keep what is filled here for the next run (else thrown away)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Measure, and print the figures."""
    if options.what == "plan":
        return _plan(options)
    if options.what.startswith("guide"):
        return _guide(options)
    if options.visits < SMALL or options.guests < 2000 or not 0.5 <= options.seconds <= 120:
        raise Unusable("--visits must be at least 1000, --guests at least 2000, --seconds between 0.5 and 120.")
    if os.environ.get("HALTE_DATABASE"):
        raise Unusable("The bench measures the encrypted file of a centre: unset HALTE_DATABASE and run it again.")
    if options.data:
        kept = Path(options.data).expanduser().absolute()
        kept.mkdir(parents=True, exist_ok=True)
        found = _figures(kept, options)
    else:
        with tempfile.TemporaryDirectory(prefix="halte-bench-") as folder:
            found = _figures(Path(folder), options)
    if options.json:
        json.dump(found, sys.stdout, indent=1)
        print()
    else:
        _tell(found)
    return 0


def _plan(options: argparse.Namespace) -> int:
    from halte.config.bench import planned

    if not 1 <= options.nights <= 100:
        raise Unusable("--nights must be between 1 and 100.")
    rows = planned.measured(options.nights)
    print(json.dumps(rows, indent=1) if options.json else planned.told(rows))
    return 0


def _guide(options: argparse.Namespace) -> int:
    from halte.config.bench import guide

    if options.what == "guide":
        if not options.data:
            raise Unusable("Name the data folder whose guide is to be weighed with --data, a demo's for example.")
        found = guide.pages(Path(options.data).expanduser().absolute())
    else:
        without_data()
        found = guide.search(on=date.today())  # noqa: DTZ011 - the day on this machine's own calendar
    if options.json:
        print(json.dumps(found, indent=1))
    else:
        _tell(found)
    return 0


def _figures(kept: Path, options: argparse.Namespace) -> dict[str, Any]:
    full = _filled(kept, options.guests, options.visits)
    small = _filled(kept, options.guests, SMALL)
    with tempfile.TemporaryDirectory(prefix="run-", dir=kept) as run_folder:
        folders = [Path(shutil.copytree(one, Path(run_folder) / one.name)) for one in (full, small)]
        return _measured(folders[0], folders[1], options)


def _filled(kept: Path, guests: int, visits: int) -> Path:
    from halte.config.bench.measure import program

    folder = kept / f"{guests}-guests-{visits}-visits"
    if not folder.exists():
        print(f"Filling {visits} visits of {guests} guests (once) ...", file=sys.stderr, flush=True)
        program("fill", str(folder), "--guests", str(guests), "--visits", str(visits), "--seed", str(SEED))
    return folder


def _measured(full: Path, small: Path, options: argparse.Namespace) -> dict[str, Any]:
    from halte.config.bench import measure

    seconds, taken_on = options.seconds, machine()
    plans = measure.program("plans", str(full))
    large, little = measure.open_house(full), measure.open_house(small)
    try:
        idle = measure.memory(large)
        panel = measure.panels(large, seconds)
        one = {door: measure.one_desk([large, little], door, seconds * 2) for door in ("api", "desk")}
        alone = {door: measure.one_desk([large], door, seconds)[0] for door in ("api", "desk")}
        crowd = {door: measure.many_desks(large, door, seconds) for door in ("api", "desk")}
        busy = measure.memory(large)
    finally:
        large.house.stop()
        little.house.stop()
    bare = measure.program("bare", str(full), str(seconds))["per_second"]
    return {
        "machine": taken_on | {"load_after": _load()},
        "on_file": {"guests": options.guests, "visits": options.visits, "megabytes": _megabytes(full)},
        "start_seconds": round(large.start_seconds, 2),
        "memory": {"after_start": idle, "after_measuring": busy},
        "scan_with_its_act": alone,
        "panel": panel,
        "eight_desks": crowd,
        "bare_commits_per_second": bare,
        "part_of_bare_commits": {door: round(found["acts_per_second"] / bare, 3) for door, found in crowd.items()},
        "growth": {door: _growth(*found) for door, found in one.items()},
        "compared_with_today": {door: measure.compared(alone[door], crowd[door]) for door in crowd},
        "queries": plans,
    }


def _growth(full: dict[str, Any], small: dict[str, Any]) -> dict[str, Any]:
    return {
        "full": full,
        "at_1000_visits": small,
        "p50_ratio": round(full["p50_ms"] / small["p50_ms"], 2),
        "p95_ratio": round(full["p95_ms"] / small["p95_ms"], 2),
    }


def _megabytes(folder: Path) -> int:
    return round((folder / "halte.db").stat().st_size / 1_000_000)


def machine() -> dict[str, Any]:
    """What the figures were taken on."""
    from sqlcipher3 import dbapi2

    said = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    names = [line.partition(":")[2].strip() for line in said.splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "cores": os.cpu_count(),
        "cpu": names[0] if names else platform.processor(),
        "memory_gb": round(memory / 1e9, 1),
        "kernel": platform.release(),
        "python": platform.python_version(),
        "sqlite": dbapi2.sqlite_version,
        "load_before": _load(),
    }


def _load() -> list[float]:
    return [round(one, 2) for one in os.getloadavg()]


def _tell(found: dict[str, Any]) -> None:
    for name, value in found.items():
        if name == "queries":
            for door, seen in value.items():
                print(f"{door}: {seen['queries']} queries, {len(seen['full_scans'])} read a growing table whole")
        else:
            print(f"{name}: {json.dumps(value)}")
