"""What a manager writes about the house for guests."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.rights.models import LANGUAGES, PlaceKind
from halte.rights.places.actions import Told
from halte.rights.places.rules import WalkWrong, read_walk
from halte.web.forms import ActForm


class PublishPlace(ActForm):
    """What guests read of the house."""

    name = PlainText(label=_("Name"), max_length=80)
    kind = forms.ChoiceField(label=_("What it is"), choices=PlaceKind.choices)
    protected = forms.BooleanField(
        label=_("The address is secret"),
        required=False,
        help_text=_("Nothing of where it is leaves this page: guests read the number to call."),
    )
    phone = forms.RegexField(r"^\+?[\d .]{2,19}$", label=_("Number to call"), required=False)
    address = PlainText(label=_("Street and number"), max_length=160, required=False)
    postal_code = PlainText(label=_("Postal code"), max_length=12, required=False)
    town = PlainText(label=_("Town"), max_length=80, required=False)
    latitude = forms.DecimalField(label=_("Latitude"), min_value=-90, max_value=90, decimal_places=5, required=False)
    longitude = forms.DecimalField(
        label=_("Longitude"), min_value=-180, max_value=180, decimal_places=5, required=False
    )
    walk = PlainText(
        label=_("The way on foot, one step a line"),
        required=False,
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 4, "placeholder": "^ Rue Mollien 300\n< Rue de Moscou 150"}),
        help_text=_(
            "^ straight on, < left, > right, then the street and the metres. Guests read it in their language."
        ),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages that are spoken"),
        choices=LANGUAGES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean_walk(self) -> tuple[tuple[str, str, int], ...]:
        """The steps."""
        try:
            return tuple(
                (str(turn), str(along), int(str(metres))) for turn, along, metres in read_walk(self._said("walk"))
            )
        except WalkWrong as wrong:
            raise ValidationError(_("This step cannot be read: %(step)s") % {"step": wrong}) from None

    @property
    def told(self) -> Told:
        """What is told of the house; only after `is_valid()`."""
        said: dict[str, Any] = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        for name in ("latitude", "longitude"):
            said[name] = said[name] if said[name] is None else Decimal(said[name])
        return Told(**said | {"languages": tuple(said["languages"])})

    def _said(self, name: str) -> str:
        return str(self.cleaned_data[name])


class SayFull(ActForm):
    """Full today, or room again."""

    full = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
