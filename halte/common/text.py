"""One text type for forms and API: normalised, without NUL, lone surrogates or hidden marks, of a known length."""

import unicodedata
from typing import Annotated, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from pydantic import AfterValidator

# Bidirectional overrides and isolates can make a text show other than it reads (Unicode TR 36).
_HIDDEN = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)}


def clean(text: str) -> str:
    """The text in Unicode form NFC, without the blanks around it.

    Raises:
        ValueError: It holds a NUL, a control character, a lone surrogate or a hidden direction mark.
    """
    for character in text:
        category = unicodedata.category(character)
        if category == "Cs" or character in _HIDDEN or (category == "Cc" and character not in "\n\r\t"):
            raise ValueError("The text holds a character that cannot be shown.")
    return unicodedata.normalize("NFC", text).strip()


class PlainText(forms.CharField):
    """A form field for text that people read."""

    default_error_messages = {"hidden": _("This text holds a character that cannot be shown. Type it again.")}

    def to_python(self, value: Any) -> str:
        raw = super().to_python(value)
        try:
            return clean(raw) if raw else ""
        except ValueError:
            raise ValidationError(self.error_messages["hidden"], code="hidden") from None


Text = Annotated[str, AfterValidator(clean)]
"""A text in an API body, held to the same rules."""
