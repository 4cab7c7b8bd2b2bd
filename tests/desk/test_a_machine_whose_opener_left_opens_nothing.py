"""When the role of whoever opened the machine in the hall ends, it opens nothing, and is no ordinary browser either."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override

from halte.accounts.actions import register_device
from halte.accounts.models import Device, DeviceKind, Membership
from halte.accounts.roles import Role
from halte.common import languages
from halte.desk.kiosk import doors
from tests.pages import signed_in

ADDRESSES = ("/kiosk/", "/kiosk/things/", "/guide/", "/desk/", "/account/login/", "/say/", "/api/v1/inside")


@pytest.fixture
def left_behind(kiosk, manager):
    """The machine goes on standing in the hall; the manager's role ran out yesterday."""
    Membership.objects.filter(staff=manager.id).update(until=timezone.localdate() - timedelta(days=1))
    return kiosk


def test_every_address_says_in_every_language_to_ask_at_a_desk(left_behind):
    for address in ADDRESSES:
        for answer in (left_behind.get(address), left_behind.post(address, {"key": uuid4()})):
            page = answer.content.decode()
            assert answer.status_code == 403, address
            assert answer.headers["Cache-Control"] == "no-store"
            assert not answer.cookies
            for language in languages.ALL:
                with override(language.code):
                    assert gettext("Ask at a desk") in page, language.code
            assert "<form" not in page
            assert "<a " not in page


def test_without_the_guard_somebody_could_sign_in_there(left_behind, monkeypatch):
    monkeypatch.setattr(doors, "_is_closed", lambda request: False)

    assert left_behind.get("/account/login/").status_code == 200


def test_another_manager_switches_it_off_and_it_is_an_ordinary_machine_again(left_behind, staff_at, calais):
    browser = signed_in(staff_at(calais, Role.MANAGER))
    device = Device.objects.get(kind=DeviceKind.KIOSK)
    assert device.label in browser.get("/account/devices/").content.decode()

    browser.post(f"/account/devices/{device.id}/revoke/", {"key": uuid4()})

    assert left_behind.get("/account/login/").status_code == 200


def test_a_program_whose_maker_left_is_no_machine_in_the_hall(client, manager, now, a_key):
    _device, token = register_device(actor=manager, label="P", kind=DeviceKind.API, roles=[], at=now, key=a_key())
    client.cookies[doors.COOKIE] = token
    Membership.objects.filter(staff=manager.id).update(until=timezone.localdate() - timedelta(days=1))

    assert client.get("/account/login/").status_code == 200
