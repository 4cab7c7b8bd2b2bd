"""What a reader says and asks."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.common.text import PlainText
from halte.rights.models import MarkKind
from halte.web.forms import ActForm


class Mark(ActForm):
    """One press, and which statement it is about if the reader says so."""

    kind = forms.ChoiceField(choices=MarkKind.choices)
    statement = forms.ChoiceField(
        label=_("Which sentence is it?"), required=False, widget=forms.RadioSelect, choices=[]
    )

    def __init__(self, *args: Any, statements: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["statement"]).choices = [("", _("The whole page")), *statements]


class Ask(ActForm):
    """A question in any words. Nothing that says who asks."""

    words = PlainText(
        label=_("Your question, in your language"),
        help_text=_("No name, no number of a file or a phone: we do not need them."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto", "autocomplete": "off"}),
    )
