"""What people fill in about help at hand."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.emergency.models import LANGUAGES, Outcome, Paper, SiteNumbers, Speaks, Trained, Training
from halte.web.forms import ActForm
from halte.web.inputs import DayInput

A_NUMBER = RegexValidator(r"^[0-9+#* .,()/-]+\Z", _("Write a telephone number: digits, blanks, + and #."))


def _number(label: Any, hint: Any = "") -> PlainText:
    return PlainText(
        label=label,
        help_text=hint,
        required=False,
        max_length=40,
        validators=[A_NUMBER],
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )


class Numbers(ActForm):
    """Numbers of functions, never of private people."""

    manager = _number(_("Manager on call"))
    lawyer = _number(_("Lawyer on call"))
    interpreters = _number(_("Interpreters who agreed to be called"))
    paid_line = _number(_("Paid line of interpreters"))
    paid_code = PlainText(
        label=_("Our code for the paid line"),
        help_text=_("Only colleagues who are signed in see it."),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    NAMES = ("manager", "lawyer", "interpreters", "paid_line", "paid_code")

    @classmethod
    def of(cls, numbers: SiteNumbers) -> dict[str, str]:
        """What stands now."""
        return {name: getattr(numbers, name) for name in cls.NAMES}

    @property
    def numbers(self) -> dict[str, str]:
        """What was written; only after `is_valid()`."""
        return {name: self.cleaned_data[name] for name in self.NAMES}


class WhatICan(ActForm):
    """Languages and trainings of one colleague, in their own words."""

    languages = forms.MultipleChoiceField(
        label=_("I interpret"), choices=LANGUAGES, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for what in Training:
            self.fields[what.value] = forms.BooleanField(label=what.label, required=False)
            self.fields[f"{what.value}_on"] = forms.DateField(label=_("Trained on"), required=False, widget=DayInput())

    @classmethod
    def of(cls, speaks: Iterable[Speaks], trained: Iterable[Trained]) -> dict[str, Any]:
        """What stands now."""
        said: dict[str, Any] = {"languages": [row.language for row in speaks]}
        for row in trained:
            said |= {row.what: True, f"{row.what}_on": row.on}
        return said

    @property
    def trained(self) -> dict[Training, date | None]:
        """What was ticked, with its day; only after `is_valid()`."""
        return {what: self.cleaned_data[f"{what.value}_on"] for what in Training if self.cleaned_data[what.value]}


class WriteDown(ActForm):
    """The kind of paper and the answer: two choices, and nothing to type."""

    paper_kind = forms.ChoiceField(
        label=_("What they had in their hand"), choices=Paper.choices, widget=forms.RadioSelect
    )
    answer = forms.ChoiceField(label=_("What we answer"), choices=Outcome.choices, widget=forms.RadioSelect)

    @property
    def paper(self) -> Paper:
        """The kind of paper; only after `is_valid()`."""
        return Paper(self.cleaned_data["paper_kind"])

    @property
    def outcome(self) -> Outcome:
        """The answer; only after `is_valid()`."""
        return Outcome(self.cleaned_data["answer"])
