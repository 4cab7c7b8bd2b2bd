"""What the night desk looks at: board, room, bed."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from halte.accounts import roles
from halte.accounts.doors import HalteRequest, needs
from halte.guests.acquaintances import check_not_known
from halte.journal.marks import mark
from halte.nights import board as boards
from halte.nights import choices, ending, queries, watch
from halte.nights.views.around import around
from halte.sites.models import Bed, BedState, Room


@needs(roles.DESK)
@require_safe
def tonight(request: HalteRequest) -> HttpResponse:
    """The board of the night that runs now."""
    return redirect("nights:board", request.actor.site.tonight(timezone.now()))


@needs(roles.DESK)
@require_safe
def board(request: HalteRequest, night: date) -> HttpResponse:
    """Every bed of a night; a poll gets the board alone, or nothing when nothing has changed."""
    at = timezone.now()
    seen = mark(request.actor.site_id, at)
    if request.htmx and request.GET.get("seen") == seen:
        return HttpResponse(status=204)
    shown = boards.board(request.actor, night, at)
    context = around(request, night, at) | {
        "seen": seen,
        "board": shown,
        "proposals": queries.proposals(request.actor, night).count(),
        "to_do": watch.to_do(request.actor, shown),
        "acts": boards.just_done(request.actor, night, at),
    }
    template = "nights/_partials/board.html" if request.htmx else "nights/board.html"
    return render(request, template, context)


@needs(roles.DESK)
@require_safe
def room(request: HalteRequest, night: date, room_id: UUID) -> HttpResponse:
    """One room with beds large enough to press."""
    at = timezone.now()
    found = get_object_or_404(Room.objects.seen_by(request.actor), pk=room_id)
    context = {
        "room": found,
        "shown": boards.board(request.actor, night, at, room_id=room_id).rooms[0],
        "cots": queries.cots_in(request.actor, found, night, at),
        "rooms_to_move_to": choices.rooms_to_move_to(request.actor, found, night, at),
    }
    return render(request, "nights/room.html", around(request, night, at) | context)


@needs(roles.NIGHT_DESK)
@require_safe
def bed(request: HalteRequest, night: date, bed_id: UUID) -> HttpResponse:
    """One bed: who has it and what can be done, or who could have it."""
    at = timezone.now()
    actor = request.actor
    found = get_object_or_404(Bed.objects.seen_by(actor).select_related("room"), pk=bed_id)
    held = queries.holding(actor, night, at).filter(bed=found).select_related("guest__site").order_by("-night")
    stay = held.first()
    if stay:
        check_not_known(actor, stay.guest)
    context = around(request, night, at) | {
        "bed": found,
        "stay": stay,
        "can_give": _can_give(request, found, night),
        "bed_states": [one for one in BedState.choices if one[0] != BedState.CLOSED],
    }
    if stay:
        context["here"] = stay.night == night
        context["away_tonight"] = stay.away_on(night)
        context["not_here"] = choices.not_this_room(actor, stay, night, at)
        context["end_reasons"] = [(reason.value, reason.label) for reason in ending.CHOSEN]
        context["beds"] = choices.beds_to_move_to(actor, stay, night, at)
        context["others"] = choices.stays_to_swap_with(actor, stay, night, at)
    elif context["can_give"]:
        context["wants"] = choices.waiting_for_bed(actor, found, night, at)
    return render(request, "nights/bed.html", context)


def _can_give(request: HalteRequest, bed: Bed, night: date) -> bool:
    shown = boards.board(request.actor, night, timezone.now(), room_id=bed.room_id).rooms[0]
    return any(one.id == bed.id and one.state == boards.BedLooks.FREE for one in shown.beds)
