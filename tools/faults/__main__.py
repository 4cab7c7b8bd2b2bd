"""`make faults`: what can go wrong with disk, power, clock, network and processes, and what is left afterwards.

Bounded, and the same for the same seed. Prints a table; with --write it becomes docs/faults.md. Exit code 1 when any
promise did not hold, or when a control held: a control takes a guard away, and must fail.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from halte.config.simulate.house import environment
from tests.postgresql import programs
from tools.faults import guards, servers
from tools.faults.disk import KILLS, WORDS, Fault, NoCompiler, build

HOUSE = Path(__file__).resolve().parents[2]
DOCUMENT = HOUSE / "docs" / "faults.md"
EVERY = 100_000


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    times: int
    acknowledged: int
    lost: int
    broken: int
    """Times after which the file, the chain or a bed was not whole, the door did not open, or a page was not plain."""
    said: str = ""
    control: bool = False
    died: int = 0

    @property
    def holds(self) -> bool:
        """Whether it is as it must be: a promise holds, a control does not."""
        kept = not (self.lost or self.broken)
        return not kept if self.control else kept


def main() -> int:
    """Play everything; 0 when every promise held and every control failed."""
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed chooses other places and other losses (1)")
    parser.add_argument("--most", type=int, default=EVERY, help="places of each kind, at most (every one)")
    parser.add_argument("--write", action="store_true", help="write docs/faults.md")
    options, began = parser.parse_args(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="halte-faults-") as folder:
        try:
            shim = build(Path(folder))
        except NoCompiler as sentence:
            print(sentence, file=sys.stderr)
            return 2
        rows = []
        for row in _rows(Path(folder), shim, options.seed, options.most):
            rows.append(row)
            print(
                f"{'ok    ' if row.holds else 'FAILED'}  {row.what}: {row.times} times, {row.acknowledged} acts "
                f"acknowledged, {row.lost} lost, {row.broken} not whole{'; ' + row.said if row.said else ''}",
                flush=True,
            )
    if options.write:
        DOCUMENT.write_text(_document(rows, options, time.monotonic() - began))
    return 0 if all(row.holds for row in rows) else 1


def _rows(folder: Path, shim: Path, seed: int, most: int) -> Iterator[Row]:
    kills: dict[str, Any] = {"most": most}
    some, few = {"most": min(most, 20)}, {"most": min(most, 6)}
    log = [Fault.KILL_BEFORE, Fault.KILL_AFTER, Fault.TORN, Fault.FULL_ONCE, Fault.BROKEN_ONCE]
    lasting = [Fault.FULL, Fault.BROKEN, Fault.NO_INODES, Fault.READ_ONLY]
    plans: list[dict[str, Any]] = [
        {"faults": [Fault.KILL_BEFORE, Fault.POWER_CUT, Fault.FULL_ONCE]} | kills,
        {"faults": [Fault.KILL_AFTER, Fault.TORN, Fault.BROKEN_ONCE]} | kills,
        {"faults": [*lasting, Fault.SLOW]} | some,
        {"faults": [Fault.POWER_CUT], "without": guards.SYNCS} | some,
        {"faults": log, "without": guards.LOG} | some,
        {"faults": lasting, "without": guards.SENTENCE} | few,
    ]
    with ThreadPoolExecutor(2) as desks:
        jobs = [
            desks.submit(_points, folder / f"plan-{number}", shim, {"seed": seed, "without": ""} | plan)
            for number, plan in enumerate(plans)
        ]
        for plan, job in zip(plans, jobs, strict=True):
            yield from _counted(job.result(), plan.get("without", ""))
    yield from _clocks(folder, shim, seed)
    for story in servers.stories(folder, seed):
        yield Row(
            story.name,
            story.tries,
            story.saved,
            story.lost,
            story.doubles + story.chain_breaks + story.errors,
            story.sentence,
            story.control,
        )


def _points(folder: Path, shim: Path, asked: dict[str, Any]) -> list[dict[str, Any]]:
    return _lines([sys.executable, "-m", "tools.faults.points", str(folder), json.dumps(asked)], shim)


def _clocks(folder: Path, shim: Path, seed: int) -> Iterator[Row]:
    for what, without in (("clock", ""), ("clock", guards.CLOCK), ("nights", ""), ("nights", guards.ZONE)):
        home = folder / f"{what}-{bool(without)}"
        command = ["-m", "tools.faults.clocks", what, str(home), str(seed), *([without] if without else [])]
        yield from map(partial(_told, without), _lines([sys.executable, *command], shim))
    if (bin_folder := programs()) is not None:
        for without in ("", guards.WAL_SYNCS):
            yield from map(partial(_told, without), _killed_server(folder, shim, seed, bin_folder, without))


def _told(without: str, one: dict[str, Any]) -> Row:
    broken = (0 if one["holds"] or one["look"]["lost"] else 1) + one["errors"]
    name = f"control, {without}: {one['name']}" if without else one["name"]
    return Row(name, one["tries"], one["saved"], one["look"]["lost"], broken, control=bool(without))


def _killed_server(folder: Path, shim: Path, seed: int, bin_folder: Path, without: str) -> list[dict[str, Any]]:
    server = _postgresql(folder / f"server-{bool(without)}", bin_folder, without)
    try:
        centre = folder / f"centre-{bool(without)}"
        command = ["-m", "tools.faults.clocks", "postgresql", str(centre), str(seed), str(server)]
        address = {"HALTE_DATABASE": f"postgresql://halte@/postgres?host={server.parent}"}
        return _lines([sys.executable, *command], shim, address)
    finally:
        _as_owner(server, str(bin_folder / "pg_ctl"), "-D", str(server), "-m", "immediate", "stop")


def _postgresql(home: Path, bin_folder: Path, without: str) -> Path:
    """A server of its own that syncs as a real one does; its folder holds a script that starts it."""
    home.parent.chmod(0o755)
    home.mkdir()
    data = home / "data"
    if os.geteuid() == 0:
        import pwd

        account = pwd.getpwnam("postgres")
        os.chown(home, account.pw_uid, account.pw_gid)
    _as_owner(
        home,
        str(bin_folder / "initdb"),
        "-D",
        str(data),
        "-U",
        "halte",
        "--auth=trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    )
    options = f"-k {home} -c listen_addresses=''" + (" -c synchronous_commit=off" if without else "")
    (home / "start").write_text(
        f'#!/bin/sh\nexec >/dev/null 2>&1\n{bin_folder}/pg_ctl -D {data} -o "{options}" -l {home}/log -w start\n'
    )
    (home / "start").chmod(0o755)
    _as_owner(home, str(home / "start"))
    return data


def _as_owner(place: Path, *command: str) -> None:
    owner = place.stat()
    subprocess.run(command, user=owner.st_uid, group=owner.st_gid, cwd="/", check=True, stdout=subprocess.DEVNULL)


def _lines(command: list[str], shim: Path, more: dict[str, str] | None = None) -> list[dict[str, Any]]:
    """Run one of our programs on the failing disk; the objects it printed."""
    surroundings = environment() | {"LD_PRELOAD": str(shim), "PYTHONPATH": str(HOUSE), "HALTE_DEMO": "1"} | (more or {})
    done = subprocess.run(command, cwd=HOUSE, env=surroundings, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[2:4])} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def _counted(found: Iterable[dict[str, Any]], without: str) -> Iterator[Row]:
    points = [one for one in found if "fault" in one]
    for fault in sorted({one["fault"] for one in points}):
        these = [one for one in points if one["fault"] == fault]
        lost = sum(one["look"]["lost"] for one in these if one["look"])
        broken = sum(
            not one["plain"] or (not one["holds"] and not (one["look"] and one["look"]["lost"])) for one in these
        )
        died = sum(one["died"] for one in these)
        said = (
            f"died {died} times" if Fault(fault) in KILLS else f"{sum(one['refused'] for one in these)} presses refused"
        )
        yield Row(
            f"control, {without}: {WORDS[Fault(fault)]}" if without else WORDS[Fault(fault)],
            len(these),
            sum(one["acknowledged"] for one in these),
            lost,
            broken,
            said,
            bool(without),
            died,
        )


INTRODUCTION = """# What happens when something goes wrong

Written by `make faults`; the same seed chooses the same places. One short evening (a card, an arrival, a bed, a
blanket, a meal; over the API and the pages) meets a fault at a chosen write, sync or change of a name below the data
folder. Afterwards another process opens the house: the file is whole, the chain is whole, every act that was answered
as saved is there, no bed is given twice, the desk opens, and every act pressed again with its own key is answered as
saved. A page that could not write says so in plain words. *Not whole* counts every time that any of this was not so.
A control takes a guard away, and must fail.
"""


def _document(rows: list[Row], options: argparse.Namespace, seconds: float) -> str:
    places = "every place of the evening" if options.most == EVERY else f"at most {options.most} places of the evening"
    lines = [
        INTRODUCTION,
        f"{_machine()} Seed {options.seed}, {places}; {seconds / 60:.0f} minutes.",
        "",
        "| fault | times | acts acknowledged | lost | not whole | | as it must be |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        verdict = "yes" if row.holds else "NO"
        lines.append(
            f"| {row.what} | {row.times} | {row.acknowledged} | {row.lost} | {row.broken} | {row.said} | {verdict} |"
        )
    kept = [row for row in rows if not row.control]
    lines += [
        "",
        f"Crashes: {sum(row.died for row in kept):,}, a process dead each time. Acts acknowledged: "
        f"{sum(row.acknowledged for row in kept):,}; lost: {sum(row.lost for row in kept)}. Controls: "
        f"{len(rows) - len(kept)}, of which {sum(row.holds for row in rows if row.control)} failed as they must.",
        "",
        "A slow disk has no control: it takes no guard, it only takes longer.",
    ]
    return "\n".join(lines) + "\n"


def _machine() -> str:
    """What it ran on: a figure without its machine says nothing."""
    from sqlcipher3 import dbapi2

    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release().partition('-')[0]}"
    return (
        f"{system} on {os.cpu_count()} cores ({model}), {memory:.0f} GB; "
        f"Python {platform.python_version()}, SQLite {dbapi2.sqlite_version}."
    )


if __name__ == "__main__":
    sys.exit(main())
