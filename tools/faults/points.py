"""One crash or one failing write at a chosen place of the evening; a process of its own dies there, another looks.

A program of its own, started with the failing disk preloaded: prints what it found as JSON, a line for each place.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

from tools.faults import disk, evening, guards, house
from tools.faults.disk import KILLS, Fault
from tools.faults.evening import Look, Saved, Told

GUESTS = 1
"""One guest's evening has every kind of act; each is met at every place."""


def main() -> int:
    """Play every fault at every place that was asked for."""
    folder, asked = Path(sys.argv[1]), json.loads(sys.argv[2])
    found = house.make(folder, guests=8, seed=asked["seed"])
    house.open_here(folder)
    from django.db import connections

    told = house.told_of(found, guests=GUESTS)
    connections.close_all()
    copies = house.Copies(folder)
    calls = _in_child(lambda: _calls(folder, told, asked["without"]))
    print(json.dumps({"calls": calls}), flush=True)
    draw = Random(asked["seed"])
    for fault in map(Fault, asked["faults"]):
        every = range(1, calls + 1)
        for at in sorted(draw.sample(every, min(asked["most"], calls))):
            copies.put_back()
            print(json.dumps(_one(folder, told, fault, at, asked["seed"] + at, asked["without"])), flush=True)
    return 0


def _calls(folder: Path, told: Told, without: str) -> int:
    """How many places the evening has."""
    if without:
        guards.take_away(without)
    disk.arm(folder, Fault.COUNT, 0, 0)
    evening.play(told, lambda _saved: None, _must_not)
    _close()
    return disk.calls()


def _one(folder: Path, told: Told, fault: Fault, at: int, seed: int, without: str) -> dict[str, Any]:
    """One fault at one place; then the house is opened again by somebody else."""
    happened = _in_child(lambda: _play(folder, told, fault, at, seed, without), lines=True)
    saved = [Saved(**one["saved"]) for one in happened if "saved" in one]
    refused = [one for one in happened if "sentence" in one]
    page = next((one["page"] for one in happened if "page" in one), None)
    seen = _in_child(lambda: asdict(evening.look(told, saved)))
    look = Look(**seen) if seen else None
    return {
        "fault": int(fault),
        "at": at,
        "seed": seed,
        "acknowledged": len(saved),
        "refused": len(refused),
        "plain": all(one["status"] < 500 or _is_plain(one["sentence"]) for one in refused)
        and (page is None or page["status"] == 200 or page["plain"]),
        "died": not any("over" in one for one in happened),
        "holds": look is not None and look.holds,
        "look": seen,
    }


def _play(folder: Path, told: Told, fault: Fault, at: int, seed: int, without: str) -> None:
    if without:
        guards.take_away(without)
    disk.arm(folder, fault, at, seed)
    evening.play(told, lambda one: _say(saved=asdict(one)), lambda status, said: _say(status=status, sentence=said))
    if fault not in KILLS:
        status, text = evening.page(told)
        _say(page={"status": status, "plain": _is_plain(text)})
    else:
        _close()  # The last connection brings the log into the file: as good a moment to die as any.
    disk.disarm()
    _say(over=True)


def _is_plain(text: str) -> bool:
    """Whether a person reads what happened and what to do."""
    return any(sentence in text for sentence in evening.PLAIN_SENTENCES)


def _must_not(status: int, said: str) -> None:
    raise RuntimeError(f"The evening fails without any fault: {status} {said}")


def _close() -> None:
    from django.db import connections

    connections.close_all()


_pipe = -1


def _say(**what: Any) -> None:
    os.write(_pipe, json.dumps(what).encode() + b"\n")


def _in_child(do: Callable[[], Any], *, lines: bool = False) -> Any:
    """Run in a fork of this process, which may die. Returns what it said, line by line, or what it returned."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        global _pipe
        _pipe = writing
        os.close(reading)
        code = 1
        try:
            result = do()
            if not lines:
                _say(result=result)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        heard = [json.loads(line) for line in said.read().splitlines() if line.endswith(b"}")]
    os.waitpid(child, 0)
    return heard if lines else next((one["result"] for one in heard if "result" in one), None)


if __name__ == "__main__":
    sys.exit(main())
