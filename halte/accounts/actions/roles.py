"""Who may do what, where and until when."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from halte import journal
from halte.accounts import sessions, standing
from halte.accounts.actions.refusals import NotHere, OwnRole, RoleHeldAlready, RoleNotYours
from halte.accounts.actor import SYSTEM, Actor
from halte.accounts.models import Badge, Device, DeviceKind, Invitation, Membership, Staff
from halte.accounts.roles import LEAD, MANAGE, Role, given_by, with_a_badge
from halte.common.refusal import refusing
from halte.common.retry import RetryKey

VOLUNTEER_DAYS = 90


def give_role(
    *, actor: Actor, staff: Staff, role: Role, at: datetime, key: RetryKey, days: int | None = VOLUNTEER_DAYS
) -> Membership:
    """A person holds a role at the actor's site, for a number of days; volunteers' roles end by themselves.

    Keeps:
        Whoever may do something else than a moment ago signs in again, on every screen; so it is when a role ends.

    Raises:
        RoleNotYours: The actor may not give this role.
        RoleHeldAlready: They hold it already.
    """
    with (
        refusing({"one_membership_per_role": RoleHeldAlready}),
        journal.act(actor=actor, at=at, key=key, kind="accounts.role_given") as act,
    ):
        check_may_give(actor, role)
        membership = hold(actor, staff, role, days, at)
        sessions.end_all(staff.id)
        act.about(staff=staff.id, role=role.value, days=days)
        act.results(membership=membership.id.hex)
    return membership


def end_role(*, actor: Actor, membership: Membership, at: datetime, key: RetryKey) -> None:
    """A role ends now: the person's next request already finds it gone.

    Keeps:
        Links they sent out open nothing. Devices and badges they made end with the last role that let them make such.

    Raises:
        NotHere: It is a role at another site, or has ended.
        OwnRole: It is the actor's own.
        RoleNotYours: The actor may not end this role.
    """
    with journal.act(actor=actor, at=at, key=key, kind="accounts.role_ended") as act:
        if membership.staff_id == actor.id:
            raise OwnRole
        check_may_give(actor, Role(membership.role))
        here = Membership.objects.seen_by(actor).filter(id=membership.id, ended_at__isnull=True)
        if not here.update(ended_at=at):
            raise NotHere
        close_what_they_made(actor, membership.staff_id, at)
        sessions.end_all(membership.staff_id)
        act.about(staff=membership.staff_id, role=membership.role)
        act.results(membership=membership.id.hex)


def extend_role(*, actor: Actor, membership: Membership, at: datetime, key: RetryKey) -> None:
    """A role goes on for another 90 days from today.

    Raises:
        NotHere: It is a role at another site, or has ended.
        RoleNotYours: The actor may not give this role.
    """
    with journal.act(actor=actor, at=at, key=key, kind="accounts.role_extended") as act:
        check_may_give(actor, Role(membership.role))
        until = actor.site.today(at) + timedelta(days=VOLUNTEER_DAYS)
        here = Membership.objects.seen_by(actor).filter(id=membership.id, ended_at__isnull=True)
        if not here.update(until=until):
            raise NotHere
        act.about(staff=membership.staff_id, role=membership.role, days=VOLUNTEER_DAYS)


def set_language(*, staff: Staff, language: str) -> None:
    """Screens speak this language to this person. Their own preference, so no line in the register."""
    staff.language = language
    staff.save(update_fields=["language"])


@journal.undoes("accounts.role_ended")
def _hold_again(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Only for whoever may still give this role: their own may have ended since."""
    ended = Membership.objects.seen_by(actor).filter(id=results["membership"])
    for staff_id, role in ended.values_list("staff", "role"):
        check_may_give(actor, Role(role))
        sessions.end_all(staff_id)
    with refusing({"one_membership_per_role": RoleHeldAlready}):
        ended.update(ended_at=None)


@journal.undoes("accounts.role_given")
def _take_back_role(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    taken = Membership.objects.seen_by(actor).filter(id=results["membership"])
    taken.update(ended_at=at)
    for staff_id in taken.values_list("staff", flat=True):
        sessions.end_all(staff_id)


def close_what_they_made(actor: Actor, staff_id: UUID, at: datetime) -> None:
    """Inside an act that took a role: nothing that this person made here opens more than they may give now.

    Every request asks so too (`standing`), which is what holds when a role runs out by its date. Written down here as
    well, so that nothing lives again when a role is given back.
    """
    sent = Invitation.objects.seen_by(actor).filter(invited_by=staff_id, used_by__isnull=True, revoked_at__isnull=True)
    sent.update(revoked_at=at)
    left = standing.roles_held(staff_id, actor.site, at)
    devices = Device.objects.seen_by(actor).filter(made_by=staff_id, revoked_at__isnull=True)
    if left.isdisjoint(MANAGE):
        devices.filter(kind=DeviceKind.API).update(revoked_at=at)
    badges = Badge.objects.seen_by(actor).filter(ended_at__isnull=True)
    if left.isdisjoint(LEAD):
        devices.filter(kind=DeviceKind.TABLET).update(revoked_at=at)
        badges.filter(made_by=staff_id).update(ended_at=at)
    if not with_a_badge(left):
        badges.filter(staff=staff_id).update(ended_at=at)


def check_may_give(actor: Actor, role: Role) -> None:
    """Whoever may not give a role may not end it either, nor hand it to a device.

    Raises:
        RoleNotYours: The actor's own roles do not give it.
    """
    if actor.id != SYSTEM and role not in given_by(actor.roles):
        raise RoleNotYours


def hold(actor: Actor, staff: Staff, role: Role, days: int | None, at: datetime) -> Membership:
    """Write the role down, inside an act that was allowed.

    Raises:
        The database: They hold it already (`one_membership_per_role`).
    """
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
