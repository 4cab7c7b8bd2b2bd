"""What the store posts."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.accounts.actor import Actor
from halte.goods import queries
from halte.goods.models import GivenAt, WhyGiven
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


class Announce(ActForm):
    """How many of what, when and where."""

    variant = forms.ChoiceField(label=_("What"))
    quantity = forms.IntegerField(
        label=_("How many"),
        min_value=1,
        max_value=AT_ONCE,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    time = forms.TimeField(label=_("From"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    place = forms.ChoiceField(label=_("Where"), choices=GivenAt.choices)

    def __init__(self, *args: Any, actor: Actor, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.at = actor, at
        lying = [(here.kind, size) for here in queries.stock(actor, at) for size in here.sizes if size.free > 0]
        self.sizes = {str(size.variant.id): size.variant for _kind, size in lying}
        choices = [(str(size.variant.id), f"{size.variant.name} ({size.free})") for _kind, size in lying]
        cast("forms.ChoiceField", self.fields["variant"]).choices = choices

    def clean(self) -> dict[str, Any]:
        """The row of the size, and the moment today on the site's clock."""
        said: dict[str, Any] = super().clean() or {}
        said["variant"] = self.sizes.get(said.get("variant", ""))
        if said.get("time"):
            site = self.actor.site
            said["starts_at"] = datetime.combine(site.today(self.at), said["time"], site.zone)
        return said


class TakeNumber(ActForm):
    """The next number; with the guest whose panel is open, if one is."""

    guest = forms.UUIDField(required=False, widget=forms.HiddenInput)


class GiveForNumber(TakeNumber):
    """The number that somebody shows."""

    number = forms.IntegerField(
        label=_("Number"),
        min_value=1,
        max_value=AT_ONCE,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
