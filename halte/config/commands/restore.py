"""`halte restore`: put a backup in place, say exactly which acts are missing, and open a new epoch."""

import argparse
from pathlib import Path

from halte.config import folder
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    folder.add_options(parser)
    parser.add_argument("file", metavar="FILE", help="the backup")
    parser.add_argument(
        "--heads", metavar="FILE", action="append", default=[], help="heads kept elsewhere; may be given again"
    )
    parser.add_argument(
        "--erased", metavar="FILE", action="append", default=[], help="who was erased, kept elsewhere; also again"
    )


def run(options: argparse.Namespace) -> int:
    if folder.on_postgresql():
        raise Unusable("This data is on PostgreSQL: its administrator restores it with pg_restore.")
    chosen = DataFolder.chosen(options)
    from halte.config import restoring

    heads, erased = [Path(name) for name in options.heads], [Path(name) for name in options.erased]
    for path in erased:
        if not path.is_file():
            raise Unusable(f"There is no file {path}: name the file of those who were erased.")
    with restoring.prepared(chosen, Path(options.file).absolute()) as prepared:
        told = restoring.finish(chosen, prepared, heads, erased)
    for sentence in told:
        print(sentence)
    return 0
