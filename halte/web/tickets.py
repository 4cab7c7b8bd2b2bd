"""A door where a ticket code fetches something: one form, and one answer for whatever finds nothing."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from halte.common import tickets
from halte.common.text import PlainText

Row = TypeVar("Row")


class Ticket(forms.Form):
    """The code on the ticket. It changes nothing, so it carries no key."""

    template_name = "web/_partials/form.html"

    code = PlainText(
        label=_("The code of your ticket"),
        max_length=tickets.LENGTH * 3,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}
        ),
    )


def fetched(form: Ticket, find: Callable[[str], Row | None], *, at: datetime) -> tuple[Row | None, int]:
    """What a sent code fetches, and the status to answer with; the form then says why there is nothing.

    Keeps:
        A wrong code and an unknown one are answered alike, and counted; after too many nothing is looked up.
    """
    if not form.is_valid():
        return None, 422
    if tickets.too_many_tries(at=at):
        form.add_error(None, _("Too many codes were tried. Try again in a quarter of an hour."))
        return None, 429
    found = find(form.cleaned_data["code"])
    if found is None:
        tickets.note_wrong(at=at)
        form.add_error("code", _("No ticket has this code. Look at it again: it has ten letters and digits."))
        return None, 422
    return found, 200
