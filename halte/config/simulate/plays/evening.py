"""`halte simulate evening`: people at the hostel's door, also with kills or without power."""

import argparse
import tempfile
from pathlib import Path
from typing import Any

from halte.config.simulate.plays.figures import tell
from halte.config.unusable import Unusable

WRONG = ("undecided", "double_beds", "double_guests", "locked_errors", "lost", "errors", "chain_breaks")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--guests", type=int, default=400, help="how many come (400)")
    parser.add_argument("--desks", type=int, default=8, help="how many desks act at once (8)")
    parser.add_argument("--seed", type=int, default=2014, help="the same seed, the same evening (2014)")
    parser.add_argument("--kill", action="store_true", help="kill the server at random moments and start it again")
    parser.add_argument("--kills", type=int, default=4, help="with --kill: how often (4)")
    parser.add_argument(
        "--outage", type=int, default=0, metavar="MINUTES", help="no power for so long: on paper, then Catch up"
    )
    parser.add_argument("--url", metavar="URL", help="a running server (else one of our own, on new data)")
    parser.add_argument(
        "--token", action="append", default=[], help="with --url: a device's token; may be given once for each desk"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Play the evening: exit code 1 when anybody was lost, doubled or locked out."""
    if not 1 <= options.guests <= 5000 or not 1 <= options.desks <= 64:
        raise Unusable("--guests must be between 1 and 5000, --desks between 1 and 64.")
    if not 0 <= options.outage <= 120 or (options.outage and options.kill):
        raise Unusable("--outage is between 1 and 120 minutes, and goes without --kill.")
    if options.url:
        found = _against(options)
    else:
        with tempfile.TemporaryDirectory(prefix="halte-evening-") as folder:
            found = _alone(options, Path(folder) / "data")
    tell(found, as_json=options.json)
    return 1 if any(found.get(name) for name in WRONG) else 0


def _alone(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    from halte.config.simulate.evening import at_our_own_house

    if options.outage:
        from halte.config.simulate.outage import without_power

        return without_power(
            folder, guests=options.guests, desks=options.desks, seed=options.seed, minutes=options.outage
        )
    kills = max(options.kills, 1) if options.kill else 0
    return at_our_own_house(folder, guests=options.guests, desks=options.desks, seed=options.seed, kills=kills)


def _against(options: argparse.Namespace) -> dict[str, Any]:
    from halte.config.simulate.evening import at_a_running_house

    if options.kill or options.outage:
        raise Unusable("--kill and --outage work on a server of our own only: leave out --url.")
    if not options.token:
        raise Unusable("Name a device's token with --token: `halte token` makes one.")
    return at_a_running_house(
        options.url, tokens=options.token, guests=options.guests, desks=options.desks, seed=options.seed
    )
