"""What advisers press and write."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from halte.advice import deadlines
from halte.advice.models import Certainty, Matter, NotSent
from halte.common.text import PlainText
from halte.sites.models import Site
from halte.web.forms import ActForm

LENGTHS = [(1, _("15 minutes")), (2, _("30 minutes")), (3, _("45 minutes")), (4, _("1 hour")), (8, _("2 hours"))]
TABLES = 9


class CallNext(ActForm):
    """The next number, to a table."""

    table = forms.IntegerField(label=_("Table"), min_value=1, max_value=TABLES, required=False)

    @property
    def place(self) -> str:
        """The code of the table; empty when there is only one."""
        table = self.cleaned_data["table"]
        return f"table-{table}" if table else ""


class Book(ActForm):
    """A card, a free quarter of an hour and a length."""

    code = PlainText(
        label=_("Card"),
        help_text=_("Scan it, or type its code."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    starts_at = forms.TypedChoiceField(label=_("At"), coerce=datetime.fromisoformat)
    quarters = forms.TypedChoiceField(label=_("How long"), choices=LENGTHS, coerce=int, initial=2)

    def __init__(
        self, *args: Any, site: Site, hours: Sequence[datetime], free: Sequence[datetime], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["starts_at"])
        # A repeated press names a quarter that is no longer free: the action answers it, not the form.
        field.choices = [_choice(site, at) for at in hours]
        cast("forms.Select", field.widget).choices = [_choice(site, at) for at in free]


def _choice(site: Site, at: datetime) -> tuple[str, str]:
    return at.isoformat(), time_format(at.astimezone(site.zone), "H:i")


class BookFromPanel(ActForm):
    """The next free half hour, for the guest whose panel is open."""

    guest = forms.UUIDField()
    starts_at = forms.DateTimeField(input_formats=["%Y-%m-%dT%H:%M:%S%z"])


class WriteDeadline(ActForm):
    """What falls due: the moment of the notification, or the hour that stands on the decision."""

    matter = forms.ChoiceField(label=_("What falls due"), choices=Matter.choices)
    case = PlainText(
        label=_("Number of the case"),
        help_text=_("Empty for a new case: it gets a number. Never a name."),
        max_length=12,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    notified_at = forms.DateTimeField(
        label=_("Notified"),
        help_text=_("The hour on the decision or the envelope, where the term is known."),
        required=False,
        input_formats=["%Y-%m-%dT%H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    due_at = forms.DateTimeField(
        label=_("Last hour written on the decision"),
        required=False,
        input_formats=["%Y-%m-%dT%H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    stand_in = forms.TypedChoiceField(label=_("Stands in for you"), coerce=UUID, required=False, empty_value=None)

    def __init__(self, *args: Any, site: Site, colleagues: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = site
        choices = [("", _("nobody")), *((str(one), called) for one, called in colleagues.items())]
        cast("forms.TypedChoiceField", self.fields["stand_in"]).choices = choices

    @property
    def hour(self) -> tuple[datetime | None, Certainty]:
        """The last hour, and how sure it is: what the decision says goes before what is reckoned."""
        said = self.cleaned_data
        if said["due_at"]:
            return self._here(said["due_at"]), Certainty.ON_PAPER
        if said["notified_at"]:
            notified = self._here(said["notified_at"])
            return deadlines.falls_due(said["matter"], notified, self.site.zone), Certainty.RECKONED
        return None, Certainty.RECKONED

    def _here(self, typed: datetime) -> datetime:
        """What was typed, on the clock of the site."""
        return typed.replace(tzinfo=self.site.zone)


class Sent(ActForm):
    """The number on the receipt."""

    receipt = PlainText(
        label=_("Number on the receipt"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class CloseUnsent(ActForm):
    """Why nothing was sent."""

    why = forms.ChoiceField(choices=NotSent.choices)


class BeAway(ActForm):
    """First and last day."""

    since = forms.DateField(label=_("Away from"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    until = forms.DateField(label=_("Last day away"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
