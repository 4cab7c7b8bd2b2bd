"""What advisers press and write."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from django import forms
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

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

    code = forms.CharField(
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
