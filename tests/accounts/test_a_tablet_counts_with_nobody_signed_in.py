"""A tablet that a lead opened counts with nobody signed in, and opens nothing else."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from halte.accounts import actions, roles
from halte.accounts.actor import Actor
from halte.accounts.asking import TABLET_COOKIE, bearer_of
from halte.accounts.doors import counts_with, needs
from halte.accounts.models import Device, DeviceKind, Staff
from halte.accounts.roles import Role


@counts_with(roles.DESK)
def count(request):
    return HttpResponse(f"{request.actor.called}, {request.actor.site}, {len(request.actor.roles)}")


@needs(roles.DESK)
def panel(request):
    return HttpResponse("A guest")


@pytest.fixture
def token(calais, now, a_key):
    """What an opened tablet keeps."""
    _device, made = actions.register_device(
        actor=Actor.system(calais), label="Door", kind=DeviceKind.TABLET, roles=[], at=now, key=a_key()
    )
    return made


def asks(view, token="", actor=None):
    request = RequestFactory().get("/")
    request.user = Staff.objects.get(pk=actor.id) if actor else AnonymousUser()
    request.session = SessionStore()
    request.COOKIES[TABLET_COOKIE] = token
    return view(request)


def to_sign_in(answer):
    return answer.status_code == 302 and answer.headers["Location"].startswith("/account/login/")


def test_it_counts_as_itself_at_its_own_site_without_a_role(token):
    answer = asks(count, token)

    assert answer.content.decode() == "Door, Calais, 0"


def test_it_opens_no_page_about_a_guest_and_no_program_door(token):
    assert asks(panel, token).headers["Location"] == "/account/tablet/"
    assert bearer_of(RequestFactory().get("/", headers={"Authorization": f"Bearer {token}"})).roles == frozenset()


def test_whoever_is_signed_in_on_it_counts_as_themselves(token, greeter):
    assert asks(count, token, greeter).content.decode() == "Amina, Calais, 1"


def test_whoever_is_signed_in_without_such_a_role_does_not_pass_as_the_tablet(token, treasurer):
    with pytest.raises(PermissionDenied):
        asks(count, token, treasurer)


def test_no_token_a_wrong_one_and_one_switched_off_open_nothing(token):
    assert to_sign_in(asks(count))
    assert to_sign_in(asks(count, "guess"))
    assert asks(count, token).status_code == 200

    Device.objects.update(revoked_at="2026-11-24T18:00Z")

    assert to_sign_in(asks(count, token))


def test_the_token_of_a_program_opens_no_tablet(calais, now, a_key):
    _device, made = actions.register_device(
        actor=Actor.system(calais), label="Program", kind=DeviceKind.API, roles=[Role.GREETER], at=now, key=a_key()
    )

    assert to_sign_in(asks(count, made))
