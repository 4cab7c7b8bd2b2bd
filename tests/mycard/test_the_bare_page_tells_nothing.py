"""Whoever holds a card's address learns nothing from it (design, "my card")."""

import logging

import pytest

from halte.common import ids
from halte.guests import actions
from halte.guests.models import Guest
from halte.visits import actions as visit_actions


@pytest.fixture
def a_card(greeter, now, a_key):
    def make():
        guest, secret = actions.make_card(actor=greeter, at=now, key=a_key())
        return guest, secret

    return make


def test_live_revoked_closed_and_never_issued_cards_give_the_same_bytes(client, greeter, now, a_key, a_card):
    _live, live = a_card()
    replaced, revoked = a_card()
    actions.reissue_card(actor=greeter, guest=replaced, at=now, key=a_key())
    closed_guest, closed = a_card()
    actions.close_card(actor=greeter, guest=closed_guest, at=now, key=a_key())

    never, nonsense = ids.new_secret(), "not-a-card"

    pages = {client.get(f"/c/{secret}").content for secret in (live, revoked, closed, never, nonsense)}
    assert len(pages) == 1


def test_the_page_sets_no_cookie_and_is_stored_nowhere(client, a_card):
    _guest, secret = a_card()

    answer = client.get(f"/c/{secret}")

    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_the_address_of_a_card_reaches_no_log(client, caplog, a_card, settings):
    _guest, secret = a_card()
    caplog.set_level(logging.DEBUG)

    client.get(f"/c/{secret}")
    client.get(f"/c/{secret}/missing")
    client.post(f"/c/{secret}")

    from halte.web.logs import NoAddresses

    for record in caplog.records:
        NoAddresses().filter(record)
        assert secret not in record.getMessage()


def test_a_crash_on_the_page_keeps_the_address_out_of_the_log(client, caplog, monkeypatch, a_card):
    _guest, secret = a_card()
    monkeypatch.setattr("halte.mycard.queries.open_today", lambda at: 1 / 0)
    client.raise_request_exception = False
    # Other tests of the same run may have set up the logs as a server does.
    monkeypatch.setattr(logging.getLogger("django"), "propagate", True)
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", False)

    answer = client.get(f"/c/{secret}")

    from halte.web.logs import NoAddresses

    assert answer.status_code == 500
    assert caplog.records
    for record in caplog.records:
        NoAddresses().filter(record)
        assert secret not in logging.Formatter().format(record)


def test_the_secret_of_a_card_lies_nowhere_in_the_database(a_card):
    guest, secret = a_card()

    held = Guest.objects.filter(id=guest.id).values().get()

    for value in held.values():
        content = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        assert secret.encode() not in content
        assert ids.code_of_secret(secret).encode() not in content


def test_two_sites_rows_of_one_card_cannot_be_joined(greeter, elsewhere, now, a_key):
    here, secret = actions.make_card(actor=greeter, at=now, key=a_key())
    there, _same = actions.make_card(actor=elsewhere, at=now, key=a_key(), secret=secret)

    assert bytes(here.card_key) != bytes(there.card_key)
    assert bytes(here.spoken_box) != bytes(there.spoken_box)
    assert here.spoken == there.spoken


def test_a_card_that_waits_shows_its_number_and_nothing_else(client, greeter, now, a_key, a_card, monkeypatch):
    guest, secret = a_card()
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    without = client.get(f"/c/{secret}").content.decode()
    ticket = visit_actions.take_ticket(actor=greeter, guest=guest, at=now, key=a_key())

    page = client.get(f"/c/{secret}").content.decode()

    assert f">{ticket.number}<" in page
    assert guest.spoken not in page
    assert len(page) > len(without)
