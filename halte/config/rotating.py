"""Changing the data key: a copy under the new key takes the place of the database in one step.

Keeps:
    Killed at any moment, either the old key opens the data or the new one does; run again, the change is finished.
    Until the copy was read back whole, nothing of what stood before is touched.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from halte.common import keys
from halte.config import cipher_files, folder
from halte.config.folder import DataFolder
from halte.config.unusable import Unusable

BESIDE = "rotating"


def rotate(chosen: DataFolder, new_file: Path) -> list[str]:
    """The data opens with a new key, written to a new file, and no longer with the old one.

    Returns:
        What to tell whoever changes it.

    Raises:
        Unusable: Halte is running, the key is not the one of this data, or there is a key at the new place already.
    """
    old = chosen.key()
    if not chosen.path.is_dir() or not (folder.on_postgresql() or chosen.database.exists()):
        raise Unusable(f"The folder {chosen.path} holds no Halte database: name another with --data.")
    chosen.claim(alone=True)
    beside = chosen.path / BESIDE
    new = _made_before(new_file)
    finished = new not in {None, old} and _opens(chosen, new)
    if not finished:
        if not _opens(chosen, old):
            raise Unusable(
                "This key does not open this database: name the right key file with --key. Nothing was changed."
            )
        if new_file.exists() and not beside.exists():
            raise Unusable(f"There is a key at {new_file} already and keys are never written over: name another.")
    beside.mkdir(mode=0o700, exist_ok=True)
    cipher_files.flush(chosen.path)
    if not finished:
        (_change_rows if folder.on_postgresql() else _change_file)(chosen, old, new or _made(new_file))
    return _tidied(chosen, beside, new_file)


def _opens(chosen: DataFolder, key: bytes | None) -> bool:
    if not key:
        return False
    if not folder.on_postgresql():
        return cipher_files.opens(chosen.database, key)
    keys.give(key)
    DataFolder(chosen.path, None).start_django()
    from halte.config import keyring, ready

    ready.check()
    try:
        keyring.load()
    except Unusable:
        return False
    return True


def _made_before(new_file: Path) -> bytes | None:
    """The new key, if this was begun before and it reached the disk whole."""
    try:
        return keys.read(new_file)
    except keys.KeyMissing:
        return None


def _made(new_file: Path) -> bytes:
    # A power cut may have left an empty or cut file: it opened nothing yet.
    new_file.unlink(missing_ok=True)
    try:
        new_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return keys.make(new_file)
    except (FileExistsError, NotADirectoryError) as error:
        raise Unusable(f"{new_file} cannot be made: a part of its path is a file. Nothing was changed.") from error


def _change_file(chosen: DataFolder, old: bytes, new: bytes) -> None:
    beside = DataFolder(chosen.path / BESIDE, None)
    for suffix in cipher_files.SIDE_FILES:
        beside.database.with_name(beside.database.name + suffix).unlink(missing_ok=True)
    keys.give(old)
    cipher_files.empty_log(chosen.database, old)
    shutil.copyfile(chosen.database, beside.database)
    beside.database.chmod(0o600)
    cipher_files.under(beside.database, old, new)
    keys.give(new)
    beside.start_django()
    from halte.config import beginning, copies, ready

    ready.check()
    _write_down(old, new)
    beginning.close()
    copies.read(beside.database)
    cipher_files.empty_log(beside.database, new)
    cipher_files.flush(beside.database)
    cipher_files.put_in_place(beside.database, chosen.database)


def _change_rows(_chosen: DataFolder, old: bytes, new: bytes) -> None:
    """On PostgreSQL others encrypt the server's volume: here the list of keys is closed anew, in one transaction."""
    _write_down(old, new)


def _write_down(old: bytes, new: bytes) -> None:
    """The list of keys and the line in the register, in one transaction."""
    from django.utils import timezone

    from halte import journal
    from halte.accounts.actor import Actor
    from halte.common.retry import RetryKey
    from halte.config import keyring
    from halte.sites.models import Site

    keys.give(old)
    every: Sequence[bytes] = keyring.load() or [old]
    keys.give(new, every[0])
    network = Actor.system(Site(id=UUID(int=journal.NETWORK.int)))
    with journal.act(actor=network, at=timezone.now(), key=RetryKey.new(), kind="keys.changed") as act:
        keyring.replace([*every, new])
        act.about(number=len(every) + 1)


def _tidied(chosen: DataFolder, beside: Path, new_file: Path) -> list[str]:
    from halte.config.passphrase import FILE

    told = [f"The data opens with {new_file} alone: put a copy on a second stick, into a new sealed envelope."]
    if (chosen.path / FILE).exists():
        (chosen.path / FILE).unlink()
        told.append("The passphrase opens nothing any more: set one again with `halte keys passphrase`.")
    cipher_files.flush(chosen.path)
    shutil.rmtree(beside)
    cipher_files.flush(chosen.path)
    told.append("The recovery sheets open nothing any more: print new ones with `halte keys sheets`, burn the old.")
    told.append(
        "Everybody signs in again. Older backups open with the old key; `halte restore` takes them with the new one."
    )
    if left := sorted(path.name for path in chosen.path.glob("before-*")):
        told.append(f"Still under an older key, delete what you do not need: {', '.join(left)}.")
    return told
