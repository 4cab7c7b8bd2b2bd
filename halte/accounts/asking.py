"""Who asks: finds the Actor of a request, from the session or from a device's token."""

import hashlib
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from halte.accounts import standing
from halte.accounts.actor import Actor
from halte.accounts.models import Badge, Device, DeviceKind, Membership, Staff
from halte.accounts.roles import Role, with_a_badge

SITE_KEY = "site"
"""Where the session keeps the code of the site that a person chose to work at."""
BADGE_KEY = "badge"
"""Where the session keeps which day badge holds this tablet."""
TABLET_COOKIE = f"{settings.COOKIE_PREFIX}halte_tablet"
"""Where a tablet that a lead opened keeps its token."""


def actor_of(request: HttpRequest) -> Actor | None:
    """Who asks: the signed-in person at the site they chose, with the roles that hold today; or nobody.

    Keeps:
        Roles are read anew for every request, so one that ended opens nothing from the next request on.
        Nobody asks from a screen that is locked: `sessions.limits` leaves it without a person.
    """
    if (badge := badge_asking(request)) is not None:
        return _with_badge(request, badge)
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


def badge_asking(request: HttpRequest) -> Badge | None:
    """The day badge that holds this tablet now, or none.

    Keeps:
        Read anew for every request. A badge works on an opened tablet of its own site only: whoever photographs one
        opens nothing with it at home.
    """
    named = None if is_locked(request) else request.session.get(BADGE_KEY)
    if named is None:
        return None
    badge = standing.living_badge(UUID(named), timezone.now())
    tablet = tablet_of(request)
    return badge if badge and tablet and tablet.site == badge.site else None


def is_locked(request: HttpRequest) -> bool:
    """Whether the screen was locked: whoever held it has to show again who they are."""
    return getattr(request, "locked", False)


def _with_badge(request: HttpRequest, badge: Badge) -> Actor | None:
    tablet = tablet_of(request)
    device = tablet.id if tablet else None
    if badge.staff is None:
        volunteer = frozenset({Role.GREETER})
        return Actor(id=badge.id, site=badge.site, roles=volunteer, device=device, called=called(badge))
    roles = with_a_badge(standing.roles_held(badge.staff.id, badge.site, timezone.now()))
    return (
        Actor(id=badge.staff.id, site=badge.site, roles=roles, device=device, called=called(badge)) if roles else None
    )


def called(badge: Badge) -> str:
    """What a badge is called on screens: as its owner, or by its number."""
    return badge.staff.called if badge.staff else _("Badge %(number)d") % {"number": badge.number}


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


def is_registered(token: str, kind: DeviceKind) -> bool:
    """Whether this is a device of a kind that nobody switched off, whatever its maker may still give."""
    device = _device(token)
    return device is not None and device.kind == kind


def _device(token: str) -> Device | None:
    digest = hashlib.sha256(token.encode()).digest()
    return Device.objects.filter(token_hash=digest, revoked_at__isnull=True).select_related("site").first()


def bearer_of(request: HttpRequest) -> Actor | None:
    """The device whose token stands in `Authorization: Bearer`, or nobody."""
    scheme, _blank, token = request.headers.get("Authorization", "").partition(" ")
    return device_of(token.strip()) if scheme.lower() == "bearer" and token else None
