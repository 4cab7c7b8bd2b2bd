"""Forms of the house: rooms, beds, and what was counted in it."""

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.sites.building import MOST_BEDS, RoomFacts
from halte.sites.models import PlaceNeed, Room, RoomKind
from halte.sites.standards import Facts
from halte.web.forms import ActForm
from halte.web.inputs import DayInput

OF_A_ROOM = [choice for choice in PlaceNeed.choices if choice[0] not in (PlaceNeed.LOWER_BUNK, PlaceNeed.DOG)]
"""A lower bunk is the bed's matter, and places for dogs are counted."""

FACT_WORDS: Mapping[str, tuple[Any, Any]] = {
    "first_phase": (_("The first weeks after opening"), _("Fewer toilets are allowed in the first phase.")),
    "cold": (_("Cold season"), _("People stay inside: more floor for each.")),
    "showers": (_("Showers that work"), ""),
    "toilets": (_("Toilets that work"), ""),
    "laundry_places": (_("Places to wash clothes"), _("Machines or basins.")),
    "taps": (_("Taps with clean water"), ""),
    "water_litres_a_day": (_("Water in a day (litres)"), _("From the meter or the tank.")),
    "drinking_litres_a_day": (_("Drinking water in a day (litres)"), ""),
    "plot_m2": (_("The whole plot (m²)"), ""),
    "services_outside": (_("Kitchen, showers and toilets are outside the plot"), ""),
    "ceiling_cm": (_("Lowest ceiling where people sleep (cm)"), ""),
}
"""What each fact says to whoever counts. A test holds this against the facts themselves."""


class ChangeRoom(ActForm):
    """What a room is."""

    kind = forms.ChoiceField(label=_("Who sleeps here"), choices=RoomKind.choices)
    floor = forms.IntegerField(label=_("Floor"), help_text=_("0 is the ground floor."), min_value=-3, max_value=40)
    area_m2 = forms.DecimalField(
        label=_("Floor area (m²)"),
        help_text=_("Without it the standards cannot say whether there is room enough."),
        min_value=Decimal(1),
        max_value=Decimal(5000),
        decimal_places=2,
        required=False,
    )
    fire_limit = forms.IntegerField(
        label=_("People at most, by the fire commission"),
        help_text=_("Halte takes the smallest of this, 3.5 m² each, and 4 young people in a room."),
        min_value=1,
        max_value=1000,
    )
    dog_places = forms.IntegerField(
        label=_("Dogs at most"), min_value=0, max_value=20, initial=0, help_text=_("Each with the guest it belongs to.")
    )
    offers = forms.MultipleChoiceField(
        label=_("Offers"), choices=OF_A_ROOM, widget=forms.CheckboxSelectMultiple, required=False
    )

    @property
    def facts(self) -> RoomFacts:
        """What was said; only after `is_valid()`."""
        said = self.cleaned_data
        area = said["area_m2"]
        return RoomFacts(
            kind=RoomKind(said["kind"]),
            floor=said["floor"],
            area_dm2=None if area is None else int(area * 100),
            offers=said["offers"],
            fire_limit=said["fire_limit"],
            dog_places=said["dog_places"],
        )


class ChangeFrom(ChangeRoom):
    """What a room is from a night on."""

    night = forms.DateField(
        label=_("From the night of"),
        help_text=_("Empty: from now on. Whoever sleeps there keeps their bed."),
        widget=DayInput(),
        required=False,
    )


class AddBeds(ActForm):
    """More beds of one room."""

    lower = forms.IntegerField(label=_("Beds on the floor or lower bunks"), min_value=0, max_value=MOST_BEDS, initial=0)
    upper = forms.IntegerField(label=_("Upper bunks"), min_value=0, max_value=MOST_BEDS, initial=0)


class AddRoom(ChangeRoom, AddBeds):
    """A room with its beds."""

    code = forms.SlugField(label=_("Number on the door"), max_length=20, help_text=_("Letters and digits."))

    field_order = ("code", "kind", "lower", "upper", "fire_limit", "area_m2", "floor", "dog_places", "offers")


class SetFacts(ActForm):
    """What somebody counted in the house."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, facts: Facts, **kwargs: Any) -> None:
        standing = {field.name: getattr(facts, field.name) for field in fields(facts)}
        super().__init__(*args, initial=standing, **kwargs)
        for name, (words, hint) in FACT_WORDS.items():
            if isinstance(standing[name], bool):
                self.fields[name] = forms.BooleanField(label=words, help_text=hint, required=False)
            else:
                self.fields[name] = forms.IntegerField(
                    label=words, help_text=hint, required=False, min_value=0, max_value=1_000_000
                )

    @property
    def counted(self) -> list[forms.BoundField]:
        """The fields in the order of the page."""
        return [self[name] for name in FACT_WORDS]

    @property
    def facts(self) -> Facts:
        """What was counted; only after `is_valid()`."""
        return Facts(version=self.cleaned_data["version"], **{name: self.cleaned_data[name] for name in FACT_WORDS})


def standing(room: Room) -> dict[str, Any]:
    """What a room's form shows before anything is changed."""
    return {
        "kind": room.kind,
        "floor": room.floor,
        "area_m2": None if room.area_dm2 is None else Decimal(room.area_dm2) / 100,
        "fire_limit": room.legal_maximum if room.fire_limit is None else room.fire_limit,
        "dog_places": room.dog_places,
        "offers": room.offers,
    }
