"""Forms of the cold plan."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.sites.cold import Decided
from halte.sites.models import ColdMetric, ColdPlan, OtherPlace, Room
from halte.sites.rules import ColdMeasures
from halte.web.forms import ActForm

A_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
MOST_BUSES = 12


class SetColdPlan(ActForm):
    """The threshold, who decided it, and what the house does from then on."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    metric = forms.ChoiceField(label=_("What is read"), choices=ColdMetric.choices)
    bound = forms.IntegerField(
        label=_("From this figure on"),
        help_text=_("Temperature: at or below it. Wind: at or above it."),
        min_value=-40,
        max_value=250,
    )
    decided_by = PlainText(
        label=_("Who decided it, and when"),
        help_text=_("The authority and the date of its decision. No person."),
        max_length=120,
    )
    until = forms.DateField(label=_("The last night of the season"), widget=A_DAY)
    open_until = forms.TimeField(
        label=_("The door is open until"),
        help_text=_("Leave empty what stays as on any night."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        required=False,
    )
    bus_from = PlainText(label=_("A bus leaves from"), max_length=80, required=False)
    bus_at = PlainText(
        label=_("The bus leaves at"), help_text=_("For instance: 16:30, 17:30, 18:30"), max_length=100, required=False
    )

    def __init__(self, *args: Any, rooms: Mapping[str, tuple[Room, int, int]], plan: ColdPlan | None, **kwargs: Any):
        super().__init__(*args, initial=_standing(plan), **kwargs)
        self.codes = list(rooms)
        standing = plan.does.rooms if plan else {}
        for code, (room, beds, most) in rooms.items():
            self.fields[_name(code)] = forms.IntegerField(
                label=_("Room %(room)s · %(kind)s") % {"room": code, "kind": room.get_kind_display()},
                help_text=_("%(beds)s beds; at most %(most)s more") % {"beds": beds, "most": most},
                min_value=0,
                max_value=most,
                required=False,
                initial=standing.get(code) or None,
            )

    @property
    def of_rooms(self) -> list[forms.BoundField]:
        """One field for each room that may hold more people."""
        return [self[_name(code)] for code in self.codes if self.fields[_name(code)].max_value]  # type: ignore[attr-defined]

    def clean_bus_at(self) -> tuple[str, ...]:
        """Times of the day, in their order."""
        said = [one.strip() for one in self.cleaned_data["bus_at"].replace(";", ",").split(",") if one.strip()]
        try:
            times = sorted(time.fromisoformat(one) for one in said)
        except ValueError:
            raise forms.ValidationError(_("Write times as 17:45, with a comma between them.")) from None
        if len(times) > MOST_BUSES:
            raise forms.ValidationError(_("At most twelve buses."))
        return tuple(f"{one:%H:%M}" for one in times)

    def clean(self) -> dict[str, Any]:
        """A bus has a place and a time."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and bool(cleaned["bus_from"]) != bool(cleaned["bus_at"]):
            self.add_error("bus_at", _("A bus needs both: where it leaves, and when."))
        return cleaned

    @property
    def decided(self) -> Decided:
        """What was said; only after `is_valid()`."""
        said = self.cleaned_data
        does = ColdMeasures(
            rooms={code: said[_name(code)] for code in self.codes if said[_name(code)]},
            open_until=f"{said['open_until']:%H:%M}" if said["open_until"] else "",
            bus_from=said["bus_from"],
            bus_at=said["bus_at"],
        )
        return Decided(ColdMetric(said["metric"]), said["bound"], said["until"], said["decided_by"], does)


class SwitchOn(ActForm):
    """From which night to which, and what was read."""

    figure = forms.IntegerField(
        label=_("The figure that was read"),
        help_text=_("Leave it empty when an authority named the nights."),
        min_value=-60,
        max_value=300,
        required=False,
    )
    first_night = forms.DateField(label=_("First night"), widget=A_DAY)
    last_night = forms.DateField(label=_("Last night"), widget=A_DAY)


class ChangeEnd(ActForm):
    """Another last night."""

    last_night = forms.DateField(label=_("Last night"), widget=A_DAY)


class NamesOtherPlace(forms.Form):
    """For forms of acts that may send somebody out: while it is very cold, where they can go instead."""

    other_place = forms.ChoiceField(
        label=_("Where they can go instead"),
        choices=[("", _("Choose the other place.")), *OtherPlace.choices],
        required=False,
    )


def _name(code: str) -> str:
    return f"room-{code}"


def _standing(plan: ColdPlan | None) -> dict[str, Any]:
    if plan is None:
        return {"version": 0, "bound": -5}
    does = plan.does
    return {
        "version": plan.number,
        "metric": plan.metric,
        "bound": plan.bound,
        "decided_by": plan.decided_by,
        "until": plan.until,
        "open_until": time.fromisoformat(does.open_until) if does.open_until else None,
        "bus_from": does.bus_from,
        "bus_at": ", ".join(does.bus_at),
    }
