"""Giving, moving, swapping and freeing beds."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halte.accounts import roles
from halte.accounts.answers import answering
from halte.accounts.doors import HalteRequest, needs
from halte.guests import queries as guest_queries
from halte.guests.models import Guest
from halte.nights import actions, forms
from halte.nights.doors import AT_THE_DOOR
from halte.nights.models import EndReason, Stay
from halte.nights.views.around import back, checked, found_guest, found_stay, where
from halte.sites.models import Bed, Room
from halte.web.forms import ActForm


@needs(AT_THE_DOOR)
@require_POST
def give_bed(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """The guest gets the best free bed."""
    return _give(request, night, guest_id, actions.give_bed)


@needs(AT_THE_DOOR)
@require_POST
def welcome(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """The guest gets a bed and is in it, in one act."""
    return _give(request, night, guest_id, actions.welcome_for_the_night)


def _give(request: HalteRequest, night: date, guest_id: UUID, act: Callable[..., Stay]) -> HttpResponse:
    guest = found_guest(request, guest_id)
    form = checked(request, forms.GiveOne)
    if form is None:
        return redirect("desk:guest", guest.id)
    with answering(request) as say:
        stay = act(
            actor=request.actor,
            guest=guest,
            night=night,
            at=timezone.now(),
            key=form.retry_key,
            kind=form.cleaned_data["kind"],
        )
        say(where(stay))
    return back(form, night, guest=guest)


@needs(roles.NIGHT_DESK)
@require_POST
def give_here(request: HalteRequest, night: date, bed_id: UUID) -> HttpResponse:
    """A chosen bed for a guest who waits, or whose card is scanned or typed."""
    found = get_object_or_404(Bed.objects.seen_by(request.actor).select_related("room"), pk=bed_id)
    form = checked(request, forms.GiveHere)
    if form is None:
        return redirect("nights:bed", night, found.id)
    with answering(request) as say:
        guest = scanned(request, form)
        stay = actions.give_bed(
            actor=request.actor,
            guest=guest,
            night=night,
            at=timezone.now(),
            key=form.retry_key,
            bed=found,
            without=form.cleaned_data["without"],
        )
        say(where(stay))
    return redirect("nights:bed", night, found.id)


def scanned(request: HalteRequest, form: ActForm) -> Guest:
    """The guest whose card was scanned or typed, or who was chosen from a list."""
    if form.cleaned_data.get("guest"):
        return found_guest(request, form.cleaned_data["guest"])
    typed = form.cleaned_data["code"]
    secret = guest_queries.secret_in(typed)
    if secret is None:
        return guest_queries.by_spoken(request.actor, typed)
    found = guest_queries.by_secret(request.actor, secret)
    if found is None:
        raise guest_queries.CodeUnknown
    return found


@needs(roles.NIGHT_DESK)
@require_POST
def move(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """The guest gets another bed."""
    stay = found_stay(request, stay_id)
    form = checked(request, forms.ChooseBed)
    if form is None:
        return redirect("nights:bed", night, stay.bed_id)
    target = get_object_or_404(Bed.objects.seen_by(request.actor), pk=form.cleaned_data["bed"])
    with answering(request) as say:
        new = actions.move(
            actor=request.actor,
            stay=stay,
            bed=target,
            night=night,
            at=timezone.now(),
            key=form.retry_key,
            without=form.cleaned_data["without"],
        )
        say(_("Moved. %(where)s") % {"where": where(new)})
        return redirect("nights:bed", night, new.bed_id)
    return redirect("nights:bed", night, stay.bed_id)


@needs(roles.NIGHT_DESK)
@require_POST
def move_room(request: HalteRequest, night: date, room_id: UUID) -> HttpResponse:
    """Everyone of a room gets a bed in another one, in one act."""
    found = get_object_or_404(Room.objects.seen_by(request.actor), pk=room_id)
    form = checked(request, forms.ChooseRoom)
    if form is None:
        return redirect("nights:room", night, found.id)
    to = get_object_or_404(Room.objects.seen_by(request.actor), pk=form.cleaned_data["to"])
    with answering(request) as say:
        actions.move_room(actor=request.actor, room=found, to=to, night=night, at=timezone.now(), key=form.retry_key)
        say(_("Everyone moved to room %(room)s.") % {"room": to.code})
        return redirect("nights:room", night, to.id)
    return redirect("nights:room", night, found.id)


@needs(roles.NIGHT_DESK)
@require_POST
def swap(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """Two guests get each other's bed."""
    stay = found_stay(request, stay_id)
    form = checked(request, forms.ChooseOther)
    if form is None:
        return redirect("nights:bed", night, stay.bed_id)
    other = found_stay(request, form.cleaned_data["other"])
    with answering(request) as say:
        new, _other = actions.swap(
            actor=request.actor,
            one=stay,
            other=other,
            night=night,
            at=timezone.now(),
            key=form.retry_key,
            without=form.cleaned_data["without"],
        )
        say(_("Swapped. %(where)s") % {"where": where(new)})
    return redirect("nights:bed", night, stay.bed_id)


@needs(roles.NIGHT_DESK)
@require_POST
def free(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """The bed is free again."""
    stay = found_stay(request, stay_id)
    form = checked(request, forms.Free)
    if form is None:
        return redirect("nights:bed", night, stay.bed_id)
    reason = EndReason(form.cleaned_data["reason"] or EndReason.FREED)
    with answering(request) as say:
        actions.free_bed(
            actor=request.actor,
            stay=stay,
            night=night,
            at=timezone.now(),
            key=form.retry_key,
            reason=reason,
            other_place=form.cleaned_data["other_place"],
        )
        say(_("The bed is free."))
    return back(form, night, guest=stay.guest, bed=stay.bed_id, default="bed")
