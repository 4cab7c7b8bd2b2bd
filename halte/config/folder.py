"""The data folder of one centre: where it is, which key opens it, and opening it before Django reads its settings."""

import argparse
import fcntl
import os
import pwd
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from halte.common import keys
from halte.common.environment import SettingWrong
from halte.config.unusable import Unusable

DATABASE = "halte.db"
HEADS = "heads.jsonl"
DEMO_MARK = "demo-of-halte"
DEMO_KEY = "demo.key"
IN_USE = "in-use"


@dataclass(frozen=True)
class DataFolder:
    """A folder and the file that holds its key (None: the key comes by file descriptor)."""

    path: Path
    key_file: Path | None

    @classmethod
    def chosen(cls, options: argparse.Namespace) -> "DataFolder":
        """What --data and --key say, else HALTE_DATA, HALTE_KEY_FD and HALTE_KEY_FILE, else the usual places."""
        path = Path(options.data or os.environ.get("HALTE_DATA") or "data").expanduser().absolute()
        if getattr(options, "passphrase", False):
            from halte.config import passphrase

            keys.give(passphrase.opened(path, passphrase.asked()))
            return cls(path, None)
        named = options.key or os.environ.get("HALTE_KEY_FILE")
        if named:
            return cls(path, Path(named).expanduser().absolute())
        if "HALTE_KEY_FD" in os.environ:
            return cls(path, None)
        beside = path / DEMO_KEY
        if beside.exists() and (path / DEMO_MARK).exists():
            return cls(path, beside)
        return cls(path, Path.home() / ".config" / "halte" / "key")

    @property
    def database(self) -> Path:
        return self.path / DATABASE

    @property
    def heads(self) -> Path:
        return self.path / HEADS

    @property
    def holds_data(self) -> bool:
        """Whether there is anything in the folder."""
        return self.path.is_dir() and any(self.path.iterdir())

    @property
    def is_demo(self) -> bool:
        """Whether the demo's loader left its mark. The database carries one too: `ready.refuse_demo_elsewhere`."""
        return (self.path / DEMO_MARK).exists()

    @property
    def key_lies_beside(self) -> bool:
        """Whether whoever takes the disk of the data takes the key along."""
        key = self.key_file
        return key is not None and key.is_file() and key.stat().st_dev == self.path.stat().st_dev

    def open(self, *, alone: bool = False) -> None:
        """Hand the key over and start Django on this folder, beside other commands or alone.

        Raises:
            Unusable: The folder is missing or cannot be written, or no key is where it should be.
        """
        if not self.path.is_dir():
            raise Unusable(
                f"There is no data folder {self.path}: make one with `halte init --data {self.path}`, "
                "or name another with --data."
            )
        if not os.access(self.path, os.R_OK | os.W_OK | os.X_OK):
            raise Unusable(f"The folder {self.path} cannot be written: run Halte as its owner, or change its owner.")
        if not on_postgresql() and not self.database.exists():
            raise Unusable(
                f"The folder {self.path} holds no Halte database: name another with --data, or run `halte init`."
            )
        self.claim(alone=alone)
        self.start_django()
        self._know_all_keys()

    def start_django(self) -> None:
        """Give the key and the folder to the settings, and load every app."""
        if self.key_file is not None:
            keys.give(self.key())
        os.environ["HALTE_DATA"] = str(self.path)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "halte.config.settings")
        import django

        try:
            django.setup()
        except SettingWrong as error:
            raise Unusable(str(error)) from error

    def _know_all_keys(self) -> None:
        """A database that cannot be read has its sentence from whoever works on it, or checks it."""
        from django.db import DatabaseError

        from halte.config import keyring

        with suppress(DatabaseError):
            keyring.load()

    def key(self) -> bytes:
        """The data key.

        Raises:
            Unusable: The file is missing, unreadable, or holds no key.
        """
        try:
            return keys.read(self.key_file) if self.key_file else keys.data_key()
        except keys.KeyMissing as error:
            raise Unusable(str(error)) from error

    def claim(self, *, alone: bool) -> None:
        """Hold the folder as long as this process lives: several servers' workers share it, a restore is alone.

        Raises:
            Unusable: Halte serves this data just now, another command works on it, or this is root and the folder
                belongs to somebody else.
        """
        self._refuse_root_where_another_serves()
        descriptor = os.open(self.path / IN_USE, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Unusable(f"Halte is running on {self.path}: stop it first, then run this again.") from None

    def _refuse_root_where_another_serves(self) -> None:
        """What root writes into the folder of a service, the service could not read at its next start."""
        owner = self.path.stat().st_uid
        if os.geteuid() == 0 and owner != 0:
            name = _name_of(owner)
            raise Unusable(
                f"The data in {self.path} belongs to {name}, who could not read what root writes there: "
                f"put `runuser -u {name} --` before this line."
            )


def _name_of(owner: int) -> str:
    try:
        return pwd.getpwuid(owner).pw_name
    except KeyError:
        return f"#{owner}"


def on_postgresql() -> bool:
    """Whether HALTE_DATABASE names a PostgreSQL server."""
    return bool(os.environ.get("HALTE_DATABASE"))


def add_options(parser: argparse.ArgumentParser) -> None:
    """The two options of every command that opens data."""
    parser.add_argument("--data", metavar="DIR", help="data folder (HALTE_DATA, else ./data)")
    parser.add_argument("--key", metavar="FILE", help="key file (HALTE_KEY_FILE, else ~/.config/halte/key)")


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """The option of commands that open data when no stick is at hand."""
    parser.add_argument("--passphrase", action="store_true", help="no stick is at hand: ask for the passphrase")
