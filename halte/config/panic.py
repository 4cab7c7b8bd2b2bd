"""Dropping the key, now: a running house forgets it, and a page that opens nothing takes its place.

Keeps:
    Whoever looks into the machine afterwards finds the key in no program: workers are killed, and the server becomes
    another program, whose memory the system made anew. A server that cannot become it, or hangs, ends instead.
    Other programs that hold the folder open end too.
    The beds go on by room and number, in the memory of that page.
    Tablets that came by https still do: the page is handed the key of the house's certificate, which opens no data.
    The panic is written down before anything of it can fail: a server that somebody starts again opens nothing while
    the stick stayed in.
"""

import base64
import faulthandler
import json
import os
import secrets
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from halte.common import keys, letting_go
from halte.config import numbered_beds, resting
from halte.config.folder import IN_USE
from halte.config.stick import Again

BOARD_WITHIN = 3
ENDS_WITHIN = 8.0
_KEPT = {"PATH", "PYTHONPATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "VIRTUAL_ENV", "NOTIFY_SOCKET"}
_NEVER_KEPT = {"HALTE_DATABASE", "HALTE_KEY_FD", "HALTE_KEY_FILE"}


def listen_for(listening: socket.socket, data: Path, tls: bytes = b"", again: Again | None = None) -> None:
    """From now on the signal makes this process, a server with workers, drop the key; pages may call for it.

    Args:
        tls: The key and certificate that the server speaks TLS with, if it does.
        again: What the page becomes once the stick went out and the right one came in, if a person need not start it.
    """
    from django.db import connection

    server, number = os.getpid(), new_number()
    # On PostgreSQL the rows lie open for whoever has that server: a button would promise what it cannot keep.
    letting_go.announce(server, number if connection.vendor == "sqlite" else "")

    def drop(*_: Any) -> None:
        if os.getpid() != server:
            os._exit(0)  # a worker that was just born
        whatever_happens(let_go)

    def let_go() -> None:
        _kill_children()
        _end_others((data / IN_USE).resolve())
        numbered_beds.begin(data)
        handed_on = {**_beds(), "number": number, "tls": base64.b64encode(tls).decode()}
        handed_on |= {"again": [str(again.key_file), *again.command] if again else []}
        _become_the_page(listening, data, handed_on)

    signal.signal(letting_go.SIGNAL, drop)


def leave_to_the_server() -> None:
    """In a worker the signal ends the worker."""
    signal.signal(letting_go.SIGNAL, signal.SIG_DFL)


def new_number() -> str:
    """Six digits that open the board of numbers."""
    return f"{secrets.randbelow(1_000_000):06}"


def whatever_happens(let_go: Callable[[], None]) -> None:
    """This process becomes another one; if that fails or hangs, in Python or below it, the process ends."""
    with open(os.devnull, "w") as nowhere:
        try:
            faulthandler.dump_traceback_later(ENDS_WITHIN, exit=True, file=nowhere)
            let_go()
        finally:
            os.kill(os.getpid(), signal.SIGKILL)


def _end_others(mark: Path) -> None:
    """A backup or another command on this folder holds the key as well, and another server lets go as this one."""
    for process in resting.holders(mark):
        if process != os.getpid():
            try:
                os.kill(process, letting_go.SIGNAL)
            except OSError:
                continue


def _kill_children() -> None:
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    for child in map(int, children):
        try:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        except (ProcessLookupError, ChildProcessError):
            continue


def _beds() -> dict[str, Any]:
    """The board of now. Whatever goes wrong, or takes too long: the key goes all the same, and paper goes on."""

    def too_long(*_: Any) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(BOARD_WITHIN)
    at: str = ""
    rooms: dict[str, dict[str, str]] = {}
    try:
        at, rooms = beds_of_now()
    except Exception:  # noqa: S110
        pass
    finally:
        signal.alarm(0)
    return {"at": at, "rooms": rooms}


def beds_of_now() -> tuple[str, dict[str, dict[str, str]]]:
    """The hour, and each room's beds by number: free, taken or closed. It names nobody and holds no identifier."""
    from django.utils import timezone

    from halte.accounts.actor import Actor
    from halte.nights.board import BedLooks, board
    from halte.sites.models import Site

    looks = {BedLooks.FREE: numbered_beds.FREE, BedLooks.SHUT: numbered_beds.SHUT}
    now = timezone.now()
    sites = list(Site.objects.order_by("code"))
    rooms: dict[str, dict[str, str]] = {}
    shown = now.astimezone()
    for site in sites:
        shown = now.astimezone(site.zone)
        for room in board(Actor.system(site), site.tonight(now), now).rooms:
            name = numbered_beds.name(site.name, room.code, alone=len(sites) == 1)
            rooms[name] = {bed.label: looks.get(bed.state, numbered_beds.TAKEN) for bed in room.beds}
    return f"{shown:%H:%M}", {name: beds for name, beds in rooms.items() if beds}


def _become_the_page(listening: socket.socket, data: Path, handed_on: dict[str, Any]) -> None:
    keys.forget()
    told = os.memfd_create("halte-beds", 0)
    os.write(told, json.dumps(handed_on).encode())
    kept = {listening.fileno(), told}
    for descriptor in map(int, os.listdir("/proc/self/fd")):
        try:
            if descriptor > 2:
                os.set_inheritable(descriptor, descriptor in kept)
        except OSError:
            continue
    named = [str(listening.fileno()), str(told), str(data)]
    ours = {name for name in os.environ if name.startswith("HALTE_")} if handed_on["again"] else set()
    environment = {name: os.environ[name] for name in (_KEPT | ours) - _NEVER_KEPT if name in os.environ}
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.signal(letting_go.SIGNAL, signal.SIG_IGN)
    os.execve(sys.executable, [sys.executable, "-m", "halte.config.resting", *named], environment)  # noqa: S606
