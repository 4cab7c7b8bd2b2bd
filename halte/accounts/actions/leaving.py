"""Leaving: whoever goes takes nothing along that opens anything."""

from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator

from halte import journal
from halte.accounts import sessions
from halte.accounts.actions.refusals import NotHere, OwnRole
from halte.accounts.actions.roles import check_may_give, close_what_they_made
from halte.accounts.actor import Actor
from halte.accounts.models import Membership, Staff
from halte.accounts.roles import Role
from halte.common.retry import RetryKey


def leave_staff(*, actor: Actor, staff: Staff, at: datetime, key: RetryKey) -> None:
    """A person works here no more. Cannot be taken back: whoever returns is invited anew.

    Keeps:
        One act ends every role here, everything they made here, their badges, and where they work nowhere else the
        whole account: sessions, password, passkeys, one-time codes. What was copied before opens nothing after.

    Raises:
        NotHere: They never worked at this site, or left before.
        OwnRole: It is the actor themself.
        RoleNotYours: They hold a role here that the actor may not end.
    """
    with journal.act(actor=actor, at=at, key=key, kind="accounts.left") as act:
        if staff.id == actor.id:
            raise OwnRole
        here = Membership.objects.seen_by(actor).filter(staff=staff, ended_at__isnull=True)
        roles = [Role(role) for role in here.values_list("role", flat=True)]
        if not roles:
            raise NotHere
        for role in roles:
            check_may_give(actor, role)
        here.update(ended_at=at)
        close_what_they_made(actor, staff.id, at)
        elsewhere = _works_elsewhere(staff, at)
        if not elsewhere:
            _close_account(staff.id)
        act.about(staff=staff.id, roles=len(roles), elsewhere=elsewhere)


def _works_elsewhere(staff: Staff, at: datetime) -> bool:
    """Whether a role at another site still holds, or begins later."""
    rows = Membership.objects.everywhere(because="the account lives on where its owner still works")
    left = rows.filter(staff=staff, ended_at__isnull=True).select_related("site")
    return any(row.until is None or row.until >= row.site.today(at) for row in left)


def _close_account(staff_id: UUID) -> None:
    """The account opens with nothing: no password, no key, no session that runs."""
    account = Staff.objects.get(id=staff_id)
    account.is_active = False
    account.set_unusable_password()
    account.save(update_fields=["is_active", "password"])
    Authenticator.objects.filter(user_id=staff_id).delete()
    sessions.end_all(staff_id)
