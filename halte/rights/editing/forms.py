"""What editors and translators write."""

from collections.abc import Sequence
from typing import Any, Protocol, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.rights.models import LANGUAGES, Confidence, Danger
from halte.rights.saying import Footing, SourceSaid
from halte.rights.whom import WHOM
from halte.rights.xliff import LARGEST
from halte.web.forms import ActForm

SHORT = 60
"""A text of at most so many characters, such as a figure, has one line to write in."""
WHOM_CODES = [code for code in WHOM["en"] if code != "label"]
"""For whom a statement can hold, in the order of a life: age first, then how far somebody is."""


class TwoPeople(ActForm):
    """Something that a second person lets stand, once it is ready."""

    @property
    def is_ready(self) -> bool:
        """Whether it was not kept as a draft."""
        return "draft" not in self.data


class Proposed(TwoPeople):
    """A new text for one statement in one language."""

    text = PlainText(
        label=_("What is said first"), max_length=240, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )
    more = PlainText(
        label=_("What is said after it"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )


class ProposedHead(Proposed):
    """A new title and summary for one page."""

    text = PlainText(label=_("Title"), max_length=80, widget=forms.TextInput(attrs={"dir": "auto"}))
    more = PlainText(label=_("Summary"), max_length=160, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}))


class Article(ActForm):
    """An article of law that changed."""

    article = PlainText(label=_("Which article changed?"), max_length=40, help_text=_("Such as L572-4"))


class Seen(ActForm):
    """Somebody looked at a statement again and finds it right."""

    looked_at = PlainText(
        label=_("Where did you look it up?"), max_length=200, help_text=_("Such as: legifrance.gouv.fr, text of today")
    )
    signature = PlainText(label=_("The name that readers see"), max_length=80)
    show_until = forms.DateField(
        label=_("May be shown until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, needs_day: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["show_until"].required = needs_day


class Answer(ActForm):
    """The answer to a question, in the language of whoever asked."""

    words = PlainText(
        label=_("Your answer"),
        help_text=_("In the language above. Say first what to do now; name the page and its law; name nobody."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )


class Translated(ActForm):
    """A page that a translator gave back."""

    file = forms.FileField(
        label=_("An XLIFF file that a translator gave back"), widget=forms.FileInput(attrs={"accept": ".xlf,.xliff"})
    )

    def clean_file(self) -> bytes:
        """The file in memory; one byte more than the largest is enough to refuse it."""
        sent: Any = self.cleaned_data["file"]
        sent.seek(0)
        return bytes(sent.read(LARGEST + 1))


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
    """What a statement rests on, how sure it is, for whom it holds and until when."""

    law = PlainText(label=_("Law"), max_length=80, required=False, help_text=_("As lawyers write it: CASF L345-2-2"))
    sources = forms.MultipleChoiceField(
        label=_("Sources"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Without the tick it goes."),
    )
    another = forms.ChoiceField(label=_("One more source that we know"), required=False)
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
        for name, choices in (("sources", cited), ("another", [("", _("none")), *known]), ("applies_to", whom)):
            cast("forms.ChoiceField", self.fields[name]).choices = choices

    def footing(self, new_source: SourceSaid | None) -> Footing:
        """What it says; only after `is_valid()`."""
        said = self.cleaned_data
        names = ("law", "confidence", "danger", "show_until", "registered_from", "registered_until")
        another = [said["another"]] if said["another"] and said["another"] not in said["sources"] else []
        return Footing(
            **{name: said[name] for name in names},
            applies_to=tuple(said["applies_to"]),
            sources=(*said["sources"], *another),
            new_source=new_source,
        )


def _line() -> forms.Widget:
    return forms.TextInput(attrs={"dir": "auto"})


def _lines() -> forms.Widget:
    return forms.Textarea(attrs={"rows": 3, "dir": "auto"})


class Written(Protocol):
    """One text to write beside its original."""

    @property
    def name(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def longest(self) -> int: ...


class EachText(ActForm):
    """Every text of something in another language, each beside its original."""

    all_needed = True

    def __init__(self, *args: Any, asked: Sequence[Written], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, one in enumerate(asked):
            self.fields[f"text{number}"] = PlainText(
                label=one.source,
                max_length=one.longest,
                required=self.all_needed,
                initial=one.target,
                widget=_line() if one.longest <= SHORT else _lines(),
            )
        self.asked = asked

    @property
    def written(self) -> dict[str, str]:
        """Each text by its name; only after `is_valid()`."""
        return {one.name: self.cleaned_data[f"text{number}"] for number, one in enumerate(self.asked)}

    @property
    def beside(self) -> list[tuple[Written, forms.BoundField]]:
        """Each text beside its original."""
        return [(one, self[f"text{number}"]) for number, one in enumerate(self.asked)]


class BegunTexts(EachText, TwoPeople):
    """Every text of a page in a new language; a draft may lack some."""

    all_needed = False


class ReadThrough(ActForm):
    """A translator read all of a translation, and answers for it."""

    signature = PlainText(
        label=_("The name that readers see"), max_length=80, help_text=_("Your name, or your role and your house.")
    )
    read = PlainText(max_length=64, widget=forms.HiddenInput)


class Signed(ActForm):
    """A second person lets a page stand."""

    signature = PlainText(
        label=_("The name that readers see"),
        max_length=80,
        required=False,
        help_text=_("Of a translator who answers for it. Without a name the page says that none reviewed it."),
    )
