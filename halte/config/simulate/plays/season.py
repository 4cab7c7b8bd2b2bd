"""`halte simulate season`: how many people would be without a place with so many beds."""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path

from halte.config.simulate.chart import chart
from halte.config.simulate.winter import Assumptions, Winters, winters
from halte.config.unusable import Unusable

WIDEST = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--beds", type=int, nargs="+", default=[300, 400, 500], help="numbers of beds (300 400 500)")
    parser.add_argument("--people", type=int, default=1500, help="people in the area on a usual day (1500)")
    parser.add_argument("--winters", type=int, default=500, help="how many winters to live through (500)")
    parser.add_argument("--seed", type=int, default=2014, help="the same seed, the same winters (2014)")
    parser.add_argument("--chart", metavar="FILE.svg", help="write the chart as a picture")
    parser.add_argument("--json", action="store_true", help="print one JSON object, with every assumption")


def run(options: argparse.Namespace) -> int:
    """Print, for each number of beds, who would be without a place: means, intervals, a chart."""
    if not all(1 <= beds <= 10_000 for beds in options.beds) or not 1 <= options.people <= 100_000:
        raise Unusable("--beds must be between 1 and 10000, --people between 1 and 100000.")
    if not 20 <= options.winters <= 20_000:
        raise Unusable("--winters must be between 20 and 20000: fewer give no interval.")
    given = replace(Assumptions(), people=options.people)
    found = [
        winters(beds, number=options.winters, seed=options.seed, given=given) for beds in sorted(set(options.beds))
    ]
    if options.chart:
        _write(options.chart, chart(found, options.winters))
    if options.json:
        print(json.dumps({"assumptions": asdict(given), "beds": [asdict(one) for one in found]}, indent=1))
    else:
        print(_table(found, options))
    return 0


def _write(path: str, picture: str) -> None:
    try:
        Path(path).write_text(picture, encoding="utf-8")
    except OSError as error:
        raise Unusable(f"--chart: {path} cannot be written: name a file in a folder that exists.") from error


def _table(found: list[Winters], options: argparse.Namespace) -> str:
    lines = [
        f"{options.winters} winters of 151 nights, {options.people} people in the area on a usual day, seed "
        f"{options.seed}.",
        "Means, with the 5th and the 95th of 100 winters. What this rests on: --json prints every assumption.",
        "",
        f"{'beds':>5}  {'without a place, average night':<32}{'worst night':<24}{'nights with some without':<26}in use",
    ]
    for one in found:
        lines.append(
            f"{one.beds:>5}  {_shown(one.without):<32}{_shown(one.worst):<24}{_shown(one.nights):<26}{one.used:.0%}"
        )
    most = max((one.without[0] for one in found), default=0) or 1
    lines += ["", "without a place in an average night"]
    lines += [
        f"{one.beds:>5}  {'#' * round(WIDEST * one.without[0] / most):<{WIDEST}} {one.without[0]:.0f}" for one in found
    ]
    return "\n".join(lines)


def _shown(interval: tuple[float, float, float]) -> str:
    mean, low, high = interval
    return f"{mean:.0f} ({low:.0f} to {high:.0f})"
