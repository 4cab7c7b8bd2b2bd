"""A manager's pages of the house itself: rooms and beds are made here, and held against the standards."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.sites import building, house_forms, queries, said
from halte.sites.doors import MANAGE, SiteRequest, needs
from halte.sites.standards import VERSION, Verdict, assess
from halte.sites.views import done, own_room, press


@needs(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def add_room(request: SiteRequest) -> HttpResponse:
    """A room with its beds."""
    form = house_forms.AddRoom(request.POST or None, initial={"floor": 0})
    made: list[Any] = []

    def act() -> None:
        asked = form.cleaned_data
        room = building.add_room(
            actor=request.actor,
            code=asked["code"],
            facts=form.facts,
            lower=asked["lower"],
            upper=asked["upper"],
            at=timezone.now(),
            key=form.retry_key,
        )
        made.append(room)

    if request.method == "POST" and done(form, act):
        if made:
            messages.success(request, _("Room %(room)s stands, with its beds.") % {"room": made[0]})
        return redirect("sites:room", made[0].id) if made else redirect("sites:rooms")
    return render(request, "sites/add_room.html", {"form": form}, status=422 if form.is_bound else 200)


@needs(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def change_room(request: SiteRequest, room_id: UUID) -> HttpResponse:
    """Who sleeps in a room, how large it is, what it offers."""
    room = own_room(request, room_id).room
    form = house_forms.ChangeFrom(request.POST or None, initial=house_forms.standing(room))

    def act() -> None:
        building.change_room(
            actor=request.actor,
            room=room,
            facts=form.facts,
            night=form.cleaned_data["night"],
            at=timezone.now(),
            key=form.retry_key,
        )

    if request.method == "POST" and done(form, act):
        messages.success(request, _("Written down. Whoever has a bed there keeps it."))
        return redirect("sites:room", room.id)
    context = {"form": form, "room": room}
    return render(request, "sites/change_room.html", context, status=422 if form.is_bound else 200)


@needs(MANAGE)
@require_POST
def add_beds(request: SiteRequest, room_id: UUID) -> HttpResponse:
    """More beds of a room."""
    room = own_room(request, room_id).room
    form = house_forms.AddBeds(request.POST)

    def act() -> None:
        building.add_beds(
            actor=request.actor,
            room=room,
            lower=form.cleaned_data["lower"],
            upper=form.cleaned_data["upper"],
            at=timezone.now(),
            key=form.retry_key,
        )

    return press(request, form, act, _("The beds stand, ready."), redirect("sites:room", room.id))


@needs(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def standards(request: SiteRequest) -> HttpResponse:
    """What the house offers beside what the standards ask, and what would cure what fails."""
    known = queries.facts(request.actor)
    form = house_forms.SetFacts(request.POST or None, facts=known)

    def act() -> None:
        building.set_facts(actor=request.actor, facts=form.facts, at=timezone.now(), key=form.retry_key)

    if request.method == "POST" and done(form, act):
        messages.success(request, _("The standards are assessed with these numbers from now on."))
        return redirect("sites:standards")
    sleeping = queries.sleeping(request.actor, request.actor.site.tonight(timezone.now()))
    assessed = assess(sleeping, known)
    context = {
        "form": form,
        "known": known,
        "list_version": VERSION,
        "people": sum(room.places for room in sleeping),
        "lines": [said.standard(one) for one in assessed],
        "met": _number(assessed, Verdict.MET),
        "failed": _number(assessed, Verdict.NOT_MET),
        "open": _number(assessed, Verdict.NOT_ASSESSED),
    }
    return render(request, "sites/standards.html", context, status=422 if form.is_bound else 200)


def _number(assessed: list[Any], verdict: Verdict) -> int:
    return sum(one.verdict is verdict for one in assessed)
