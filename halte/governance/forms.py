"""What is written into the public record."""

from datetime import timedelta
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.governance.actions import Cited, PlaceNamed
from halte.governance.models import Answer, Body, Proposal, Verdict
from halte.reports import queries as numbers
from halte.reports.words import PUBLIC
from halte.sites.models import Site, SiteKind
from halte.web.forms import ActForm
from halte.web.inputs import DayInput

MOST = 100_000
MOST_DAYS = 31
PLACES_ASKED = 3


def _body(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=Body.choices, coerce=Body)


class Propose(ActForm):
    """A proposal, up to three places, and the days whose tallies it rests on."""

    title = PlainText(label=_("What is proposed, in a line"), max_length=120)
    made_by = _body(_("Who proposes"))
    made_on = forms.DateField(label=_("Day of the proposal"), widget=DayInput())
    text = PlainText(label=_("Why"), max_length=4000, widget=forms.Textarea, required=False)
    evidence_at = forms.ModelChoiceField(
        Site.objects.none(), label=_("Rests on the numbers of"), required=False, empty_label=_("No numbers")
    )
    evidence_from = forms.DateField(label=_("First day of these numbers"), widget=DayInput(), required=False)
    evidence_until = forms.DateField(label=_("Last day of these numbers"), widget=DayInput(), required=False)

    def __init__(self, *args: Any, sites: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Site]", self.fields["evidence_at"]).queryset = sites

    def clean(self) -> dict[str, Any]:
        """Numbers come with their days, a month of them at most."""
        said: dict[str, Any] = super().clean() or {}
        first, last = said.get("evidence_from"), said.get("evidence_until")
        if said.get("evidence_at") and not (first and last and 0 <= (last - first).days < MOST_DAYS):
            self.add_error("evidence_from", _("Say from which day to which, a month at most."))
        return said

    @property
    def code(self) -> str:
        """The proposal's name in addresses."""
        said = self.cleaned_data
        return f"{slugify(said['title'])[:30].strip('-') or 'proposal'}-{said['made_on']:%Y-%m}"

    @property
    def evidence(self) -> list[Cited]:
        """Every tally of these days that the public page tells of too."""
        site: Site | None = self.cleaned_data["evidence_at"]
        if site is None:
            return []
        first, last = self.cleaned_data["evidence_from"], self.cleaned_data["evidence_until"]
        days = [first + timedelta(days=place) for place in range((last - first).days + 1)]
        found = numbers.tallies(site, days)
        return [Cited(site, day, code) for day in days for code in PUBLIC if code in found[day]]


class NamePlace(forms.Form):
    """One place that a proposal names; left empty it is none."""

    template_name = "web/_partials/form.html"

    name = PlainText(label=_("Name of the place"), max_length=80, required=False)
    town = PlainText(label=_("Town"), max_length=80, required=False)
    address = PlainText(label=_("Address"), max_length=200, required=False)
    kind = forms.TypedChoiceField(label=_("Kind"), choices=SiteKind.choices, coerce=SiteKind, initial=SiteKind.HOSTEL)
    places = forms.IntegerField(label=_("For how many people"), min_value=1, max_value=MOST, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean(self) -> dict[str, Any]:
        """A place has a name, a town and a number of people, or nothing at all."""
        said: dict[str, Any] = super().clean() or {}
        if any(said.get(part) for part in ("name", "town", "address", "places")):
            for part in ("name", "town", "places"):
                if not said.get(part) and part not in self.errors:
                    self.add_error(part, _("Say this too, or leave the whole place empty."))
        return said

    @property
    def named(self) -> PlaceNamed | None:
        """The place, if one was named."""
        said = self.cleaned_data
        if not said["name"]:
            return None
        code = slugify(f"{said['name']} {said['town']}")[:40].strip("-") or "site"
        return PlaceNamed(said["name"], code, said["town"], said["places"], said["kind"], said["address"])


def place_forms(data: Any = None) -> list[NamePlace]:
    """As many forms for places as a proposal asks for; only the first must be filled in."""
    made = [NamePlace(data, prefix=f"place{number}") for number in range(1, PLACES_ASKED + 1)]
    for part in ("name", "town", "places"):
        made[0].fields[part].required = True
    return made


class GiveOpinion(ActForm):
    """What a body thinks, and why."""

    body = _body(_("In the name of"))
    verdict = forms.TypedChoiceField(
        label=_("Opinion"), choices=Verdict.choices, coerce=Verdict, widget=forms.RadioSelect
    )
    reasons = PlainText(label=_("Reasons, for everybody to read"), max_length=4000, widget=forms.Textarea)
    given_on = forms.DateField(label=_("Day"), widget=DayInput())


class HoldMeeting(ActForm):
    """Who met, when and where."""

    held_on = forms.DateField(label=_("Day"), widget=DayInput())
    town = PlainText(label=_("Town"), max_length=80, required=False)
    bodies = forms.TypedMultipleChoiceField(
        label=_("Who sat at the table"), choices=Body.choices, coerce=Body, widget=forms.CheckboxSelectMultiple
    )


class Decide(ActForm):
    """The answer, and for each place how many people it grants."""

    body = _body(_("In the name of"))
    answer = forms.TypedChoiceField(
        label=_("Decision"), choices=Answer.choices, coerce=Answer, widget=forms.RadioSelect
    )
    decided_on = forms.DateField(label=_("Day of the decision"), widget=DayInput())
    opens_on = forms.DateField(label=_("Opens on"), widget=DayInput(), required=False)
    conditions = PlainText(
        label=_("Conditions, or reasons for a no"), max_length=4000, widget=forms.Textarea, required=False
    )

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_field: dict[str, UUID] = {}
        for number, place in enumerate(proposal.places.all(), start=1):
            name = f"granted{number}"
            self.by_field[name] = place.id
            self.fields[name] = forms.IntegerField(
                label=_("Places granted at %(place)s") % {"place": place.name},
                help_text=_("%(wanted)s were proposed.") % {"wanted": place.places},
                min_value=0,
                max_value=MOST,
                initial=place.places,
            )

    @property
    def granted(self) -> dict[UUID, int]:
        """Places granted, by the place's id; a no grants none."""
        if self.cleaned_data["answer"] == Answer.NO:
            return {}
        return {place: self.cleaned_data[name] for name, place in self.by_field.items()}


class WriteReply(ActForm):
    """What a body answers to the numbers of a morning."""

    note = forms.UUIDField(widget=forms.HiddenInput)
    body = _body(_("Who answers"))
    text = PlainText(label=_("Your reply"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}))
