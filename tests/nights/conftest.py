"""The cast at night."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from halte.accounts.actor import Actor
from halte.accounts.models import Staff
from halte.guests.models import Guest
from halte.nights import actions
from halte.nights.models import Stay
from halte.sites.models import Bed, Room
from tests.cast import a_key_of

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def night() -> date:
    """The night of the 24th of November 2026."""
    return date(2026, 11, 24)


@pytest.fixture
def gives(night_desk: Actor, night: date, now: datetime) -> Callable[..., Stay]:
    """The night desk gives a bed."""

    def give(guest: Guest, **asked: Any) -> Stay:
        return actions.give_bed(
            **{"actor": night_desk, "guest": guest, "night": night, "at": now, "key": a_key_of()} | asked
        )

    return give


@pytest.fixture
def slept(night_desk: Actor, night: date, now: datetime, gives: Callable[..., Stay]) -> Callable[..., Stay]:
    """Someone slept here last night."""

    def sleep(guest: Guest, **asked: Any) -> Stay:
        before = now - timedelta(days=1)
        gives(guest, night=night - timedelta(days=1), at=before, **asked)
        return actions.arrive(actor=night_desk, guest=guest, night=night - timedelta(days=1), at=before, key=a_key_of())

    return sleep


@pytest.fixture
def bed_of() -> Callable[..., Bed]:
    """A bed of a room, by its place."""

    def find(room: Room, place: int = 0) -> Bed:
        return Bed.objects.select_related("room").get(room=room, position=place)

    return find


@pytest.fixture
def at_desk(client: Client, night_desk: Actor) -> Client:
    """The night host's browser."""
    client.force_login(Staff.objects.get(pk=night_desk.id), backend=BACKEND)
    return client
