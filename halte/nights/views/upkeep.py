"""Beds to make, to clean, to mend: one tap each, at night too."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from halte.accounts import roles
from halte.accounts.answers import answering
from halte.accounts.doors import HalteRequest, needs
from halte.nights import forms, queries
from halte.nights.views.around import around
from halte.sites import actions as site_actions
from halte.sites.models import Bed, BedState, Room, RoomClosedWhy
from halte.web.forms import ActForm

TO_DO = (BedState.TO_MAKE, BedState.DEEP_CLEAN, BedState.BROKEN)


@dataclass(frozen=True)
class BedToDo:
    """One bed that is not ready, and whether somebody sleeps in it all the same."""

    bed: Bed
    in_use: bool


@needs(roles.NIGHT_DESK)
@require_safe
def beds_to_do(request: HalteRequest, night: date) -> HttpResponse:
    """Every bed that is to make, to clean deeply or broken, room by room, and rooms that are cleaned or repaired."""
    at = timezone.now()
    actor = request.actor
    held = set(queries.holding(actor, night, at).values_list("bed", flat=True))
    beds = list(
        Bed.objects.seen_by(actor).standing(night).select_related("room").order_by("room__code", "position", "label")
    )
    shut = list(Room.objects.seen_by(actor).filter(closed_since__isnull=False).order_by("code"))
    context = around(request, night, at) | {
        "numbers": _numbers(beds, held),
        "groups": [(state, _of(state, beds, held)) for state in TO_DO],
        "kept_back": sum(bed.kept_back and bed.state == BedState.READY and bed.id not in held for bed in beds),
        "shut": shut,
        "may_open": RoomClosedWhy.DEEP_CLEAN,
        "nothing": not (shut or any(bed.state in TO_DO for bed in beds)),
    }
    return render(request, "nights/beds_to_do.html", context)


def _numbers(beds: list[Bed], held: set[UUID]) -> list[dict[str, Any]]:
    states = Counter("in_use" if bed.id in held else bed.state for bed in beds)
    words = [(BedState.READY, BedState.READY.label), ("in_use", _("In use"))]
    words += [(state, state.label) for state in (*TO_DO, BedState.CLOSED)]
    return [{"label": label, "value": states[state]} for state, label in words]


def _of(state: BedState, beds: list[Bed], held: set[UUID]) -> list[tuple[Room, list[BedToDo]]]:
    rooms: dict[UUID, tuple[Room, list[BedToDo]]] = {}
    for bed in beds:
        if bed.state == state:
            rooms.setdefault(bed.room_id, (bed.room, []))[1].append(BedToDo(bed, bed.id in held))
    return list(rooms.values())


@needs(roles.NIGHT_DESK)
@require_POST
def bed_is(request: HalteRequest, night: date, bed_id: UUID) -> HttpResponse:
    """A bed is ready, to make, to clean deeply, or broken."""
    bed = get_object_or_404(Bed.objects.seen_by(request.actor).select_related("room"), pk=bed_id)
    form = forms.BedIs(request.POST)
    if not form.is_valid():
        messages.error(request, form.first_error())
        return redirect("nights:beds_to_do", night)
    state = BedState(form.cleaned_data["state"])
    with answering(request) as say:
        site_actions.set_bed_state(actor=request.actor, bed=bed, state=state, at=timezone.now(), key=form.retry_key)
        say(_("Bed %(bed)s: %(state)s.") % {"bed": bed, "state": state.label})
    if form.cleaned_data["next"] == "bed":
        return redirect("nights:bed", night, bed.id)
    return redirect("nights:beds_to_do", night)


@needs(roles.NIGHT_DESK)
@require_POST
def room_is_ready(request: HalteRequest, night: date, room_id: UUID) -> HttpResponse:
    """Every bed of a room is made and clean; a room that was only closed for cleaning is open again."""
    room = get_object_or_404(Room.objects.seen_by(request.actor), pk=room_id)
    form = ActForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.first_error())
        return redirect("nights:beds_to_do", night)
    with answering(request) as say:
        if room.closed_since and room.closed_why == RoomClosedWhy.DEEP_CLEAN:
            site_actions.open_room(actor=request.actor, room=room, at=timezone.now(), key=form.retry_key)
            say(_("Room %(room)s is open again.") % {"room": room})
        else:
            n = site_actions.beds_ready(actor=request.actor, room=room, at=timezone.now(), key=form.retry_key)
            say(ngettext("%(n)s bed is ready.", "%(n)s beds are ready.", n) % {"n": n})
    return redirect("nights:beds_to_do", night)
