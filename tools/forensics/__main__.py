"""`make forensics`: ten thousand canaries through every field and every form, and what is found outside the database.

A house of its own, its temporary folder and its home below one folder, a real server that speaks TLS, and somebody who
keeps every packet between it and its visitors (as root; else nobody listens, and the table says so). Prints a table;
with --write it becomes docs/forensics.md. Exit code 1 when a byte is found, or when a control finds none: a control
looks where the canaries must be.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from halte.common import keys
from halte.config.folder import DATABASE, DEMO_KEY
from halte.config.simulate.arrivals import parties
from halte.config.simulate.desks import Evening
from halte.config.simulate.evening import play
from halte.config.simulate.house import House, environment
from tests.forensics import traces
from tools.forensics.network import Ear, readable, with_a_canary
from tools.forensics.visitor import Visitor

HOUSE = Path(__file__).resolve().parents[2]
DOCUMENT = HOUSE / "docs" / "forensics.md"
SPOILT = "spoilt"
"""The house whose rows hold boxes that no key opens."""


@dataclass(frozen=True)
class Found:
    """One line of the table."""

    where: str
    searched: int
    holding: int
    control: bool = False

    @property
    def holds(self) -> bool:
        """Nothing is found, or, in a control, something."""
        return bool(self.holding) is self.control


def main() -> int:
    """Play everything; 0 when nothing was found but in the controls."""
    parser = argparse.ArgumentParser(prog="make forensics", description=__doc__)
    parser.add_argument("--canaries", type=int, default=10_000, help="at least so many (10 000)")
    parser.add_argument("--pages", type=int, default=600, help="pages that each opens, at most (600)")
    parser.add_argument("--write", action="store_true", help="write docs/forensics.md")
    options, began = parser.parse_args(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="halte-forensics-") as name:
        told, found = _play(Path(name), options)
    for line in [told, *(f"{'ok    ' if one.holds else 'FAILED'}  {_said(one)}" for one in found)]:
        print(line)
    if options.write:
        DOCUMENT.write_text(_document(told, found, time.monotonic() - began))
    return 0 if all(one.holds for one in found) else 1


def _play(folder: Path, options: argparse.Namespace) -> tuple[str, list[Found]]:
    data = _surroundings(folder)
    furnished = json.loads(
        _program("halte.config.simulate.furnish", str(data), "--guests", "40", "--desks", "2", "--seed", "1")
    )
    told = json.loads(_program("tools.forensics.fill", str(data), str(options.canaries)))
    visitors, admitted, private = _day(House(data, private=True), told, furnished, options.pages)
    _few, _nobody, clear = _day(House(data), told | {"cookies": dict([*told["cookies"].items()][:2])}, None, 40)
    opened, sent, typed, again = (
        sum(getattr(one, name) for one in visitors.values()) for name in ("opened", "sent", "typed", "asked_again")
    )
    spoilt, broken = Counter[str](), Counter[str]()
    for name, one in visitors.items():
        (spoilt if name.startswith(SPOILT) else broken).update(one.broken)
    for what, count in [*broken.most_common(), *spoilt.most_common(20)]:
        print(f"{count:>5}  {what}", file=sys.stderr)
    sentence = (
        f"{told['canaries']:,} canaries in {told['tables']} tables of {told['sites']} sites. {len(visitors)} people "
        f"opened {opened:,} pages and sent {sent:,} forms with {typed:,} more; {again} times the server had closed a "
        f"line that was kept open, and was asked again. {spoilt.total()} answers were errors at the house whose boxes "
        f"open with no key, as they must be; {broken.total()} elsewhere{_causes(broken)}. "
        f"What they log is searched too. Tablets let {admitted} people in. {_heard(private)}"
    )
    return sentence, [*_searched(folder, data), *_listened(private, clear)]


def _day(
    house: House, told: dict[str, Any], furnished: dict[str, Any] | None, pages: int
) -> tuple[dict[str, Visitor], int, Ear | None]:
    """Everybody goes everywhere, and in the evening guests are let in, while somebody listens."""
    os.environ["SSL_CERT_FILE"] = str(house.authority)
    house.start()
    admitted = 0
    try:
        with _ear(house.port) as ear:
            visitors = {
                name: Visitor(house.address, cookies, told["addresses"], pages)
                for name, cookies in told["cookies"].items()
            }
            for one in visitors.values():
                one.goes_everywhere()
            if furnished:
                evening = Evening(furnished["night"], furnished["families"], tuple(furnished["sign_in"]))
                admitted = play(house.address, furnished["tokens"], parties(40, 1), evening)[0].admitted
    finally:
        house.stop()
    return visitors, admitted, ear


def _ear(port: int) -> Ear | AbstractContextManager[None]:
    try:
        return Ear(port)
    except PermissionError:
        return nullcontext()


def _heard(private: Ear | None) -> str:
    if private is None:
        return "Nobody listened on the network: that needs root."
    return (
        f"Somebody on the local network kept {private.packets:,} packets with {private.heard:,} bytes of "
        f"{len(private.flows):,} flows; {private.lost} packets and {private.missing} bytes went past them."
    )


def _listened(private: Ear | None, clear: Ear | None) -> list[Found]:
    """With `halte tls` nothing on the network can be read; in the clear everything can."""
    if private is None or clear is None:
        return []
    there, here = private.flows, clear.flows
    return [
        Found("flows on the network, with `halte tls`: a byte outside TLS", len(there), readable(there)),
        Found("flows on the network, with `halte tls`: a canary", len(there), with_a_canary(there)),
        Found("control: flows of the same house in the clear: a byte outside TLS", len(here), readable(here), True),
        Found("control: flows of the same house in the clear: a canary", len(here), with_a_canary(here), True),
    ]


def _causes(broken: Counter[str]) -> str:
    return f": {', '.join(f'{what} ({count})' for what, count in broken.most_common(8))}" if broken else ""


def _searched(folder: Path, data: Path) -> list[Found]:
    """Every file but the database, the database as it lies there, and the database with its key."""
    key, every = keys.read(data / DEMO_KEY), [path for path in folder.rglob("*") if path.is_file()]
    database = [path for path in every if path.name.startswith(DATABASE)]
    others = [path for path in every if path not in database]
    logs = [path for path in others if path.suffix == ".log"]
    planted = folder / "planted"
    planted.write_text(f"careless {traces.TEXT_MARK.encode('utf-16-le').hex()}")
    return [
        Found("files outside the database: logs, temporary files, home", len(others), _holding(others)),
        Found("of which logs of the server", len(logs), _holding(logs)),
        Found("the database and its log, as they lie on the disk", len(database), _holding(database)),
        Found("control: the database and its log, opened with the key", len(database), _holding(database, key), True),
        Found("control: a file with a canary in UTF-16 and hexadecimal", 1, _holding([planted]), True),
    ]


def _holding(files: list[Path], key: bytes | None = None) -> int:
    return sum(any(mark in content for mark in traces.MARKS) for content in (traces.read(path, key) for path in files))


def _surroundings(folder: Path) -> Path:
    """Whatever a program leaves in a temporary folder or at home lies below one folder."""
    for name, variable in (("tmp", "TMPDIR"), ("home", "HOME"), ("cache", "XDG_CACHE_HOME")):
        (folder / name).mkdir()
        os.environ[variable] = str(folder / name)
    tempfile.tempdir = None
    return folder / "data"


def _program(name: str, *arguments: str) -> str:
    surroundings = environment() | {"HALTE_DEMO": "1", "PYTHONPATH": str(HOUSE)}
    done = subprocess.run(
        [sys.executable, "-m", name, *arguments], cwd=HOUSE, env=surroundings, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{name} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return done.stdout


def _said(one: Found) -> str:
    return f"{one.where}: {one.holding} of {one.searched}"


def _document(told: str, found: list[Found], seconds: float) -> str:
    lines: list[Any] = [
        "# What stays behind outside the database",
        "",
        "Written by `make forensics`. A canary stands in every field of every table and is typed into every form that",
        "is found; somebody of each role opens every page they can reach. Then the server stops; files are searched:",
        "plain, normalised, UTF-16, hexadecimal, Base64 at each place. All of it goes over TLS on the network of the",
        "machine, and every packet is kept and read: what is outside TLS, and what is inside without a key. (By its",
        "nature the name of the house, its certificate in TLS 1.2, sizes and times of packets can be seen.) A control",
        "looks where canaries must be.",
        "",
        f"{told} {seconds:.0f} seconds.",
        "",
        "| where | searched | found | as it must be |",
        "|---|---|---|---|",
        *(f"| {one.where} | {one.searched} | {one.holding} | {'yes' if one.holds else 'NO'} |" for one in found),
        "",
        "On every run of the tests each log line is held against whatever the test stored about people",
        "(`tests/forensics/logs.py`); a reduced form of the above is `tests/forensics`.",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
