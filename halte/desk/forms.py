"""What the desk posts."""

from dataclasses import dataclass

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

    guest = forms.UUIDField(required=False)


class Welcome(ActForm):
    """Where a guest says they are safe, when they never said how they count."""

    kind = forms.ChoiceField(required=False, choices=[(kind.value, kind.label) for kind in SAFE_ROOMS])


class Scan(Press):
    """What a scanner typed, or a person."""

    code = PlainText(max_length=200, error_messages={"required": _("Scan a card, or type its code.")})
