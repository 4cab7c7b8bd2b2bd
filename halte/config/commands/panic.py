"""`halte panic`: the key leaves every program of this machine now, and a page that opens nothing is served."""

import argparse
import fcntl
import os
import signal
import time
from pathlib import Path

from halte.common import letting_go
from halte.config import folder, numbered_beds, resting
from halte.config.folder import IN_USE, DataFolder
from halte.config.unusable import Unusable

_WITHIN = 10.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    folder.add_options(parser)
    parser.add_argument(
        "--delete-key", action="store_true", help="also delete the key file; then only another stick or the sheets open"
    )


def run(options: argparse.Namespace) -> int:
    # The server tells everybody who holds the folder, and this command looks whether one still does.
    signal.signal(letting_go.SIGNAL, signal.SIG_IGN)
    chosen = DataFolder.chosen(options)
    if not chosen.path.is_dir():
        raise Unusable(f"There is no data folder {chosen.path}: name another with --data.")
    mark = chosen.path / IN_USE
    told = _drop(mark.resolve())
    if told:
        numbered_beds.begin(chosen.path)
    if not told and resting.stands(chosen.path):
        print("The key was dropped before: the page stands, and no program holds it.")
    elif not told:
        print("Nothing is running on this data: no program holds its key.")
    elif number := _number(chosen.path):
        print(f"The key is dropped. The page shows beds by their numbers to whoever types {number}: write it down.")
    else:
        print("The key is dropped, and no page is shown: go on with the paper pack.")
        print("A service comes back by itself, with a page that opens nothing until the stick went out and came in.")
    return _key_file(chosen, delete=options.delete_key)


def _drop(mark: Path) -> list[int]:
    """Every program that holds the folder lets go of it. Whichever does not is killed.

    Raises:
        Unusable: One goes on that this account cannot see or end.
    """
    told = [process for process in resting.holders(mark) if process != os.getpid()]
    for process in told:
        _send(process, letting_go.SIGNAL)
    if not _lets_go(mark):
        for process in resting.holders(mark):
            _send(process, signal.SIGKILL)
        if not _lets_go(mark):
            raise Unusable("A program still holds the key, and cannot be seen from here: pull the plug of the machine.")
    return told


def _lets_go(mark: Path) -> bool:
    until = time.monotonic() + _WITHIN
    while _held(mark):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _held(mark: Path) -> bool:
    if not mark.exists():
        return False
    descriptor = os.open(mark, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _send(process: int, what: int) -> None:
    try:
        os.kill(process, what)
    except ProcessLookupError:
        return
    except PermissionError as error:
        raise Unusable("Halte runs under another account: run this as that one, or with sudo.") from error


def _number(data: Path) -> str:
    until = time.monotonic() + _WITHIN
    while time.monotonic() < until:
        if resting.stands(data) and (number := (data / resting.RESTING).read_text()):
            return number
        time.sleep(0.05)
    return ""


def _key_file(chosen: DataFolder, *, delete: bool) -> int:
    """What is left of the key on a disk: 1 when the disk of the data still holds it."""
    path = chosen.key_file
    if path is None or not path.is_file():
        return 0
    if delete:
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        print(f"{path} is deleted: the stick of the envelope, the passphrase or two recovery sheets open again.")
        return 0
    if not chosen.key_lies_beside:
        print(f"Take out the stick with {path} and carry it away.")
        return 0
    print(f"The key still lies at {path}, on the disk of the data: carry it away, or give --delete-key.")
    return 1
