"""What editors and translators write."""

from collections.abc import Sequence
from typing import Any, Protocol

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.rights.xliff import LARGEST
from halte.web.forms import ActForm

SHORT = 60
"""A text of at most so many characters, such as a figure, has one line to write in."""


class TwoPeople(ActForm):
    """Something that a second person lets stand, once it is ready."""

    @property
    def is_ready(self) -> bool:
        """Whether it was not kept as a draft."""
        return "draft" not in self.data


class Worded(forms.Form):
    """What a statement says."""

    text = PlainText(
        label=_("What is said first"), max_length=240, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )
    more = PlainText(
        label=_("What is said after it"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )


class Proposed(Worded, TwoPeople):
    """A new text for one statement in one language."""


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
