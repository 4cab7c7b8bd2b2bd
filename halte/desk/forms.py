"""What the desk posts."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.nights.offers import SAFE_ROOMS
from halte.visits.models import DoorKind
from halte.web.forms import ActForm


@dataclass(frozen=True)
class TallyKey:
    """One key of the pad for those who come without a card."""

    value: str
    label: str | Promise
    pictogram: str


TALLY_KEYS = [TallyKey(kind.value, kind.label, kind.value) for kind in DoorKind]


class Press(ActForm):
    """A button, and the guest whose panel was open."""

    guest = forms.UUIDField(required=False, widget=forms.HiddenInput)


class Welcome(ActForm):
    """Where a guest says they are safe, when they never said how they count."""

    kind = forms.ChoiceField(required=False, choices=[(kind.value, kind.label) for kind in SAFE_ROOMS])


MOST_AT_ONCE = 99


class GroupArrives(ActForm):
    """How many came, as the desk counts them."""

    woman = forms.IntegerField(label=_("Women"), min_value=0, max_value=MOST_AT_ONCE, required=False)
    man = forms.IntegerField(label=_("Men"), min_value=0, max_value=MOST_AT_ONCE, required=False)
    child = forms.IntegerField(label=_("Children"), min_value=0, max_value=MOST_AT_ONCE, required=False)

    def numbers(self) -> dict[str, int]:
        """How many, by how they count."""
        return {kind.value: self.cleaned_data[kind.value] or 0 for kind in WOMEN_FIRST}


WOMEN_FIRST = (DoorKind.WOMAN, DoorKind.MAN, DoorKind.CHILD)


class ThingsForAll(ActForm):
    """So many blankets or cups of tea, for everyone who came."""

    what = forms.ChoiceField(choices=[("blanket", "blanket"), ("drink", "drink")])
    n = forms.IntegerField(min_value=1, max_value=3 * MOST_AT_ONCE)


class CardForBed(ActForm):
    """A blank card that was scanned for somebody who came without any."""

    guest = forms.UUIDField()
    card = PlainText(max_length=200)


class LinePress(ActForm):
    """One press or scan in line mode; a tablet says when it was, and whether it was kept while nobody answered."""

    code = PlainText(max_length=200, required=False)
    at = forms.DateTimeField(required=False, input_formats=["%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%dT%H:%M:%S%z"])
    kept = forms.BooleanField(required=False)


class LineUndo(ActForm):
    """The press that is taken back, by its key."""

    press = forms.UUIDField()


def key_or_none(text: str) -> UUID | None:
    """A key out of an address, or nothing."""
    try:
        return UUID(text)
    except ValueError:
        return None


class Scan(Press):
    """What a scanner typed, or a person."""

    code = PlainText(
        label=_("Card"),
        max_length=200,
        error_messages={"required": _("Scan a card, or type its code.")},
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off", "spellcheck": "false"}),
    )
