"""What editors and translators write."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.rights.xliff import LARGEST
from halte.web.forms import ActForm


class Proposed(ActForm):
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
