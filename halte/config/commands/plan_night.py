"""`halte plan-night`: plan one night from a file and print the plan, its goals and how far each is from the best."""

import argparse
import json
from pathlib import Path
from typing import Any

from halte.config.unusable import Unusable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.json", help="the night, as docs/reference/plan-night.md describes it")
    parser.add_argument("--seed", type=int, help="draw lots between equals by this seed instead of the file's")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")


def run(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from halte.nights.plan import plan
    from halte.nights.plan.reading import MalformedNight, read

    try:
        night = read(Path(options.file).read_bytes())
    except OSError as error:
        raise Unusable(f"{options.file} cannot be read: name a file that holds a night.") from error
    except MalformedNight as sentence:
        raise Unusable(f"{options.file}: {sentence}") from sentence
    if options.seed is not None:
        night = replace(night, seed=options.seed)
    answer = _answer(plan(night))
    print(json.dumps(answer, ensure_ascii=False) if options.json else _table(answer))
    return 0


def _answer(found: Any) -> dict[str, Any]:
    return {
        "placed": [
            {"party": one.party.id, "rooms": list(one.rooms), "why": one.reason.code, "about": list(one.reason.about)}
            for one in found.placed
        ],
        "unplaced": [
            {
                "party": one.party.id,
                "why": one.reason.code,
                "about": list(one.reason.about),
                "warm_seats": one.warm_seats,
            }
            for one in found.unplaced
        ],
        "goals": [
            {"goal": level.name, "value": level.value, "bound": level.bound, "gap": round(level.gap, 6)}
            for level in found.levels
        ],
        "gap": round(found.gap, 6),
    }


def _table(answer: dict[str, Any]) -> str:
    def row(party: str, place: str, one: dict[str, Any]) -> str:
        return f"{party:<20} {place:<24} {one['why']}{' ' + ' '.join(one['about']) if one['about'] else ''}"

    lines = [row(one["party"], ", ".join(one["rooms"]), one) for one in answer["placed"]]
    lines += [
        row(one["party"], f"{one['warm_seats']} warm seats" if one["warm_seats"] else "-", one)
        for one in answer["unplaced"]
    ]
    lines += ["", f"{'goal':<20} {'value':>8} {'bound':>8} {'gap':>8}"]
    lines += [f"{one['goal']:<20} {one['value']:>8} {one['bound']:>8} {one['gap']:>8.2%}" for one in answer["goals"]]
    return "\n".join(lines)
