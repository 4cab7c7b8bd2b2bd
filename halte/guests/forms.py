"""What a guest wants us to know, and how many cards to print."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.common import languages
from halte.common.text import PlainText
from halte.guests.models import Counted, PlacedOrder
from halte.sites.models import PlaceNeed
from halte.web.forms import ActForm

CARDS_ON_A_SHEET = 10
SHEETS = [1, 2, 4, 10]
NEWBORN = "newborn"


class About(ActForm):
    """Everything may stay empty: a question that is not answered lowers nothing."""

    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[("", _("Not known yet"))]
        + [(language.code, f"{language.own_name} · {language.english_name}") for language in languages.ALL],
    )
    counted = forms.ChoiceField(
        label=_("For rooms, counts as"),
        required=False,
        choices=[("", _("Not said")), *Counted.choices],
        widget=forms.RadioSelect,
    )
    needs = forms.MultipleChoiceField(
        label=_("The place must offer"),
        required=False,
        choices=PlaceNeed.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What, never why."),
    )


class Company(ActForm):
    """Who else is on the card: the button that was pressed says it."""

    counted = forms.ChoiceField(choices=[*Counted.choices, (NEWBORN, _("Newborn, in a cot"))])


class Place(ActForm):
    """In which order a bed is given."""

    placed = forms.ChoiceField(
        label=_("Is placed"),
        choices=PlacedOrder.choices,
        widget=forms.RadioSelect,
        help_text=_("Set by a person, never by a sum. The reason is written nowhere."),
    )


class Together(ActForm):
    """Another card to stay together with."""

    code = PlainText(
        label=_("Scan or type the other card"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    is_family = forms.ChoiceField(
        label=_("They are"),
        choices=[("yes", _("A family: one room")), ("no", _("Friends who want to stay together"))],
        initial="yes",
        widget=forms.RadioSelect,
    )


class Sheets(forms.Form):
    """How many sheets of blank cards. Nothing is written down, so there is no retry key."""

    template_name = "web/_partials/form.html"

    sheets = forms.TypedChoiceField(
        label=_("Sheets of ten cards"), coerce=int, choices=[(number, str(number)) for number in SHEETS], initial=1
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
