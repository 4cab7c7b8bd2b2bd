"""A day badge and four digits take a tablet of the house, as a greeter, until the house closes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from halte.accounts import actions, sessions
from halte.accounts.actor import Actor
from halte.accounts.asking import TABLET_COOKIE
from halte.accounts.models import Badge, Device, Membership, Staff
from halte.guests.models import Guest
from halte.journal.models import Line
from tests.pages import signed_in


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


@pytest.fixture
def tablet(manager, a_key, clock):
    """A tablet that the manager opened, with nobody signed in."""
    until = clock.now + timedelta(days=7)
    _made, token = actions.open_tablet(actor=manager, label="Door", until=until, at=clock.now, key=a_key())
    client = Client()
    client.cookies[TABLET_COOKIE] = token
    return client


@pytest.fixture
def made(manager, a_key, clock):
    return actions.make_badge(actor=manager, at=clock.now, key=a_key())


def scans(client, made):
    return client.post("/account/tablet/scan/", {"code": f"https://halte.example/account/tablet/badge/{made.secret}/"})


def types(client, digits):
    return client.post("/account/tablet/digits/", {"digits": digits})


def takes(client, made):
    scans(client, made)
    return types(client, made.digits)


def is_at_the_desk(client):
    return client.get("/desk/").status_code == 200


def other_than(digits):
    return f"{(int(digits) + 1) % 10_000:04}"


def test_scan_and_four_digits_open_the_desk(tablet, made):
    assert tablet.get("/").headers["Location"] == "/account/tablet/"
    assert scans(tablet, made).headers["Location"] == "/account/tablet/digits/"
    types(tablet, made.digits)

    assert tablet.get("/").headers["Location"] == "/desk/"
    assert "Badge 1" in tablet.get("/desk/").content.decode()


def test_what_a_badge_does_stands_in_the_register_under_the_badge_and_the_tablet(tablet, made):
    takes(tablet, made)

    tablet.post("/cards/new/", {"key": str(uuid4())})

    line = Line.objects.get(kind="guests.card_made")
    assert line.actor == made.badge.id
    assert Device.objects.get().id.hex in bytes(line.body).decode()
    assert Guest.objects.exists()


def test_a_greeters_badge_manages_nothing_and_changes_no_account(tablet, made):
    takes(tablet, made)

    for page in ("/account/team/", "/account/shift/", "/account/devices/", "/sites/", "/reports/", "/advice/"):
        assert tablet.get(page).status_code == 403, page
    assert tablet.get("/account/keys/").status_code == 302
    assert tablet.get("/account/").status_code == 302


def test_a_managers_badge_does_not_manage(tablet, manager, clock, a_key):
    made = actions.make_badge(actor=manager, staff=Staff.objects.get(pk=manager.id), at=clock.now, key=a_key())
    takes(tablet, made)

    assert is_at_the_desk(tablet)
    assert tablet.get("/account/team/").status_code == 403
    assert tablet.get("/account/shift/").status_code == 200


def test_a_badge_opens_nothing_without_a_tablet_of_its_own_site(made, elsewhere, clock, a_key, tablet):
    at_home = Client()
    takes(at_home, made)
    assert not is_at_the_desk(at_home)

    _made, token = actions.open_tablet(
        actor=elsewhere, label="Other", until=clock.now + timedelta(days=1), at=clock.now, key=a_key()
    )
    other = Client()
    other.cookies[TABLET_COOKIE] = token
    takes(other, made)
    assert not is_at_the_desk(other)

    takes(tablet, made)
    assert is_at_the_desk(tablet)
    Device.objects.update(revoked_at=clock.now)
    assert not is_at_the_desk(tablet)


def test_neither_half_opens_anything_alone(tablet, made):
    types(tablet, made.digits)
    assert not is_at_the_desk(tablet)

    scans(tablet, made)
    assert not is_at_the_desk(tablet)


def test_after_five_wrong_tries_the_right_digits_open_nothing(tablet, made):
    for _try in range(5):
        scans(tablet, made)
        types(tablet, other_than(made.digits))

    takes(tablet, made)

    assert not is_at_the_desk(tablet)


def test_four_wrong_tries_are_forgiven(tablet, made):
    for _try in range(4):
        scans(tablet, made)
        assert types(tablet, other_than(made.digits)).status_code == 422

    takes(tablet, made)

    assert is_at_the_desk(tablet)
    assert Badge.objects.get().wrong == 0


@pytest.mark.parametrize(
    "end",
    [
        lambda badge: Badge.objects.update(ended_at=timezone.now()),
        lambda badge: Badge.objects.update(wrong=5),
        lambda badge: Badge.objects.update(until=timezone.now()),
        lambda badge: Membership.objects.filter(staff=badge.made_by).update(ended_at=timezone.now()),
    ],
    ids=["ended", "too many wrong digits", "the house closed", "whoever made it leads no more"],
)
def test_a_badge_that_is_over_ends_at_the_next_request(tablet, made, end):
    takes(tablet, made)
    assert is_at_the_desk(tablet)

    end(made.badge)

    assert not is_at_the_desk(tablet)


def test_it_dies_after_twelve_hours_and_when_the_house_closes(made, manager, calais, clock, a_key):
    from halte.sites.models import Hours

    assert made.badge.until == clock.now + timedelta(hours=12)
    local = clock.now.astimezone(calais.zone)
    closing = (local + timedelta(hours=1)).replace(microsecond=0)
    Hours.objects.create(
        site=calais,
        weekday=local.weekday(),
        opens=(local - timedelta(minutes=1)).time(),
        closes=closing.time(),
    )

    sooner = actions.make_badge(actor=manager, at=clock.now, key=a_key())

    assert sooner.badge.until == closing


def test_neither_secret_nor_digits_are_stored(made):
    stored = str(Badge.objects.values()) + str(Line.objects.values())

    assert made.secret not in stored
    assert f"'{made.digits}'" not in stored


def test_the_lead_opens_a_tablet_and_is_signed_out_of_it(manager):
    browser = signed_in(manager)

    answer = browser.post("/account/shift/tablets/", {"label": "Door", "lasts": "7", "key": str(uuid4())})

    cookie = answer.cookies[TABLET_COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert browser.get("/account/team/").status_code == 302
    assert browser.get("/account/tablet/").status_code == 200
    assert Device.objects.get().roles == []


def test_the_page_of_a_new_badge_is_the_only_place_of_its_secret(manager):
    browser = signed_in(manager)

    page = browser.post("/account/shift/badges/", {"key": str(uuid4())})

    assert len(page.context["digits"]) == 4
    assert page.context["digits"] not in browser.get("/account/shift/").content.decode().split("<main")[1]


def test_giving_the_tablet_back_leaves_it_to_the_next(tablet, made):
    takes(tablet, made)

    tablet.post("/account/tablet/give-back/")

    assert not is_at_the_desk(tablet)
    assert tablet.get("/account/tablet/").status_code == 200


def test_the_day_after_nobody_can_tell_who_had_a_badge(made, calais, clock, a_key):
    system = Actor.system(calais)
    assert actions.forget_badges(actor=system, at=clock.now, key=a_key()) == 0

    clock.passes(hours=12)
    assert actions.forget_badges(actor=system, at=clock.now, key=a_key()) == 1

    assert not Badge.objects.exists()


def test_whoever_signs_in_with_an_account_takes_the_screen_from_the_badge(tablet, made, with_password, password):
    takes(tablet, made)

    tablet.post("/account/login/", {"login": with_password.sign_in_name, "password": password})

    assert "Badge 1" not in tablet.get("/desk/").content.decode()
    tablet.post("/cards/new/", {"key": str(uuid4())})
    assert Line.objects.get(kind="guests.card_made").actor == with_password.id


def test_the_badge_before_does_not_open_what_an_account_locked(tablet, made, with_password, password):
    takes(tablet, made)
    tablet.post("/account/lock/", {"page": "/desk/guest/of-the-first/"})
    tablet.post("/account/login/", {"login": with_password.sign_in_name, "password": password})
    assert is_at_the_desk(tablet)

    tablet.post("/account/lock/", {"page": "/desk/"})
    tablet.post("/account/unlock/", {"digits": made.digits})

    assert not is_at_the_desk(tablet)
    assert tablet.get("/account/").headers["Location"] == "/account/locked/"
    tablet.post("/account/unlock/", {"password": password})
    assert is_at_the_desk(tablet)
