"""A site's rules as a form: each with plain words and its unit."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from halte.common import languages
from halte.common.text import PlainText
from halte.sites.models import BedState, ClosureReason, RoomClosedWhy
from halte.sites.rules import Rules
from halte.web.forms import ActForm

WORDS: Mapping[str, Any] = {
    "arrive_on_scan": _("A scan at the desk is the arrival"),
    "showers_per_guest_a_day": _("Showers for each guest in a day"),
    "shower_cabins": _("Shower cabins"),
    "shower_minutes": _("Minutes for one shower"),
    "shower_opens_minute": _("First shower at"),
    "shower_closes_minute": _("Last shower ends at"),
    "lockers": _("Lockers"),
    "phone_tags": _("Tags for phones"),
    "bag_tags": _("Tags for bags"),
    "stays_continue": _("Who slept here last night and has not said they leave, stays"),
    "nights_kept_away": _("Nights for which a bed is kept for somebody who is away"),
    "beds_to_make": _("A bed that somebody left is to make before it is given again"),
    "plans_by_itself": _("The plan of the night is made by itself"),
    "plan_minute": _("The plan of the night is made at"),
    "answers_minute": _("Whoever waits for a bed knows by"),
    "releases_by_itself": _("Places of those who did not come go to the waiting list by themselves"),
    "release_minute": _("Those places go to the waiting list at"),
    "warm_seats": _("Warm seats: staffed, lit, no beds"),
    "round_minute": _("The night round begins at"),
    "days_door_lines": _("Arrivals are kept for (days)"),
    "days_nights": _("Nights are kept for (days)"),
    "days_messages": _("Messages that nobody matched are kept for (days)"),
}
"""What each rule says to whoever sets it. A test holds this against the rules themselves."""

NIGHT = (
    "stays_continue",
    "nights_kept_away",
    "beds_to_make",
    "plans_by_itself",
    "plan_minute",
    "answers_minute",
    "releases_by_itself",
    "release_minute",
    "warm_seats",
    "round_minute",
)

GROUPS: tuple[tuple[Any, str, tuple[str, ...]], ...] = (
    (_("The door"), "door", ("arrive_on_scan",)),
    (_("The night"), "bed", NIGHT),
    (
        _("Showers and lockers"),
        "shower",
        (
            "showers_per_guest_a_day",
            "shower_cabins",
            "shower_minutes",
            "shower_opens_minute",
            "shower_closes_minute",
            "lockers",
        ),
    ),
    (_("Phones and bags"), "charge", ("phone_tags", "bag_tags")),
    (_("How long things are kept"), "clock", ("days_door_lines", "days_nights", "days_messages")),
)


class SetRules(ActForm):
    """Every rule of a site."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, rules: Rules, **kwargs: Any) -> None:
        standing = {field.name: getattr(rules, field.name) for field in fields(rules)}
        initial = {name: _shown(name, value) for name, value in standing.items()}
        super().__init__(*args, initial=initial, **kwargs)
        for name, value in standing.items():
            if name != "version":
                self.fields[name] = _field(name, value)

    @property
    def groups(self) -> list[tuple[Any, str, list[forms.BoundField]]]:
        """The fields in the groups of the page."""
        return [(title, pictogram, [self[name] for name in names]) for title, pictogram, names in GROUPS]

    @property
    def rules(self) -> Rules:
        """What was set; only after `is_valid()`."""
        said = {name: self.cleaned_data[name] for name in WORDS}
        minutes = {name: value.hour * 60 + value.minute for name, value in said.items() if isinstance(value, time)}
        return Rules.parse(said | minutes, version=self.cleaned_data["version"])


class SetHouseRules(ActForm):
    """The house rules in plain words, one text for each language."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in languages.ALL:
            side = "rtl" if language.right_to_left else "ltr"
            self.fields[language.code] = PlainText(
                label=language.own_name,
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"lang": language.code, "dir": side}),
            )

    @property
    def texts(self) -> dict[str, str]:
        """What was written, by language; only after `is_valid()`."""
        return {language.code: self.cleaned_data[language.code] for language in languages.ALL}


FOR_TODAY = [(code, words) for code, words in ClosureReason.choices if code != ClosureReason.PLANNED]


class CloseService(ActForm):
    """Why a service is not offered today."""

    reason = forms.ChoiceField(choices=FOR_TODAY)


class ClosedDays(ActForm):
    """The days on which the house stays closed."""

    days = PlainText(
        label=_("Closed on, one day a line"),
        required=False,
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": 3, "placeholder": "2026-12-25"}),
    )

    def clean_days(self) -> tuple[date, ...]:
        """The days."""
        try:
            return tuple(sorted({date.fromisoformat(line) for line in str(self.cleaned_data["days"]).split()}))
        except ValueError:
            raise ValidationError(_("Write days like 2026-12-25.")) from None


class CloseRoom(ActForm):
    """Why nobody new sleeps in a room."""

    why = forms.ChoiceField(label=_("Why"), choices=RoomClosedWhy.choices, required=False)


class KeepBack(ActForm):
    """Whether a bed is a buffer."""

    kept = forms.ChoiceField(choices=[("1", "1"), ("0", "0")])


class SetBedState(ActForm):
    """What a bed is."""

    state = forms.ChoiceField(choices=BedState.choices)


def _shown(name: str, value: Any) -> Any:
    return time(value // 60, value % 60) if name.endswith("_minute") else value


def _field(name: str, value: Any) -> forms.Field:
    if isinstance(value, bool):
        return forms.BooleanField(label=WORDS[name], required=False)
    if name.endswith("_minute"):
        clock = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        return forms.TimeField(label=WORDS[name], widget=clock)
    most = 23 if name.endswith("_hour") else 3650 if name.startswith("days_") else 1000
    return forms.IntegerField(label=WORDS[name], min_value=0, max_value=most)
