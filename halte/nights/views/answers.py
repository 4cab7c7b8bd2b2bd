"""What whoever waits is told: no bed yet, or a warm seat."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from halte.accounts import roles
from halte.accounts.answers import answering
from halte.accounts.doors import HalteRequest, needs
from halte.nights import actions, forms, queries
from halte.nights.models import NoPlaceWhy, Want
from halte.nights.views.around import checked, found_guest


@needs(roles.NIGHT_DESK)
@require_POST
def tell_all(request: HalteRequest, night: date) -> HttpResponse:
    """Everyone who waits was told that there is no bed yet."""
    return _tell(request, night, None)


@needs(roles.NIGHT_DESK)
@require_POST
def tell(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """One guest was told, with their family or group."""
    want = _want_of(request, night, guest_id)
    return _tell(request, night, want) if want else redirect("nights:waiting", night)


@needs(roles.NIGHT_DESK)
@require_POST
def warm_seat(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """A warm seat instead of a bed."""
    want = _want_of(request, night, guest_id)
    form = checked(request, forms.Press) if want else None
    if want is None or form is None:
        return redirect("nights:waiting", night)
    with answering(request) as say:
        actions.give_warm_seat(actor=request.actor, want=want, at=timezone.now(), key=form.retry_key)
        say(_("A warm seat. It counts as no bed, and for them tomorrow."))
    return redirect("nights:waiting", night)


@needs(roles.NIGHT_DESK)
@require_POST
def no_place_numbered(request: HalteRequest, night: date) -> HttpResponse:
    """No place for so many people without a card."""
    form = checked(request, forms.NoPlaceNumbered)
    if form is not None:
        with answering(request) as say:
            said = actions.no_place_for_number(
                actor=request.actor,
                number=form.cleaned_data["number"],
                why=NoPlaceWhy(form.cleaned_data["why"]),
                night=night,
                at=timezone.now(),
                key=form.retry_key,
            )
            words = ngettext(
                "No place for %(n)s person: written down.", "No place for %(n)s people: written down.", said.number
            )
            say(words % {"n": said.number})
    return redirect("nights:waiting", night)


def _want_of(request: HalteRequest, night: date, guest_id: UUID) -> Want | None:
    want = queries.want_of(request.actor, found_guest(request, guest_id), night)
    if want is None:
        messages.success(request, _("Not on the waiting list any more."))
    return want


def _tell(request: HalteRequest, night: date, want: Want | None) -> HttpResponse:
    form = checked(request, forms.Press)
    if form is not None:
        with answering(request) as say:
            told = actions.tell_waiting(
                actor=request.actor, night=night, at=timezone.now(), key=form.retry_key, want=want
            )
            say(ngettext("%(n)s person knows.", "%(n)s people know.", len(told)) % {"n": len(told)})
    return redirect("nights:waiting", night)
