"""`halte keys`: recovery sheets, the passphrase, a rehearsal with two sheets, a new key."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from halte.common import keys
from halte.config import cipher_files, folder, passphrase, sheets
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parts = parser.add_subparsers(dest="what", metavar="what", required=True)
    words = {
        "sheets": "print the key in three parts for three people; any two make it again",
        "rehearse": "type two sheets and see whether they open the data; nothing is changed",
        "recover": "type two sheets and write the key to a new stick",
        "passphrase": "set the passphrase that opens the data when no stick is at hand",
        "rotate": "change the key: the old stick, sheets and passphrase open nothing any more",
    }
    for name, said in words.items():
        part = parts.add_parser(name, help=said, description=f"{said[0].upper()}{said[1:]}.", allow_abbrev=False)
        folder.add_options(part)
        if name in {"sheets", "passphrase", "rotate"}:
            folder.add_passphrase(part)
        if name == "sheets":
            part.add_argument("file", metavar="FILE", help="where to write the three pages; - prints them: ... - | lp")
            part.add_argument("--house", default="Halte", help="name of the house, for the head of each page")
        if name == "rotate":
            part.add_argument("--new-key", required=True, metavar="FILE", help="where to write it: a new stick")


def run(options: argparse.Namespace) -> int:
    return _DO[options.what](options)


def _sheets(options: argparse.Namespace) -> int:
    text = sheets.printed(_right_key(DataFolder.chosen(options)), house=options.house, on=datetime.now(UTC).date())
    if options.file == "-":
        print(text, end="")
        return 0
    path = Path(options.file).absolute()
    sheets.write(path, text)
    print(f"{path}: three pages. Print them, give one to each of three people, then delete the file.")
    return 0


def _rehearse(options: argparse.Namespace) -> int:
    chosen = DataFolder.chosen(options)
    opens(chosen, sheets.key_from(typed()))
    print("These two sheets open the data. Nothing was changed.")
    return 0


def _recover(options: argparse.Namespace) -> int:
    chosen = DataFolder.chosen(options)
    if chosen.key_file is None:
        raise Unusable("Name the file for the key on the new stick with --key.")
    key = sheets.key_from(typed())
    if chosen.holds_data:
        opens(chosen, key)
    try:
        keys.write(chosen.key_file, key)
    except FileExistsError as error:
        raise Unusable(f"There is a key at {chosen.key_file} already and keys are never written over.") from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Unusable(f"{chosen.key_file} cannot be made there: insert the stick, or name another file.") from error
    print(f"The key is at {chosen.key_file}. Start with `halte serve`; print new sheets if one was seen.")
    return 0


def _passphrase(options: argparse.Namespace) -> int:
    chosen = DataFolder.chosen(options)
    key = _right_key(chosen)
    passphrase.put_away(chosen.path, key, passphrase.asked_twice())
    print(f"Set. With it, `halte serve --passphrase` opens {chosen.path}.")
    return 0


def _rotate(options: argparse.Namespace) -> int:
    from halte.config import rotating

    new_file = Path(options.new_key).expanduser().absolute()
    chosen = DataFolder.chosen(options)
    if chosen.path in new_file.parents:
        raise Unusable("The key must not lie in the data folder: name a file on a stick or another disk.")
    for sentence in rotating.rotate(chosen, new_file):
        print(sentence)
    return 0


def typed() -> list[str]:
    """The words of each sheet, one sheet a line; unseen, and nowhere kept."""
    if sys.stdin.isatty():
        return [passphrase.asked(f"Words of sheet {number}, in a row: ") for number in range(1, sheets.NEEDED + 1)]
    return [line for line in sys.stdin.read().splitlines() if line.strip()]


def opens(chosen: DataFolder, key: bytes) -> None:
    """The key is the one of this data. Nothing is written.

    Raises:
        Unusable: It is another one, or there is no data.
    """
    if folder.on_postgresql():
        keys.give(key)
        DataFolder(chosen.path, None).open()
    elif not chosen.database.exists():
        raise Unusable(f"The folder {chosen.path} holds no Halte database: name another with --data.")
    elif not cipher_files.opens(chosen.database, key):
        raise Unusable("This is not the key of this data: it was changed since, or it is another house's.")


def _right_key(chosen: DataFolder) -> bytes:
    if chosen.path.is_dir():
        chosen.claim(alone=False)
    key = chosen.key()
    opens(chosen, key)
    return key


_DO = {
    "sheets": _sheets,
    "rehearse": _rehearse,
    "recover": _recover,
    "passphrase": _passphrase,
    "rotate": _rotate,
}
