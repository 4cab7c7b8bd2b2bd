"""Who sees more than the desk needs a second key before any page opens (never on the demo's own data)."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from halte.accounts.adapters import SecondFactorAdapter
from halte.accounts.models import Staff
from halte.accounts.roles import SECOND_FACTOR, Role

TEAM = "/account/team/"


def without_second_key(actor):
    Authenticator.objects.filter(user_id=actor.id).delete()
    return actor


def test_a_manager_without_one_is_led_to_setting_it_up(signed_in, manager):
    response = signed_in(without_second_key(manager)).get(TEAM)

    assert (response.status_code, response.url) == (302, "/account/keys/")


def test_the_page_where_it_is_set_up_opens(signed_in, manager):
    client = signed_in(without_second_key(manager))

    assert client.get("/account/keys/").status_code == 200


def test_a_piece_of_a_page_is_refused_instead(signed_in, manager):
    client = signed_in(without_second_key(manager))

    assert client.get(TEAM, headers={"HX-Request": "true"}).status_code == 403


def test_a_manager_with_one_comes_in(signed_in, manager):
    assert signed_in(manager).get(TEAM).status_code == 200


def test_the_demo_asks_for_none(signed_in, manager, settings):
    settings.DEMO = True

    assert signed_in(without_second_key(manager)).get(TEAM).status_code == 200


@pytest.mark.parametrize(
    "role",
    ["adviser", "manager", "coordinator", "treasurer", "authority", "funder", "speaker"],
)
def test_these_roles_need_one(role):
    assert Role(role) in SECOND_FACTOR


def test_a_password_alone_does_not_sign_in_who_has_one(client, with_password, password):
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(with_password, secret)

    response = client.post("/account/login/", {"login": "amina", "password": password})
    assert response.url == "/account/keys/ask/"
    assert client.get("/account/").status_code == 302

    wrong = client.post("/account/keys/ask/", {"code": "000000"})
    assert wrong.status_code == 200
    right = totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))
    client.post("/account/keys/ask/", {"code": right})
    assert client.get("/account/").context["staff"] == with_password


def test_a_code_cannot_be_guessed_for_long(client, with_password, password):
    totp.TOTP.activate(with_password, totp.generate_totp_secret())
    client.post("/account/login/", {"login": "amina", "password": password})

    said = [client.post("/account/keys/ask/", {"code": "000000"}).content.decode() for _try in range(12)]

    assert "Too many" in said[-1]
    assert "Too many" not in said[0]


def asked_for_a_code(password):
    browser = Client()
    browser.post("/account/login/", {"login": "amina", "password": password})
    return browser


def test_a_code_from_the_phone_and_one_from_the_paper_open_once(with_password, password):
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(with_password, secret)
    paper = RecoveryCodes.activate(with_password).get_unused_codes()[0]
    phone = totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))

    for code in (phone, paper):
        first, second = asked_for_a_code(password), asked_for_a_code(password)
        first.post("/account/keys/ask/", {"code": code})
        second.post("/account/keys/ask/", {"code": code})

        assert first.get("/account/").status_code == 200
        assert second.get("/account/").status_code == 302


def test_its_secret_is_not_readable_in_the_database(with_password):
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(with_password, secret)

    row = Authenticator.objects.get(user=with_password)

    assert secret not in str(row.data)
    assert SecondFactorAdapter().decrypt(row.data["secret"]) == secret


@pytest.fixture
def proven(client, with_password, password):
    """A browser where the greeter signed in, and said once more that it is them."""
    client.post("/account/login/", {"login": "amina", "password": password})
    client.post("/account/again/", {"password": password})
    return client


def test_setting_up_a_key_asks_for_the_password_once_more(client, with_password, password):
    client.post("/account/login/", {"login": "amina", "password": password})

    assert client.get("/account/keys/codes/start/").url.startswith("/account/again/?next=")


def test_setting_up_codes_shows_a_square_that_the_security_policy_lets_through(proven):
    page = proven.get("/account/keys/codes/start/").content.decode()

    assert "<svg" in page
    assert "data:image" not in page
    assert "style=" not in page


@pytest.mark.parametrize("page", ["passkeys/add/", "passkeys/", "codes/start/", ""])
def test_the_pages_of_keys_open(proven, page):
    assert proven.get(f"/account/keys/{page}").status_code == 200


def test_setting_up_codes_gives_codes_on_paper(proven, with_password):
    proven.get("/account/keys/codes/start/")
    secret = proven.session["mfa.totp.secret"]
    code = totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))

    response = proven.post("/account/keys/codes/start/", {"code": code}, follow=True)

    assert response.redirect_chain[-1][0] == "/account/keys/paper/"
    assert len(response.context["unused_codes"]) == 10
    assert Staff.objects.get(pk=with_password.pk).authenticator_set.count() == 2
