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

    guest = forms.UUIDField(required=False)


class Welcome(ActForm):
    """Where a guest says they are safe, when they never said how they count."""

    kind = forms.ChoiceField(required=False, choices=[(kind.value, kind.label) for kind in SAFE_ROOMS])


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

    code = PlainText(max_length=200, error_messages={"required": _("Scan a card, or type its code.")})
