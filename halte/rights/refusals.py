"""Why a text of the guide is not taken, approved or marked."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


class NotYourText(Refusal):
    """A translator writes and approves translations; what they translate is an editor's."""

    code = "rights.not_your_text"
    message = _("This is the original text: an editor writes and approves it.")
    status = 403


class WriterApproves(Refusal):
    """Two people stand behind a legal text."""

    code = "rights.writer_approves"
    message = _("You wrote this text: somebody else approves it.")


class OnlyTranslatorsSign(Refusal):
    """Whoever takes the label off a translation answers for it."""

    code = "rights.only_translators_sign"
    message = _("A translator signs a translation.")
    status = 403


class AlreadySigned(Refusal):
    """A translator stands behind it."""

    code = "rights.already_signed"
    message = _("A translator has approved this page already.")


class NotUpToDate(Refusal):
    """Part of it follows what its original said before."""

    code = "rights.not_up_to_date"
    message = _("Part of this page follows an older original: bring it up to date first.")


class ReadOther(Refusal):
    """Somebody signs what they read, and nothing else."""

    code = "rights.read_other"
    message = _("A text of this page changed since you opened it: read it again.")


class NothingNew(Refusal):
    """The same words stand there already."""

    code = "rights.nothing_new"
    message = _("These words stand there already.")


class NotInReview(Refusal):
    """It was approved or replaced before."""

    code = "rights.not_in_review"
    message = _("This text is not in review any more: open the page again.")


class TextRefused(Refusal):
    """A text that could mislead whoever reads it."""

    code = "rights.text_refused"
    message = _("%(why)s")
    status = 422

    def __init__(self, why: object) -> None:
        super().__init__(why=why)


class NoSuchArticle(Refusal):
    """No statement rests on it."""

    code = "rights.no_such_article"
    message = _("No statement of the guide rests on this article.")
    status = 422


class LastDayMissing(Refusal):
    """Legal text is shown until a day."""

    code = "rights.last_day_missing"
    message = _("Say until when it may be shown: this rests on a law, or ends on a day.")
    status = 422


class LastDayNotInReach(Refusal):
    """The new last day is over, or too far."""

    code = "rights.last_day_not_in_reach"
    message = _("The last day lies after today, and at most two years ahead.")
    status = 422


class CheckerConfirms(Refusal):
    """Two people stand behind what rests on a law."""

    code = "rights.checker_confirms"
    message = _("You looked at this yourself: somebody else confirms it.")


class CheckGone(Refusal):
    """The law, the words or the day changed since."""

    code = "rights.check_gone"
    message = _("The law or the words changed since, or it was confirmed before: look at the statement again.")


class ManyMarks(Refusal):
    """So much was said today that more would drown it."""

    code = "rights.many_marks"
    message = _("Many readers said something today. Tell it to us at the desk.")
    status = 429


class ManyQuestions(Refusal):
    """So many questions came today that nobody could read more."""

    code = "rights.many_questions"
    message = _("Many questions came today. Ask us at the desk, or ask again tomorrow.")
    status = 429


class StandsThere(Refusal):
    """There is nothing before the first, and nothing after the last."""

    code = "rights.stands_there"
    message = _("It stands there already: nothing comes before or after it.")


class NoSuchStatement(Refusal):
    """The page has no such statement any more."""

    code = "rights.no_such_statement"
    message = _("The page changed since. Open it again.")
    status = 404


class QuestionGone(Refusal):
    """It was forgotten meanwhile."""

    code = "rights.question_gone"
    message = _("There is no such question any more.")
    status = 404


class XliffRefused(Refusal):
    """A translator's file cannot be taken. Nothing of it was."""

    code = "rights.xliff_refused"
    message = _("%(where)s: %(why)s")
    status = 422

    def __init__(self, *, where: str, why: object) -> None:
        super().__init__(where=where[:80], why=why)
