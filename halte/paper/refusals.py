"""What the paper room refuses, said so that whoever types can act on it."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


class PeriodOpen(Refusal):
    """Lines of other hours are being entered."""

    code = "paper.period_open"
    message = _("Other hours on paper are being entered. Finish them first.")


class PeriodWrong(Refusal):
    """The end is before the beginning, in the future, or too far away."""

    code = "paper.period_wrong"
    message = _("Paper ends after it begins, and not later than now. Look at the two times.")
    status = 422


class PeriodTooLong(Refusal):
    """A period of paper is one outage."""

    code = "paper.period_too_long"
    message = _("These are more than 36 hours. Enter each day by itself.")
    status = 422


class PeriodOver(Refusal):
    """Its lines were all entered."""

    code = "paper.period_over"
    message = _("Nothing is being entered from paper now. Say first from when to when there was no power.")


class ClashesWait(Refusal):
    """A clash waits for a decision."""

    code = "paper.clashes_wait"
    message = _("A line still waits for somebody to decide. Decide it first.")


class DayStands(Refusal):
    """The day was closed: its numbers never change."""

    code = "paper.day_stands"
    message = _("The numbers of that day are closed and stand. This line was not added: keep the sheet.")


class TimeUnreadable(Refusal):
    """Not a time."""

    code = "paper.time_unreadable"
    message = _("Write the time as 1852 or 18:52, only the minutes, or nothing for the time of the line before.")
    status = 422


class TimeOutside(Refusal):
    """A time outside the hours on paper."""

    code = "paper.time_outside"
    message = _("This time lies outside the hours on paper.")
    status = 422


class NumberUnreadable(Refusal):
    """Not a number."""

    code = "paper.number_unreadable"
    message = _("Write a number, such as 20; for t three of them: men, women, children.")
    status = 422


class CodeUnreadable(Refusal):
    """Neither a spoken code nor a card."""

    code = "paper.code_unreadable"
    message = _("This is no code of a card: one of its characters is wrong. Look at the sheet again.")
    status = 422


class BedUnknown(Refusal):
    """No bed has this number."""

    code = "paper.bed_unknown"
    message = _("No bed here has this number. Look at the sheet again.")
    status = 404


class WhoIsMissing(Refusal):
    """Nobody is named: no code, and nobody has the bed."""

    code = "paper.who_is_missing"
    message = _("Write the code of the card, or the number of a bed that somebody has.")
    status = 422


class BedMissing(Refusal):
    """A line of a bed names none."""

    code = "paper.bed_missing"
    message = _("Write the number of the bed, too.")
    status = 422


class NothingToGive(Refusal):
    """This network gives no blankets."""

    code = "paper.nothing_to_give"
    message = _("Blankets are not on the list of goods. Add the usual kinds first.")


class AlreadyDecided(Refusal):
    """Somebody else decided it."""

    code = "paper.already_decided"
    message = _("This was already decided.")


class LineGone(Refusal):
    """The line cannot be taken back any more."""

    code = "paper.line_gone"
    message = _("Somebody decided this line since. Put it right with a new act.")


class NoSuchBed(Refusal):
    """A decision needs a bed."""

    code = "paper.choose_a_bed"
    message = _("Choose a free bed.")
    status = 422
