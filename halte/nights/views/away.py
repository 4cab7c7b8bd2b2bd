"""Nights away: the bed is kept."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts.answers import answering, done
from halte.accounts.doors import HalteRequest, needs
from halte.nights import actions, forms
from halte.nights.doors import AT_THE_DOOR
from halte.nights.models import ONE_DAY
from halte.nights.views.around import around, checked, found_stay


@needs(AT_THE_DOOR)
@require_http_methods(["GET", "HEAD", "POST"])
def away(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """From which night to which a guest is away."""
    stay, at = found_stay(request, stay_id), timezone.now()
    form = forms.Away(
        request.POST or None,
        initial={
            "first_night": stay.away_from or (night + ONE_DAY if stay.inside else night),
            "last_night": stay.away_until,
        },
    )

    def act() -> None:
        actions.say_away(
            actor=request.actor,
            stay=stay,
            first_night=form.cleaned_data["first_night"],
            last_night=form.cleaned_data["last_night"],
            night=night,
            at=at,
            key=form.retry_key,
        )

    if form.is_bound and form.is_valid() and done(form, act):
        until = {"night": date_format(form.cleaned_data["last_night"], "l j F")}
        messages.success(request, _("The bed is kept. They are expected again after the night of %(night)s.") % until)
        return redirect("desk:guest", stay.guest_id)
    context = {"form": form, "stay": stay, "most": request.actor.site.rules_at(at).nights_kept_away}
    status = 422 if form.is_bound else 200
    return render(request, "nights/away.html", context | around(request, night, at), status=status)


@needs(AT_THE_DOOR)
@require_POST
def come_sooner(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """They are not away after all."""
    stay = found_stay(request, stay_id)
    form = checked(request, forms.Press)
    if form is not None:
        with answering(request) as say:
            actions.come_sooner(actor=request.actor, stay=stay, night=night, at=timezone.now(), key=form.retry_key)
            say(_("They are expected tonight."))
    return redirect("desk:guest", stay.guest_id)
