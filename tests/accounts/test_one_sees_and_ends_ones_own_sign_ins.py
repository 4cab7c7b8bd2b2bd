"""One sees on how many screens one is signed in, and ends all others, once one showed again who one is."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from halte.accounts import actions, sessions
from halte.accounts.models import Staff
from tests.accounts.screens import is_in
from tests.pages import proven, signed_in, words_of

END = "/account/elsewhere/end/"


def page(screen):
    return words_of(screen.get("/account/").content.decode())


@pytest.fixture
def elsewhere_too(manager):
    """Another screen of the manager, and one of somebody else."""
    return signed_in(manager)


def test_each_screen_is_named_and_nobody_elses(manager, greeter, elsewhere_too):
    here, other = signed_in(manager), signed_in(greeter)
    for screen in (here, elsewhere_too, other):
        screen.get("/account/")

    told = page(here)

    assert told.count("On this screen") == 1
    assert told.count("On another screen") == 1
    assert "On another screen" not in page(other)


def test_it_asks_first_who_one_is(manager, elsewhere_too):
    answer = signed_in(manager).post(END)

    assert answer.headers["Location"] == "/account/again/?next=%2Faccount%2F"
    assert is_in(elsewhere_too)


def test_then_all_others_end_with_the_badges_and_nobody_elses(manager, greeter, night_desk, elsewhere_too, a_key):
    here, other = proven(manager), signed_in(greeter)
    staff, at = Staff.objects.get(pk=manager.id), timezone.now()
    badge = actions.make_badge(actor=night_desk, staff=staff, at=at, key=a_key()).badge

    here.post(END)

    badge.refresh_from_db()
    assert badge.ended_at is not None
    assert (is_in(here), is_in(elsewhere_too), is_in(other)) == (True, False, True)
    assert "On another screen" not in page(here)


def test_one_that_nobody_used_for_a_while_is_none(manager, elsewhere_too):
    elsewhere_too.get("/account/")
    at = timezone.now()

    assert [one.staff for one in sessions.running(at)] == [manager.id]
    assert list(sessions.running(at + timedelta(minutes=settings.IDLE_MINUTES, seconds=1))) == []
