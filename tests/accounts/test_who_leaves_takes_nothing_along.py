"""Leaving is one act: everything that somebody could have copied before opens nothing after."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from halte.accounts import actions, queries
from halte.accounts.asking import TABLET_COOKIE, device_of
from halte.accounts.models import DeviceKind, Membership, Staff
from halte.accounts.roles import Role
from halte.common.refusal import Refusal
from halte.journal.models import Line
from tests.pages import signed_in

PASSWORD = "four words nobody guesses"
SECRET = "JBSWY3DPEHPK3PXP"


@dataclass
class Captured:
    """Everything a person could keep a copy of."""

    staff: Staff
    session: Client
    held_tablet: Client
    program: str
    tablet: str
    own_badge: Any
    made_badge: Any
    link: str
    paper_codes: list[str]
    undo: str


@pytest.fixture
def leaver(staff_at, calais):
    return staff_at(calais, Role.MANAGER, Role.GREETER)


@pytest.fixture
def captured(leaver, calais, a_key):
    at = timezone.now()
    given = {"actor": leaver, "at": at}
    staff = Staff.objects.get(pk=leaver.id)
    staff.set_password(PASSWORD)
    staff.save()
    Authenticator.objects.filter(user=staff).delete()
    TOTP.activate(staff, SECRET)
    paper = RecoveryCodes.activate(staff).get_unused_codes()
    _device, program = actions.register_device(
        label="Program", kind=DeviceKind.API, roles=[Role.GREETER], key=a_key(), **given
    )
    _tablet, tablet = actions.open_tablet(label="Door", until=at + timedelta(days=1), key=a_key(), **given)
    made = actions.make_badge(key=a_key(), **given)
    own = actions.make_badge(staff=staff, key=a_key(), **given)
    _invitation, link = actions.invite(role=Role.MANAGER, key=a_key(), **given)
    session = signed_in(leaver)
    session.post("/cards/new/", {"key": str(uuid4())})
    held = on_tablet(tablet)
    takes(held, own)
    undo = Line.objects.get(kind="guests.card_made").id
    return Captured(staff, session, held, program, tablet, own, made, link, paper, f"/desk/undo/{undo}/")


@pytest.fixture
def house_tablet(manager, a_key):
    """A tablet that somebody else opened."""
    until = timezone.now() + timedelta(days=1)
    _made, token = actions.open_tablet(actor=manager, label="Other", until=until, at=timezone.now(), key=a_key())
    return token


def on_tablet(token):
    client = Client()
    client.cookies[TABLET_COOKIE] = token
    return client


def takes(client, badge):
    client.post("/account/tablet/scan/", {"code": badge.secret})
    client.post("/account/tablet/digits/", {"digits": badge.digits})


def at_the_desk(client):
    return client.get("/desk/").status_code == 200


def signs_in(staff, code):
    cache.clear()
    client = Client()
    client.post("/account/login/", {"login": staff.sign_in_name, "password": PASSWORD})
    client.post("/account/keys/ask/", {"code": code})
    return at_the_desk(client)


def code_now():
    return format_hotp_value(hotp_value(SECRET, next(iter(yield_hotp_counters_from_time()))))


def with_badge(token, badge):
    client = on_tablet(token)
    takes(client, badge)
    return at_the_desk(client)


def replayed(captured, house_tablet):
    """Try everything again. The names of what still opens something."""
    undone = captured.session.post(captured.undo, {"key": str(uuid4())})
    took_back = Line.objects.filter(undoes__isnull=False).exists() and undone.status_code == 302
    opens = {
        "session": at_the_desk(captured.session),
        "own page": captured.session.get("/account/").status_code == 200,
        "undo link": took_back,
        "held tablet": at_the_desk(captured.held_tablet),
        "program": device_of(captured.program) is not None,
        "bearer": Client().get("/api/v1/inside", headers={"Authorization": f"Bearer {captured.program}"}).status_code
        == 200,
        "tablet": on_tablet(captured.tablet).get("/account/tablet/").status_code == 200,
        "own badge": with_badge(house_tablet, captured.own_badge),
        "badge they made": with_badge(house_tablet, captured.made_badge),
        "link": queries.invitation_of(captured.link, timezone.now()) is not None,
        "password and code": signs_in(captured.staff, code_now()),
        "password and paper": signs_in(captured.staff, captured.paper_codes[0]),
    }
    return {name for name, open_now in opens.items() if open_now}


EVERYTHING = {
    "session",
    "own page",
    "undo link",
    "held tablet",
    "program",
    "bearer",
    "tablet",
    "own badge",
    "badge they made",
    "link",
    "password and code",
    "password and paper",
}


def test_before_they_leave_everything_opens(captured, house_tablet):
    """The control: what is replayed below is worth something."""
    assert replayed(captured, house_tablet) == EVERYTHING


def test_after_one_act_nothing_opens(captured, house_tablet, manager):
    browser = signed_in(manager)

    browser.post(f"/account/team/people/{captured.staff.id}/leaves/", {"held": "yes", "key": str(uuid4())})

    assert replayed(captured, house_tablet) == set()
    assert Line.objects.filter(kind="accounts.left").count() == 1


def test_a_role_given_by_mistake_brings_nothing_back(captured, house_tablet, manager, a_key):
    actions.leave_staff(actor=manager, staff=captured.staff, at=timezone.now(), key=a_key())

    Membership.objects.filter(staff=captured.staff).update(ended_at=None)

    assert replayed(captured, house_tablet) == set()


def test_who_works_elsewhere_keeps_the_account_and_nothing_of_this_site(
    captured, house_tablet, manager, dunkirk, a_key
):
    Membership.objects.create(staff=captured.staff, site=dunkirk, role=Role.GREETER, since=date(2026, 1, 1))

    actions.leave_staff(actor=manager, staff=captured.staff, at=timezone.now(), key=a_key())

    still = replayed(captured, house_tablet)
    assert still <= {"session", "own page", "password and code", "password and paper"}
    page = captured.session.get("/desk/").content.decode()
    assert "Dunkirk" in page
    assert "Calais" not in page


def test_nobody_sends_themselves_away_nor_a_coordinator_nor_somebody_elsewhere(
    manager, coordinator, elsewhere, greeter, a_key
):
    def leaves(actor):
        actions.leave_staff(actor=manager, staff=Staff.objects.get(pk=actor.id), at=timezone.now(), key=a_key())

    for person in (manager, coordinator, elsewhere):
        with pytest.raises(Refusal):
            leaves(person)
    assert Staff.objects.filter(is_active=False).count() == 0

    leaves(greeter)
    with pytest.raises(actions.NotHere):
        leaves(greeter)


def test_it_must_be_held(signed_in_manager, greeter):
    signed_in_manager.post(f"/account/team/people/{greeter.id}/leaves/", {"key": str(uuid4())})

    assert Membership.objects.get(staff=greeter.id).ended_at is None


@pytest.fixture
def signed_in_manager(manager):
    return signed_in(manager)
