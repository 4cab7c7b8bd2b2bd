"""What the desk and the page of today post."""

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.visits.models import CountedService, DoorKind, LetterKind, Queue, TagKind
from halte.web.forms import ActForm

AT_ONCE = 99
PAGES = {"today": "visits:today", "tags": "visits:tags", "last_hour": "desk:last_hour"}
"""The pages a button may stand on, beside the panel of a guest."""


class Press(ActForm):
    """A button, the guest whose panel was open, and the page it stood on."""

    guest = forms.UUIDField(required=False, widget=forms.HiddenInput)
    next = forms.ChoiceField(choices=[(page, page) for page in ("", *PAGES)], required=False, widget=forms.HiddenInput)


class Counting(Press):
    """A number to add."""

    n = forms.IntegerField(min_value=1, max_value=AT_ONCE, required=False)

    def clean_n(self) -> int:
        """One, where the button says nothing else."""
        return self.cleaned_data["n"] or 1


class CountAtDoor(Counting):
    """A key of the pad for those who come without a card."""

    kind = forms.ChoiceField(choices=DoorKind.choices)


class CountService(Counting):
    """Meals, drinks, phones, laundry, the toilet."""

    service = forms.ChoiceField(choices=CountedService.choices)


class GiveSlot(Press):
    """A shower slot; the next free one when none is chosen."""

    cabin = forms.IntegerField(min_value=1, max_value=999, required=False)
    starts_at = forms.DateTimeField(required=False, input_formats=["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z"])


class GiveLocker(Press):
    """A locker; the lowest free one when none is chosen."""

    number = forms.IntegerField(min_value=1, max_value=9999, required=False)


class InQueue(Press):
    """A queue."""

    queue = forms.ChoiceField(choices=Queue.choices)


class TakeIn(Press):
    """A phone or a bag; the lowest free tag when none is chosen."""

    kind = forms.ChoiceField(choices=TagKind.choices)
    number = forms.IntegerField(min_value=1, max_value=9999, required=False)


class HandBack(Press):
    """The tag of what goes back to its guest without a second half: the card stood for it."""

    kind = forms.ChoiceField(choices=TagKind.choices)
    number = forms.IntegerField(min_value=1, max_value=9999)


class AskBed(Press):
    """Which house is asked for a bed."""

    house = forms.SlugField(max_length=40)


class SetBus(Press):
    """A bus: where it goes, when, how many seats."""

    house = forms.SlugField(max_length=40)
    leaves = forms.TimeField()
    seats = forms.IntegerField(min_value=1, max_value=99)


class MatchTags(ActForm):
    """A half that was scanned, and the one that was scanned before it."""

    code = PlainText(max_length=200, required=False)
    first = PlainText(max_length=20, required=False, widget=forms.HiddenInput)


class TagSheets(ActForm):
    """Which tags to print."""

    kind = forms.ChoiceField(label=_("What for"), choices=TagKind.choices, widget=forms.RadioSelect)
    start = forms.IntegerField(label=_("First number"), min_value=1, max_value=9999, initial=1)
    many = forms.IntegerField(label=_("How many tags"), min_value=1, max_value=120, initial=24)


class LetterCame(Press):
    """A letter came for a card."""

    code = PlainText(
        max_length=200,
        label=_("Card code on the letter"),
        help_text=_("Scan the card or type its code, such as K7M-4QX-9."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    kind = forms.ChoiceField(
        label=_("What came"), choices=LetterKind.choices, initial=LetterKind.PLAIN, widget=forms.RadioSelect
    )
