"""`halte backup`: a verified copy of the database, also while Halte serves."""

import argparse
from pathlib import Path

from halte.config import folder
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    folder.add_options(parser)
    parser.add_argument("file", metavar="FILE", help="where to write the copy; in a folder it is named by its time")
    parser.add_argument("--keep", metavar="DAYS", type=int, help="then throw away copies in that folder that are older")


def run(options: argparse.Namespace) -> int:
    if folder.on_postgresql():
        raise Unusable("This data is on PostgreSQL: its administrator makes backups with pg_dump.")
    chosen, path = DataFolder.chosen(options), Path(options.file).absolute()
    if options.keep is not None and (options.keep < 1 or not path.is_dir()):
        raise Unusable("--keep is a number of days, and for a folder of backups: name the folder.")
    chosen.open()
    from django.utils import timezone

    from halte.common import backups, clock
    from halte.config import copies, old_copies, ready

    ready.check()
    state = clock.keep_time(chosen.path)
    now = timezone.now()
    into = path if path.is_dir() else None
    copy = copies.write(into / old_copies.name_of(now) if into else path)
    print(f"{copy.path}: {copy.lines} lines in the register of acts, read back and whole.")
    backups.good(chosen.path, at=now, folder=copy.path.parent, oldest_at=old_copies.oldest(copy.path.parent, now))
    if into and options.keep is not None:
        if state is not clock.State.RIGHT:
            raise Unusable("The clock of this machine cannot be right, so no old backup was thrown away.")
        for name in old_copies.throw_away(into, now=now, days=options.keep):
            print(f"Thrown away: {name}.")
    return 0
