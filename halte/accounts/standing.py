"""What somebody may still give today: links, devices and badges end with the role of whoever made them."""

from datetime import datetime
from uuid import UUID

from halte.accounts.actor import SYSTEM
from halte.accounts.models import Badge, Device, DeviceKind, Invitation, Membership
from halte.accounts.roles import EVERYONE, LEAD, MANAGE, Role, given_by
from halte.sites.models import Site


def roles_held(staff_id: UUID, site: Site, at: datetime) -> frozenset[Role]:
    """The roles that somebody holds at a site at a moment; none if their account is off."""
    rows = Membership.objects.everywhere(because="asked for one person at one site, by what they made there")
    held = rows.filter(staff=staff_id, site=site, staff__is_active=True).valid_on(site.today(at))
    return frozenset(Role(role) for role in held.values_list("role", flat=True))


def roles_of_device(device: Device, at: datetime) -> frozenset[Role] | None:
    """What a device may do now: what it was made for, as far as its maker may still give it; None when it is off."""
    if device.revoked_at is not None or (device.until is not None and device.until <= at):
        return None
    made_for = frozenset(Role(role) for role in device.roles)
    if device.made_by == SYSTEM:
        return made_for
    maker = roles_held(device.made_by, device.site, at)
    if maker.isdisjoint(LEAD if device.kind == DeviceKind.TABLET else MANAGE):
        return None
    return made_for & given_by(maker)


def opens(invitation: Invitation, at: datetime) -> bool:
    """Whether whoever sent a link may still give its role."""
    return Role(invitation.role) in _given_today(invitation.invited_by, invitation.site, at)


def leads(staff_id: UUID, site: Site, at: datetime) -> bool:
    """Whether somebody leads shifts at a site: only then do the badges they made open anything."""
    return staff_id == SYSTEM or not roles_held(staff_id, site, at).isdisjoint(LEAD)


def badge_lives(badge: Badge, at: datetime) -> bool:
    """Whether a badge that has not run out may still be used: its maker leads here, its owner's account is on."""
    return leads(badge.made_by, badge.site, at) and (badge.staff is None or badge.staff.is_active)


def living_badge(badge_id: UUID, at: datetime) -> Badge | None:
    """A badge by its identifier, while it opens something."""
    living = Badge.objects.everywhere(because="the badge itself says at which site it works").living(at)
    found: Badge | None = living.filter(id=badge_id).select_related("site", "staff").first()
    return found if found is not None and badge_lives(found, at) else None


def _given_today(staff_id: UUID, site: Site, at: datetime) -> frozenset[Role]:
    return EVERYONE if staff_id == SYSTEM else given_by(roles_held(staff_id, site, at))
