"""Whoever lost a role does not get it back, nor gives it to others: not by undo, not by a link kept aside."""

from uuid import uuid4

import pytest
from django.utils import timezone

from halte import journal
from halte.accounts import actions
from halte.accounts.actor import Actor
from halte.accounts.models import Invitation, Membership, Staff
from halte.accounts.roles import Role
from halte.journal.models import Line


@pytest.fixture
def other_manager(staff_at, calais):
    return staff_at(calais, Role.MANAGER, Role.GREETER)


def role_of(actor, role):
    return Membership.objects.get(staff=actor.id, role=role)


def test_a_role_comes_back_by_undo_only_for_who_may_still_give_it(manager, other_manager, calais, a_key):
    at = timezone.now()
    actions.end_role(actor=other_manager, membership=role_of(manager, Role.MANAGER), at=at, key=a_key())
    line = Line.objects.get(kind="accounts.role_ended")
    greeter_now = Actor(id=other_manager.id, site=calais, roles=frozenset({Role.GREETER}))

    with pytest.raises(actions.RoleNotYours):
        journal.undo(actor=greeter_now, line_id=line.id, at=at, key=a_key())

    assert role_of(manager, Role.MANAGER).ended_at is not None
    journal.undo(actor=other_manager, line_id=line.id, at=at, key=a_key())
    assert role_of(manager, Role.MANAGER).ended_at is None


def test_links_of_a_manager_whose_role_was_ended_open_nothing(client, manager, other_manager, a_key):
    at = timezone.now()
    _invitation, token = actions.invite(actor=manager, role=Role.MANAGER, at=at, key=a_key())
    _other, others_token = actions.invite(actor=other_manager, role=Role.GREETER, at=at, key=a_key())

    actions.end_role(actor=other_manager, membership=role_of(manager, Role.MANAGER), at=at, key=a_key())

    client.force_login(Staff.objects.get(pk=manager.id), backend="allauth.account.auth_backends.AuthenticationBackend")
    client.post(f"/account/invitation/{token}/", {"key": str(uuid4())})
    assert not Membership.objects.filter(staff=manager.id, ended_at__isnull=True).exists()
    assert Invitation.objects.filter(revoked_at__isnull=True).count() == 1
    assert client.get(f"/account/invitation/{others_token}/").status_code == 200


def test_a_link_that_lay_open_meanwhile_gives_nothing(client, manager, other_manager, a_key):
    """The page lay open while the role ended; the press comes after."""
    at = timezone.now()
    invitation, _token = actions.invite(actor=manager, role=Role.MANAGER, at=at, key=a_key())
    actions.end_role(actor=other_manager, membership=role_of(manager, Role.MANAGER), at=at, key=a_key())

    with pytest.raises(actions.InvitationOver):
        actions.take_role(staff=Staff.objects.get(pk=manager.id), invitation=invitation, at=at, key=a_key())
