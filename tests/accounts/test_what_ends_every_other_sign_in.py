"""A new password, a role or a key that came or went: whoever holds a copy of the session is out."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from halte.accounts import actions, sessions
from halte.accounts.actor import Actor
from halte.accounts.models import Invitation, Membership
from halte.accounts.roles import Role
from tests.accounts.passkeys import Passkey, adds
from tests.accounts.screens import is_in, moved_to, signs_in
from tests.pages import proven
from tests.pages import signed_in as browser_of


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


def starts_codes(screen, staff):
    screen.get("/account/keys/codes/start/", secure=True)
    secret = screen.session["mfa.totp.secret"]
    code = totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))
    screen.post("/account/keys/codes/start/", {"code": code}, secure=True)


def adds_a_passkey(screen, staff):
    adds(screen, Passkey(staff))


def stops_codes(screen, staff):
    screen.post("/account/keys/codes/stop/", secure=True)


def removes_a_passkey(screen, staff):
    key = Authenticator.objects.get(user=staff, type=Authenticator.Type.WEBAUTHN)
    screen.post(f"/account/keys/passkeys/{key.pk}/remove/", secure=True)


def draws_new_codes_on_paper(screen, staff):
    screen.post("/account/keys/paper/new/", secure=True)


def keys_of(staff):
    return {(row.type, row.pk, str(row.data)) for row in Authenticator.objects.filter(user=staff)}


@pytest.fixture
def a_copy_and(greeter, with_password, monkeypatch):
    """Somebody who may change their keys just now, on one screen; on another one they are signed in as well."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda then, **_given: then())
    here = proven(greeter)

    def press(*presses):
        for one in presses[:-1]:
            one(here, with_password)
        elsewhere, before, held = browser_of(greeter), here.session.session_key, keys_of(with_password)
        presses[-1](here, with_password)
        assert keys_of(with_password) != held
        return here, elsewhere, moved_to(before, Client())

    return press


@pytest.mark.parametrize(
    "presses",
    [
        [starts_codes],
        [adds_a_passkey],
        [starts_codes, stops_codes],
        [adds_a_passkey, removes_a_passkey],
        [starts_codes, draws_new_codes_on_paper],
    ],
    ids=["codes-begin", "a-passkey-comes", "codes-end", "a-passkey-goes", "new-codes-on-paper"],
)
def test_a_key_that_comes_or_goes_ends_every_other_sign_in(presses, a_copy_and):
    here, elsewhere, copied = a_copy_and(*presses)

    assert is_in(here)
    assert not is_in(elsewhere)
    assert not is_in(copied)


@pytest.mark.parametrize("press", [starts_codes, adds_a_passkey])
def test_it_ends_the_badges_that_stand_for_the_account_and_no_others(
    press, greeter, manager, with_password, a_key, django_capture_on_commit_callbacks
):
    at, here = timezone.now(), proven(greeter)
    own = actions.make_badge(actor=manager, staff=with_password, at=at, key=a_key()).badge
    other = actions.make_badge(actor=manager, at=at, key=a_key()).badge

    with django_capture_on_commit_callbacks(execute=True):
        press(here, with_password)

    own.refresh_from_db()
    other.refresh_from_db()
    assert own.ended_at is not None
    assert other.ended_at is None


def test_without_that_act_the_other_screen_would_go_on(a_copy_and, monkeypatch):
    monkeypatch.setattr(sessions, "end_all", lambda *_given, **_but: None)

    here, elsewhere, _copied = a_copy_and(starts_codes)

    assert is_in(here)
    assert is_in(elsewhere)


def test_a_key_that_was_refused_ends_nothing(greeter, with_password):
    here, elsewhere = proven(greeter), browser_of(greeter)

    adds(here, Passkey(with_password), asks=False)

    assert is_in(here)
    assert is_in(elsewhere)
