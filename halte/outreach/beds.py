"""The page where a team outside asks a house for beds tonight, and reads the answer."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts import roles
from halte.accounts.answers import done, say_errors
from halte.accounts.doors import HalteRequest, needs
from halte.common import nights
from halte.outreach import asking, forms, queries
from halte.web.forms import ActForm


@needs(roles.FIELD)
@require_http_methods(["GET", "HEAD", "POST"])
def beds(request: HalteRequest) -> HttpResponse:
    """Beds asked for tonight with their answers, and the form for more."""
    at = timezone.now()
    houses = queries.houses_with_beds(request.actor, at)
    form = forms.AskBeds(request.POST or None, houses=houses)
    if request.method == "POST" and form.is_valid() and done(form, lambda: _ask(request, form, at)):
        messages.success(request, _("The house is asked. Its answer shows here."))
        return redirect("outreach:beds")
    context = {"form": form, "houses": houses, "asked": queries.beds_asked(request.actor, at)}
    return render(request, "outreach/beds.html", context, status=422 if form.errors else 200)


def _ask(request: HalteRequest, form: forms.AskBeds, at: datetime) -> None:
    house = form.chosen
    asking.ask_beds(
        actor=request.actor,
        house=house,
        people=form.people,
        arriving_at=nights.moment_in(house.tonight(at), form.cleaned_data["arriving"], house.zone),
        at=at,
        key=form.retry_key,
    )


@needs(roles.FIELD)
@require_POST
def take_back(request: HalteRequest, asked_id: UUID) -> HttpResponse:
    """No beds are needed any more."""
    asked = queries.asked(request.actor, asked_id)
    if asked is None:
        raise Http404
    form = ActForm(request.POST)
    if form.is_valid() and done(
        form,
        lambda: asking.take_back_beds(actor=request.actor, asked=asked, at=timezone.now(), key=form.retry_key),
    ):
        messages.success(request, _("No beds are asked for any more."))
    say_errors(request, form)
    return redirect("outreach:beds")
