"""`halte init`: a new centre, from nothing to the first manager's invitation."""

import argparse
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from halte.common import keys
from halte.config import folder
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    folder.add_options(parser)
    parser.add_argument("--name", default="Halte", help="name of the first site, as guests say it")
    parser.add_argument("--town", default="Calais", help="its town")
    parser.add_argument("--kind", default="day_centre", choices=["day_centre", "hostel", "outreach"], help="its kind")
    parser.add_argument("--address", default="http://localhost:8000", help="where staff will find the pages")


def run(options: argparse.Namespace) -> int:
    chosen = DataFolder.chosen(options)
    with a_new_folder(chosen):
        from halte.config import beginning

        token = beginning.found(name=options.name, town=options.town, kind=options.kind)
        link = beginning.invitation_link(options.address, token)
    print(f"The data folder {chosen.path} stands. Its key is {chosen.key_file or 'the one handed over'}:")
    print("keep a copy on a stick, away from this computer; without it nobody can ever read the data.")
    if chosen.key_lies_beside:
        print("It lies on the disk of the data: whoever takes this computer has both. Move it to a stick.")
    print(f"Start with:    halte serve --data {chosen.path}" + (f" --key {chosen.key_file}" if chosen.key_file else ""))
    print(f"First manager: {link}  (works once, for seven days)")
    return 0


@contextmanager
def a_new_folder(chosen: DataFolder, *, key_inside: bool = False) -> Iterator[DataFolder]:
    """A folder with an empty database in step, for the block to fill; it gets its name only when the block ends well.

    Raises:
        Unusable: There is data already, or the folder or the key file cannot be made.
    """
    if chosen.path.exists() and (not chosen.path.is_dir() or chosen.holds_data):
        raise Unusable(f"{chosen.path} already holds data: nothing was changed; name another folder with --data.")
    if chosen.key_file and chosen.path in chosen.key_file.parents and not key_inside:
        raise Unusable("The key must not lie in the data folder: name a file on a stick or another disk with --key.")
    beginning = chosen.path.with_name(f".{chosen.path.name}-{secrets.token_hex(4)}")
    new_key: Path | None = None
    try:
        beginning.mkdir(mode=0o700, parents=True)
        if chosen.key_file:
            new_key = beginning / chosen.key_file.name if key_inside else chosen.key_file
            _make_key(new_key)
        made = DataFolder(beginning, new_key)
        made.start_django()
        from halte.config import beginning as database

        database.make_tables()
        yield made
        database.close()
        os.rename(beginning, chosen.path)
    except BaseException as error:
        shutil.rmtree(beginning, ignore_errors=True)
        if new_key and not isinstance(error, FileExistsError):
            new_key.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise Unusable(
                f"There is a key at {new_key} already and keys are never written over: name another with --key."
            ) from error
        if isinstance(error, NotADirectoryError):
            raise Unusable(f"{error.filename} cannot be made: a part of its path is a file.") from error
        if isinstance(error, FileNotFoundError):
            raise Unusable(f"{error.filename} cannot be made there: name another folder.") from error
        raise


def _make_key(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys.make(path)
