"""A place beside a family: held at their wish, and given when they say yes."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts.answers import answering, done
from halte.accounts.doors import HalteRequest, needs
from halte.common import nights
from halte.guests.acquaintances import check_not_known
from halte.nights import actions, expecting, forms
from halte.nights.doors import AT_THE_DOOR
from halte.nights.views.around import around, checked, found_guest, where
from halte.nights.views.beds import scanned


@needs(AT_THE_DOOR)
@require_http_methods(["GET", "HEAD", "POST"])
def beside(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """Hold a place beside a family; or, once it is held, say whom they said yes to."""
    guest, at = found_guest(request, guest_id), timezone.now()
    check_not_known(request.actor, guest)
    form = forms.HoldBeside(request.POST or None)

    def act() -> None:
        until = nights.moment_in(night, form.cleaned_data["until"], request.actor.site.zone)
        counted = form.cleaned_data["counted"]
        actions.hold_beside(
            actor=request.actor, guest=guest, counted=counted, night=night, until=until, at=at, key=form.retry_key
        )

    if form.is_bound and form.is_valid() and done(form, act):
        messages.success(request, _("A place beside them is held. At the door nobody is told; they say yes or no."))
        return redirect("desk:guest", guest.id)
    held = expecting.held_beside(request.actor, guest, night)
    context = {"form": form, "guest": guest, "held": held, "yes": forms.SaidYes(auto_id="yes-%s")}
    status = 422 if form.is_bound else 200
    return render(request, "nights/beside.html", context | around(request, night, at), status=status)


@needs(AT_THE_DOOR)
@require_POST
def say_yes(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """They said yes to whoever came: the place is theirs, and they belong together."""
    guest = found_guest(request, guest_id)
    form = checked(request, forms.SaidYes)
    held = expecting.held_beside(request.actor, guest, night)
    if form is None or held is None:
        return redirect("nights:beside", night, guest.id)
    with answering(request) as say:
        came = scanned(request, form)
        stay = actions.say_yes(actor=request.actor, party=held, guest=came, at=timezone.now(), key=form.retry_key)
        say(_("They are together. %(where)s") % {"where": where(stay)})
        return redirect("desk:guest", guest.id)
    return redirect("nights:beside", night, guest.id)
