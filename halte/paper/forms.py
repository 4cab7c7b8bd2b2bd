"""What the pages of the paper room post."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.paper.actions import Decision, Written
from halte.paper.models import What
from halte.sites.models import Site
from halte.web.forms import ActForm

LETTERS = ", ".join(What.values)
AS_BEFORE = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}


class Period(ActForm):
    """From when to when the house ran on paper, on its own clock."""

    began = forms.DateTimeField(
        label=_("Paper from"), widget=forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M")
    )
    ended = forms.DateTimeField(
        label=_("Paper to"), widget=forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M")
    )

    def on_clock_of(self, site: Site) -> tuple[datetime, datetime]:
        """Both moments, as the clock on the wall of the house showed them."""
        began, ended = (self.cleaned_data[name] for name in ("began", "ended"))
        return tuple(  # type: ignore[return-value]
            timezone.make_naive(moment).replace(tzinfo=site.zone) for moment in (began, ended)
        )


class Line(ActForm):
    """One line of a sheet, field by field as it is written there."""

    template_name = "paper/_partials/line.html"

    time = PlainText(label=_("Time"), max_length=8, required=False, widget=forms.TextInput(AS_BEFORE | {"size": 5}))
    what = PlainText(
        label=_("What"),
        max_length=1,
        required=False,
        widget=forms.TextInput(AS_BEFORE | {"size": 2}),
    )
    code = PlainText(label=_("Card"), max_length=200, required=False, widget=forms.TextInput(AS_BEFORE | {"size": 11}))
    bed = PlainText(label=_("Bed"), max_length=30, required=False, widget=forms.TextInput(AS_BEFORE | {"size": 7}))
    number = PlainText(
        label=_("How many"), max_length=20, required=False, widget=forms.TextInput(AS_BEFORE | {"size": 7})
    )
    last_at = forms.DateTimeField(required=False, widget=forms.HiddenInput)
    last_what = PlainText(max_length=1, required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        what = (cleaned.get("what") or cleaned.get("last_what") or "").lower()
        if what not in What.values:
            self.add_error("what", _("One of these letters: %(letters)s.") % {"letters": LETTERS})
        cleaned["what"] = what
        return cleaned

    @property
    def written(self) -> Written:
        """The line, without its time."""
        data = self.cleaned_data
        return Written(what=data["what"], code=data["code"], bed=data["bed"], number=data["number"])


class Decide(ActForm):
    """Who sleeps where."""

    decision = forms.ChoiceField(choices=Decision.choices)
    bed = forms.UUIDField(required=False)
