"""What a guest wants us to know, and how many cards to print."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from halte.common import languages
from halte.common.text import PlainText
from halte.guests.models import Counted, PlacedOrder
from halte.sites.models import PlaceNeed
from halte.web.forms import ActForm, HeldForm
from halte.web.inputs import InPictures

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

CARDS_ON_A_SHEET = 10
SHEETS = [1, 2, 4, 10]
NEWBORN = "newborn"


OFFERS_IN_PICTURES: dict[str, str] = {
    PlaceNeed.GROUND_FLOOR: "home",
    PlaceNeed.LOWER_BUNK: "bed",
    PlaceNeed.DOOR_THAT_LOCKS: "key",
    PlaceNeed.WOMEN_ONLY: "woman",
    PlaceNeed.NEAR_TOILET: "toilet",
    PlaceNeed.NEAR_STAFF: "people",
    PlaceNeed.COT: "child",
    PlaceNeed.DOG: "dog",
    PlaceNeed.QUIET: "moon",
}


def _languages() -> "list[tuple[str, StrOrPromise]]":
    """By their own names; a colleague, who may read none of the scripts, finds them by hers too."""
    of_staff = get_language() in languages.STAFF
    return [
        ("", _("Not known yet")),
        *((one.code, f"{one.own_name} · {one.name}" if of_staff else one.own_name) for one in languages.ALL),
    ]


class About(ActForm):
    """Everything may stay empty: a question that is not answered lowers nothing."""

    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=_languages,
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
        widget=InPictures(OFFERS_IN_PICTURES),
        help_text=_("What, never why."),
    )


class AboutAtDesk(About):
    """The same at the desk, where a colleague may see that this is better asked apart."""

    ask_in_private = forms.BooleanField(
        label=_("Ask in private where they are safe"),
        required=False,
        help_text=_("Nobody places them before. Untick it when they said it, and write down how they count."),
    )

    field_order = ("key", "language", "counted", "ask_in_private", "needs")


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


class Apart(ActForm):
    """Another card with which this one never shares a room."""

    code = PlainText(
        label=_("Scan or type the other card"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
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


class Sign(ActForm):
    """Three pictures, one after the other; each is a field, so that a press is one picture without a script too."""

    pictures = PlainText(required=False, max_length=60, widget=forms.HiddenInput)

    def clean_pictures(self) -> list[str]:
        """The pictures in the order they were chosen."""
        return [picture for picture in str(self.cleaned_data["pictures"]).split(" ") if picture]


class Lost(Sign):
    """A lost card: the guest's sign, with the number of their bed or the word of a colleague."""

    bed = PlainText(
        label=_("Room and bed they have tonight"),
        max_length=20,
        required=False,
        help_text=_("As on the door and the bed: 101-2."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    known = forms.BooleanField(label=_("I know this person. My word is written down."), required=False)


class Merge(HeldForm):
    """The other card of the same guest, with their agreement."""

    code = PlainText(
        label=_("Scan or type the earlier card"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    keep = forms.ChoiceField(
        label=_("When both have a bed tonight, they keep"),
        choices=[
            ("ask", _("Nobody said yet")),
            ("new", _("The bed of this card")),
            ("old", _("The bed of the earlier card")),
        ],
        initial="ask",
        required=False,
        widget=forms.RadioSelect,
    )
    agreed = forms.BooleanField(
        label=_("They agree"), error_messages={"required": _("Ask them first: only they decide this.")}
    )


class Pause(ActForm):
    """Until when nothing of a closed card is erased."""

    until = forms.DateField(
        label=_("Nothing is erased until"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class Protect(ActForm):
    """Begin or end protection. Why is not asked."""

    protected = forms.ChoiceField(choices=[("yes", _("Protect this card")), ("no", _("End the protection"))])


class KnownCard(ActForm):
    """A card of somebody whom the person at the desk knows."""

    code = PlainText(max_length=200)
    no_more = forms.BooleanField(required=False)


class Decoy(ActForm):
    """A blank card that shall belong to nobody."""

    code = PlainText(
        label=_("Scan a blank card"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
