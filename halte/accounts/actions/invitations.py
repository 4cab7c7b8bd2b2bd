"""Invitations: a link that lets one person take one role."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from halte import journal
from halte.accounts import sessions, standing
from halte.accounts.actions.refusals import InvitationOver, NameTaken, NotHere, RoleHeldAlready
from halte.accounts.actions.roles import VOLUNTEER_DAYS, check_may_give, hold
from halte.accounts.actions.tokens import digest
from halte.accounts.actor import Actor
from halte.accounts.models import Invitation, Membership, Staff
from halte.accounts.roles import Role
from halte.common.refusal import refusing
from halte.common.retry import RetryKey

INVITATION_LASTS = timedelta(days=7)


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
        check_may_give(actor, role)
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
        hold(newcomer, staff, Role(invitation.role), invitation.days, at)
        Invitation.objects.filter(id=invitation.id).update(used_by=staff)
        act.about(role=invitation.role, days=invitation.days)
        act.results(staff=staff.id.hex)
    return staff


def take_role(
    *, staff: Staff, invitation: Invitation, at: datetime, key: RetryKey, pressed_in: str | None = None
) -> Membership:
    """Someone who has an account takes the role that an invitation gives.

    Args:
        pressed_in: The session they press in; every other one of theirs ends.

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
        membership = hold(actor, staff, Role(invitation.role), invitation.days, at)
        sessions.end_all(staff.id, but=pressed_in)
        Invitation.objects.filter(id=invitation.id).update(used_by=staff)
        act.about(role=invitation.role, days=invitation.days)
        act.results(staff=staff.id.hex)
    return membership


@journal.undoes("accounts.invited")
def _take_back_invitation(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    unused = Invitation.objects.seen_by(actor).filter(used_by__isnull=True, revoked_at__isnull=True)
    if not unused.filter(id=results["invitation"]).update(revoked_at=at):
        raise InvitationOver


def _use(invitation: Invitation, at: datetime) -> None:
    """Inside the site's turn, so that two people cannot use one link."""
    usable = Invitation.objects.everywhere(because="whoever holds the link belongs to no site yet")
    unused = usable.filter(id=invitation.id, used_by__isnull=True, revoked_at__isnull=True, expires_at__gt=at)
    if not unused.exists() or not standing.opens(invitation, at):
        raise InvitationOver
