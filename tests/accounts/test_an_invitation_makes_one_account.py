"""An invitation: one link, one account, one role, seven days."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from halte.accounts import actions
from halte.accounts.models import Invitation, Membership, Staff
from halte.accounts.roles import Role
from halte.journal.models import Line, Retry

GIVEN = {
    "called": "Noor",
    "sign_in_name": "Noor.K",
    "password": "a long evening in November",
    "language": "fr",
}


@pytest.fixture
def link(manager, a_key):
    _invitation, token = actions.invite(actor=manager, role=Role.NIGHT_HOST, at=timezone.now(), key=a_key())
    return f"/account/invitation/{token}/"


def accept(client, link, **changed):
    return client.post(link, {**GIVEN, "key": str(uuid4()), **changed})


def test_whoever_holds_the_link_makes_an_account_with_the_role(client, link, calais):
    assert "Night host" in client.get(link).content.decode()

    response = accept(client, link)

    noor = Staff.objects.get(sign_in_name="noor.k")
    held = Membership.objects.get(staff=noor)
    assert response.url == "/account/login/"
    assert (held.role, held.site) == (Role.NIGHT_HOST, calais)
    assert held.until is not None
    assert client.post("/account/login/", {"login": "noor.k", "password": GIVEN["password"]}).url == "/"


def test_it_works_once(client, link):
    accept(client, link)

    assert client.get(link).status_code == 404
    accept(client, link, sign_in_name="other")
    assert not Staff.objects.filter(sign_in_name="other").exists()


def test_pressing_twice_makes_one_account(client, link):
    key = str(uuid4())

    accept(client, link, key=key)
    accept(client, link, key=key)

    assert Staff.objects.filter(called="Noor").count() == 1


def test_after_seven_days_it_is_over(client, link):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert client.get(link).status_code == 404


def test_the_link_is_stored_nowhere_and_neither_is_a_quick_hash_of_the_password(client, link):
    accept(client, link)

    token = link.split("/")[-2]
    assert token not in str(Invitation.objects.values())
    assert GIVEN["password"] not in str(Staff.objects.values())
    one, two = (accept_hash(GIVEN | {"password": password}) for password in ("one password", "two password"))
    assert one == two
    assert Retry.objects.exists()
    assert b"Noor" not in b"".join(bytes(line.body) for line in Line.objects.all())


def accept_hash(given):
    from halte.accounts.forms import Accept

    form = Accept({**given, "password": given["password"] + " and more", "key": str(uuid4())})
    assert form.is_valid(), form.errors
    return form.retry_key.body


def test_a_name_that_is_taken_is_refused_and_the_link_still_works(client, link, with_password):
    response = accept(client, link, sign_in_name="amina")

    assert response.status_code == 422
    assert "already signs in" in response.content.decode()
    assert accept(client, link).status_code == 302


def test_a_weak_password_is_refused(client, link):
    assert accept(client, link, password="calais").status_code == 422


def test_whoever_has_an_account_takes_the_role_with_it(signed_in, greeter, link):
    client = signed_in(greeter)
    assert "Work here" in client.get(link).content.decode()

    client.post(link, {"key": str(uuid4())})

    assert Membership.objects.filter(staff_id=greeter.id, role=Role.NIGHT_HOST).exists()


def test_a_manager_invites_and_takes_back(signed_in, manager):
    client = signed_in(manager)
    page = client.post("/account/team/invite/", {"role": "greeter", "lasts": "90", "key": str(uuid4())})
    link = page.context["link"].removeprefix("http://testserver")
    assert page.headers["Cache-Control"] == "no-store"
    assert client.get("/account/team/").status_code == 200

    invitation = Invitation.objects.get()
    client.post(f"/account/team/invitations/{invitation.id}/revoke/", {"key": str(uuid4())})

    client.logout()
    assert client.get(link).status_code == 404
