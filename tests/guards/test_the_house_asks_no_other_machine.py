"""No program of ours asks another machine for anything: no address that somebody types can make it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from halte import config

HALTE = Path(config.__file__).resolve().parents[1]
ASK = {
    *("urllib.request", "http.client", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc.client"),
    *("requests", "httpx", "aiohttp", "urllib3", "pycurl", "websockets", "paramiko", "django.core.mail"),
}
CALLS = {"create_connection", "connect_ex", "urlopen"}
VISITORS = ("config/simulate/", "config/bench/")
"""These play visitors of a server on the same machine, for measuring; no page of the house starts them."""


def asking(source: str) -> Iterator[str]:
    """What in a module could ask another machine."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (one.name for one in names if one.name in ASK or one.name.partition(".")[0] in ASK)
            case ast.ImportFrom(module=str(module), names=names):
                whole = [module, module.partition(".")[0], *(f"{module}.{one.name}" for one in names)]
                yield from (name for name in dict.fromkeys(whole) if name in ASK)
            case ast.Attribute(attr=name) if name in CALLS:
                yield name


def test_no_module_can_ask_another_machine():
    modules = {str(path.relative_to(HALTE)): path.read_text() for path in HALTE.rglob("*.py")}
    found = {path: list(asking(text)) for path, text in modules.items() if not path.startswith(VISITORS)}

    assert len(found) > 500
    assert {path: names for path, names in found.items() if names} == {}


def test_those_who_play_visitors_are_started_by_no_page():
    importing = {
        str(path.relative_to(HALTE))
        for path in HALTE.rglob("*.py")
        if any(name in path.read_text() for name in ("halte.config.simulate", "halte.config.bench", "import bench"))
    }

    assert {path for path in importing if not path.startswith((*VISITORS, "config/commands/"))} == set()


@pytest.mark.parametrize(
    "source",
    [
        "import urllib.request",
        "from urllib import request",
        "from http.client import HTTPConnection",
        "import requests.sessions",
        "from django.core.mail import send_mail",
        "from django.core import mail",
        "import socket\nsocket.create_connection(('x', 1))",
    ],
)
def test_one_that_could_is_noticed(source):
    assert list(asking(source))
