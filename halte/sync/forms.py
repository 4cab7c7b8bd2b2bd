"""What is said of kept heads."""

from django import forms

from halte.common.text import PlainText
from halte.journal.checking import KeptHead
from halte.web.forms import ActForm


class Pinned(ActForm):
    """The heads that stood on the printed page."""

    heads = PlainText(max_length=2000, widget=forms.HiddenInput)

    def clean_heads(self) -> list[KeptHead]:
        """The heads, read back."""
        try:
            return [KeptHead.parse(line) for line in self.cleaned_data["heads"].split()]
        except ValueError:
            raise forms.ValidationError(self.fields["heads"].error_messages["required"]) from None
