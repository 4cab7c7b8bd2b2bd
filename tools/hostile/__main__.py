"""`make hostile`: every form, address and operation asked with values that nobody types by mistake.

A house of the demo in each process, each case taken back. Prints a table; with --write it becomes docs/hostile.md. Exit
code 1 when an answer was an error, when something came alive, or when a control came through unnoticed.
"""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tools.hostile.playing import Played, play

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "hostile.md"


def main() -> int:
    """Ask everything; 0 when every answer was in order and the controls were caught."""
    parser = argparse.ArgumentParser(prog="make hostile", description=__doc__)
    parser.add_argument("--only", default="", help="addresses whose name holds this")
    parser.add_argument("--values", default="", help="values whose name holds this, and no files or programs")
    parser.add_argument("--examples", type=int, default=8, help="drawn by Hypothesis for each form (8)")
    parser.add_argument("--one-in", type=int, default=1, help="each field gets one value in so many (1: all of them)")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="how many ask (one on each core)")
    parser.add_argument("--write", action="store_true", help="write docs/hostile.md")
    options, began = parser.parse_args(), time.monotonic()
    with ProcessPoolExecutor(options.processes, mp_context=get_context("spawn")) as pool:
        first, *others = pool.map(partial(play, options), range(options.processes))
    played = sum(others, first)
    lines = _document(played, time.monotonic() - began, options.one_in)
    print("\n".join(lines))
    for name, why in sorted(played.figures.wrong.items()):
        print(f"FAILED  {name}: {why}")
    if options.write:
        DOCUMENT.write_text("\n".join(lines) + "\n")
    return 1 if played.figures.wrong or not all(played.caught.values()) else 0


def _document(played: Played, seconds: float, one_in: int) -> list[str]:
    figures = played.figures
    statuses = ", ".join(f"{status}: {count:,}" for status, count in sorted(figures.statuses.items()))
    return [
        "# What hostile input does",
        "",
        "Written by `make hostile`. Every field that an address reads is found by watching it read; every field of",
        "the API, every word in an address and the headers too. Each is asked with values of `tests/hostile/values.py`",
        f"({'each of them' if one_in == 1 else f'one in {one_in}, others at each field'}) and each file of "
        "`tests/hostile/files.py`, in a transaction that is taken back.",
        "No answer may be an error of ours or without a word; nothing may come alive; what is stored is the text that",
        "was sent (normalised) and is what is shown; a spreadsheet finds no formula in what is exported.",
        "",
        f"{figures.cases:,} cases, {played.drawn:,} of them drawn by Hypothesis; {figures.stored:,} stored their text "
        f"in the clear, {figures.told:,} answers showed it; {played.opened} pages with markup were opened in Chromium. "
        f"{len(figures.wrong)} failed. {seconds:.0f} seconds.",
        "",
        f"Answers: {statuses}.",
        "",
        "| kind of value | cases |",
        "|---|---|",
        *(f"| {kind} | {count:,} |" for kind, count in sorted(figures.kinds.items())),
        "",
        "| control: must be caught | caught |",
        "|---|---|",
        *(f"| {name} | {'yes' if seen else 'NO'} |" for name, seen in played.caught.items()),
        "",
        "A reduced form runs with every test: `tests/hostile`.",
    ]


if __name__ == "__main__":
    sys.exit(main())
