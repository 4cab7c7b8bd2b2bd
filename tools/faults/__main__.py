"""`make faults`: what can go wrong with disk, power, clock, network and processes, and what is left afterwards.

Bounded, and the same for the same seed. Prints a table; with --write it becomes docs/faults.md. Exit code 1 when any
promise did not hold, or when a control held: a control takes a guard away, and must fail.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from halte.config.folder import DEMO_KEY
from halte.config.simulate.house import environment
from tests.postgresql import programs
from tools.faults import document, guards, servers
from tools.faults.changing_keys import held
from tools.faults.disk import KILLS, WORDS, Fault, NoCompiler, build
from tools.faults.document import Row
from tools.faults.house import make as made

HOUSE = Path(__file__).resolve().parents[2]
DOCUMENT = HOUSE / "docs" / "faults.md"
EVERY = 100_000
PARTS = ("disk", "slow", "keys", "clocks", "servers")


def main() -> int:
    """Play everything; 0 when every promise held and every control failed."""
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed chooses other places and other losses (1)")
    parser.add_argument("--most", type=int, default=EVERY, help="places of each kind, at most (every one)")
    parser.add_argument("--write", action="store_true", help="write docs/faults.md")
    parser.add_argument("--only", choices=PARTS, help="play this part alone, and print its rows; nothing is written")
    options, began = parser.parse_args(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="halte-faults-") as folder:
        try:
            shim = build(Path(folder))
        except NoCompiler as sentence:
            print(sentence, file=sys.stderr)
            return 2
        rows = []
        for row in _rows(Path(folder), shim, options.seed, options.most, [options.only] if options.only else PARTS):
            rows.append(row)
            print(
                f"{'ok    ' if row.holds else 'FAILED'}  {row.what}: {row.times} times, {row.acknowledged} acts "
                f"acknowledged, {row.lost} lost, {row.broken} not whole{'; ' + row.said if row.said else ''}",
                flush=True,
            )
    if options.only:
        print("\n".join(map(document.line, rows)))
    elif options.write:
        places = (
            "every place of the evening" if options.most == EVERY else f"at most {options.most} places of the evening"
        )
        DOCUMENT.write_text(document.written(rows, options.seed, places, time.monotonic() - began))
    return 0 if all(row.holds for row in rows) else 1


def _rows(folder: Path, shim: Path, seed: int, most: int, parts: Sequence[str]) -> Iterator[Row]:
    for part in parts:
        yield from PLAYED[part](folder, shim, seed, most)


def _disk(folder: Path, shim: Path, seed: int, most: int) -> Iterator[Row]:
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


def _slow(folder: Path, shim: Path, seed: int, _most: int) -> Iterator[Row]:
    for without in ("", guards.TURNS):
        command = ["-m", "tools.faults.slow", str(folder / f"slow-{bool(without)}"), str(seed)]
        said = _lines([sys.executable, *command, *([without] if without else [])], shim)
        yield from map(partial(_told, without), said)


def _keys(folder: Path, shim: Path, seed: int, most: int) -> Iterator[Row]:
    """The key of the house is changed; the process dies at a write, and somebody runs the same command again."""
    home = folder / "keys"
    made(home / "data", guests=8, seed=seed)
    (home / "stick").mkdir()
    (home / "data" / DEMO_KEY).rename(home / "stick" / "old")
    for unsafe in (False, True):
        faults = [Fault.POWER_CUT] if unsafe else list(KILLS)
        asked = {"seed": seed, "faults": faults, "most": min(most, 20), "last": 0 if unsafe else 10, "unsafe": unsafe}
        command = ["-m", "tools.faults.changing_keys", str(home), json.dumps(asked)]
        found = [one for one in _lines([sys.executable, *command], shim, {"HALTE_DEMO": "0"}) if "fault" in one]
        for fault in faults:
            these = [one for one in found if one["fault"] == fault]
            name = f"key changed: {WORDS[fault]}"
            by = f"opened by the old key {sum(one['opens']['by'] == 'old' for one in these)} times, then by the new one"
            broken = sum(not held(one) for one in these)
            what = f"control, {guards.COPY}: {name}" if unsafe else name
            yield Row(what, len(these), 0, 0, broken, "" if unsafe else by, unsafe, len(these))


def _servers(folder: Path, _shim: Path, seed: int, _most: int) -> Iterator[Row]:
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


def _clocks(folder: Path, shim: Path, seed: int, _most: int) -> Iterator[Row]:
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


PLAYED = {"disk": _disk, "slow": _slow, "keys": _keys, "clocks": _clocks, "servers": _servers}

if __name__ == "__main__":
    sys.exit(main())
