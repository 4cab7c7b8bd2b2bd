"""Signing in: a new session each time, and wrong tries counted by account, never by address."""

from contextlib import contextmanager

import pytest
from allauth.core.internal import ratelimit
from django.urls import NoReverseMatch, reverse

LOGIN = "/account/login/"


def sign_in(client, name, password):
    return client.post(LOGIN, {"login": name, "password": password})


def test_a_name_and_a_password_open_the_first_page(client, with_password, password):
    response = sign_in(client, "amina", password)

    assert response.status_code == 302
    assert response.url == "/"
    assert client.get("/account/").context["staff"] == with_password


def test_capital_letters_in_the_name_change_nothing(client, with_password, password):
    assert sign_in(client, " Amina", password).status_code == 302


def test_signing_in_makes_a_new_session(client, with_password, password):
    client.get(LOGIN)
    session = client.session
    session["before"] = 1
    session.save()
    client.cookies["halte_session"] = session.session_key

    sign_in(client, "amina", password)

    assert client.cookies["halte_session"].value != session.session_key


def test_eight_wrong_passwords_close_one_account_for_a_while_and_no_other(client, with_password, password, elsewhere):
    answers = [sign_in(client, "AMINA" if turn % 2 else "amina", "wrong").status_code for turn in range(9)]

    assert answers[0] == 200
    assert answers[-1] == 429
    assert sign_in(client, "amina", password).status_code == 429
    assert sign_in(client, "somebody-else", "wrong").status_code == 200


def test_a_power_cut_while_somebody_signed_in_does_not_shut_them_out(client, with_password, password, monkeypatch):
    @contextmanager
    def held_by_a_server_that_is_gone(_key):
        yield False

    monkeypatch.setattr(ratelimit, "cache_lock", held_by_a_server_that_is_gone)

    assert sign_in(client, "amina", password).status_code == 302


def test_an_account_that_was_switched_off_opens_nothing(client, with_password, password):
    sign_in(client, "amina", password)
    with_password.is_active = False
    with_password.save()

    assert client.get("/account/").status_code == 302
    assert sign_in(client, "amina", password).status_code in {200, 302}
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("name", ["account_signup", "account_reset_password", "account_email"])
def test_nobody_signs_up_or_is_sent_mail(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_signing_out_needs_a_press(client, with_password, password):
    sign_in(client, "amina", password)

    assert client.get("/account/logout/").status_code == 200
    assert client.get("/account/").status_code == 200
    client.post("/account/logout/")
    assert client.get("/account/").status_code == 302
