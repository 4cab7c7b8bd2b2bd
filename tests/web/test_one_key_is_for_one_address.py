"""A bare button on two panels is two acts, even when a browser sends both with one key."""

from uuid import uuid4

import pytest
from django.utils import timezone

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.models import Staff
from halte.guests.models import Guest
from halte.visits import actions
from halte.visits.models import DoorCount, Visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, greeter):
    client.force_login(Staff.objects.get(pk=greeter.id), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_a_key_that_was_used_on_one_panel_says_nothing_was_done_on_another(desk, a_guest):
    one, other = a_guest(), a_guest()
    key = str(uuid4())

    desk.post(f"/visits/arrive/{one.id}/", {"key": key})
    answer = desk.post(f"/visits/arrive/{other.id}/", {"key": key}, follow=True)

    assert Visit.objects.get().guest == one
    assert [message.level_tag for message in answer.context["messages"]][-1:] == ["error"]


def test_pressing_twice_on_one_panel_stays_one_act(desk, a_guest):
    guest: Guest = a_guest()
    key = str(uuid4())

    for _press in range(2):
        answer = desk.post(f"/visits/arrive/{guest.id}/", {"key": key}, follow=True)

    assert Visit.objects.count() == 1
    assert "error" not in [message.level_tag for message in answer.context["messages"]]


def test_a_key_of_one_site_does_not_stand_for_an_act_at_another(greeter, dunkirk, a_key):
    key, at = a_key(), timezone.now()
    there = Actor(id=greeter.id, site=dunkirk, roles=greeter.roles)
    actions.count_at_door(actor=greeter, kind="man", at=at, key=key)

    with pytest.raises(journal.KeyReused):
        actions.count_at_door(actor=there, kind="man", at=at, key=key)

    assert DoorCount.objects.get().site == greeter.site
