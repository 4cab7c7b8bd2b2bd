"""Who asks: finds the Actor of a request, from the session or from a device's token."""

import hashlib

from django.http import HttpRequest
from django.utils import timezone

from halte.accounts.actor import Actor
from halte.accounts.models import Device, Membership, Staff
from halte.accounts.roles import Role

SITE_KEY = "site"
"""Where the session keeps the code of the site that a person chose to work at."""


def actor_of(request: HttpRequest) -> Actor | None:
    """Who asks: the signed-in person at the site they chose, or nobody."""
    user = request.user
    if not isinstance(user, Staff):
        return None
    valid = list(Membership.objects.filter(staff=user.pk).valid_on(timezone.localdate()).select_related("site"))
    if not valid:
        return None
    chosen = request.session.get(SITE_KEY)
    site = next((row.site for row in valid if row.site.code == chosen), valid[0].site)
    roles = frozenset(Role(row.role) for row in valid if row.site_id == site.id)
    return Actor(id=user.pk, site=site, roles=roles, called=user.called)


def device_of(token: str) -> Actor | None:
    """The device that holds a token, or nobody."""
    digest = hashlib.sha256(token.encode()).digest()
    device = Device.objects.filter(token_hash=digest, revoked_at__isnull=True).select_related("site").first()
    if device is None:
        return None
    roles = frozenset(Role(role) for role in device.roles)
    return Actor(id=device.id, site=device.site, roles=roles, device=device.id, called=device.label)
