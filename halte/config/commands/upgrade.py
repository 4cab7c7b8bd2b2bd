"""`halte upgrade`: the data of an older Halte becomes that of this one, after a backup."""

import argparse

from halte.config import folder
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    folder.add_options(parser)
    folder.add_passphrase(parser)
    parser.add_argument(
        "--backup-made", action="store_true", help="on PostgreSQL: its administrator made a backup with pg_dump"
    )


def run(options: argparse.Namespace) -> int:
    if folder.on_postgresql() and not options.backup_made:
        raise Unusable("This data is on PostgreSQL: make a backup with pg_dump, then run this with --backup-made.")
    chosen = DataFolder.chosen(options)
    chosen.open(alone=True)
    from halte.config import upgrading

    for sentence in upgrading.upgrade(chosen):
        print(sentence)
    return 0
