"""What somebody says, and what readers answer."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.accounts.models import Staff
from halte.common.text import PlainText
from halte.complaints.actions import Spoken
from halte.complaints.models import About, NotFor
from halte.complaints.queries import Outside
from halte.complaints.sounds import kind_of
from halte.sites.models import Site
from halte.web.forms import ActForm

LARGEST = 1_500_000
"""Two minutes of speech need less than a third of it."""
NOT_A_VOICE = _("This is no recording, or it is longer than two minutes.")


class Say(ActForm):
    """Words or a voice, what it is about, and who may not read it. Nothing that says who speaks."""

    site = forms.ModelChoiceField(
        label=_("Which house"), queryset=Site.objects.none(), to_field_name="code", widget=forms.RadioSelect
    )
    about = forms.ChoiceField(label=_("What is it about?"), choices=About.choices, widget=forms.RadioSelect)
    words = PlainText(
        label=_("In your words, in any language"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    voice = forms.FileField(
        label=_("Or your voice, two minutes at most"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "audio/*", "capture": "user"}),
    )
    not_for = forms.MultipleChoiceField(
        label=_("Who may not read it?"), choices=NotFor.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    not_readers = forms.MultipleChoiceField(
        label=_("Two people who do not work in this house read it. Is it about one of them?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, sites: Any, outside: Sequence[Outside], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("Any", self.fields["site"]).queryset = sites
        named = [(one.staff.id.hex, _("Not %(name)s") % {"name": one.staff.called}) for one in outside]
        cast("forms.ChoiceField", self.fields["not_readers"]).choices = named
        if not named:
            del self.fields["not_readers"]

    def clean_voice(self) -> Spoken | None:
        """The recording in memory; its own bytes say what it is."""
        sent: Any = self.cleaned_data.get("voice")
        if sent is None:
            return None
        sent.seek(0)
        sound: bytes = sent.read(LARGEST + 1)
        kind = kind_of(sound)
        if not kind or len(sound) > LARGEST:
            raise forms.ValidationError(NOT_A_VOICE)
        return Spoken(sound, kind)


class Answer(ActForm):
    """The answer, in the language of whoever said it."""

    words = PlainText(
        label=_("Your answer"),
        help_text=_("Write it in the language above, or let a person translate it. Name nobody."),
        max_length=4000,
        widget=forms.Textarea(attrs={"dir": "auto"}),
    )


class NameReader(ActForm):
    """Who reads complaints."""

    staff = forms.ModelChoiceField(label=_("Who reads"), queryset=Staff.objects.none())

    def __init__(self, *args: Any, could: Sequence[Staff], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("Any", self.fields["staff"])
        field.queryset = Staff.objects.filter(id__in=[one.id for one in could]).order_by("called")
