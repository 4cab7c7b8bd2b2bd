"""`halte simulate`: play an evening at the door, a line of tablets, or winters of nights."""

import argparse
from importlib import import_module
from typing import Any

PLAYS = {
    "evening": "many people come to the hostel within an hour, and several desks let them in at once",
    "line": "tablets that count one after the other, as at a hot drink at noon",
    "season": "winters of invented nights: how many are without a place with so many beds",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to play, with the options of each play."""
    plays = parser.add_subparsers(dest="what", metavar="play", required=True)
    for name, words in PLAYS.items():
        described = f"{words[0].upper()}{words[1:]}."
        _play(name).add_arguments(plays.add_parser(name, help=words, description=described, allow_abbrev=False))


def run(options: argparse.Namespace) -> int:
    """Play it, and print the figures: exit code 1 when anything went wrong that must not."""
    result: int = _play(options.what).run(options)
    return result


def _play(name: str) -> Any:
    return import_module(f"halte.config.simulate.plays.{name}")
