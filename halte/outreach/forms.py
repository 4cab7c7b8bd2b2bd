"""What an outreach team writes down."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.outreach.actions import NeedSeen
from halte.outreach.asking import People
from halte.outreach.models import Area, CountedBy, Method, Need
from halte.sites.models import PlaceNeed, Site
from halte.web.forms import ActForm
from halte.web.inputs import ClockInput, DayInput

MOST = 100_000


class AskBeds(ActForm):
    """Beds tonight in a house: how many of whom, what the place must offer, when they are there."""

    house = forms.ChoiceField(label=_("Which house"))
    women = forms.IntegerField(label=_("Women"), min_value=0, max_value=60, initial=0)
    men = forms.IntegerField(label=_("Men"), min_value=0, max_value=60, initial=0)
    children = forms.IntegerField(label=_("Children"), min_value=0, max_value=60, initial=0)
    family = forms.BooleanField(
        label=_("A family: one room"), help_text=_("Children with grown-ups are always one family."), required=False
    )
    arriving = forms.TimeField(label=_("Arriving at"), widget=ClockInput())
    needs = forms.MultipleChoiceField(
        label=_("The place must offer"),
        choices=PlaceNeed.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("What, never why."),
    )

    def __init__(self, *args: Any, houses: Sequence[Site], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._houses = {str(house.id): house for house in houses}
        field = self.fields["house"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(code, house.name) for code, house in self._houses.items()]

    @property
    def chosen(self) -> Site:
        """The house that was chosen; only after `is_valid()`."""
        return self._houses[self.cleaned_data["house"]]

    @property
    def people(self) -> People:
        """Who needs a bed."""
        said = self.cleaned_data
        return People(
            women=said["women"],
            men=said["men"],
            children=said["children"],
            family=said["family"],
            needs=said["needs"],
        )


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
