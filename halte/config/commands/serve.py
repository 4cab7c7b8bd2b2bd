"""`halte serve`: the pages of a data folder."""

import argparse
import os
import socket
import sys
from pathlib import Path

from halte.config import folder, numbered_beds, resting, tls
from halte.config.folder import DataFolder
from halte.config.stick import Again, Seen, Slot
from halte.config.unusable import Unusable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    folder.add_options(parser)
    folder.add_passphrase(parser)
    add_address(parser)
    parser.add_argument("--backups", metavar="DIR", help="make a backup there every night (HALTE_BACKUPS)")
    parser.add_argument("--keep", metavar="DAYS", type=int, help="throw those away that are older (30)")
    parser.add_argument("--in-the-clear", action="store_true", help="speak HTTP, as behind a proxy with a certificate")
    parser.add_argument("--wait", action="store_true", help="no stick yet: show that, and start once it is inserted")


def add_address(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and with how many processes."""
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (127.0.0.1; 0.0.0.0 is every network)"
    )
    parser.add_argument("--port", type=int, default=8000, help="port (8000)")
    parser.add_argument("--workers", type=int, default=2, help="processes that answer (2)")


def run(options: argparse.Namespace) -> int:
    chosen = DataFolder.chosen(options)
    if not 1 <= options.workers <= 32:
        raise Unusable("--workers must be between 1 and 32; 2 are enough for a centre.")
    _name_backups(options)
    came_in = os.environ.pop(resting.CAME_IN, "")
    if options.wait and chosen.key_file and chosen.path.is_dir():
        after_panic = numbered_beds.read(chosen.path)[0] is not None and not came_in
        _wait(chosen, options, Slot(chosen.path, chosen.key_file, after_panic=after_panic))
    # A page that stands there since a panic goes on until the key is known to be the right one.
    listening = None if resting.stands(chosen.path) else listen(options.host, options.port)
    chosen.open()
    from halte.config import ready, server

    ready.check()
    if listening is None:
        resting.end(chosen.path)
        listening = listen(options.host, options.port)
    # On PostgreSQL the page of a panic is told nothing of the server of the rows, so a person starts the house.
    again = None
    if options.wait and chosen.key_file and not folder.on_postgresql():
        again = Again((*sys.argv[1:], "--key", str(chosen.key_file)), chosen.key_file)
    return server.serve(listening, workers=options.workers, in_the_clear=options.in_the_clear, again=again)


def _name_backups(options: argparse.Namespace) -> None:
    """The folder need not be there: a stick may be out, and that keeps nobody from serving."""
    if options.keep is not None and options.keep < 1:
        raise Unusable("--keep is a number of days, one or more.")
    if options.backups:
        if folder.on_postgresql():
            raise Unusable("This data is on PostgreSQL: its administrator makes backups with pg_dump.")
        os.environ["HALTE_BACKUPS"] = str(Path(options.backups).expanduser().absolute())
    if options.keep is not None:
        os.environ["HALTE_BACKUP_DAYS"] = str(options.keep)


def _wait(chosen: DataFolder, options: argparse.Namespace, slot: Slot) -> None:
    """Show that the house waits for its stick, until that is in.

    Keeps:
        A house whose tablets come by https is never shown to them by http: they would be asked to trust what anybody
        can send. Its certificate opens with the key, so until then the page stands on this machine alone.
    """
    if slot.look() is Seen.RIGHT:
        return
    host, why = options.host, ""
    if tls.House(chosen.path).stands and not options.in_the_clear:
        host, why = "127.0.0.1", " On this machine alone: tablets come by https, whose certificate opens with the key."
    if resting.stands(chosen.path):
        print("This house waits for its key. The board of numbers stands until it is in.", flush=True)
        _until_right(slot)
        return
    with resting.shown(resting.Resting(listen(host, options.port), "waits", slot=slot)):
        print(f"This house waits for its key: insert the stick.{why}", flush=True)
        _until_right(slot)


def _until_right(slot: Slot) -> None:
    for sentence in slot.until_right():
        print(sentence, flush=True)


def listen(host: str, port: int) -> socket.socket:
    """The socket that answers there.

    Raises:
        Unusable: The port is taken, forbidden or none, or the address is not this machine's.
    """
    if not 0 <= port <= 65535:
        raise Unusable(f"There is no port {port}: choose one from 1024 to 65535 with --port (PORT= for make demo).")
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except socket.gaierror:
        raise Unusable(f"{host} is no address of this machine: use 127.0.0.1, or 0.0.0.0 for every network.") from None
    except PermissionError:
        raise Unusable(
            f"Port {port} is for the system: choose one above 1023 with --port (PORT= for make demo)."
        ) from None
    except OSError as error:
        if error.errno == 99:
            raise Unusable(
                f"{host} is no address of this machine: use 127.0.0.1, or 0.0.0.0 for every network."
            ) from None
        raise Unusable(
            f"Port {port} is taken by another program: stop it, or choose another with --port (PORT= for make demo)."
        ) from None
    return listening
