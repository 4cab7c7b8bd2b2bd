"""What the store posts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.goods.models import WhyGiven
from halte.web.forms import ActForm

AT_ONCE = 100_000


class Press(ActForm):
    """A button, and the page it stood on."""

    next = forms.ChoiceField(choices=[("", ""), ("choose", "choose")], required=False, widget=forms.HiddenInput)


class Give(Press):
    """What a guest is given, and why: on their own word."""

    variant = forms.UUIDField(error_messages={"required": _("Choose what to give.")})
    quantity = forms.IntegerField(min_value=1, max_value=20, required=False)
    reason = forms.ChoiceField(choices=WhyGiven.choices, required=False)
    lost = forms.BooleanField(required=False)

    def clean_quantity(self) -> int:
        """One, where the button says nothing else."""
        return self.cleaned_data["quantity"] or 1

    @property
    def why(self) -> WhyGiven:
        """First, worn out or lost."""
        if self.cleaned_data["lost"]:
            return WhyGiven.LOST
        return WhyGiven(self.cleaned_data["reason"] or WhyGiven.FIRST)


class Quantity(Press):
    """How many."""

    quantity = forms.IntegerField(
        label=_("How many"),
        min_value=1,
        max_value=AT_ONCE,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class GiveWithoutCard(Quantity):
    """Given to people without a card."""

    lost = forms.BooleanField(label=_("After a loss"), required=False)


class Counted(Press):
    """What lies here, as somebody counted it."""

    quantity = forms.IntegerField(
        label=_("How many lie here"),
        min_value=0,
        max_value=AT_ONCE,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
