"""A sign-in ends when nobody does anything, after twelve hours, and when the clock was set back."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from halte.accounts import sessions


@pytest.fixture
def clock(monkeypatch):
    """A clock that the test moves."""

    class Clock:
        now = timezone.now()

        def passes(self, **time):
            self.now += timedelta(**time)

    moved = Clock()
    monkeypatch.setattr(sessions.timezone, "now", lambda: moved.now)
    return moved


def is_signed_in(client, **headers):
    return client.get("/account/", headers=headers).status_code == 200


def test_a_session_ends_when_nobody_presses_anything_for_a_while(signed_in, greeter, clock):
    client = signed_in(greeter)
    assert is_signed_in(client)

    clock.passes(minutes=settings.IDLE_MINUTES, seconds=1)

    assert not is_signed_in(client)


def test_every_press_keeps_it_alive(signed_in, greeter, clock):
    client = signed_in(greeter)
    for _press in range(4):
        assert is_signed_in(client)
        clock.passes(minutes=settings.IDLE_MINUTES - 1)

    assert is_signed_in(client)


@pytest.mark.parametrize("poll", [{"HX-Request": "true"}, {"Halte-Poll": "1"}])
def test_a_poll_does_not(signed_in, greeter, clock, poll):
    client = signed_in(greeter)
    assert is_signed_in(client)
    for _poll in range(settings.IDLE_MINUTES):
        clock.passes(minutes=1)
        assert is_signed_in(client, **poll)

    clock.passes(minutes=1)

    assert not is_signed_in(client)


def test_a_session_ends_after_twelve_hours_of_work(signed_in, greeter, clock):
    client = signed_in(greeter)
    for _press in range(12 * 4):
        assert is_signed_in(client)
        clock.passes(minutes=15)

    clock.passes(seconds=1)

    assert not is_signed_in(client)


def test_a_clock_set_back_ends_it(signed_in, greeter, clock):
    client = signed_in(greeter)
    assert is_signed_in(client)

    clock.passes(hours=-1)

    assert not is_signed_in(client)


def test_activity_is_not_written_at_every_press(signed_in, greeter, clock, django_assert_num_queries):
    client = signed_in(greeter)
    is_signed_in(client)
    before = client.session[sessions.SEEN]

    clock.passes(seconds=30)
    is_signed_in(client)

    assert client.session[sessions.SEEN] == before
