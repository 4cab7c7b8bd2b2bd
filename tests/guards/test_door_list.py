"""The door list: every address, asked by every role and by nobody, opens to those it names and to nobody else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver

from halte.accounts.models import Membership
from halte.accounts.roles import EVERYONE, Role
from halte.config.api import api
from tests.guards.addresses import Address, addresses
from tests.guards.askers import ask, browser, open_tablet, program

pytestmark = pytest.mark.one_database

LIST = Path(__file__).with_name("doors.toml")
DOORS: dict[str, Any] = tomllib.loads(LIST.read_text())
OPEN, STAFF, TABLET = "everyone", "staff", "tablet"


def pages() -> list[Address]:
    return [address for address in addresses() if not address.is_api]


def operations() -> list[Address]:
    return [address for address in addresses() if address.is_api]


def written(door: Any) -> str:
    """A door as it is written in the list."""
    if isinstance(door, str):
        return f'"{door}"'
    if frozenset(door) == EVERYONE:
        return '"every role"'
    return "[" + ", ".join(f'"{one}"' for one in [*Role, TABLET] if one in door) + "]"


def listed(name: str) -> frozenset[str] | str:
    """Who may open an address, as somebody reviewed it."""
    door = DOORS[name]
    if door == "every role":
        return EVERYONE
    return door if isinstance(door, str) else frozenset(one if one == TABLET else Role(one) for one in door)


@pytest.mark.parametrize("address", addresses(), ids=str)
def test_every_address_stands_in_the_reviewed_list(address):
    assert address.door is not None, (
        f"{address.name} ({address.route}) has no door: put @needs(...), @needs_signing_in, @open_to_all or "
        "@program_needs(...) on its view."
    )
    line = f'"{address.name}" = {written(address.door)}'
    assert address.name in DOORS, f"Nobody reviewed who may open this. Add to tests/guards/doors.toml: {line}"
    assert listed(address.name) == address.door, f"The door changed. If that is right, write: {line}"


def test_the_list_names_no_address_that_is_gone():
    assert set(DOORS) - {address.name for address in addresses()} == set()


@pytest.mark.parametrize("address", pages(), ids=str)
def test_a_page_opens_to_those_it_names_and_to_nobody_else(address, calais):
    door = address.door
    url = address.url()
    nobody = ask(Client(), "", url)
    if door == OPEN:
        assert not to_sign_in(nobody) or address.name in LEADS_TO_SIGN_IN
        assert nobody.status_code != 403
        return
    assert to_sign_in(nobody), f"nobody: {nobody.status_code}"

    client = browser(calais, Role.GREETER)
    for role in Role:
        Membership.objects.update(role=role)
        answer = ask(client, "", url)
        if door == STAFF or role in door:
            assert opened(answer, address), f"{role}: {answer.status_code}"
        else:
            assert answer.status_code == 403, f"{role}: {answer.status_code}"


@pytest.mark.parametrize("address", pages(), ids=str)
def test_a_tablet_with_nobody_signed_in_counts_and_opens_nothing_else(address, calais, now):
    answer = ask(open_tablet(calais, now=now), "", address.url())

    if address.door == OPEN:
        assert answer.status_code != 403
    elif TABLET in address.door:
        assert opened(answer, address), answer.status_code
    else:
        assert (answer.status_code, answer.headers["Location"]) == (302, "/account/tablet/")


@pytest.mark.parametrize("address", pages(), ids=str)
def test_whoever_has_no_role_sees_their_own_account_only(address, calais):
    answer = ask(browser(calais), "", address.url())

    if address.door in {OPEN, STAFF}:
        assert answer.status_code != 403
    else:
        assert (answer.status_code, answer.headers["Location"]) == (302, "/account/")


@pytest.mark.parametrize("address", pages(), ids=str)
def test_no_page_takes_a_press_from_another_website(address, calais):
    client = browser(calais, *Role, enforce_csrf_checks=True)

    assert client.post(address.url(), {}).status_code in {403, 405}


@pytest.mark.parametrize("address", operations(), ids=str)
def test_an_operation_opens_to_devices_with_its_roles_and_to_nobody_else(address, calais, now):
    url = address.url()
    nobody = ask(Client(), address.method, url)
    if address.door == OPEN:
        assert nobody.status_code not in {401, 403}
        return
    assert nobody.status_code == 401
    signed_in = ask(browser(calais, *Role), address.method, url)
    assert signed_in.status_code == 401, "a browser's session must not open the API"

    for role in Role:
        answer = ask(Client(), address.method, url, headers=program(calais, role, now=now))
        # What is asked is read before who asks, so an empty request may be 422 to both.
        expected = {403, 422} if role not in address.door else {200, 201, 404, 409, 422}
        assert answer.status_code in expected, f"{role}: {answer.status_code}"


def test_the_api_has_no_other_address_than_its_operations_and_their_description():
    resolver = next(one for one in get_resolver().url_patterns if getattr(one, "namespace", None) == "api")
    named = {
        operation.view_func.__name__
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in view.operations
    }
    assert {pattern.name for pattern in resolver.url_patterns} - named == {"api-root", "openapi-json"}


def test_every_operation_has_an_id_of_its_own():
    ids = [
        operation.operation_id
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in view.operations
    ]
    assert {one for one in ids if ids.count(one) > 1} == set()


LEADS_TO_SIGN_IN = {
    "account_logout",
    "accounts:badge",
    "accounts:digits",
    "accounts:give_back",
    "accounts:lock",
    "accounts:scan_badge",
    "accounts:tablet",
    "desk:front_door",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "accounts:invitation",
}
"""Open to all, and nothing to see there but the way to sign in."""


def to_sign_in(answer: Any) -> bool:
    return answer.status_code == 302 and answer.headers["Location"].startswith("/account/login/")


def opened(answer: Any, address: Address) -> bool:
    """Whether somebody came in: a made-up row is not found, everything else answers as it should."""
    if to_sign_in(answer) or answer.status_code == 403:
        return address.name in LEADS_TO_SIGN_IN
    return answer.status_code < 500
