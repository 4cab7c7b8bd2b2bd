"""Everything that changes who may do what, where and until when."""

from halte.accounts.actions.badges import LASTS_AT_MOST, MadeBadge, end_badge, end_own_badges, forget_badges, make_badge
from halte.accounts.actions.clock import say_clock_is_right
from halte.accounts.actions.devices import open_tablet, register_device, revoke_device
from halte.accounts.actions.forgetting import forget_staff
from halte.accounts.actions.invitations import (
    INVITATION_LASTS,
    accept_invitation,
    invite,
    revoke_invitation,
    take_role,
)
from halte.accounts.actions.leaving import leave_staff
from halte.accounts.actions.refusals import (
    InvitationOver,
    NameTaken,
    NoDeskWork,
    NotHere,
    NotLeading,
    OwnRole,
    RoleHeldAlready,
    RoleNotYours,
)
from halte.accounts.actions.roles import VOLUNTEER_DAYS, end_role, extend_role, give_role, set_language
from halte.accounts.actions.tokens import digest

__all__ = [
    "INVITATION_LASTS",
    "LASTS_AT_MOST",
    "VOLUNTEER_DAYS",
    "InvitationOver",
    "MadeBadge",
    "NameTaken",
    "NoDeskWork",
    "NotHere",
    "NotLeading",
    "OwnRole",
    "RoleHeldAlready",
    "RoleNotYours",
    "accept_invitation",
    "digest",
    "end_badge",
    "end_own_badges",
    "end_role",
    "extend_role",
    "forget_badges",
    "forget_staff",
    "give_role",
    "invite",
    "leave_staff",
    "make_badge",
    "open_tablet",
    "register_device",
    "revoke_device",
    "revoke_invitation",
    "say_clock_is_right",
    "set_language",
    "take_role",
]
