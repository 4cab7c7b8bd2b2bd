"""Inputs that let the browser show its own calendar, and choices with a picture for whoever reads little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import format_html

from halte.web.pictograms import svg


class ClockInput(forms.TimeInput):
    """An hour, by the browser's own clock; without one it is typed as 22:30."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class DayInput(forms.DateInput):
    """A day, by the browser's own calendar; without one it is typed as 2026-11-24."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class InPictures(forms.CheckboxSelectMultiple):
    """Choices to tick, each with its picture before its words."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        super().__init__()
        self.pictures = pictures

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The choice as Django draws it; a value without a picture stays words."""
        option = super().create_option(name, value, label, *args, **kwargs)
        if picture := self.pictures.get(str(value)):
            option["label"] = format_html("{} {}", svg(picture), label)
        return option
