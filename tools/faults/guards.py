"""The controls: each takes one guard away, and what it guards must then break."""

import os
import shutil
from datetime import timedelta, timezone
from typing import Any

SYNCS = "nothing synced"
LOG = "no write-ahead log"
SENTENCE = "no page of ours for a disk that fails"
CLOCK = "no guard against a clock set back"
ZONE = "nights without the clock of the site"
KEY = "pressed again with another key"
START = "no look at the versions before serving"
NO_KEY = "a start without looking for the key"
TURNS = "desks that do not wait for each other"
BEHIND = "acts reach the file after the answer"
RESPAWN = "no worker in the place of one that died"
COPY = "pages changed where they stand"
WAL_SYNCS = "PostgreSQL says saved before it is"


def take_away(guard: str) -> None:
    """Take one guard away in this process, which has Django and no open connection."""
    _HOW[guard]()


def take_away_first(guard: str) -> None:
    """What must go before a folder is opened."""
    if guard == NO_KEY:
        from halte.config.folder import DataFolder

        DataFolder.key = lambda _folder: bytes(32)  # type: ignore[method-assign]


def _syncs() -> None:
    _database("synchronous=FULL", "synchronous=OFF")


def _log() -> None:
    _database("journal_mode=WAL", "journal_mode=OFF")


def _database(old: str, new: str) -> None:
    from django.db import connection

    options = connection.settings_dict["OPTIONS"]
    options["init_command"] = options["init_command"].replace(old, new)


def _sentence() -> None:
    from django.db import InterfaceError, OperationalError
    from django.http import HttpResponse

    from halte.config.api import api
    from halte.web import views

    for error in (OperationalError, InterfaceError):
        api._exception_handlers.pop(error)
    views.error_page = lambda status, *, sentence="": HttpResponse("Server Error (500)", status=500)


def _clock() -> None:
    from halte.accounts import sessions

    sessions.CLOCK_SLACK = 10**12


def _zone() -> None:
    from halte.sites.models import Site

    Site.zone = timezone(timedelta(hours=1))  # type: ignore[assignment]


def _start() -> None:
    from halte.config import ready

    ready.check = ready.check_version = lambda **_options: None


def _turns() -> None:
    from django.db import connection

    from halte.common.sqlcipher.base import DatabaseWrapper

    connection.settings_dict["OPTIONS"]["timeout"] = 0
    DatabaseWrapper._take_turn = lambda _connection: None  # type: ignore[method-assign]


def _behind() -> None:
    """What is written stands elsewhere, to be brought to the file when the server ends in peace."""
    from django.db import connection, connections

    connections.close_all()
    name = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = f"{name}-behind-{os.getpid()}"
    shutil.copyfile(name, connection.settings_dict["NAME"])


def _respawn() -> None:
    from gunicorn.arbiter import Arbiter

    born: list[int] = []
    spawn = Arbiter.spawn_worker

    def only_at_first(arbiter: Any) -> None:
        if len(born) < arbiter.num_workers:
            born.append(spawn(arbiter))

    Arbiter.spawn_worker = only_at_first


_HOW = {
    SYNCS: _syncs,
    LOG: _log,
    SENTENCE: _sentence,
    CLOCK: _clock,
    ZONE: _zone,
    START: _start,
    NO_KEY: _start,
    TURNS: _turns,
    BEHIND: _behind,
    RESPAWN: _respawn,
}
