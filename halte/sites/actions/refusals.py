"""Why a site does not change."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


class AlreadyClosed(Refusal):
    """The service is closed today already."""

    code = "sites.already_closed"
    message = _("This is closed today already.")


class NotClosed(Refusal):
    """The service is not closed today."""

    code = "sites.not_closed"
    message = _("This is open already.")


class DaysPast(Refusal):
    """A day to stay closed on lies in the past."""

    code = "sites.days_past"
    message = _("A day that is over cannot be closed any more.")


class RulesChanged(Refusal):
    """Someone else set the rules while this form was open."""

    code = "sites.rules_changed"
    message = _("Somebody changed the rules meanwhile. Look at them again, then change what you want.")


class NothingChanged(Refusal):
    """The new rules are the old ones."""

    code = "sites.nothing_changed"
    message = _("Nothing is different, so nothing was written.")


class RoomElsewhere(Refusal):
    """The room or bed belongs to another site."""

    code = "sites.room_elsewhere"
    message = _("There is no such room here.")
    status = 404


class OpenedJustNow(Refusal):
    """A press in the hall covered the screens, and a colleague has only just opened them again."""

    code = "sites.opened_just_now"
    message = _("The team opened the screens a moment ago.")


class ScreensRest(Refusal):
    """The shutter is down already."""

    code = "sites.screens_rest"
    message = _("All screens rest already.")


class ScreensOpen(Refusal):
    """The shutter is up already."""

    code = "sites.screens_open"
    message = _("The screens are open already.")
