"""People I know: scanned one after another, never listed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from halte.accounts.answers import answering
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import DESK
from halte.guests import acquaintances, queries
from halte.guests.forms import KnownCard
from halte.guests.models import Guest


@needs(DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def known(request: HalteRequest) -> HttpResponse:
    """Cards that a colleague shall open; a scan is the act, in whichever of the two ways was chosen."""
    form = KnownCard(request.POST or None)
    if request.method == "POST":
        if form.is_valid():
            _mark(request, form)
            again = "?no_more=yes" if form.cleaned_data["no_more"] else ""
            return redirect(request.path + again)
        messages.error(request, form.first_error())
    context = {"number": acquaintances.how_many(request.actor), "no_more": request.GET.get("no_more") == "yes"}
    return render(request, "guests/known.html", context, status=422 if form.is_bound else 200)


def _mark(request: HalteRequest, form: KnownCard) -> None:
    given: dict[str, Any] = {"actor": request.actor, "at": timezone.now(), "key": form.retry_key}
    with answering(request) as say:
        guest = _scanned(request, form.cleaned_data["code"])
        if form.cleaned_data["no_more"]:
            acquaintances.not_known(guest=guest, **given)
            say(_("You open this card again."))
        else:
            acquaintances.know(guest=guest, **given)
            say(_("A colleague opens this card from now on."))


def _scanned(request: HalteRequest, typed: str) -> Guest:
    secret = queries.secret_in(typed)
    try:
        found = queries.by_secret(request.actor, secret) if secret else queries.by_spoken(request.actor, typed)
    except acquaintances.ColleagueOpens as marked:
        return marked.guest
    if found is None:
        raise queries.CodeUnknown
    return queries.not_shown(request.actor, found)
