"""Everything that changes who may do what, where and until when."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte import journal
from halte.accounts.actor import SYSTEM, Actor
from halte.accounts.models import Device, DeviceKind, Invitation, Membership, Staff
from halte.accounts.roles import Role, given_by
from halte.common.refusal import Refusal, refusing
from halte.common.retry import RetryKey

VOLUNTEER_DAYS = 90
INVITATION_LASTS = timedelta(days=7)


class RoleHeldAlready(Refusal):
    """The person holds this role here already."""

    code = "accounts.role_held_already"
    message = _("This person already has this role here.")


class RoleNotYours(Refusal):
    """The actor may not give or end this role."""

    code = "accounts.role_not_yours"
    message = _("You cannot give or end this role. Ask a coordinator.")
    status = 403


class OwnRole(Refusal):
    """Nobody ends their own role: a site could be left with no manager by one press."""

    code = "accounts.own_role"
    message = _("You cannot end a role of your own. Ask a colleague.")


class NotHere(Refusal):
    """The role, invitation or device is not of the actor's site, or is over already."""

    code = "accounts.not_here"
    message = _("This has ended already.")


class NameTaken(Refusal):
    """Somebody else signs in with this name."""

    code = "accounts.name_taken"
    message = _("Somebody already signs in with this name. Choose another.")


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
        RoleNotYours: The actor may not give this role.
        RoleHeldAlready: They hold it already.
    """
    with (
        refusing({"one_membership_per_role": RoleHeldAlready}),
        journal.act(actor=actor, at=at, key=key, kind="accounts.role_given") as act,
    ):
        _check_may_give(actor, role)
        membership = _hold(actor, staff, role, days, at)
        act.about(staff=staff.id, role=role.value, days=days)
        act.results(membership=membership.id.hex)
    return membership


def end_role(*, actor: Actor, membership: Membership, at: datetime, key: RetryKey) -> None:
    """A role ends now: the person's next request already finds it gone, and links they sent out open nothing.

    Raises:
        NotHere: It is a role at another site, or has ended.
        OwnRole: It is the actor's own.
        RoleNotYours: The actor may not end this role.
    """
    with journal.act(actor=actor, at=at, key=key, kind="accounts.role_ended") as act:
        if membership.staff_id == actor.id:
            raise OwnRole
        _check_may_give(actor, Role(membership.role))
        here = Membership.objects.seen_by(actor).filter(id=membership.id, ended_at__isnull=True)
        if not here.update(ended_at=at):
            raise NotHere
        _open_invitations_of(actor, membership).update(revoked_at=at)
        act.about(staff=membership.staff_id, role=membership.role)
        act.results(membership=membership.id.hex)


def _open_invitations_of(actor: Actor, membership: Membership) -> Any:
    """Links that this person sent out here: kept for themselves, one would bring them back."""
    unused = Invitation.objects.seen_by(actor).filter(used_by__isnull=True, revoked_at__isnull=True)
    return unused.filter(invited_by=membership.staff_id)


def extend_role(*, actor: Actor, membership: Membership, at: datetime, key: RetryKey) -> None:
    """A role goes on for another 90 days from today.

    Raises:
        NotHere: It is a role at another site, or has ended.
        RoleNotYours: The actor may not give this role.
    """
    with journal.act(actor=actor, at=at, key=key, kind="accounts.role_extended") as act:
        _check_may_give(actor, Role(membership.role))
        until = actor.site.today(at) + timedelta(days=VOLUNTEER_DAYS)
        here = Membership.objects.seen_by(actor).filter(id=membership.id, ended_at__isnull=True)
        if not here.update(until=until):
            raise NotHere
        act.about(staff=membership.staff_id, role=membership.role, days=VOLUNTEER_DAYS)


def invite(
    *, actor: Actor, role: Role, at: datetime, key: RetryKey, days: int | None = VOLUNTEER_DAYS
) -> tuple[Invitation, str]:
    """A link exists that lets one person take one role at the actor's site, for seven days.

    Returns:
        The invitation and the link's secret, which is stored nowhere.

    Raises:
        RoleNotYours: The actor may not give this role.
    """
    token = secrets.token_urlsafe(32)
    with journal.act(actor=actor, at=at, key=key, kind="accounts.invited") as act:
        _check_may_give(actor, role)
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


def revoke_invitation(*, actor: Actor, invitation: Invitation, at: datetime, key: RetryKey) -> None:
    """The link opens nothing from now on.

    Raises:
        NotHere: It was used or taken back, or belongs to another site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="accounts.invitation_revoked") as act:
        unused = Invitation.objects.seen_by(actor).filter(used_by__isnull=True, revoked_at__isnull=True)
        if not unused.filter(id=invitation.id).update(revoked_at=at):
            raise NotHere
        act.about(invitation=invitation.id)


def accept_invitation(
    *, invitation: Invitation, sign_in_name: str, called: str, password: str, language: str, at: datetime, key: RetryKey
) -> Staff:
    """An account exists, with the role that the invitation gives.

    Keeps:
        One invitation, one account: the account takes the invitation's random identifier, so that pressing twice
        makes one. The retry key's body must not hold the password.

    Raises:
        InvitationOver: The link was used, taken back, or is too old.
        NameTaken: Somebody signs in with this name.
    """
    newcomer = Actor(id=invitation.id, site=invitation.site, called=called)
    staff = Staff(id=newcomer.id, sign_in_name=sign_in_name.lower(), called=called, language=language)
    staff.set_password(password)
    with (
        refusing({"one_account_per_sign_in_name": NameTaken}),
        journal.act(actor=newcomer, at=at, key=key, kind="accounts.invitation_accepted") as act,
    ):
        _use(invitation, at)
        staff.save(force_insert=True)
        _hold(newcomer, staff, Role(invitation.role), invitation.days, at)
        Invitation.objects.filter(id=invitation.id).update(used_by=staff)
        act.about(role=invitation.role, days=invitation.days)
        act.results(staff=staff.id.hex)
    return staff


def take_role(*, staff: Staff, invitation: Invitation, at: datetime, key: RetryKey) -> Membership:
    """Someone who has an account takes the role that an invitation gives.

    Raises:
        InvitationOver: The link was used, taken back, or is too old.
        RoleHeldAlready: They hold this role here.
    """
    actor = Actor(id=staff.id, site=invitation.site, called=staff.called)
    with (
        refusing({"one_membership_per_role": RoleHeldAlready}),
        journal.act(actor=actor, at=at, key=key, kind="accounts.invitation_accepted") as act,
    ):
        _use(invitation, at)
        membership = _hold(actor, staff, Role(invitation.role), invitation.days, at)
        Invitation.objects.filter(id=invitation.id).update(used_by=staff)
        act.about(role=invitation.role, days=invitation.days)
        act.results(staff=staff.id.hex)
    return membership


def register_device(
    *, actor: Actor, label: str, kind: DeviceKind, roles: Iterable[Role], at: datetime, key: RetryKey
) -> tuple[Device, str]:
    """A tablet or program of the site gets a token.

    Returns:
        The device and its token, which is stored nowhere.

    Raises:
        RoleNotYours: The actor may not give one of these roles.
    """
    token = secrets.token_urlsafe(32)
    chosen = sorted(roles)
    with journal.act(actor=actor, at=at, key=key, kind="accounts.device_made") as act:
        for role in chosen:
            _check_may_give(actor, role)
        device = Device.objects.create(
            site=actor.site,
            label=label,
            kind=kind,
            roles=[role.value for role in chosen],
            token_hash=digest(token),
            made_at=at,
        )
        act.about(device=device.id)
        act.results(device=device.id.hex)
    return device, token


def revoke_device(*, actor: Actor, device: Device, at: datetime, key: RetryKey) -> None:
    """A token opens nothing from now on.

    Raises:
        NotHere: It was revoked before, or belongs to another site.
    """
    with journal.act(actor=actor, at=at, key=key, kind="accounts.device_revoked") as act:
        if not Device.objects.seen_by(actor).filter(id=device.id, revoked_at__isnull=True).update(revoked_at=at):
            raise NotHere
        act.about(device=device.id)


def set_language(*, staff: Staff, language: str) -> None:
    """Screens speak this language to this person. Their own preference, so no line in the register."""
    staff.language = language
    staff.save(update_fields=["language"])


@journal.undoes("accounts.role_ended")
def _hold_again(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Only for whoever may still give this role: their own may have ended since."""
    ended = Membership.objects.seen_by(actor).filter(id=results["membership"])
    for role in ended.values_list("role", flat=True):
        _check_may_give(actor, Role(role))
    with refusing({"one_membership_per_role": RoleHeldAlready}):
        ended.update(ended_at=None)


@journal.undoes("accounts.role_given")
def _take_back_role(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    Membership.objects.seen_by(actor).filter(id=results["membership"]).update(ended_at=at)


@journal.undoes("accounts.invited")
def _take_back_invitation(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    unused = Invitation.objects.seen_by(actor).filter(used_by__isnull=True, revoked_at__isnull=True)
    if not unused.filter(id=results["invitation"]).update(revoked_at=at):
        raise InvitationOver


def _check_may_give(actor: Actor, role: Role) -> None:
    if actor.id != SYSTEM and role not in given_by(actor.roles):
        raise RoleNotYours


def _hold(actor: Actor, staff: Staff, role: Role, days: int | None, at: datetime) -> Membership:
    today = actor.site.today(at)
    until = today + timedelta(days=days) if days is not None else None
    # A role that ran out still stands in the table, and would be in the way of the new one.
    Membership.objects.seen_by(actor).filter(staff=staff, role=role, ended_at__isnull=True, until__lt=today).update(
        ended_at=at
    )
    membership: Membership = Membership.objects.create(
        site=actor.site, staff=staff, role=role, since=today, until=until
    )
    return membership


def _use(invitation: Invitation, at: datetime) -> None:
    """Inside the site's turn, so that two people cannot use one link."""
    usable = Invitation.objects.everywhere(because="whoever holds the link belongs to no site yet")
    if not usable.filter(id=invitation.id, used_by__isnull=True, revoked_at__isnull=True, expires_at__gt=at).exists():
        raise InvitationOver
