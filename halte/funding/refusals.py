"""Why money cannot be written down this way."""

from django.utils.translation import gettext_lazy as _

from halte.common.refusal import Refusal


class AgreementWrong(Refusal):
    """The amount, the days or the payers do not make an agreement."""

    code = "funding.agreement_wrong"
    message = _("An agreement has an amount above zero, ends after it starts, and names payers with weights.")
    status = 422


class AgreementStands(Refusal):
    """The same agreement was written before."""

    code = "funding.agreement_stands"
    message = _("An agreement of this name that starts on this day stands already.")


class PayerTwice(Refusal):
    """The same payer stands twice in an agreement."""

    code = "funding.payer_twice"
    message = _("The same payer stands twice in this agreement.")
    status = 422


class NotAnExpense(Refusal):
    """An expense is above zero and has a proof."""

    code = "funding.not_an_expense"
    message = _("An expense is above zero and names its proof.")
    status = 422


class NotAReceipt(Refusal):
    """The file is not what a proof may be."""

    code = "funding.not_a_receipt"
    message = _("Send a PDF, a PNG or a JPEG of at most 1.9 MB: a photo of the receipt will do.")
    status = 422


class NotPaidYet(Refusal):
    """The day of payment lies in the future."""

    code = "funding.not_paid_yet"
    message = _("This day has not come yet. Write an expense down once it is paid.")
    status = 422


class ProofUsed(Refusal):
    """The same proof stands behind another expense."""

    code = "funding.proof_used"
    message = _("This proof stands behind an expense already. Correct that one instead.")


class SharedAlready(Refusal):
    """The expense was shared before, under this agreement or another."""

    code = "funding.shared_already"
    message = _("This expense is shared already. No cent is paid twice.")


class OutsideThePeriod(Refusal):
    """The expense was paid before the agreement starts or after it ends."""

    code = "funding.outside_the_period"
    message = _("This was paid outside the days of the agreement: %(first)s to %(last)s.")


class AmountUsedUp(Refusal):
    """The agreement has not enough left."""

    code = "funding.amount_used_up"
    message = _("The agreement has less left than this expense.")


class RateMissing(Refusal):
    """No rate is known for that day."""

    code = "funding.rate_missing"
    message = _("No exchange rate is known for that day. Bring Halte up to date, then share this expense.")


class NothingToCorrect(Refusal):
    """The amount stands as it is, or a correction was named."""

    code = "funding.nothing_to_correct"
    message = _("This is the amount that stands already, or not an expense that can be corrected.")
    status = 422


class NotOfThisSite(Refusal):
    """Another site's expense."""

    code = "funding.not_of_this_site"
    message = _("There is no such expense at this site.")
    status = 404
