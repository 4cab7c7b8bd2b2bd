"""Canaries in every field of every table, then use: no file and no log holds one, only the encrypted database.

`make forensics` does the same with ten thousand of them, a real server, and every form it finds.
"""

import logging
from datetime import timedelta
from logging.config import dictConfig
from pathlib import Path

import pytest

from halte.accounts.roles import Role
from halte.common import keys
from halte.guests.models import Guest
from tests.forensics import filling, traces
from tests.forensics.logs import LISTENING, deaf, listen
from tests.pages import signed_in

PAGES = (
    "/desk/",
    "/nights/",
    "/visits/today/",
    "/goods/",
    "/advice/",
    "/messages/",
    "/thief/",
    "/reports/",
    "/account/team/",
)


@pytest.fixture
def filled(transactional_db, calais, dunkirk, now, staff_at):
    """A row with canaries in every table, at each of two houses."""
    made = [
        filling.fill(calais, now, ended=True),
        filling.fill(dunkirk, now - timedelta(minutes=30), ended=False),
    ]
    return [canary for filler in made for canary in filler.canaries]


def database(settings):
    path = Path(settings.DATABASES["default"]["NAME"])
    return [each for each in (path, path.with_name(f"{path.name}-wal")) if each.exists()]


@pytest.mark.one_database
def test_only_the_encrypted_database_holds_them_whatever_is_opened(filled, staff_at, calais, settings):
    browser = signed_in(staff_at(calais, *Role))
    browser.raise_request_exception = False

    for page in PAGES:
        browser.get(page)
        browser.get(page, {"q": traces.TEXT_MARK, "code": traces.TEXT_MARK})
        browser.post(page, {"code": traces.TEXT_MARK, "words": traces.TEXT_MARK})

    assert len(set(filled)) > 300
    files = [path for path in Path(settings.DATA).rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {path.name for path in database(settings)}
    assert traces.in_files(Path(settings.DATA), traces.MARKS) == []
    opened = b"".join(traces.read(path, keys.data_key()) for path in database(settings))
    assert any(mark in opened for mark in traces.MARKS), "The control: with the key they are found."
    assert not any(mark.decode("latin-1") in line for line in LISTENING.lines for mark in traces.MARKS)


def test_every_dress_of_a_canary_is_found(tmp_path):
    import base64

    secret = "Canarié7q a1b2c3"
    dressed = {
        "plain": secret.encode(),
        "decomposed": secret.replace("é", "e\u0301").encode(),
        "wide": secret.encode("utf-16-le"),
        "hex": secret.encode().hex().encode(),
        "base64": base64.b64encode(b"x" + secret.encode() + b"yz"),
        "urlsafe": base64.urlsafe_b64encode(b"xy" + secret.encode()),
        "innocent": b"Canary wharf",
    }
    for name, content in dressed.items():
        (tmp_path / name).write_bytes(b"before " + content + b" after")

    assert traces.in_files(tmp_path, traces.of("Canarié7q")) == sorted(set(dressed) - {"innocent"})


def test_a_log_that_told_of_a_guest_would_be_found_even_where_logs_were_set_up_anew(a_guest, settings):
    dictConfig(settings.LOGGING)
    listen()
    guest = a_guest()
    assert LISTENING.leaks() == []

    logging.getLogger("halte.careless").error("No bed for %s", guest.id.hex)

    assert LISTENING.leaks() == ["guests.Guest.id"]
    assert Guest.objects.filter(pk=guest.pk).exists()
    LISTENING.begin()


def test_a_log_that_a_test_switched_off_is_noticed(monkeypatch):
    assert deaf() == []

    monkeypatch.setattr(logging.getLogger("halte.careless"), "disabled", True)
    monkeypatch.setattr(logging.root.manager, "disable", logging.CRITICAL)

    assert deaf() == ["halte.careless", "every log"]
    monkeypatch.undo()
