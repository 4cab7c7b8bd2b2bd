"""A passkey counts only when the device asked for a finger, a face or a code, at the sign-in and beside a password."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.accounts.passkeys import BY_SCRIPT, Passkey, adds, options_of


@pytest.fixture
def holder(with_password, password):
    """Somebody who may change their keys just now."""
    client = Client()
    client.post("/account/login/", {"login": "amina", "password": password}, secure=True)
    client.post("/account/again/", {"password": password}, secure=True)
    return client


@pytest.fixture
def passkey(holder, with_password):
    """A passkey of theirs."""
    made = Passkey(with_password)
    adds(holder, made, asks=True)
    assert Authenticator.objects.filter(user=with_password, type="webauthn").count() == 1
    return made


def signs_in_with(passkey, *, asks):
    client = Client()
    options = options_of(client.get("/account/keys/passkeys/sign-in/", secure=True, headers=BY_SCRIPT))
    answer = json.dumps(passkey.signs(options, asks=asks))
    client.post("/account/keys/passkeys/sign-in/", {"credential": answer}, secure=True)
    return client.get("/account/", secure=True).status_code == 200, options


def beside_the_password(passkey, password, *, asks):
    client = Client()
    client.post("/account/login/", {"login": "amina", "password": password}, secure=True)
    options = options_of(client.get("/account/keys/ask/", secure=True))
    answer = json.dumps(passkey.signs(options, asks=asks))
    client.post("/account/keys/ask/", {"credential": answer}, secure=True)
    return client.get("/account/", secure=True).status_code == 200, options


@pytest.mark.parametrize("passwordless", ["on", ""])
def test_a_key_that_asks_nobody_is_not_added(holder, with_password, passwordless):
    adds(holder, Passkey(with_password), asks=False, passwordless=passwordless)

    assert not Authenticator.objects.filter(user=with_password, type="webauthn").exists()


def test_alone_it_opens_only_when_the_device_asked(passkey):
    refused, options = signs_in_with(passkey, asks=False)

    assert options["userVerification"] == "required"
    assert not refused
    assert signs_in_with(passkey, asks=True)[0]


def test_whoever_has_one_comes_in_though_somebody_locked_the_account_with_wrong_passwords(passkey, password, settings):
    for _try in range(settings.AXES_FAILURE_LIMIT + 1):
        Client().post("/account/login/", {"login": "amina", "password": "wrong"}, secure=True)
    locked = Client().post("/account/login/", {"login": "amina", "password": password}, secure=True)

    assert locked.status_code == 429
    assert signs_in_with(passkey, asks=True)[0]


def test_beside_a_password_too(passkey, password):
    refused, options = beside_the_password(passkey, password, asks=False)

    assert options["userVerification"] == "required"
    assert not refused
    assert beside_the_password(passkey, password, asks=True)[0]


def test_where_it_is_only_preferred_a_found_key_would_do(passkey, password, settings):
    settings.MFA_WEBAUTHN_USER_VERIFICATION = "preferred"

    assert beside_the_password(passkey, password, asks=False)[0]
