"""`halte check`: is the database whole, and is the register of acts the one that was written?"""

import argparse
from pathlib import Path

from halte.config import folder
from halte.config.folder import DataFolder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    folder.add_options(parser)
    parser.add_argument(
        "--heads", metavar="FILE", action="append", default=[], help="heads kept elsewhere; may be given again"
    )


def run(options: argparse.Namespace) -> int:
    chosen = DataFolder.chosen(options)
    chosen.open()
    from halte.config import checking, heads, ready

    entries = [entry for name in options.heads for entry in heads.read(Path(name))]
    if chosen.heads.exists():
        entries += heads.read(chosen.heads)
    ready.check_opens()
    found = list(checking.damage())
    if not found:
        ready.check()
        found += checking.broken_lines(entries)
    for lost in sorted({str(entry.lost) for entry in entries if entry.lost}):
        site, epoch, first, last = lost.split(":")
        print(f"note: site {site}, epoch {epoch}: lines {first} to {last} were lost before a restore")
    for what in found:
        print(what)
    if found:
        print(f"Broken in {len(found)} places.")
        return 1
    print(f"Whole: {checking.lines()} lines in the register of acts, {len(entries)} kept heads, database in order.")
    return 0
