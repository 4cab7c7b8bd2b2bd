"""The pages of the night: board, room, bed, waiting list, rooms for a family."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte import journal
from halte.accounts import roles
from halte.accounts.answers import answering
from halte.accounts.doors import HalteRequest, needs
from halte.guests import queries as guest_queries
from halte.guests.acquaintances import check_not_known
from halte.guests.models import Guest
from halte.journal.marks import mark
from halte.journal.models import Line
from halte.nights import actions, choices, forms, queries
from halte.nights import board as boards
from halte.nights.doors import AT_THE_DOOR, of_colleagues
from halte.nights.models import ONE_DAY, EndReason, PlaceProposal, ProposalAnswer, Stay
from halte.sites.models import Bed, Room

AnyPress = TypeVar("AnyPress", bound=forms.Press)


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
    context = _around(request, night, at) | {
        "seen": seen,
        "board": boards.board(request.actor, night, at),
        "proposals": queries.proposals(request.actor, night).count(),
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
    return render(request, "nights/room.html", _around(request, night, at) | context)


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
    context = _around(request, night, at) | {"bed": found, "stay": stay, "can_give": _can_give(request, found, night)}
    if stay:
        context["here"] = stay.night == night
        context["beds"] = choices.beds_to_move_to(actor, stay, night, at)
        context["others"] = choices.stays_to_swap_with(actor, stay, night, at)
    elif context["can_give"]:
        context["wants"] = choices.waiting_for_bed(actor, found, night, at)
    return render(request, "nights/bed.html", context)


@needs(roles.NIGHT_DESK)
@require_safe
def waiting(request: HalteRequest, night: date) -> HttpResponse:
    """Who waits for a bed, in turn, and what was proposed to families and groups."""
    lines = queries.waiting(request.actor, night)
    by_group = {line.group.id: line for line in lines if line.group}
    context = _around(request, night, timezone.now()) | {
        "waiting": lines,
        "proposals": [(found, by_group.get(found.group_id)) for found in queries.proposals(request.actor, night)],
    }
    return render(request, "nights/waiting.html", context)


@needs(roles.NIGHT_DESK)
@require_safe
def choose_room(request: HalteRequest, night: date, group_id: UUID) -> HttpResponse:
    """The rooms that hold everyone of a waiting family or group."""
    at = timezone.now()
    group = guest_queries.group(request.actor, group_id)
    if group is None:
        raise Http404
    context = _around(request, night, at) | {
        "group": group,
        "members": queries.without_bed(request.actor, group, night, at),
        "rooms": choices.rooms_for(request.actor, group, night, at),
        "proposal": queries.proposals(request.actor, night).filter(group=group).first(),
    }
    return render(request, "nights/choose_room.html", context)


@needs(AT_THE_DOOR)
@require_POST
def shelter_group(request: HalteRequest, night: date, group_id: UUID) -> HttpResponse:
    """Everyone of a family or group gets beds together: in a chosen room, or where Halte finds one."""
    group = guest_queries.group(request.actor, group_id)
    if group is None:
        raise Http404
    form = _checked(request, forms.Shelter)
    if form is None:
        return redirect("nights:waiting", night)
    chosen = form.cleaned_data["room"]
    room = get_object_or_404(Room.objects.seen_by(request.actor), pk=chosen) if chosen else None
    with answering(request) as say:
        found = actions.shelter_group(
            actor=request.actor,
            group=group,
            night=night,
            at=timezone.now(),
            key=form.retry_key,
            room=room,
            arrived=bool(form.cleaned_data["arrived"]),
        )
        say(_sheltered(found))
    return _back(form, night, default="waiting")


@needs(roles.NIGHT_DESK)
@require_POST
def answer(request: HalteRequest, night: date, proposal_id: UUID) -> HttpResponse:
    """What a family or group said to a proposal."""
    proposal = get_object_or_404(PlaceProposal.objects.seen_by(request.actor), pk=proposal_id, night=night)
    form = _checked(request, forms.Answer)
    if form is None:
        return redirect("nights:waiting", night)
    said = ProposalAnswer(form.cleaned_data["answer"])
    with answering(request) as say:
        found = actions.answer_proposal(
            actor=request.actor, proposal=proposal, answer=said, at=timezone.now(), key=form.retry_key
        )
        say(_sheltered(found) if found.stays or found.proposal else _("The answer is written down."))
    return _back(form, night, default="waiting")


@needs(AT_THE_DOOR)
@require_POST
def want_bed(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """The guest is put on the waiting list."""
    guest = _guest(request, guest_id)
    form = _checked(request, forms.Press)
    if form is None:
        return redirect("desk:guest", guest.id)
    with answering(request) as say:
        actions.want_bed(actor=request.actor, guest=guest, night=night, at=timezone.now(), key=form.retry_key)
        say(_("On the waiting list."))
    return _back(form, night, guest=guest)


@needs(AT_THE_DOOR)
@require_POST
def cancel_want(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """The guest leaves the waiting list."""
    guest = _guest(request, guest_id)
    form = _checked(request, forms.Press)
    if form is None:
        return redirect("desk:guest", guest.id)
    want = queries.want_of(request.actor, guest, night)
    if want is None:
        messages.success(request, _("Not on the waiting list any more."))
        return _back(form, night, guest=guest)
    with answering(request) as say:
        actions.cancel_want(actor=request.actor, want=want, at=timezone.now(), key=form.retry_key)
        say(_("Not on the waiting list any more."))
    return _back(form, night, guest=guest)


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
    guest = _guest(request, guest_id)
    form = _checked(request, forms.GiveOne)
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
        say(_where(stay))
    return _back(form, night, guest=guest)


@needs(roles.NIGHT_DESK)
@require_POST
def give_here(request: HalteRequest, night: date, bed_id: UUID) -> HttpResponse:
    """A chosen bed for a guest who waits, or whose card is scanned or typed."""
    found = get_object_or_404(Bed.objects.seen_by(request.actor).select_related("room"), pk=bed_id)
    form = _checked(request, forms.GiveHere)
    if form is None:
        return redirect("nights:bed", night, found.id)
    with answering(request) as say:
        guest = _scanned(request, form)
        stay = actions.give_bed(
            actor=request.actor, guest=guest, night=night, at=timezone.now(), key=form.retry_key, bed=found
        )
        say(_where(stay))
    return redirect("nights:bed", night, found.id)


@needs(AT_THE_DOOR)
@require_POST
def arrived(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """The guest is in the house."""
    guest = _guest(request, guest_id)
    form = _checked(request, forms.Press)
    if form is None:
        return redirect("desk:guest", guest.id)
    with answering(request) as say:
        stay = actions.arrive(actor=request.actor, guest=guest, night=night, at=timezone.now(), key=form.retry_key)
        say(_("Inside. %(where)s") % {"where": _where(stay)})
    return _back(form, night, guest=guest, bed=_bed_of(request, guest, night))


@needs(roles.NIGHT_DESK)
@require_POST
def move(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """The guest gets another bed."""
    stay = _stay(request, stay_id)
    form = _checked(request, forms.ChooseBed)
    if form is None:
        return redirect("nights:bed", night, stay.bed_id)
    target = get_object_or_404(Bed.objects.seen_by(request.actor), pk=form.cleaned_data["bed"])
    with answering(request) as say:
        new = actions.move(
            actor=request.actor, stay=stay, bed=target, night=night, at=timezone.now(), key=form.retry_key
        )
        say(_("Moved. %(where)s") % {"where": _where(new)})
        return redirect("nights:bed", night, new.bed_id)
    return redirect("nights:bed", night, stay.bed_id)


@needs(roles.NIGHT_DESK)
@require_POST
def move_room(request: HalteRequest, night: date, room_id: UUID) -> HttpResponse:
    """Everyone of a room gets a bed in another one, in one act."""
    found = get_object_or_404(Room.objects.seen_by(request.actor), pk=room_id)
    form = _checked(request, forms.ChooseRoom)
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
    stay = _stay(request, stay_id)
    form = _checked(request, forms.ChooseOther)
    if form is None:
        return redirect("nights:bed", night, stay.bed_id)
    other = _stay(request, form.cleaned_data["other"])
    with answering(request) as say:
        new, _other = actions.swap(
            actor=request.actor, one=stay, other=other, night=night, at=timezone.now(), key=form.retry_key
        )
        say(_("Swapped. %(where)s") % {"where": _where(new)})
    return redirect("nights:bed", night, stay.bed_id)


@needs(roles.NIGHT_DESK)
@require_POST
def free(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """The bed is free again."""
    stay = _stay(request, stay_id)
    form = _checked(request, forms.Free)
    if form is None:
        return redirect("nights:bed", night, stay.bed_id)
    reason = EndReason(form.cleaned_data["reason"] or EndReason.FREED)
    with answering(request) as say:
        actions.free_bed(
            actor=request.actor, stay=stay, night=night, at=timezone.now(), key=form.retry_key, reason=reason
        )
        say(_("The bed is free."))
    return _back(form, night, guest=stay.guest, bed=stay.bed_id, default="bed")


@needs(AT_THE_DOOR)
@require_POST
def left(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """The guest went out; the bed is kept."""
    stay = _stay(request, stay_id)
    form = _checked(request, forms.Press)
    if form is None:
        return redirect("desk:guest", stay.guest_id)
    with answering(request) as say:
        actions.leave(actor=request.actor, stay=stay, at=timezone.now(), key=form.retry_key)
        say(_("Out. The bed is kept."))
    return _back(form, night, guest=stay.guest, bed=stay.bed_id)


@needs(AT_THE_DOOR)
@require_POST
def leaving(request: HalteRequest, night: date, stay_id: UUID) -> HttpResponse:
    """The guest says that they leave tomorrow, or that they stay after all."""
    stay = _stay(request, stay_id)
    form = _checked(request, forms.Leaving)
    if form is None:
        return redirect("desk:guest", stay.guest_id)
    leaves = form.cleaned_data["leaving"] == "1"
    act = actions.says_leaving if leaves else actions.stays_after_all
    with answering(request) as say:
        act(actor=request.actor, stay=stay, night=night, at=timezone.now(), key=form.retry_key)
        say(_("Leaves tomorrow. The bed is free from then on.") if leaves else _("Stays on."))
    return _back(form, night, guest=stay.guest, bed=stay.bed_id)


@needs(AT_THE_DOOR)
@require_POST
def undo(request: HalteRequest, night: date, line_id: UUID) -> HttpResponse:
    """Take back one act of the night."""
    get_object_or_404(Line, pk=line_id, site=request.actor.site_id, kind__startswith="nights.")
    form = _checked(request, forms.Press)
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


def _around(request: HalteRequest, night: date, at: datetime) -> dict[str, Any]:
    return {
        "night": night,
        "morning": night + ONE_DAY,
        "at": at,
        "is_tonight": night == request.actor.site.tonight(at),
        "night_desk": request.actor.may(roles.NIGHT_DESK),
    }


def _can_give(request: HalteRequest, bed: Bed, night: date) -> bool:
    shown = boards.board(request.actor, night, timezone.now(), room_id=bed.room_id).rooms[0]
    return any(one.id == bed.id and one.state == boards.BedLooks.FREE for one in shown.beds)


def _guest(request: HalteRequest, guest_id: UUID) -> Guest:
    found = guest_queries.guest(request.actor, guest_id)
    if found is None:
        raise Http404
    return found


def _stay(request: HalteRequest, stay_id: UUID) -> Stay:
    stays = Stay.objects.seen_by(request.actor).select_related("guest", "bed__room")
    found: Stay = get_object_or_404(stays, pk=stay_id)
    return found


def _bed_of(request: HalteRequest, guest: Guest, night: date) -> UUID | None:
    """The bed a guest has, for the way back to its page."""
    stay = queries.stay_of(request.actor, guest, night, timezone.now())
    return stay.bed_id if stay else None


def _scanned(request: HalteRequest, form: forms.GiveHere) -> Guest:
    if form.cleaned_data["guest"]:
        return _guest(request, form.cleaned_data["guest"])
    typed = form.cleaned_data["code"]
    secret = guest_queries.secret_in(typed)
    if secret is None:
        return guest_queries.by_spoken(request.actor, typed)
    found = guest_queries.by_secret(request.actor, secret)
    if found is None:
        raise guest_queries.CodeUnknown
    return found


def _checked(request: HalteRequest, form_class: type[AnyPress]) -> AnyPress | None:
    """The form that was posted; None when it has not the right shape, and then a message says so."""
    form = form_class(request.POST)
    if form.is_valid():
        return form
    messages.error(request, form.first_error())
    return None


def _back(
    form: forms.Press, night: date, *, guest: Guest | None = None, bed: UUID | None = None, default: str = "panel"
) -> HttpResponse:
    """To the page that the button stood on."""
    page = form.cleaned_data["next"] or default
    panel = guest.id if guest else form.cleaned_data["guest"]
    if page == "panel" and panel:
        return redirect("desk:guest", panel)
    if page == "bed" and bed:
        return redirect("nights:bed", night, bed)
    return redirect("nights:waiting" if page == "waiting" else "nights:board", night)


def _where(stay: Stay) -> str:
    return _("Room %(room)s, bed %(bed)s.") % {"room": stay.bed.room.code, "bed": stay.bed.label}


def _sheltered(found: actions.Sheltered) -> str:
    if found.proposal:
        what = {"what": found.proposal.get_kind_display()}
        return _("No room holds everyone. Proposed: %(what)s. Ask them, then answer.") % what
    rooms = sorted({stay.bed.room.code for stay in found.stays})
    return _("Everyone has a bed. Rooms: %(rooms)s.") % {"rooms": ", ".join(rooms)}
