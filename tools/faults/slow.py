"""Four desks at once on a disk whose every sync takes its time.

A program of its own, started with the failing disk preloaded: prints what it found as JSON.
"""

import json
import os
import sys
import uuid
from dataclasses import asdict
from pathlib import Path

from tools.faults import disk, evening, guards, house
from tools.faults.disk import WORDS, Fault
from tools.faults.evening import SEED, Saved, Told

DESKS, CARDS = 4, 6


def main() -> int:
    """Each desk makes its cards; a folder, a seed and the guard that is taken away are given."""
    folder, seed, without = Path(sys.argv[1]), int(sys.argv[2]), "".join(sys.argv[3:])
    found = house.make(folder, guests=8, seed=seed)
    house.open_here(folder)
    from django.db import connections

    told = house.told_of(found, guests=1)
    connections.close_all()
    lines = [_begin(folder, told, number, without) for number in range(DESKS)]
    said = [json.loads(line) for read in lines for line in _heard(read)]
    saved = [Saved("card", one["key"], one["made"]) for one in said if one["made"]]
    look = evening.look(told, saved)
    print(
        json.dumps(
            {
                "name": f"four desks at once, {WORDS[Fault.SLOW]}",
                "tries": DESKS * CARDS,
                "saved": len(saved),
                "errors": DESKS * CARDS - len(saved),
                "holds": look.holds,
                "look": asdict(look),
            }
        )
    )
    return 0


def _begin(folder: Path, told: Told, desk: int, without: str) -> int:
    reading, writing = os.pipe()
    if os.fork():
        os.close(writing)
        return reading
    code = 1
    try:
        if without:
            guards.take_away(without)
        disk.arm(folder, Fault.SLOW, 0, 0)
        for number in range(CARDS):
            key = str(uuid.uuid5(SEED, f"desk {desk} card {number}"))
            status, found = evening.ask(told, "/cards", {"counted": "man"}, key)
            made = found["id"] if status == 201 else ""
            os.write(writing, json.dumps({"key": key, "made": made, "status": status}).encode() + b"\n")
        code = 0
    finally:
        os._exit(code)


def _heard(reading: int) -> list[bytes]:
    with os.fdopen(reading, "rb") as said:
        return said.read().splitlines()


if __name__ == "__main__":
    sys.exit(main())
