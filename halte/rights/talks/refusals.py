"""Why something about a talk is refused."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


class NotYourTalk(Refusal):
    """Whoever offered a talk withdraws it, signs its sheet and answers."""

    code = "rights.not_your_talk"
    message = _("Somebody else offered this talk.")
    status = 403


class InThePast(Refusal):
    """A talk lies ahead."""

    code = "rights.talk_in_the_past"
    message = _("This moment is over. Choose one that lies ahead.")
    status = 422


class NoSuchMatter(Refusal):
    """The guide has no such topic."""

    code = "rights.no_such_matter"
    message = _("The guide has no such topic.")
    status = 422


class AnsweredAlready(Refusal):
    """The house answered, or it was withdrawn."""

    code = "rights.talk_answered_already"
    message = _("This talk was answered or withdrawn before. Open the page again.")


class TalkOver(Refusal):
    """It is over, or will not be."""

    code = "rights.talk_over"
    message = _("This talk is over, or will not take place.")


class NothingStated(Refusal):
    """A fact sheet without a statement."""

    code = "rights.nothing_stated"
    message = _("Write at least one statement with its source before you sign.")
    status = 422


class UnknownMissing(Refusal):
    """A fact sheet that says nothing of what is not known."""

    code = "rights.unknown_missing"
    message = _("Say what is not known. Guests trust a sheet that says so.")
    status = 422


class SheetSigned(Refusal):
    """What is signed stands."""

    code = "rights.sheet_signed"
    message = _("This sheet is signed and stands as it is. Write a new version.")


class NotAsked(Refusal):
    """The question is not open any more."""

    code = "rights.question_gone"
    message = _("This question was dealt with before. Open the page again.")


class ManyQuestions(Refusal):
    """So many questions that nobody could read them."""

    code = "rights.many_questions"
    message = _("Many questions wait already. Ask us here in the house.")
    status = 429


class NotStarted(Refusal):
    """Heads are counted in the room, not before."""

    code = "rights.talk_not_started"
    message = _("The talk has not begun: there is nobody to count yet.")
