"""Why an act about accounts, links, devices and badges was refused."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


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
    """The role, invitation, device or badge is not of the actor's site, or is over already."""

    code = "accounts.not_here"
    message = _("This has ended already.")


class NameTaken(Refusal):
    """Somebody else signs in with this name."""

    code = "accounts.name_taken"
    message = _("Somebody already signs in with this name. Choose another.")


class InvitationOver(Refusal):
    """The link was used, taken back, or is too old; or whoever sent it may not give the role any more."""

    code = "accounts.invitation_over"
    message = _("This invitation does not work any more. Ask for a new one.")
    status = 410


class NotLeading(Refusal):
    """Tablets are opened and badges made by whoever leads the shift."""

    code = "accounts.not_leading"
    message = _("Whoever leads the shift does this: a night host, a manager or a coordinator.")
    status = 403


class NoDeskWork(Refusal):
    """The person has no role at this site that a badge could stand for."""

    code = "accounts.no_desk_work"
    message = _("This person has no work at a desk here today.")
