"""The morning of a day centre."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.models import Staff
from halte.journal.models import Line


@pytest.fixture
def morning() -> datetime:
    """A Tuesday in November, 10:00 in Calais: showers are open."""
    return datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def it_is_morning(monkeypatch: pytest.MonkeyPatch, morning: datetime) -> datetime:
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning)
    return morning


@pytest.fixture
def browser_of() -> Callable[[Actor], Client]:
    """A browser in which an actor has signed in."""

    def make(actor: Actor) -> Client:
        client = Client()
        person = Staff.objects.get(pk=actor.id)
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return make


@pytest.fixture
def undone(greeter: Actor, a_key: Callable[..., Any]) -> Callable[..., None]:
    """Take back the last act of the site."""

    def undo(actor: Actor = greeter) -> None:
        line = Line.objects.filter(site=actor.site_id).latest("seq")
        journal.undo(actor=actor, line_id=line.id, at=line.recorded_at, key=a_key())

    return undo
