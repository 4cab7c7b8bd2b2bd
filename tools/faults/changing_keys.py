"""The data key is changed, and the process dies at a chosen place; then somebody runs the same command again.

A program of its own, started with the failing disk preloaded: prints what it found as JSON, a line for each place.
"""

import json
import shutil
import sys
from pathlib import Path
from random import Random
from typing import Any

from halte.config import cipher_files, rotating
from halte.config.folder import DataFolder
from tools.faults import disk
from tools.faults.child import in_child
from tools.faults.disk import Fault


def main() -> int:
    """Change the key of the house in a folder (`data`, `stick/old`) at every place that was asked for."""
    folder, asked = Path(sys.argv[1]), json.loads(sys.argv[2])
    if asked["unsafe"]:
        _without_the_copy()
    work = folder / "work"
    calls = 0
    for said in in_child(lambda: _change(_fresh(folder, work), Fault.COUNT, 0, 0)):
        calls = said
    draw = Random(asked["seed"])
    # The few calls at the end, where one file takes the place of the other, are tried always.
    last = range(calls - asked["last"] + 1, calls + 1)
    for fault in map(Fault, asked["faults"]):
        for at in sorted({*draw.sample(range(1, calls + 1), asked["most"]), *last}):
            house = _fresh(folder, work)
            in_child(lambda at=at, fault=fault, house=house: _change(house, fault, at, asked["seed"] + at))
            after = _look(house)
            again = in_child(lambda house=house: _change(house, Fault.COUNT, 0, 0))
            found = {"fault": int(fault), "at": at, "opens": after, "finished": bool(again), "then": _look(house)}
            print(json.dumps(found), flush=True)
    print(json.dumps({"calls": calls}), flush=True)
    return 0


def held(one: dict[str, Any]) -> bool:
    """Whole under one key, never half changed; and the second run finished it, with one line in the register."""
    after, then = one["opens"], one["then"]
    whole: bool = after["whole"] and after["lines"] == (after["by"] == "new")
    return whole and one["finished"] and then == {"by": "new", "whole": True, "lines": 1}


def _fresh(folder: Path, work: Path) -> Path:
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    for name in ("data", "stick"):
        shutil.copytree(folder / name, work / name)
    return work


def _change(house: Path, fault: Fault, at: int, seed: int) -> int:
    disk.arm(house, fault, at, seed)
    rotating.rotate(DataFolder(house / "data", house / "stick" / "old"), house / "stick" / "new")
    return disk.calls()


def _look(house: Path) -> dict[str, Any]:
    """Which of the two keys opens the data, whether every page is whole, and how often the change is written down."""
    database, stick = house / "data" / "halte.db", house / "stick"
    for name in ("old", "new"):
        try:
            key = bytes.fromhex((stick / name).read_text().strip())
        except (OSError, ValueError):
            continue
        if len(key) == 32 and cipher_files.opens(database, key):
            opened = cipher_files.opened(database, key)
            try:
                bad = opened.execute("PRAGMA cipher_integrity_check").fetchall()
                bad += [row for row in opened.execute("PRAGMA integrity_check") if row != ("ok",)]
                (lines,) = opened.execute("SELECT count(*) FROM journal_line WHERE kind = 'keys.changed'").fetchone()
            except cipher_files.dbapi2.DatabaseError as error:
                bad, lines = [str(error)], 0
            opened.close()
            return {"by": name, "whole": not bad, "lines": lines}
    return {"by": None, "whole": False, "lines": 0}


def _without_the_copy() -> None:
    """The control: pages are written again where they stand, and SQLite keeps nothing to go back to."""

    def in_place(chosen: DataFolder, old: bytes, new: bytes) -> None:
        database = cipher_files.opened(chosen.database, old)
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("PRAGMA journal_mode = OFF")
        database.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
        database.close()

    rotating._change_file = in_place


if __name__ == "__main__":
    sys.exit(main())
