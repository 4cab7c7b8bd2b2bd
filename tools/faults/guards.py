"""The controls: each takes one guard away, and what it guards must then break."""

from datetime import timedelta, timezone

SYNCS = "nothing synced"
LOG = "no write-ahead log"
SENTENCE = "no page of ours for a disk that fails"
CLOCK = "no guard against a clock set back"
ZONE = "nights without the clock of the site"
KEY = "pressed again with another key"
START = "no look at the versions before serving"
WAL_SYNCS = "PostgreSQL says saved before it is"


def take_away(guard: str) -> None:
    """Take one guard away in this process, which has Django and no open connection."""
    {SYNCS: _syncs, LOG: _log, SENTENCE: _sentence, CLOCK: _clock, ZONE: _zone, START: _start}[guard]()


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
