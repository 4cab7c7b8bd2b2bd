"""Sessions and limits, value by value as the design writes them (section 4), and what each of them ends."""

import time
from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from halte.accounts import actions, sessions
from halte.accounts.actor import Actor
from halte.accounts.asking import TABLET_COOKIE
from halte.accounts.models import WRONG_AT_MOST, Invitation, Membership, Staff
from halte.accounts.roles import Role
from halte.accounts.sign_in import AT_A_TABLET
from halte.common import clock, ids, tickets
from halte.guests import actions as guest_actions
from halte.guests import pairing, queries, signs
from halte.guests.refusals import SignUnknown, TooManySigns
from halte.journal import undoing
from halte.mycard import own_sign
from tests.pages import signed_in as browser_of

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def limit(found):
    return found.at_most, found.within


DESIGN = [
    ("a sign-in ends when nobody does anything for", 30 * MINUTE, lambda: settings.IDLE_MINUTES * MINUTE),
    ("a sign-in ends in any case after", 12 * HOUR, lambda: timedelta(seconds=settings.SESSION_COOKIE_AGE)),
    ("a tablet of the house locks after", 3 * MINUTE, lambda: settings.LOCK_MINUTES * MINUTE),
    ("a clock may fall back without ending a sign-in by", 2 * MINUTE, lambda: timedelta(seconds=sessions.CLOCK_SLACK)),
    ("a clock may fall back unnoticed by", 2 * MINUTE, lambda: clock.SLACK),
    ("a clock may leap ahead without being asked by", 7 * DAY, lambda: clock.LEAP),
    (
        "who one is, shown again, holds for",
        5 * MINUTE,
        lambda: timedelta(seconds=settings.ACCOUNT_REAUTHENTICATION_TIMEOUT),
    ),
    ("wrong passwords close an account after", 8, lambda: settings.AXES_FAILURE_LIMIT),
    ("and it stays closed for", 15 * MINUTE, lambda: settings.AXES_COOLOFF_TIME * HOUR),
    ("wrong passwords are counted by", ["username"], lambda: settings.AXES_LOCKOUT_PARAMETERS),
    (
        "wrong passwords at one tablet close it after",
        (20, 15 * MINUTE),
        lambda: (AT_A_TABLET.at_most, AT_A_TABLET.within),
    ),
    ("wrong one-time codes of an account", "10/900s/key", lambda: settings.ACCOUNT_RATE_LIMITS["login_failed"]),
    ("a password has at least", 12, lambda: settings.AUTH_PASSWORD_VALIDATORS[0]["OPTIONS"]["min_length"]),
    ("a passkey asks for a finger, a face or a code", "required", lambda: settings.MFA_WEBAUTHN_USER_VERIFICATION),
    ("wrong digits kill a badge after", 5, lambda: WRONG_AT_MOST),
    ("a badge lasts at most", 12 * HOUR, lambda: actions.LASTS_AT_MOST),
    ("a link to an account lasts", 7 * DAY, lambda: actions.INVITATION_LASTS),
    ("a volunteer's role lasts", 90, lambda: actions.VOLUNTEER_DAYS),
    (
        "unknown card codes, by person and by device",
        (20, 15 * MINUTE),
        lambda: (queries.UNKNOWN.at_most, queries.UNKNOWN.within),
    ),
    ("signs tried at a desk, a shift and a person", 5, lambda: signs.TRIES_A_SHIFT),
    ("signs tried at one device", (5, 12 * HOUR), lambda: limit(signs.AT_A_DEVICE)),
    ("signs tried on a phone, by card", (5, 12 * HOUR), lambda: (own_sign.TRIES, timedelta(seconds=own_sign.WITHIN))),
    (
        "ticket codes tried at all doors together",
        (100, 15 * MINUTE),
        lambda: (tickets.TRIES_IN_A_QUARTER, tickets.QUARTER),
    ),
    ("a link that pairs a phone lasts", 2 * MINUTE, lambda: pairing.LINK_LASTS),
    ("a paired phone shows a guest's own for", 14 * DAY, lambda: pairing.PHONE_LASTS),
    ("an act can be taken back for", 15 * MINUTE, lambda: undoing.WINDOW),
]


@pytest.mark.parametrize(("says", "designed", "kept"), DESIGN, ids=[row[0].replace(" ", "-") for row in DESIGN])
def test_the_design_says(says, designed, kept):
    assert kept() == designed


def signs_in(client, password):
    return client.post("/account/login/", {"login": "amina", "password": password})


def is_in(client):
    return client.get("/account/").status_code == 200


def moved_to(session_of, client):
    """Another browser that was given the cookie of a session, as a thief's would be."""
    client.cookies["halte_session"] = session_of
    return client


@pytest.fixture
def two_screens(with_password, password):
    """The same person, signed in twice."""
    screens = Client(), Client()
    for screen in screens:
        signs_in(screen, password)
    assert all(map(is_in, screens))
    return screens


@pytest.fixture
def newcomer(with_password, password, calais):
    """Somebody at work, signed in."""
    screen = Client()
    signs_in(screen, password)
    return with_password, screen


def test_a_new_password_ends_every_other_sign_in_and_every_badge_of_theirs(
    two_screens, with_password, password, manager, a_key, calais
):
    here, elsewhere = two_screens
    made = actions.make_badge(actor=manager, staff=with_password, at=timezone.now(), key=a_key())
    new = {"oldpassword": password, "password1": "nobody guesses five words", "password2": "nobody guesses five words"}
    before = here.cookies["halte_session"].value

    assert here.post("/account/password/", new).status_code == 302

    assert is_in(here)
    assert not is_in(moved_to(before, Client()))
    assert not is_in(elsewhere)
    assert Session.objects.count() == 1
    made.badge.refresh_from_db()
    assert made.badge.ended_at is not None


def test_a_wrong_password_of_before_ends_nothing(two_screens):
    here, elsewhere = two_screens

    here.post("/account/password/", {"oldpassword": "no", "password1": "nobody guesses five", "password2": "x"})

    assert is_in(here)
    assert is_in(elsewhere)


def test_a_role_given_or_ended_asks_who_it_is_on_every_screen(newcomer, manager, a_key):
    staff, screen = newcomer
    role = actions.give_role(actor=manager, staff=staff, role=Role.NIGHT_HOST, at=timezone.now(), key=a_key())
    assert not is_in(screen)

    again = browser_of(Actor(id=staff.id, site=manager.site))
    assert is_in(again)
    actions.end_role(actor=manager, membership=role, at=timezone.now(), key=a_key())

    assert not is_in(again)


def test_another_persons_role_ends_nobody_elses_sign_in(newcomer, manager, night_desk, a_key):
    _staff, screen = newcomer
    role = Membership.objects.everywhere(because="a test").get(staff=night_desk.id)

    actions.end_role(actor=manager, membership=role, at=timezone.now(), key=a_key())

    assert is_in(screen)


def test_who_takes_a_role_by_a_link_stays_on_that_screen_alone(two_screens, with_password, coordinator, a_key):
    here, elsewhere = two_screens
    at = timezone.now()
    _invitation, link = actions.invite(actor=coordinator, role=Role.NIGHT_HOST, at=at, key=a_key())
    before = here.cookies["halte_session"].value
    page = here.get(f"/account/invitation/{link}/")

    here.post(f"/account/invitation/{link}/", {"key": page.context["form"]["key"].value()})

    assert Invitation.objects.everywhere(because="a test").get().used_by == with_password
    assert is_in(here)
    assert not is_in(moved_to(before, Client()))
    assert not is_in(elsewhere)


@pytest.fixture
def tablet(manager, a_key):
    """A tablet of the house, with nobody signed in."""
    at = timezone.now()
    device, token = actions.open_tablet(actor=manager, label="Door", until=at + DAY, at=at, key=a_key())

    def browser():
        client = Client()
        client.cookies[TABLET_COOKIE] = token
        return client

    return device, browser


def test_a_tablet_where_one_account_after_the_other_is_tried_closes_for_all_and_no_other_does(
    tablet, with_password, password
):
    _device, browser = tablet
    for turn in range(AT_A_TABLET.at_most):
        browser().post("/account/login/", {"login": f"somebody-{turn}", "password": "wrong"})

    refused = signs_in(browser(), password)

    assert refused.status_code == 200
    assert "Too many wrong tries at this tablet" in refused.content.decode()
    assert signs_in(Client(), password).status_code == 302


def test_codes_and_signs_are_counted_by_device_whoever_asks_at_it(tablet, calais, a_guest, now, a_key):
    device, _browser = tablet

    badges = [uuid4() for _number in range(5)]

    def badge(number):
        return Actor(id=badges[number], site=calais, roles=frozenset({Role.GREETER}), device=device.id)

    guest = a_guest()
    for turn in range(queries.UNKNOWN.at_most):
        with pytest.raises(queries.CodeUnknown):
            queries.by_spoken(badge(turn % 4), ids.code_of_secret(ids.new_secret()))
    for turn in range(signs.TRIES_A_SHIFT):
        with pytest.raises(SignUnknown):
            finds(badge(turn % 4), now, a_key)

    with pytest.raises(queries.TooManyUnknown):
        queries.by_spoken(badge(4), guest.spoken)
    with pytest.raises(TooManySigns):
        finds(badge(4), now, a_key)


def finds(actor, now, a_key):
    guest_actions.find_by_sign(actor=actor, pictures=["sun", "moon", "star"], known=True, at=now, key=a_key())


TABLE = "/reports/tallies.csv"


@pytest.fixture
def office(manager, password):
    """A manager at their desk, with a password and a second key."""
    staff = Staff.objects.get(pk=manager.id)
    staff.set_password(password)
    staff.save()
    return browser_of(manager)


def test_numbers_leave_the_house_only_with_who_whoever_takes_them(office, password):
    asked = office.get(TABLE)
    assert asked.url == "/account/again/?next=%2Freports%2F"

    answered = office.post(asked.url, {"password": password, "next": "/reports/"}, follow=True)

    assert "for five minutes the table may be taken" in answered.content.decode()
    assert office.get(TABLE)["Content-Type"].startswith("text/csv")


def test_five_minutes_later_they_ask_again(office, password, monkeypatch):
    office.post("/account/again/?next=/", {"password": password})
    assert office.get(TABLE).status_code == 200

    later = time.time() + settings.ACCOUNT_REAUTHENTICATION_TIMEOUT + 1
    monkeypatch.setattr("allauth.account.internal.flows.reauthentication.time.time", lambda: later)

    assert office.get(TABLE).status_code == 302


def test_a_clock_that_fell_back_makes_no_proof_last(office, password):
    office.post("/account/again/?next=/", {"password": password})
    session = office.session
    in_a_month = time.time() + 30 * 24 * 3600
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": in_a_month, "reauthenticated": True}]
    session.save()

    assert office.get(TABLE).status_code == 302
    assert office.session[SESSION_KEY]


def test_taking_a_tablet_and_the_second_key_make_new_sessions_too(tablet, manager, with_password, password, a_key):
    _device, browser = tablet
    client = browser()
    made = actions.make_badge(actor=manager, at=timezone.now(), key=a_key())
    client.post("/account/tablet/scan/", {"code": made.secret})
    before = client.cookies["halte_session"].value

    client.post("/account/tablet/digits/", {"digits": made.digits})

    assert client.get("/desk/").status_code == 200
    assert client.cookies["halte_session"].value != before
    assert moved_to(before, browser()).get("/desk/").status_code == 302


@pytest.mark.parametrize("name", ["halte_session", "halte_csrf"])
def test_cookies_are_read_by_no_script_and_sent_by_no_other_site(client, with_password, password, name, settings):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client.get("/account/login/")
    signs_in(client, password)

    cookie = client.cookies[name]

    assert cookie["httponly"]
    assert cookie["secure"]
    assert cookie["samesite"] == "Lax"


def test_the_manager_still_needs_a_second_key_to_take_numbers(office, manager, password):
    office.post("/account/again/?next=/", {"password": password})
    Authenticator.objects.filter(user_id=manager.id).delete()

    assert office.get(TABLE).url == "/account/keys/"
