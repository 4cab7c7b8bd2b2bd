"""Devices: a token shown once, kept as a hash, switched off with one press."""

from uuid import uuid4

from django.test import RequestFactory

from halte.accounts import actions
from halte.accounts.asking import bearer_of
from halte.accounts.models import Device, DeviceKind
from halte.accounts.roles import Role


def asks_with(token):
    return RequestFactory().get("/", headers={"Authorization": f"Bearer {token}"})


def test_a_manager_registers_a_device_and_its_token_acts_for_the_site(signed_in, manager):
    client = signed_in(manager)

    page = client.post(
        "/account/devices/", {"label": "Tablet 3", "kind": "tablet", "roles": ["greeter"], "key": str(uuid4())}
    )

    token = page.context["token"]
    device = Device.objects.get()
    actor = bearer_of(asks_with(token))
    assert token not in str(Device.objects.values())
    assert (actor.id, actor.device, actor.site, actor.roles) == (
        device.id,
        device.id,
        manager.site,
        frozenset({Role.GREETER}),
    )


def test_a_device_that_is_switched_off_opens_nothing(signed_in, manager, now, a_key):
    device, token = actions.register_device(
        actor=manager, label="Tablet", kind=DeviceKind.TABLET, roles=[Role.GREETER], at=now, key=a_key()
    )

    signed_in(manager).post(f"/account/devices/{device.id}/revoke/", {"key": str(uuid4())})

    assert bearer_of(asks_with(token)) is None


def test_a_wrong_token_or_none_is_nobody(db):
    assert bearer_of(asks_with("guess")) is None
    assert bearer_of(asks_with("")) is None
    assert bearer_of(RequestFactory().get("/")) is None


def test_another_sites_device_is_not_found(signed_in, manager, elsewhere, now, a_key):
    device, _token = actions.register_device(
        actor=elsewhere, label="Tablet", kind=DeviceKind.TABLET, roles=[Role.GREETER], at=now, key=a_key()
    )

    answer = signed_in(manager).post(f"/account/devices/{device.id}/revoke/", {"key": str(uuid4())})

    assert answer.status_code == 404
