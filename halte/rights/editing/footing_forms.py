"""What editors write of a statement besides its words, and of a source."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.rights.added import NewTopic
from halte.rights.agreeing import SLUG
from halte.rights.editing import signs
from halte.rights.editing.forms import TwoPeople, Worded
from halte.rights.headings import ORDER
from halte.rights.models import LANGUAGES, WRITTEN_IN, Confidence, Danger, Kind, Source
from halte.rights.reading import READING
from halte.rights.saying import Footing, SourceSaid
from halte.rights.whom import WHOM

WHOM_CODES = [code for code in WHOM["en"] if code != "label"]
"""For whom a statement can hold, in the order of a life: age first, then how far somebody is."""


def _day(label: Any, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


class Named(TwoPeople):
    """A source, as its reader finds it again."""

    title = PlainText(label=_("Title of the source"), max_length=200, widget=forms.TextInput(attrs={"dir": "auto"}))
    address = PlainText(
        label=_("Its address"),
        max_length=300,
        required=False,
        help_text=_("Without https://, such as legifrance.gouv.fr"),
    )
    language = forms.ChoiceField(label=_("Its language"), choices=LANGUAGES)
    dated = PlainText(
        label=_("Its own date"),
        max_length=10,
        help_text=_("Such as 2015, 2020-09 or 2022-07-13; “undated” if it has none"),
    )
    about = forms.BooleanField(label=_("This date is a guess"), required=False)
    read_on = _day(_("When you read it"))

    def clean_address(self) -> str:
        """Whoever copies an address brings what stands before it."""
        return str(self.cleaned_data["address"]).removeprefix("https://").removeprefix("http://")

    @property
    def source(self) -> SourceSaid:
        """What it says; only after `is_valid()`."""
        return SourceSaid(**{name: self.cleaned_data[name] for name in SourceSaid.__dataclass_fields__})


class RestsOn(TwoPeople):
    """What a statement is and rests on, how sure it is, for whom it holds and until when."""

    kind = forms.ChoiceField(label=_("What it is"), choices=Kind.choices, widget=forms.RadioSelect)
    phone = PlainText(
        label=_("Number to call"),
        max_length=16,
        required=False,
        help_text=_("Of a step only; digits alone, or 15, 17, 18"),
        widget=forms.TextInput(attrs={"inputmode": "tel", "dir": "ltr"}),
    )
    pictogram = forms.ChoiceField(label=_("Pictogram"), widget=forms.RadioSelect)
    law = PlainText(label=_("Law"), max_length=80, required=False, help_text=_("As lawyers write it: CASF L345-2-2"))
    sources = forms.MultipleChoiceField(
        label=_("Sources"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Without the tick it goes."),
    )
    another = forms.ChoiceField(label=_("One more source that we know"), required=False)
    pre_pact = forms.BooleanField(
        label=_("A deadline that changed in June 2026: no number of it is ever shown"), required=False
    )
    figures = PlainText(
        label=_("Figures that other statements say too"),
        max_length=300,
        required=False,
        help_text=_("One on each line, its name first: asylum-allowance-euros 6.80"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "ltr"}),
    )
    confidence = forms.ChoiceField(label=_("How it is known"), choices=Confidence.choices, widget=forms.RadioSelect)
    danger = forms.ChoiceField(label=_("If it is wrong"), choices=Danger.choices, widget=forms.RadioSelect)
    show_until = _day(_("May be shown until"), required=False)
    applies_to = forms.MultipleChoiceField(label=_("For whom it holds"), widget=forms.CheckboxSelectMultiple)
    registered_from = _day(_("For asylum requests registered from"), required=False)
    registered_until = _day(_("For asylum requests registered until"), required=False)

    def __init__(self, *args: Any, cited: list[tuple[str, str]], known: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = WHOM["fr" if get_language() == "fr" else "en"]
        whom = [("everyone", _("everyone")), *((code, words[code]) for code in WHOM_CODES)]
        for name, choices in (
            ("sources", cited),
            ("another", [("", _("none")), *known]),
            ("applies_to", whom),
            ("pictogram", signs.choices(self.initial.get("pictogram", ""))),
        ):
            cast("forms.ChoiceField", self.fields[name]).choices = choices

    def clean_figures(self) -> tuple[tuple[str, str], ...]:
        """Each name with its figure."""
        lines = [line.split() for line in self.cleaned_data["figures"].splitlines() if line.strip()]
        if any(len(line) != 2 or not SLUG.fullmatch(line[0]) or len(line[1]) > 12 for line in lines):
            raise forms.ValidationError(
                _("Write a name in small letters, digits and hyphens, a blank, and the figure.")
            )
        if len({line[0] for line in lines}) < len(lines):
            raise forms.ValidationError(_("the same word stands here twice."))
        return tuple((name, figure) for name, figure in lines)

    def footing(self, new_source: SourceSaid | None) -> Footing:
        """What it says; only after `is_valid()`."""
        said = self.cleaned_data
        names = [name for name in Footing.__dataclass_fields__ if name not in {"applies_to", "sources", "new_source"}]
        another = [said["another"]] if said["another"] and said["another"] not in said["sources"] else []
        return Footing(
            **{name: said[name] for name in names},
            applies_to=tuple(said["applies_to"]),
            sources=(*said["sources"], *another),
            new_source=new_source,
        )


class Fresh(Worded, RestsOn):
    """A statement that does not stand yet: its words too, and who checked it."""

    code = PlainText(
        label=_("Its name in the files"),
        max_length=40,
        help_text=_("Small letters, digits and hyphens: ask-our-desk. It stays for good."),
    )
    signature = PlainText(
        label=_("The name that readers see"), max_length=80, help_text=_("Of who checked it against its sources")
    )

    @property
    def head(self) -> list[forms.BoundField]:
        """What a new topic is besides its first statement."""
        return [self[name] for name in ("language", "title", "summary", "heading", "slug") if name in self.fields]


def _headings() -> list[tuple[str, str]]:
    words = READING["fr" if get_language() == "fr" else "en"]
    return [(code, words[code]) for code in ORDER]


class FreshTopic(Fresh):
    """A topic that does not stand yet, with its first statement; its sign stands beside both."""

    language = forms.ChoiceField(label=_("Written in"), choices=WRITTEN_IN)
    title = PlainText(label=_("Title"), max_length=80, help_text=_("The question of who reads it. No figure."))
    summary = PlainText(
        label=_("Summary"),
        max_length=160,
        help_text=_("What the page helps with. No figure."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    heading = forms.ChoiceField(label=_("Where readers find it"), choices=_headings)
    slug = PlainText(
        label=_("Its name in addresses"),
        max_length=40,
        help_text=_("Small letters, digits and hyphens: postal-address. It stays for good."),
    )

    @property
    def new_topic(self) -> NewTopic:
        """What it says; only after `is_valid()`."""
        return NewTopic(**{name: self.cleaned_data[name] for name in NewTopic.__dataclass_fields__})


def with_source(
    data: QueryDict | None,
    shape: type[RestsOn],
    shown: Footing,
    *,
    cited: Iterable[str],
    more: Mapping[str, object] | None = None,
) -> tuple[RestsOn, Named]:
    """What is written of a statement, and a source that no statement named before.

    Args:
        cited: Which sources stand there to be ticked.
        more: What else is written so far.
    """
    titles = dict(Source.objects.values_list("key", "title"))
    there = [key for key in dict.fromkeys(cited) if key in titles]
    form = shape(
        data,
        cited=[(key, titles[key]) for key in there],
        known=[(key, titles[key]) for key in sorted(titles) if key not in there],
        initial=vars(shown) | {"figures": signs.as_lines(shown.figures)} | dict(more or {}),
    )
    fresh = vars(shown.new_source) if shown.new_source else {"read_on": timezone.localdate()}
    new = Named(data, prefix="new", initial=fresh, use_required_attribute=False)
    del new.fields["key"]
    return form, new
