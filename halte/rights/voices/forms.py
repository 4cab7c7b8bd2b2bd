"""What a speaker sends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.rights.voices.refusals import NoVoice
from halte.rights.voices.sound import LARGEST
from halte.web.forms import ActForm


class Voice(ActForm):
    """One recording."""

    voice = forms.FileField(
        label=_("A recording of your voice"),
        widget=forms.FileInput(attrs={"accept": "audio/webm,audio/ogg", "capture": "user"}),
    )

    def clean_voice(self) -> bytes:
        """The sound, in memory."""
        sent: Any = self.cleaned_data["voice"]
        if sent.size > LARGEST:
            raise forms.ValidationError(NoVoice.message)
        sent.seek(0)
        content: bytes = sent.read()
        return content
