"""The house at night: whom to wake, the round through the rooms, the printed list."""

from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.accounts import roles
from halte.accounts.answers import answering
from halte.accounts.doors import HalteRequest, needs
from halte.common import nights
from halte.guests.acquaintances import check_not_known
from halte.nights import actions, forms, queries, rounds, watch
from halte.nights import board as boards
from halte.nights.doors import AT_THE_DOOR
from halte.nights.models import WakeUp
from halte.nights.views.around import around, checked, found_guest, found_stay
from halte.sites.models import Room


@needs(roles.NIGHT_DESK)
@require_safe
def wake_list(request: HalteRequest, night: date) -> HttpResponse:
    """Whom to wake, by hour and bed."""
    at = timezone.now()
    context = around(request, night, at) | {"to_wake": watch.to_wake(request.actor, night, at)}
    return render(request, "nights/wake_list.html", context)


@needs(roles.NIGHT_DESK)
@require_POST
def woken(request: HalteRequest, night: date, wake_up_id: UUID) -> HttpResponse:
    """Whoever sleeps in this bed is awake."""
    found = get_object_or_404(WakeUp.objects.seen_by(request.actor), pk=wake_up_id, night=night)
    form = checked(request, forms.Press)
    if form is not None:
        with answering(request) as say:
            actions.wake(actor=request.actor, wake_up=found, at=timezone.now(), key=form.retry_key)
            say(_("Awake."))
    return redirect("nights:wake_list", night)


@needs(AT_THE_DOOR)
@require_http_methods(["GET", "HEAD", "POST"])
def wake_guest(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """A guest says when they want to be woken."""
    guest, at = found_guest(request, guest_id), timezone.now()
    standing = watch.wake_up_of(request.actor, guest, night)
    if request.method != "POST":
        check_not_known(request.actor, guest)
        context = around(request, night, at) | {
            "guest": guest,
            "stay": queries.stay_of(request.actor, guest, night, at),
            "standing": standing,
            "hours": watch.wake_hours(request.actor, night, at),
        }
        return render(request, "nights/wake_guest.html", context)
    form = checked(request, forms.WakeAt)
    if form is None:
        return redirect("nights:wake_guest", night, guest.id)
    with answering(request) as say:
        clock = form.cleaned_data["wake_at"]
        if clock is None:
            if standing:
                actions.cancel_wake_up(actor=request.actor, wake_up=standing, at=at, key=form.retry_key)
            say(_("Nobody wakes them."))
        else:
            moment = nights.at_minute(night, clock.hour * 60 + clock.minute, request.actor.site.zone)
            actions.ask_wake_up(
                actor=request.actor, guest=guest, night=night, wake_at=moment, at=at, key=form.retry_key
            )
            say(_("Woken at %(time)s.") % {"time": time_format(clock, "H:i")})
    return redirect("desk:guest", guest.id)


@needs(roles.NIGHT_DESK)
@require_safe
def night_round(request: HalteRequest, night: date) -> HttpResponse:
    """The round: every room with who is expected there, and what was seen; and the rounds before it."""
    at = timezone.now()
    board = boards.board(request.actor, night, at)
    context = around(request, night, at) | {"round": rounds.round_of(request.actor, board)}
    return render(request, "nights/round.html", context)


@needs(roles.NIGHT_DESK)
@require_POST
def begin_round(request: HalteRequest, night: date) -> HttpResponse:
    """Another round begins with no room seen."""
    form = checked(request, forms.Press)
    if form is not None:
        with answering(request) as say:
            made = actions.begin_round(actor=request.actor, night=night, at=timezone.now(), key=form.retry_key)
            say(_("Round %(number)s begins: no room is seen yet.") % {"number": made.number})
    return redirect("nights:round", night)


@needs(roles.NIGHT_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def see_room(request: HalteRequest, night: date, room_id: UUID) -> HttpResponse:
    """One room of the round: everyone is there with one press, or every bed is a switch; it counts from now on."""
    found = get_object_or_404(Room.objects.seen_by(request.actor), pk=room_id)
    at = timezone.now()
    if request.method != "POST":
        board = boards.board(request.actor, night, at, room_id=room_id)
        found_round = rounds.round_of(request.actor, board)
        context = around(request, night, at) | {
            "room": found,
            "shown": board.rooms[0],
            "round": found_round,
            "seen_before": found_round.done,
            "cots": queries.cots_in(request.actor, found, night, at),
        }
        return render(request, "nights/see_room.html", context)
    form = checked(request, forms.SeenBeds)
    if form is None:
        return redirect("nights:see_room", night, found.id)
    with answering(request) as say:
        made = actions.see_room(
            actor=request.actor,
            room=found,
            night=night,
            seen=form.beds,
            all_here=form.cleaned_data["all_here"],
            at=at,
            key=form.retry_key,
        )
        said = {"room": found.code, "seen": made.seen, "expected": made.expected}
        say(_("Room %(room)s: %(seen)s of %(expected)s are here.") % said)
        if made.others:
            words = _("Room %(room)s: somebody lies in a bed that nobody was given. Ask, and give it.")
            messages.warning(request, words % said)
    return redirect(_next_room(request, night, at))


def _next_room(request: HalteRequest, night: date, at: datetime) -> str:
    """The next room nobody saw yet, else the whole round."""
    coming = rounds.round_of(request.actor, boards.board(request.actor, night, at)).next_room
    return reverse("nights:see_room", args=[night, coming.room.id]) if coming else reverse("nights:round", args=[night])


@needs(roles.DESK)
@require_POST
def print_list(request: HalteRequest, night: date) -> HttpResponse:
    """The list goes to the printer: when and why is written down, and stands on it."""
    form = checked(request, forms.Press)
    if form is None:
        return redirect("nights:list", night)
    with answering(request):
        actions.print_list(actor=request.actor, night=night, at=timezone.now(), key=form.retry_key)
        return redirect(reverse("nights:list", args=[night]) + "?print")
    return redirect("nights:list", night)


@needs(roles.NIGHT_DESK)
@require_POST
def fetch_first(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """When everyone must go out, somebody goes to this bed first, or need not."""
    stay = found_stay(request, stay_id)
    form = checked(request, forms.FetchFirst)
    if form is None:
        return redirect("nights:bed", night, stay.bed_id)
    first = form.cleaned_data["first"] == "1"
    with answering(request) as say:
        actions.fetch_first(
            actor=request.actor, stay=stay, first=first, night=night, at=timezone.now(), key=form.retry_key
        )
        say(_("Somebody goes to this bed first.") if first else _("Nobody goes to this bed first."))
    return redirect("nights:bed", night, stay.bed_id)
