"""What treasurers write down."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.funding import receipts
from halte.funding.actions import PayerNamed
from halte.funding.models import Agreement, Currency, Purpose
from halte.funding.refusals import NotAReceipt
from halte.funding.rules import cents_of
from halte.web.forms import ActForm
from halte.web.inputs import DayInput

PAYERS = 3


class Amount(PlainText):
    """An amount of money as people type it; clean, it is cents."""

    def __init__(self, *, label: Any, help_text: Any = "") -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(label=label, max_length=24, widget=widget, help_text=help_text)

    def clean(self, value: Any) -> Any:
        """The amount in cents."""
        try:
            return cents_of(super().clean(value))
        except ValueError:
            raise ValidationError(_("Write an amount such as 1200 or 1200.50."), code="invalid") from None


def _currency() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=_("Currency"), choices=Currency.choices, coerce=Currency)


class Agree(ActForm):
    """An agreement, and up to three payers with their weights."""

    title = PlainText(label=_("Name of the agreement"), max_length=120)
    currency = _currency()
    amount_cents = Amount(label=_("Amount"))
    starts_on = forms.DateField(label=_("First day"), widget=DayInput())
    ends_on = forms.DateField(label=_("Last day"), widget=DayInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, PAYERS + 1):
            needed = number == 1
            self.fields[f"payer{number}"] = PlainText(
                label=_("Payer %(number)s") % {"number": number}, max_length=80, required=needed
            )
            self.fields[f"weight{number}"] = forms.IntegerField(
                label=_("Part of payer %(number)s") % {"number": number},
                help_text=_("1 and 1 is half each; 75 and 25 is three quarters and one quarter."),
                min_value=1,
                max_value=1_000_000,
                required=needed,
                initial=1 if needed else None,
            )

    @property
    def payers(self) -> list[PayerNamed]:
        """The payers that were named; a missing part counts as one."""
        said = self.cleaned_data
        numbers = [number for number in range(1, PAYERS + 1) if said[f"payer{number}"]]
        return [PayerNamed(said[f"payer{number}"], said[f"weight{number}"] or 1) for number in numbers]


class RecordExpense(ActForm):
    """What was paid, for what, and the proof."""

    what = PlainText(label=_("What was paid for"), max_length=120)
    cents = Amount(label=_("Amount, as on the proof"))
    currency = _currency()
    paid_on = forms.DateField(label=_("Paid on"), widget=DayInput())
    covers_from = forms.DateField(
        label=_("For the time from"),
        help_text=_("When it is for more than one day, such as a rent: each year bears its days."),
        widget=DayInput(),
        required=False,
    )
    covers_until = forms.DateField(label=_("For the time until"), widget=DayInput(), required=False)
    purpose = forms.TypedChoiceField(
        label=_("What it served"), choices=Purpose.choices, coerce=Purpose, widget=forms.RadioSelect
    )
    clause = PlainText(label=_("Clause of the agreement"), max_length=40, required=False)
    proof_reference = PlainText(
        label=_("Reference of the proof"), help_text=_("As written on the invoice or receipt."), max_length=80
    )
    proof = forms.FileField(
        label=_("File of the proof"),
        help_text=_("PDF, PNG or JPEG, at most 1.9 MB. It is kept encrypted; the same file cannot come twice."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/png,image/jpeg"}),
        required=False,
    )

    def clean_proof(self) -> receipts.Sent | None:
        """The file, once its own bytes say what it is."""
        upload = self.cleaned_data["proof"]
        if not upload:
            return None
        try:
            return receipts.sent(upload.read(receipts.AT_MOST + 1))
        except NotAReceipt as refusal:
            raise ValidationError(str(refusal), code="invalid") from None


class ShareExpense(ActForm):
    """Under which agreement."""

    agreement = forms.ModelChoiceField(Agreement.objects.all(), label=_("Shared under"), empty_label=None)

    def __init__(self, *args: Any, agreements: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if agreements is not None:
            cast("forms.ModelChoiceField[Agreement]", self.fields["agreement"]).queryset = agreements


class Correct(ActForm):
    """The right amount, and why."""

    right_cents = Amount(label=_("The right amount"), help_text=_("The whole amount, not the difference."))
    why = PlainText(label=_("Why"), max_length=120)
