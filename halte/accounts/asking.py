"""Who asks: finds the Actor of a request, from the session or from a device's token."""

import hashlib

from django.http import HttpRequest
from django.utils import timezone

from halte.accounts import standing
from halte.accounts.actor import Actor
from halte.accounts.models import Device, DeviceKind, Membership, Staff
from halte.accounts.roles import Role

SITE_KEY = "site"
"""Where the session keeps the code of the site that a person chose to work at."""
TABLET_COOKIE = "halte_tablet"
"""Where a tablet that a lead opened keeps its token."""


def actor_of(request: HttpRequest) -> Actor | None:
    """Who asks: the signed-in person at the site they chose, with the roles that hold today; or nobody.

    Keeps:
        Roles are read anew for every request, so one that ended opens nothing from the next request on.
    """
    user = request.user
    if not isinstance(user, Staff) or not user.is_active:
        return None
    valid = memberships_now(user)
    if not valid:
        return None
    chosen = request.session.get(SITE_KEY)
    site = next((row.site for row in valid if row.site.code == chosen), valid[0].site)
    roles = frozenset(Role(row.role) for row in valid if row.site_id == site.id)
    return Actor(id=user.pk, site=site, roles=roles, called=user.called)


def memberships_now(staff: Staff) -> list[Membership]:
    """Where someone works today, the site they have belonged to longest first."""
    rows = Membership.objects.everywhere(because="a person may work at several sites").filter(staff=staff)
    return list(rows.valid_on(timezone.localdate()).select_related("site").order_by("since", "site__name", "id"))


def device_of(token: str) -> Actor | None:
    """The device that holds a token, with what its maker may still give; or nobody."""
    device = _device(token)
    roles = standing.roles_of_device(device, timezone.now()) if device else None
    if device is None or roles is None:
        return None
    return Actor(id=device.id, site=device.site, roles=roles, device=device.id, called=device.label)


def tablet_of(request: HttpRequest) -> Actor | None:
    """The tablet of the house that a lead opened and that asks now, or nobody.

    Keeps:
        Without any role: a tablet with nobody signed in counts, and shows nobody.
    """
    token = request.COOKIES.get(TABLET_COOKIE, "")
    tablet = _device(token) if token else None
    if tablet is None or tablet.kind != DeviceKind.TABLET or standing.roles_of_device(tablet, timezone.now()) is None:
        return None
    return Actor(id=tablet.id, site=tablet.site, device=tablet.id, called=tablet.label)


def _device(token: str) -> Device | None:
    digest = hashlib.sha256(token.encode()).digest()
    return Device.objects.filter(token_hash=digest, revoked_at__isnull=True).select_related("site").first()


def bearer_of(request: HttpRequest) -> Actor | None:
    """The device whose token stands in `Authorization: Bearer`, or nobody."""
    scheme, _blank, token = request.headers.get("Authorization", "").partition(" ")
    return device_of(token.strip()) if scheme.lower() == "bearer" and token else None
