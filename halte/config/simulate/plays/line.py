"""`halte simulate line`: tablets that each press one more, many times a minute."""

import argparse
import tempfile
from pathlib import Path

from halte.config.simulate.plays.figures import tell
from halte.config.unusable import Unusable

WRONG = ("errors", "lost", "double", "locked_errors")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--devices", type=int, default=12, help="how many tablets (12)")
    parser.add_argument("--minutes", type=float, default=10, help="for so long (10)")
    parser.add_argument("--per-minute", type=int, default=20, help="presses a minute on each tablet (20)")
    parser.add_argument("--seed", type=int, default=2014, help="the same seed, the same moments (2014)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Play the line: exit code 1 when a press was lost, doubled or refused."""
    from halte.config.simulate.line import at_our_own_house

    if not 1 <= options.devices <= 64 or not 0 < options.minutes <= 600 or options.per_minute < 1:
        raise Unusable("--devices must be between 1 and 64, --minutes up to 600, --per-minute at least 1.")
    with tempfile.TemporaryDirectory(prefix="halte-line-") as folder:
        found = at_our_own_house(
            Path(folder) / "data",
            devices=options.devices,
            minutes=options.minutes,
            per_minute=options.per_minute,
            seed=options.seed,
        )
    tell(found, as_json=options.json)
    return 1 if any(found[name] for name in WRONG) else 0
