"""Who waits for a bed, and rooms for a family."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte.accounts import roles
from halte.accounts.answers import answering
from halte.accounts.doors import HalteRequest, needs
from halte.guests import queries as guest_queries
from halte.nights import actions, choices, forms, promise, queries
from halte.nights.doors import AT_THE_DOOR
from halte.nights.models import NoPlaceWhy, PlaceProposal, ProposalAnswer
from halte.nights.views.around import around, back, checked, found_guest, sheltered
from halte.sites.models import Room


@needs(roles.NIGHT_DESK)
@require_safe
def waiting(request: HalteRequest, night: date) -> HttpResponse:
    """Who waits for a bed, in turn, and what was proposed to families and groups."""
    lines = queries.waiting(request.actor, night)
    by_group = {line.group.id: line for line in lines if line.group}
    context = around(request, night, timezone.now()) | {
        "waiting": lines,
        "reasons": NoPlaceWhy.choices,
        **vars(promise.standing(request.actor, night, timezone.now())),
        "proposals": [(found, by_group.get(found.group_id)) for found in queries.proposals(request.actor, night)],
    }
    return render(request, "nights/waiting.html", context)


@needs(AT_THE_DOOR)
@require_POST
def want_bed(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """The guest is put on the waiting list."""
    guest = found_guest(request, guest_id)
    form = checked(request, forms.Press)
    if form is None:
        return redirect("desk:guest", guest.id)
    with answering(request) as say:
        actions.want_bed(actor=request.actor, guest=guest, night=night, at=timezone.now(), key=form.retry_key)
        say(_("On the waiting list."))
    return back(form, night, guest=guest)


@needs(roles.NIGHT_DESK)
@require_POST
def no_place(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """A person says that there is no place tonight, and why."""
    guest = found_guest(request, guest_id)
    form = checked(request, forms.NoPlace)
    if form is None:
        return redirect("nights:waiting", night)
    want = queries.want_of(request.actor, guest, night)
    if want is None:
        messages.success(request, _("Not on the waiting list any more."))
        return redirect("nights:waiting", night)
    with answering(request) as say:
        why = NoPlaceWhy(form.cleaned_data["why"])
        other = form.cleaned_data["other_place"]
        actions.say_no_place(
            actor=request.actor, want=want, why=why, at=timezone.now(), key=form.retry_key, other_place=other
        )
        say(_("Written down. It counts for them tomorrow. Give them the sheet with 115."))
    return redirect("nights:waiting", night)


@needs(AT_THE_DOOR)
@require_POST
def cancel_want(request: HalteRequest, night: date, guest_id: UUID) -> HttpResponse:
    """The guest leaves the waiting list."""
    guest = found_guest(request, guest_id)
    form = checked(request, forms.Press)
    if form is None:
        return redirect("desk:guest", guest.id)
    want = queries.want_of(request.actor, guest, night)
    if want is None:
        messages.success(request, _("Not on the waiting list any more."))
        return back(form, night, guest=guest)
    with answering(request) as say:
        actions.cancel_want(actor=request.actor, want=want, at=timezone.now(), key=form.retry_key)
        say(_("Not on the waiting list any more."))
    return back(form, night, guest=guest)


@needs(roles.NIGHT_DESK)
@require_safe
def choose_room(request: HalteRequest, night: date, group_id: UUID) -> HttpResponse:
    """The rooms that hold everyone of a waiting family or group."""
    at = timezone.now()
    group = guest_queries.group(request.actor, group_id)
    if group is None:
        raise Http404
    context = around(request, night, at) | {
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
    form = checked(request, forms.Shelter)
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
        say(sheltered(found))
    return back(form, night, default="waiting")


@needs(roles.NIGHT_DESK)
@require_POST
def answer(request: HalteRequest, night: date, proposal_id: UUID) -> HttpResponse:
    """What a family or group said to a proposal."""
    proposal = get_object_or_404(PlaceProposal.objects.seen_by(request.actor), pk=proposal_id, night=night)
    form = checked(request, forms.Answer)
    if form is None:
        return redirect("nights:waiting", night)
    said = ProposalAnswer(form.cleaned_data["answer"])
    with answering(request) as say:
        found = actions.answer_proposal(
            actor=request.actor, proposal=proposal, answer=said, at=timezone.now(), key=form.retry_key
        )
        say(sheltered(found) if found.stays or found.proposal else _("The answer is written down."))
    return back(form, night, default="waiting")
