"""Forms that change something: each carries the key that makes a double tap harmless."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from halte.common.retry import RetryKey

NOT_PART_OF_THE_ACT = frozenset({"csrfmiddlewaretoken", "key"})
WORDS_OF_THE_FRAMEWORK = (
    gettext_noop("This field is required."),
    gettext_noop("Select a valid choice. %(value)s is not one of the available choices."),
)
"""Django says these to guests too, and has no catalogue in Pashto, Tigrinya, Amharic and Somali: ours holds them."""
ADDRESS: ContextVar[str] = ContextVar("address", default="")
"""The path that is being asked, which says what a button does and to whom; set by `web.middleware`."""


def body_hash(data: Mapping[str, Any], files: Mapping[str, Any] | None = None) -> bytes:
    """Hash what was asked, so that one retry key cannot stand for two different acts.

    Keeps:
        The order of the fields changes nothing; the order of values inside one field does.
        Two addresses are two wishes: the same bare button on another guest's panel is another act.
    """
    asked = [[name, _values(data, name)] for name in sorted(data) if name not in NOT_PART_OF_THE_ACT]
    sent = [[name, _file_hash(files[name])] for name in sorted(files or {})] if files else []
    canonical = json.dumps([ADDRESS.get(), asked, sent], separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).digest()


def _values(data: Mapping[str, Any], name: str) -> list[str]:
    if isinstance(data, QueryDict):
        return [str(value) for value in data.getlist(name)]
    value = data[name]
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]


def _file_hash(upload: Any) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


class ActForm(forms.Form):
    """The base of every form that changes something; a form for a bare button is this one itself."""

    template_name = "web/_partials/form.html"

    key = forms.UUIDField(
        initial=uuid4,
        widget=forms.HiddenInput,
        error_messages={
            "required": _("This page is too old. Open it again, then press once more."),
            "invalid": _("This page is too old. Open it again, then press once more."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    @property
    def retry_key(self) -> RetryKey:
        """The client's key and the hash of what it was sent with; only after `is_valid()`."""
        return RetryKey(value=self.cleaned_data["key"], body=body_hash(self.data, self.files))

    def first_error(self) -> str:
        """The first thing that is wrong, in words."""
        return next(str(errors[0]) for errors in self.errors.values())


class HeldForm(ActForm):
    """A form for what cannot be undone: held for two seconds, or ticked where no script runs."""

    held = forms.BooleanField(
        label=_("I mean it. This cannot be undone."),
        error_messages={"required": _("Hold the button for two seconds.")},
    )
