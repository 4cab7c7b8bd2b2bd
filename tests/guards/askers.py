"""Who knocks at the doors: nobody, a colleague of each role, one without any role, and devices."""

from datetime import date
from typing import Any
from uuid import uuid4

from allauth.mfa.models import Authenticator
from django.test import Client

from halte.accounts import actions
from halte.accounts.actor import Actor
from halte.accounts.asking import TABLET_COOKIE
from halte.accounts.models import DeviceKind, Membership, Staff
from halte.accounts.roles import Role
from halte.common.retry import RetryKey
from halte.sites.models import Site

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def colleague(site: Site, *roles: Role) -> Staff:
    """Someone who works at a site, with their second key set up and a usable password."""
    name = f"asker-{uuid4().hex[:10]}"
    staff = Staff.objects.create(sign_in_name=name, called="Asker", password="argon2$never", language="en")
    Authenticator.objects.create(user=staff, type=Authenticator.Type.TOTP, data={})
    for role in roles:
        Membership.objects.create(site=site, staff=staff, role=role, since=date(2026, 1, 1))
    return staff


def browser(site: Site, *roles: Role, **options: Any) -> Client:
    """A browser in which such a person is signed in."""
    client = Client(**options)
    client.force_login(colleague(site, *roles), backend=BACKEND)
    return client


def program(site: Site, *roles: Role, now: Any) -> dict[str, str]:
    """The headers of a program that holds a device's token with these roles."""
    _device, token = actions.register_device(
        actor=Actor.system(site), label="Program", kind=DeviceKind.API, roles=roles, at=now, key=RetryKey.new()
    )
    return {"Authorization": f"Bearer {token}", "Idempotency-Key": str(uuid4())}


def open_tablet(site: Site, *, now: Any) -> Client:
    """A tablet of the house that a lead opened, with nobody signed in."""
    _device, token = actions.register_device(
        actor=Actor.system(site), label="Tablet", kind=DeviceKind.TABLET, roles=[], at=now, key=RetryKey.new()
    )
    client = Client()
    client.cookies[TABLET_COOKIE] = token
    return client


def ask(client: Client, method: str, url: str, headers: Any = None, data: Any = None) -> Any:
    """Make a request; without a method, the first of GET and POST that the page takes."""
    if method:
        body = {} if data is None else data
        return client.generic(method, url, _json(body), content_type="application/json", headers=headers)
    response = client.get(url, headers=headers)
    return client.post(url, data or {}, headers=headers) if response.status_code == 405 else response


def _json(body: Any) -> str:
    import json

    return json.dumps(body, default=str)
