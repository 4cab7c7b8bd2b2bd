"""Sessions and limits, value by value as the design writes them (section 4)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from halte.accounts import actions, sessions
from halte.accounts.actor import Actor
from halte.accounts.asking import TABLET_COOKIE
from halte.accounts.models import WRONG_AT_MOST
from halte.accounts.roles import Role
from halte.accounts.sign_in import AT_A_TABLET
from halte.common import clock, ids, tickets
from halte.guests import actions as guest_actions
from halte.guests import pairing, queries, signs
from halte.guests.refusals import SignUnknown, TooManySigns
from halte.journal import undoing
from halte.mycard import own_sign
from halte.tracing.pages import FROM_A_DEVICE
from tests.accounts.screens import moved_to, signs_in

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
    ("messages left by one device, an hour", (30, HOUR), lambda: limit(FROM_A_DEVICE)),
    ("signs tried on a phone, by card", (5, 12 * HOUR), lambda: limit(own_sign.OF_A_CARD)),
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
