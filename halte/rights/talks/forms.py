"""What officials, the house and guests write about a talk."""

from datetime import datetime
from typing import Any, cast
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.rights.models import LANGUAGES, WRITTEN_IN, Government
from halte.rights.talks.actions import Offer, Stated
from halte.sites.models import Site
from halte.web.forms import ActForm


class OfferTalk(ActForm):
    """A government offers a talk."""

    government = forms.ChoiceField(label=_("Which government"), choices=Government.choices, widget=forms.RadioSelect)
    institution = PlainText(label=_("Institution"), max_length=120, help_text=_("Guests read it beside your name."))
    speaker = PlainText(label=_("Who speaks"), max_length=80)
    title = PlainText(label=_("What is it about, in a line"), max_length=120)
    written_in = forms.ChoiceField(label=_("These words are in"), choices=WRITTEN_IN, widget=forms.RadioSelect)
    matter = forms.ChoiceField(label=_("The topic of the guide on the same matter"))
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    hour = forms.TimeField(label=_("Hour"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=480, initial=60)
    where = PlainText(label=_("Where in the house"), max_length=80)
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=1000)
    languages = forms.MultipleChoiceField(
        label=_("Languages that are spoken"), choices=LANGUAGES, widget=forms.CheckboxSelectMultiple
    )
    interpreters = forms.MultipleChoiceField(
        label=_("An interpreter speaks"), choices=LANGUAGES, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, matters: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["matter"]).choices = matters

    def offer(self, site: Site) -> Offer:
        """The offer, at the hour of the house's own clock; only after `is_valid()`."""
        said = self.cleaned_data
        return Offer(
            government=Government(said["government"]),
            starts_at=datetime.combine(said["day"], said["hour"], site.zone),
            languages=tuple(said["languages"]),
            interpreters=tuple(said["interpreters"]),
            **{name: said[name] for name in ("institution", "speaker", "title", "written_in", "matter")},
            **{name: said[name] for name in ("minutes", "where", "seats")},
        )


class StatePoint(ActForm):
    """One statement with its source."""

    text = PlainText(label=_("Statement"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    figure = PlainText(label=_("Number, where it is one"), max_length=40, required=False)
    source = PlainText(label=_("Source"), max_length=160, help_text=_("Title and publisher, so that anyone finds it."))
    source_address = PlainText(label=_("Its address on the web"), max_length=200, required=False)
    source_on = forms.DateField(
        label=_("Day of the source"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    beside = forms.ChoiceField(label=_("The guide says on the same thing"), required=False)

    def __init__(self, *args: Any, statements: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["beside"]).choices = [("", _("nothing")), *statements]

    def clean_source_address(self) -> str:
        """An address of a page, without `https://`, so that no link can do anything but lead there."""
        written = str(self.cleaned_data["source_address"])
        if not written:
            return ""
        bare = written.removeprefix("https://").removeprefix("http://")
        try:
            host = urlsplit(f"https://{bare}").hostname or ""
        except ValueError:
            host = ""
        if "." not in host or any(character.isspace() or character in "<>\"'\\@" for character in bare):
            raise ValidationError(_("Write an address such as gov.uk/guidance."))
        return bare

    @property
    def stated(self) -> Stated:
        """The statement; only after `is_valid()`."""
        return Stated(**{name: value for name, value in self.cleaned_data.items() if name != "key"})


class SignSheet(ActForm):
    """The speaker signs."""

    unknown = PlainText(
        label=_("What is not known"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Such as: how many people, from when, what happens after. Guests trust a sheet that says so."),
    )
    name = PlainText(label=_("Signed by"), max_length=80)


class CountHeads(ActForm):
    """How many listen in each language: somebody looks into the room, and nobody is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in LANGUAGES:
            self.fields[code] = forms.IntegerField(label=name, min_value=0, max_value=2000, required=False)

    @property
    def people(self) -> dict[str, int]:
        """By language; only after `is_valid()`."""
        return {code: self.cleaned_data[code] or 0 for code, _name in LANGUAGES}


class PassOn(ActForm):
    """A question in words that tell nobody."""

    text = PlainText(
        label=_("Pass it on in these words"), max_length=500, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )


class AnswerQuestion(ActForm):
    """The speaker answers."""

    text = PlainText(label=_("Answer"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))
    written_in = forms.ChoiceField(label=_("These words are in"), choices=WRITTEN_IN, widget=forms.RadioSelect)


class Ask(ActForm):
    """A question without a name."""

    text = PlainText(max_length=500, widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "autocomplete": "off"}))

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label
