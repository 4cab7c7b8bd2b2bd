"""Devices, badges and links open no more than whoever made them may give today: by an end and by a date."""

from datetime import timedelta

import pytest
from django.utils import timezone

from halte.accounts import actions, queries, standing
from halte.accounts.actor import Actor
from halte.accounts.asking import device_of
from halte.accounts.models import Badge, Device, DeviceKind, Invitation, Membership
from halte.accounts.roles import Role


@pytest.fixture
def other_manager(staff_at, calais):
    return staff_at(calais, Role.MANAGER)


@pytest.fixture
def made(manager, dunkirk, a_key):
    """A program, a tablet, a badge and a link, made by the manager."""
    given = {"actor": manager, "at": timezone.now()}
    _device, program = actions.register_device(
        label="Program", kind=DeviceKind.API, roles=[Role.GREETER], key=a_key(), **given
    )
    until = timezone.now() + timedelta(days=7)
    _tablet, tablet = actions.open_tablet(label="Door", until=until, key=a_key(), **given)
    _invitation, link = actions.invite(role=Role.GREETER, key=a_key(), **given)
    badge = actions.make_badge(key=a_key(), **given)
    return {"program": program, "tablet": tablet, "link": link, "badge": badge.badge}


def opening(made):
    """Which of them open something now."""
    at = timezone.now()
    opens = {
        "program": device_of(made["program"]) is not None,
        "tablet": device_of(made["tablet"]) is not None,
        "link": queries.invitation_of(made["link"], at) is not None,
        "badge": standing.living_badge(made["badge"].id, at) is not None,
    }
    return {name for name, open_now in opens.items() if open_now}


def role_of(actor):
    return Membership.objects.get(staff=actor.id)


def test_while_the_role_holds_everything_opens(made):
    assert opening(made) == {"program", "tablet", "link", "badge"}


def test_the_last_day_of_the_role_ends_them(made, manager):
    Membership.objects.filter(id=role_of(manager).id).update(until=timezone.localdate() - timedelta(days=1))

    assert opening(made) == set()


def test_ending_the_role_ends_them_in_the_same_act_and_for_good(made, manager, other_manager, a_key):
    at = timezone.now()
    actions.end_role(actor=other_manager, membership=role_of(manager), at=at, key=a_key())

    assert opening(made) == set()
    Membership.objects.filter(staff=manager.id).update(ended_at=None)
    assert opening(made) == set()
    assert not Device.objects.filter(revoked_at=None).exists()
    assert not Badge.objects.filter(ended_at=None).exists()
    assert not Invitation.objects.filter(revoked_at=None).exists()


def test_an_account_that_is_off_ends_them(made, manager):
    role_of(manager).staff.__class__.objects.filter(id=manager.id).update(is_active=False)

    assert opening(made) == set()


def test_a_lead_who_is_night_host_only_keeps_tablets_and_badges(made, manager):
    Membership.objects.filter(staff=manager.id).update(role=Role.NIGHT_HOST)

    assert opening(made) == {"tablet", "badge"}


def test_what_others_made_and_what_the_house_made_goes_on(made, manager, other_manager, calais, a_key):
    at = timezone.now()
    given = {"label": "Other", "kind": DeviceKind.API, "roles": [Role.GREETER], "at": at}
    _device, theirs = actions.register_device(actor=other_manager, key=a_key(), **given)
    _device, house = actions.register_device(actor=Actor.system(calais), key=a_key(), **given)

    actions.end_role(actor=other_manager, membership=role_of(manager), at=at, key=a_key())

    assert device_of(theirs)
    assert device_of(house)


def test_a_manager_elsewhere_makes_nothing_live_here(made, manager, dunkirk):
    Membership.objects.filter(staff=manager.id).update(site=dunkirk)

    assert opening(made) == set()


def test_a_greeter_opens_no_tablet_and_makes_no_badge(greeter, a_key):
    at = timezone.now()
    with pytest.raises(actions.NotLeading):
        actions.open_tablet(actor=greeter, label="Mine", until=at + timedelta(days=1), at=at, key=a_key())
    with pytest.raises(actions.NotLeading):
        actions.make_badge(actor=greeter, at=at, key=a_key())

    assert not Device.objects.exists()
    assert not Badge.objects.exists()


def test_a_tablet_closes_by_itself(manager, a_key):
    at = timezone.now() - timedelta(days=2)
    _tablet, token = actions.open_tablet(actor=manager, label="Door", until=at + timedelta(days=1), at=at, key=a_key())

    assert device_of(token) is None
