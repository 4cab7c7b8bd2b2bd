"""What an outreach team writes down."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.outreach.actions import NeedSeen
from halte.outreach.models import Area, CountedBy, Method, Need
from halte.web.forms import ActForm
from halte.web.inputs import DayInput

MOST = 100_000


class RecordRound(ActForm):
    """One count: when, which side of town, how, by whom, from how many to how many, and one thing that was needed."""

    on = forms.DateField(label=_("Day"), widget=DayInput())
    area = forms.TypedChoiceField(label=_("Which side of town"), choices=Area.choices, coerce=Area)
    low = forms.IntegerField(label=_("At least so many people"), min_value=0, max_value=MOST)
    high = forms.IntegerField(label=_("At most so many people"), min_value=0, max_value=MOST)
    method = forms.TypedChoiceField(label=_("How it was counted"), choices=Method.choices, coerce=Method)
    counted_by = forms.TypedChoiceField(label=_("Who counted"), choices=CountedBy.choices, coerce=CountedBy)
    need = forms.ChoiceField(
        label=_("What is needed most"), choices=[("", _("Nothing said")), *Need.choices], required=False
    )
    need_low = forms.IntegerField(label=_("At least so many of it"), min_value=0, max_value=MOST, required=False)
    need_high = forms.IntegerField(label=_("At most so many of it"), min_value=0, max_value=MOST, required=False)

    def clean(self) -> dict[str, Any]:
        """A need comes with its range, like every count."""
        said: dict[str, Any] = super().clean() or {}
        given = [said.get("need_low"), said.get("need_high")]
        if said.get("need") and None in given:
            self.add_error("need", _("Say from how many to how many."))
        if said.get("low", 0) > said.get("high", MOST):
            self.add_error("high", _("The higher number comes second."))
        return said

    @property
    def needs(self) -> list[NeedSeen]:
        """What was needed, if anything was said."""
        said = self.cleaned_data
        return [NeedSeen(Need(said["need"]), said["need_low"], said["need_high"])] if said["need"] else []
