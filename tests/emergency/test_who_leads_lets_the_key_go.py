"""Panic from a screen: a night host or a manager writes a number down, holds a button, and the key goes."""

import pytest
from django.db import OperationalError
from django.urls import reverse

from halte.common import letting_go
from halte.emergency import actions
from halte.emergency.actions import NotWhoLeads
from halte.journal.models import Line
from tests.cast import a_key_of
from tests.pages import signed_in, words_of

PANIC = "/now/visitor/key/"
HELD = {"key": "00000000-0000-4000-8000-00000000000a", "held": "yes"}


@pytest.fixture
def signals(monkeypatch):
    """A house that is served, as its pages know it; what they told the server."""
    told = []
    monkeypatch.setattr(letting_go, "_SERVER", letting_go._Server(4242, "048219"))
    monkeypatch.setattr(letting_go.os, "kill", lambda *told_whom: told.append(told_whom))
    return told


def test_the_number_is_shown_first_and_a_held_button_lets_the_key_go(night_desk, signals):
    host = signed_in(night_desk)
    assert PANIC in host.get(reverse("emergency:visitor")).content.decode()
    assert "048219" in words_of(host.get(PANIC).content.decode())
    # One tap, not held: nothing happens.
    host.post(PANIC, {"key": HELD["key"]})
    assert signals == []

    answer = host.post(PANIC, HELD)

    assert (answer.status_code, answer["Location"]) == (302, "/?number=048219")
    assert signals == [(4242, letting_go.SIGNAL)]
    assert Line.objects.get(kind="emergency.key_let_go").actor == night_desk.id


def test_a_register_that_cannot_be_written_does_not_keep_the_key(manager, signals, monkeypatch):
    def full(**_given):
        raise OperationalError("disk is full")

    monkeypatch.setattr(actions, "let_go_of_key", full)

    signed_in(manager).post(PANIC, HELD)

    assert len(signals) == 1


def test_a_greeter_finds_no_such_button(greeter, signals, now):
    page = signed_in(greeter)

    assert PANIC not in page.get(reverse("emergency:visitor")).content.decode()
    assert page.post(PANIC, HELD).status_code == 403
    with pytest.raises(NotWhoLeads):
        actions.let_go_of_key(actor=greeter, at=now, key=a_key_of())
    assert signals == []


def test_a_house_that_cannot_do_it_from_a_screen_says_so(manager):
    """Under another server, and on PostgreSQL, whose rows lie open without the key."""
    answer = signed_in(manager).get(PANIC)

    assert "halte panic" in words_of(answer.content.decode())
    assert "Let go of the key now" not in words_of(answer.content.decode())
