"""An error that Django never sees is written by the web server: it, too, names no card and nobody's words."""

import io
import socket

import pytest
from gunicorn.glogging import Logger

from halte.config.server import Log, Server

SECRET = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


@pytest.fixture
def server():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield Server(listening, 1, None)


def said_by(kind: type[Logger], server: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """What gunicorn says of an error outside of Django, in its own words (gunicorn.workers.base.handle_error)."""
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    log = kind(server.cfg)
    try:
        raise ImportError(f"no row of {SECRET}")
    except ImportError:
        log.exception("Error handling request %s %s", "GET", f"/c/{SECRET}")
    return written.getvalue()


def test_the_server_names_no_card(server, monkeypatch):
    assert server.cfg.logger_class is Log

    said = said_by(Log, server, monkeypatch)

    assert SECRET not in said
    assert "Error handling request GET /…" in said
    assert "ImportError" in said


def test_gunicorn_by_itself_would(server, monkeypatch):
    """The control."""
    assert said_by(Logger, server, monkeypatch).count(SECRET) >= 2
