"""What a writer, a colleague and a guest say."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.sites.models import Site
from halte.tracing.models import Known
from halte.web.forms import ActForm

ANYWHERE = ""


class WriteMessage(ActForm):
    """Whom it is for, where they may be, and the message."""

    known = forms.ChoiceField(
        label=_("What do you know?"), choices=Known.choices, initial=Known.NAME, widget=forms.RadioSelect
    )
    hint = PlainText(
        label=_("Write it here"),
        help_text=_("The code, the first name, or how they look: age, height, clothes, languages."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )
    where = forms.ChoiceField(label=_("Where may they be?"), required=False)
    text = PlainText(
        label=_("Your message"),
        help_text=_("In any language. Say who you are in a way that they understand."),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, sites: list[Site], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sites = sites
        names = [(site.code, site.name) for site in sites]
        self.fields["where"].choices = [(ANYWHERE, _("I do not know")), *names]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Site]:
        """The places that are asked; only after `is_valid()`."""
        where = self.cleaned_data["where"]
        return [site for site in self.sites if where in (ANYWHERE, site.code)]


class FetchAnswer(forms.Form):
    """A ticket code."""

    template_name = "web/_partials/form.html"
    code = PlainText(
        label=_("Your code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "dir": "ltr"}),
    )


class OfferMessage(ActForm):
    """The card in front of the desk."""

    code = PlainText(
        label=_("Scan their card"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class Answer(ActForm):
    """What the guest wants to say."""

    text = PlainText(
        label=_("What the guest answers"),
        max_length=1500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )
    choice = forms.ChoiceField(choices=[(one, one) for one in ("answer", "no_answer", "not_me")])
