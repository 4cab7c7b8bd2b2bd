"""Panic: whoever leads the night lets the key of the house go, from a screen."""

from contextlib import suppress

from django.db import DatabaseError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from halte.accounts.answers import say_errors
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import NIGHT_DESK
from halte.common import letting_go
from halte.emergency import actions
from halte.journal import AlreadyDone
from halte.web.forms import HeldForm


class LastAnswer(HttpResponseRedirect):
    """Leads to the page that stands afterwards; once it is on its way, the key goes."""

    def close(self) -> None:
        """The answer was sent."""
        super().close()
        letting_go.now()


@needs(NIGHT_DESK, shows_people=False)
@require_http_methods(["GET", "HEAD", "POST"])
def panic(request: HalteRequest) -> HttpResponse:
    """The number that opens the beds afterwards, and the button that is held.

    Keeps:
        A register that cannot be written to does not keep the key.
    """
    number = letting_go.number()
    if request.method != "POST" or not number:
        return render(request, "emergency/panic.html", {"number": number})
    form = HeldForm(request.POST)
    if not form.is_valid():
        say_errors(request, form)
        return redirect("emergency:panic")
    with suppress(AlreadyDone, DatabaseError):
        actions.let_go_of_key(actor=request.actor, at=timezone.now(), key=form.retry_key)
    return LastAnswer(f"/?number={number}")
