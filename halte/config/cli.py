"""The command `halte`: one small module per command, loaded when it is asked for."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn, Protocol, cast

from halte import __version__
from halte.common.environment import SettingWrong
from halte.common.keys import KeyMissing
from halte.common.refusal import Refusal
from halte.config.unusable import Unusable

COMMANDS = {
    "init": "make a data folder, its key and the first manager's invitation",
    "serve": "serve the pages of a data folder",
    "demo": "make and serve the demo: Calais on one cold evening",
    "simulate": "play an evening, a line or whole winters, and print the figures",
    "bench": "measure how fast this machine is",
    "plan-night": "plan who sleeps where from a file, and say why",
    "guide": "check the files of the rights guide, or give them back",
    "check": "check database and register of acts, also against kept heads",
    "backup": "write a verified copy of the database, also while Halte serves",
    "restore": "put a backup in place and say which acts are missing",
    "upgrade": "bring the data of an older Halte into step, after a backup",
    "keys": "recovery sheets, passphrase, rehearsal, a new key",
    "tls": "make the certificate that tablets on the local network trust",
    "panic": "drop the key now: nothing opens until the stick is back",
    "token": "make the token of a tablet or a program",
}


class Command(Protocol):
    """What each module in `commands` offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, options: argparse.Namespace) -> int: ...


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 a check failed, 2 unusable input."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        options = parser_for(given).parse_args(given)
        return _command(options.command).run(options)
    except (Unusable, Refusal, KeyMissing, SettingWrong) as sentence:
        print(sentence, file=sys.stderr)
        return 2
    except PermissionError as error:
        print(f"{error.filename} cannot be written: run Halte as its owner, or choose another place.", file=sys.stderr)
        return 2
    except OSError as error:
        if error.errno not in _DISK:
            raise
        print(f"Nothing could be written ({error.strerror}): free some space, then try again.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def parser_for(given: Sequence[str]) -> argparse.ArgumentParser:
    """The parser; only the command that was asked for is loaded, so that help and errors come at once."""
    parser = _Parser(
        prog="halte",
        description="Runs day centres and night hostels for displaced people.",
        allow_abbrev=False,
        formatter_class=_OneLineEach,
    )
    parser.add_argument("--version", action="version", version=f"halte {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)
    for name, words in COMMANDS.items():
        described = f"{words[0].upper()}{words[1:]}."
        subparser = commands.add_parser(name, help=words, description=described, allow_abbrev=False)
        if name in given:
            _command(name).add_arguments(subparser)
    return parser


class _Parser(argparse.ArgumentParser):
    """What cannot be read gets one sentence, as every other bad input does."""

    def error(self, message: str) -> NoReturn:
        raise Unusable(f"{self.prog}: {message}. Look at `{self.prog} --help`.")


class _OneLineEach(argparse.HelpFormatter):
    """Room for the longest command beside its words."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=20, width=110)
        self._action_max_length = 14


def _command(name: str) -> Command:
    return cast(Command, import_module(f"halte.config.commands.{name.replace('-', '_')}"))


_DISK = {28, 30, 122}  # no space left, read-only, quota

if __name__ == "__main__":
    sys.exit(main())
