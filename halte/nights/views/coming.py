"""Who comes in, goes out, or leaves tomorrow; and what is taken back."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halte import journal
from halte.accounts.answers import answering
from halte.accounts.doors import HalteRequest, needs
from halte.journal.models import Line
from halte.nights import actions, forms
from halte.nights.doors import AT_THE_DOOR, of_colleagues
from halte.nights.views.around import back, bed_of, checked, found_guest, found_stay, where


@needs(AT_THE_DOOR)
@require_POST
def arrived(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """The guest is in the house."""
    guest = found_guest(request, guest_id)
    form = checked(request, forms.Press)
    if form is None:
        return redirect("desk:guest", guest.id)
    with answering(request) as say:
        stay = actions.arrive(actor=request.actor, guest=guest, night=night, at=timezone.now(), key=form.retry_key)
        say(_("Inside. %(where)s") % {"where": where(stay)})
    return back(form, night, guest=guest, bed=bed_of(request, guest, night))


@needs(AT_THE_DOOR)
@require_POST
def left(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """The guest went out; the bed is kept."""
    stay = found_stay(request, stay_id)
    form = checked(request, forms.Press)
    if form is None:
        return redirect("desk:guest", stay.guest_id)
    with answering(request) as say:
        actions.leave(actor=request.actor, stay=stay, at=timezone.now(), key=form.retry_key)
        say(_("Out. The bed is kept."))
    return back(form, night, guest=stay.guest, bed=stay.bed_id)


@needs(AT_THE_DOOR)
@require_POST
def leaving(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """The guest says that they leave tomorrow, or that they stay after all."""
    stay = found_stay(request, stay_id)
    form = checked(request, forms.Leaving)
    if form is None:
        return redirect("desk:guest", stay.guest_id)
    leaves = form.cleaned_data["leaving"] == "1"
    act = actions.says_leaving if leaves else actions.stays_after_all
    with answering(request) as say:
        act(actor=request.actor, stay=stay, night=night, at=timezone.now(), key=form.retry_key)
        say(_("Leaves tomorrow. The bed is free from then on.") if leaves else _("Stays on."))
    return back(form, night, guest=stay.guest, bed=stay.bed_id)


@needs(AT_THE_DOOR)
@require_POST
def undo(request: HalteRequest, night: date, line_id: UUID) -> HttpResponse:
    """Take back one act of the night."""
    get_object_or_404(Line, pk=line_id, site=request.actor.site_id, kind__startswith="nights.")
    form = checked(request, forms.Press)
    if form is None:
        return redirect("nights:board", night)
    with answering(request) as say:
        journal.undo(
            actor=request.actor,
            line_id=line_id,
            at=timezone.now(),
            key=form.retry_key,
            of_colleagues=of_colleagues(request.actor),
        )
        say(_("Taken back."))
    return redirect("nights:board", night)
