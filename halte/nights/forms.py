"""What the pages of the night post."""

import re
from datetime import time
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.guests.models import Counted
from halte.nights import ending
from halte.nights.held import AskedBy
from halte.nights.models import EndReason, NoPlaceWhy, OverruleWhy, ProposalAnswer
from halte.nights.young import Answered, Called
from halte.sites.cold_forms import A_DAY, NamesOtherPlace
from halte.sites.models import BedState, PlaceNeed, RoomKind
from halte.web.forms import ActForm
from halte.web.inputs import ClockInput

if TYPE_CHECKING:
    from django.http import QueryDict

BACK = [(page, page) for page in ("panel", "board", "bed", "waiting")]
SAFE = [(kind.value, kind.label) for kind in (RoomKind.WOMEN, RoomKind.MEN, RoomKind.MINORS)]
FREED = [(reason.value, reason.label) for reason in (*ending.CHOSEN, EndReason.DID_NOT_COME)]
ANSWERS = [(answer.value, answer.label) for answer in (ProposalAnswer.AGREED, ProposalAnswer.DECLINED)]


MOST_PLACES = 5_000
PLACE = re.compile(r"(?:cot\.)?[0-9a-f]{32}(?:\.[0-9]{1,2})?|seat\.[0-9]{1,4}")
"""A bed, a cot beside one of its room, a warm seat."""


class Press(ActForm):
    """A button, the page it stood on, and whose panel was open."""

    next = forms.ChoiceField(choices=BACK, required=False)
    guest = forms.UUIDField(required=False)


class Chosen(Press):
    """A bed that a person chose."""

    without = forms.BooleanField(required=False)


class GiveOne(Press):
    """A bed for one guest, in rooms that are safe for them."""

    kind = forms.ChoiceField(choices=SAFE, required=False)


class GiveHere(Chosen):
    """A chosen bed for a guest of the waiting list, or for a card that is scanned or typed."""

    code = PlainText(max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("guest") and not cleaned.get("code"):
            raise forms.ValidationError(_("Scan a card, or choose a guest who waits."))
        return cleaned


class ChooseBed(Chosen):
    """Another bed."""

    bed = forms.UUIDField(error_messages={"required": _("Choose a bed.")})


class ChooseRoom(Press):
    """Where everyone of a room goes."""

    to = forms.UUIDField(error_messages={"required": _("Choose a room.")})


class ChooseOther(Chosen):
    """The stay to swap with."""

    other = forms.UUIDField(error_messages={"required": _("Choose whose bed to swap with.")})


class Free(NamesOtherPlace, Press):
    """Why the bed becomes free. Ending a stay is held; a place of one who did not come is not."""

    reason = forms.ChoiceField(choices=FREED, required=False)
    held = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any] | None:
        """Refuse to end a stay by a mere touch."""
        if self.cleaned_data.get("reason") != EndReason.DID_NOT_COME and not self.cleaned_data.get("held"):
            raise forms.ValidationError(_("Hold the button for two seconds."))
        return self.cleaned_data


class HoldBeside(Press):
    """One who may come to a family, and until when."""

    counted = forms.ChoiceField(label=_("Who may come"), choices=Counted.choices)
    until = forms.TimeField(label=_("Held until"), widget=ClockInput(), initial=time(23))


class SaidYes(Press):
    """The card of whoever came, to whom the family said yes."""

    code = PlainText(
        label=_("The card of whoever came"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class Away(Press):
    """From which night to which somebody is away."""

    first_night = forms.DateField(label=_("First night away"), widget=A_DAY)
    last_night = forms.DateField(label=_("Last night away"), widget=A_DAY)


class Leaving(Press):
    """Whether they say they leave, or changed their mind."""

    leaving = forms.ChoiceField(choices=[("1", "1"), ("0", "0")])


class Shelter(Press):
    """A room for everyone: chosen, or found."""

    room = forms.UUIDField(required=False)
    arrived = forms.ChoiceField(choices=[("1", "1")], required=False)


class Answer(Press):
    """What they said to a proposal."""

    answer = forms.ChoiceField(choices=ANSWERS)


class Overrule(Press):
    """Another room, or back to the waiting list, and why."""

    room = forms.UUIDField(required=False)
    why = forms.ChoiceField(choices=OverruleWhy.choices, error_messages={"required": _("Choose why.")})


class YoungCalled(ActForm):
    """Who was called, when, and what they answered."""

    called = forms.ChoiceField(label=_("Who was called"), choices=Called.choices)
    called_at = forms.TimeField(label=_("At"), widget=ClockInput())
    answered = forms.ChoiceField(label=_("What they answered"), choices=Answered.choices)


class DutyNumber(ActForm):
    """The number of the department's duty team."""

    phone = PlainText(
        label=_("Number of the department's duty team"),
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )


class BedIs(Press):
    """What a bed is, as a night host says it; closing one is the manager's."""

    state = forms.ChoiceField(choices=[one for one in BedState.choices if one[0] != BedState.CLOSED])


class HoldPlaces(ActForm):
    """People who may come: numbers, or a card; what the place must offer; until when."""

    women = forms.IntegerField(label=_("Women"), min_value=0, max_value=60, initial=0)
    men = forms.IntegerField(label=_("Men"), min_value=0, max_value=60, initial=0)
    children = forms.IntegerField(label=_("Children"), min_value=0, max_value=60, initial=0)
    family = forms.BooleanField(
        label=_("A family: one room"),
        help_text=_("Children with grown-ups are always one family."),
        required=False,
    )
    code = PlainText(
        label=_("Or their card: scan or type its code"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    needs = forms.MultipleChoiceField(
        label=_("The place must offer"),
        choices=PlaceNeed.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("What, never why."),
    )
    asked_by = forms.ChoiceField(label=_("Who asks"), choices=AskedBy.choices, initial=AskedBy.OUTREACH)
    arriving = forms.TimeField(label=_("Arriving at"), widget=ClockInput(), required=False)
    until = forms.TimeField(label=_("Held until"), widget=ClockInput(), initial=time(23))

    def clean(self) -> dict[str, Any]:
        """Numbers or a card, one of them."""
        said: dict[str, Any] = super().clean() or {}
        numbers = any(said.get(name) for name in ("women", "men", "children"))
        if bool(said.get("code")) == numbers:
            raise forms.ValidationError(_("Type how many people there are, or one card: one of the two."))
        return said


class AnswerAsked(Press):
    """Hold places for those another place asked for, or say that there are none."""

    hold = forms.ChoiceField(choices=[("1", "1"), ("0", "0")])


class Later(Press):
    """Until when places are held."""

    until = forms.TimeField(error_messages={"required": _("Choose an hour.")})


class WakeAt(Press):
    """When a guest wants to be woken; empty when nobody shall wake them."""

    wake_at = forms.TimeField(required=False, input_formats=["%H:%M"])


class SeenBeds(Press):
    """The beds of a room with somebody in them, or that everyone expected there is in the house."""

    all_here = forms.BooleanField(required=False)
    bed = forms.Field(required=False, widget=forms.SelectMultiple)

    @property
    def beds(self) -> set[UUID]:
        """Which; only after `is_valid()`."""
        return set(self.cleaned_data["bed"])

    def clean_bed(self) -> list[UUID]:
        """Refuse what is no bed's number."""
        try:
            return [UUID(one) for one in self.cleaned_data["bed"] or []]
        except ValueError as wrong:
            raise forms.ValidationError(_("Choose a bed.")) from wrong


class NoPlaceNumbered(Press):
    """How many people without a card had no place, and why."""

    number = forms.IntegerField(min_value=1, max_value=300)
    why = forms.ChoiceField(choices=NoPlaceWhy.choices, error_messages={"required": _("Choose why.")})


class CountOut(ActForm):
    """Where somebody was, who stood outside, and who answered when their bed was called."""

    drill = forms.BooleanField(required=False)

    def places(self, name: str) -> list[str]:
        """The places of one kind of answer, as the page wrote them; what it never wrote is left out."""
        posted = cast("QueryDict", self.data).getlist(name)
        return [place for place in posted[:MOST_PLACES] if PLACE.fullmatch(str(place))]


class FetchFirst(Press):
    """Whether somebody goes to this bed first when everyone must go out."""

    first = forms.ChoiceField(choices=[("1", "1"), ("0", "0")])


class NoPlace(NamesOtherPlace, Press):
    """Why there is no place tonight."""

    why = forms.ChoiceField(choices=NoPlaceWhy.choices, error_messages={"required": _("Choose why.")})
