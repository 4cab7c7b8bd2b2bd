"""The page that releases all places of those who did not come: held, with what cannot be undone in words."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from halte.accounts import roles
from halte.accounts.answers import answering
from halte.accounts.doors import HalteRequest, needs
from halte.nights import queries
from halte.nights.actions.releasing import release_all
from halte.web.forms import HeldForm


@needs(roles.NIGHT_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HalteRequest, night: date) -> HttpResponse:
    """How many did not come; held for two seconds, their places are free."""
    at = timezone.now()
    if request.method == "POST":
        form = HeldForm(request.POST)
        if not form.is_valid():
            messages.error(request, form.first_error())
            return redirect("nights:release", night)
        with answering(request) as say:
            n = release_all(actor=request.actor, night=night, at=at, key=form.retry_key)
            say(ngettext("%(n)s place is free.", "%(n)s places are free.", n) % {"n": n})
        return redirect("nights:board", night)
    missing = queries.did_not_come_yet(request.actor, night).count()
    return render(request, "nights/release.html", {"night": night, "at": at, "missing": missing})
