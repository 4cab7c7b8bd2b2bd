"""Inputs that let the browser show its own calendar."""

from __future__ import annotations

from django import forms


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
