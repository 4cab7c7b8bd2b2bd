"""`halte backup`: a verified copy of the database, also while Halte serves."""

import argparse
from pathlib import Path

from halte.config import folder
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    folder.add_options(parser)
    parser.add_argument("file", metavar="FILE", help="where to write the copy; it is encrypted with the same key")


def run(options: argparse.Namespace) -> int:
    if folder.on_postgresql():
        raise Unusable("This data is on PostgreSQL: its administrator makes backups with pg_dump.")
    chosen = DataFolder.chosen(options)
    chosen.open()
    from halte.config import copies, ready

    ready.check()
    copy = copies.write(Path(options.file).absolute())
    print(f"{copy.path}: {copy.lines} lines in the register of acts, read back and whole.")
    return 0
