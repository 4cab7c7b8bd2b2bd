"""Everything that changes who may do what, where and until when."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.models import Device, DeviceKind, Invitation, Membership, Staff
from halte.accounts.roles import Role
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey

VOLUNTEER_DAYS = 90
INVITATION_LASTS = timedelta(days=7)


class RoleHeldAlready(Refusal):
    """The person holds this role here already."""

    code = "accounts.role_held_already"
    message = _("This person already has this role here.")


class InvitationOver(Refusal):
    """The link was used, taken back, or is too old."""

    code = "accounts.invitation_over"
    message = _("This invitation does not work any more. Ask for a new one.")
    status = 410


def digest(token: str) -> bytes:
    """What is stored of a token: SHA-256. Tokens have 256 random bits, so no slow hash is needed."""
    return hashlib.sha256(token.encode()).digest()


def give_role(
    *, actor: Actor, staff: Staff, role: Role, at: datetime, key: RetryKey, days: int | None = VOLUNTEER_DAYS
) -> Membership:
    """A person holds a role at the actor's site, for a number of days; volunteers' roles end by themselves.

    Raises:
        RoleHeldAlready: They hold it already.
    """
    with (
        refusing({"one_membership_per_role": RoleHeldAlready}),
        journal.act(actor=actor, at=at, key=key, kind="accounts.role_given") as act,
    ):
        today = actor.site.today(at)
        until = today + timedelta(days=days) if days is not None else None
        membership = Membership.objects.create(site=actor.site, staff=staff, role=role, since=today, until=until)
        act.about(staff=staff.id, role=role.value, days=days)
        act.results(membership=membership.id.hex)
    return membership


def end_role(*, actor: Actor, membership: Membership, at: datetime, key: RetryKey) -> None:
    """A role ends now."""
    with journal.act(actor=actor, at=at, key=key, kind="accounts.role_ended") as act:
        membership.ended_at = at
        membership.save(update_fields=["ended_at"])
        act.about(staff=membership.staff_id, role=membership.role)


def invite(
    *, actor: Actor, role: Role, at: datetime, key: RetryKey, days: int | None = VOLUNTEER_DAYS
) -> tuple[Invitation, str]:
    """A link exists that lets one person make an account with one role at the actor's site, for seven days.

    Returns:
        The invitation and the link's secret, which is stored nowhere.
    """
    token = secrets.token_urlsafe(32)
    with journal.act(actor=actor, at=at, key=key, kind="accounts.invited") as act:
        invitation = Invitation.objects.create(
            site=actor.site,
            token_hash=digest(token),
            role=role,
            days=days,
            invited_by=actor.id,
            expires_at=at + INVITATION_LASTS,
        )
        act.about(role=role.value, days=days)
        act.results(invitation=invitation.id.hex)
    return invitation, token


def register_device(
    *, actor: Actor, label: str, kind: DeviceKind, roles: Iterable[Role], at: datetime, key: RetryKey
) -> tuple[Device, str]:
    """A tablet or program of the site gets a token.

    Returns:
        The device and its token, which is stored nowhere.
    """
    token = secrets.token_urlsafe(32)
    with journal.act(actor=actor, at=at, key=key, kind="accounts.device_made") as act:
        device = Device.objects.create(
            site=actor.site,
            label=label,
            kind=kind,
            roles=sorted(role.value for role in roles),
            token_hash=digest(token),
            made_at=at,
        )
        act.about(device=device.id)
        act.results(device=device.id.hex)
    return device, token


def revoke_device(*, actor: Actor, device: Device, at: datetime, key: RetryKey) -> None:
    """A token opens nothing from now on."""
    with journal.act(actor=actor, at=at, key=key, kind="accounts.device_revoked") as act:
        device.revoked_at = at
        device.save(update_fields=["revoked_at"])
        act.about(device=device.id)
