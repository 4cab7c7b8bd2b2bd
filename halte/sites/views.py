"""A manager's pages of a site: what is offered today, rooms and beds, rules and house rules."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte import journal
from halte.common.refusal import Refusal
from halte.sites import actions, forms, queries
from halte.sites.doors import MANAGE, SiteRequest, needs
from halte.sites.house_forms import AddBeds
from halte.sites.models import BedState, ClosureReason, RoomClosedWhy, Service
from halte.web.forms import ActForm


@needs(MANAGE)
@require_safe
def overview(request: SiteRequest) -> HttpResponse:
    """What is offered today, with a switch for each service."""
    now = timezone.now()
    site = request.actor.site
    rooms = queries.rooms(request.actor, site.tonight(now))
    versions = queries.rules_versions(request.actor)
    closed = queries.closed_days(site, site.today(now))
    context = {
        "site": site,
        "is_open": queries.site_is_open(site, now),
        "offered": queries.offered_today(site, now),
        "reasons": forms.FOR_TODAY,
        "closed": closed,
        "closed_form": forms.ClosedDays(initial={"days": "\n".join(map(str, closed))}),
        "week": queries.week(site),
        "rooms": rooms,
        "beds": sum(len(room.beds) for room in rooms),
        "ready": sum(room.ready for room in rooms),
        "rules": versions[0] if versions else None,
    }
    return render(request, "sites/overview.html", context)


@needs(MANAGE)
@require_POST
def close_service(request: SiteRequest, service: str) -> HttpResponse:
    """A service is closed for today, everywhere at once."""
    known = _service(service)
    form = forms.CloseService(request.POST)

    def act() -> None:
        reason = ClosureReason(form.cleaned_data["reason"])
        actions.close_service(actor=request.actor, service=known, reason=reason, at=timezone.now(), key=form.retry_key)

    said = _("%(service)s: closed today, on every screen.") % {"service": known.label}
    return press(request, form, act, said, redirect("sites:overview"))


@needs(MANAGE)
@require_POST
def open_service(request: SiteRequest, service: str) -> HttpResponse:
    """A service is offered again today."""
    known = _service(service)
    form = ActForm(request.POST)

    def act() -> None:
        actions.open_service(actor=request.actor, service=known, at=timezone.now(), key=form.retry_key)

    said = _("%(service)s: open again, on every screen.") % {"service": known.label}
    return press(request, form, act, said, redirect("sites:overview"))


@needs(MANAGE)
@require_POST
def closed_days(request: SiteRequest) -> HttpResponse:
    """The days on which the house stays closed, everywhere at once."""
    form = forms.ClosedDays(request.POST)

    def act() -> None:
        days = form.cleaned_data["days"]
        actions.set_closed_days(actor=request.actor, days=days, at=timezone.now(), key=form.retry_key)

    said = _("Closed days are set: the desk, the board and the guide say the same.")
    return press(request, form, act, said, redirect("sites:overview"))


@needs(MANAGE)
@require_safe
def rooms(request: SiteRequest) -> HttpResponse:
    """The rooms: who may sleep there, what they offer, how many beds are ready."""
    tonight = request.actor.site.tonight(timezone.now())
    return render(request, "sites/rooms.html", {"rooms": queries.rooms(request.actor, tonight)})


@needs(MANAGE)
@require_safe
def room(request: SiteRequest, room_id: UUID) -> HttpResponse:
    """One room and its beds."""
    found = own_room(request, room_id)
    context = {
        "now": found,
        "room": found.room,
        "area_m2": found.room.area_dm2 / 100 if found.room.area_dm2 else None,
        "states": BedState.choices,
        "why_closed": RoomClosedWhy.choices,
        "versions": queries.room_versions(request.actor, found.room),
        "more": AddBeds(),
    }
    return render(request, "sites/room.html", context)


@needs(MANAGE)
@require_POST
def close_room(request: SiteRequest, room_id: UUID) -> HttpResponse:
    """Nobody new is placed here."""
    found = own_room(request, room_id).room
    form = forms.CloseRoom(request.POST)

    def act() -> None:
        why = RoomClosedWhy(form.cleaned_data["why"] or RoomClosedWhy.OTHER)
        actions.close_room(actor=request.actor, room=found, why=why, at=timezone.now(), key=form.retry_key)

    said = _("The room is closed. Whoever sleeps there is moved by the night desk.")
    return press(request, form, act, said, redirect("sites:room", found.id))


@needs(MANAGE)
@require_POST
def open_room(request: SiteRequest, room_id: UUID) -> HttpResponse:
    """The room may be slept in again."""
    found = own_room(request, room_id).room
    form = ActForm(request.POST)

    def act() -> None:
        actions.open_room(actor=request.actor, room=found, at=timezone.now(), key=form.retry_key)

    return press(request, form, act, _("The room is open again."), redirect("sites:room", found.id))


@needs(MANAGE)
@require_POST
def bed_state(request: SiteRequest, bed_id: UUID) -> HttpResponse:
    """A bed is ready, to make, broken or closed."""
    bed = queries.bed(request.actor, bed_id)
    if bed is None:
        raise Http404
    form = forms.SetBedState(request.POST)

    def act() -> None:
        state = BedState(form.cleaned_data["state"])
        actions.set_bed_state(actor=request.actor, bed=bed, state=state, at=timezone.now(), key=form.retry_key)

    said = _("Bed %(bed)s is changed.") % {"bed": bed}
    return press(request, form, act, said, redirect("sites:room", bed.room_id))


@needs(MANAGE)
@require_POST
def keep_back(request: SiteRequest, bed_id: UUID) -> HttpResponse:
    """A bed is a buffer, or like any other."""
    bed = queries.bed(request.actor, bed_id)
    if bed is None:
        raise Http404
    form = forms.KeepBack(request.POST)

    def act() -> None:
        kept = form.cleaned_data["kept"] == "1"
        actions.keep_back(actor=request.actor, bed=bed, kept=kept, at=timezone.now(), key=form.retry_key)

    return press(request, form, act, _("Bed %(bed)s is changed.") % {"bed": bed}, redirect("sites:room", bed.room_id))


@needs(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: SiteRequest) -> HttpResponse:
    """The site's rules: what is in force, and every version before."""
    standing = request.actor.site.rules_at(timezone.now())
    form = forms.SetRules(request.POST or None, rules=standing)

    def act() -> None:
        actions.set_rules(actor=request.actor, rules=form.rules, at=timezone.now(), key=form.retry_key)

    if request.method == "POST" and done(form, act):
        messages.success(request, _("These rules are in force now."))
        return redirect("sites:rules")
    context = {"form": form, "standing": standing, "versions": queries.rules_versions(request.actor)}
    return render(request, "sites/rules.html", context, status=422 if form.is_bound else 200)


@needs(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def house_rules(request: SiteRequest) -> HttpResponse:
    """The house rules in the guests' languages."""
    versions = queries.rules_versions(request.actor)
    initial: dict[str, Any] = {"version": 0}
    if versions:
        initial = {"version": versions[0].number, **versions[0].house_rules}
    form = forms.SetHouseRules(request.POST or None, initial=initial)

    def act() -> None:
        seen = form.cleaned_data["version"]
        actions.set_house_rules(
            actor=request.actor, texts=form.texts, seen_version=seen, at=timezone.now(), key=form.retry_key
        )

    if request.method == "POST" and done(form, act):
        messages.success(request, _("The house rules read so from now on."))
        return redirect("sites:house_rules")
    return render(request, "sites/house_rules.html", {"form": form}, status=422 if form.is_bound else 200)


def done(form: Form, act: Callable[[], None]) -> bool:
    """Whether the act stands; if not, the form says why."""
    if not form.is_valid():
        return False
    try:
        act()
    except journal.AlreadyDone:
        return True
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def press(request: SiteRequest, form: Form, act: Callable[[], None], said: str, back: HttpResponse) -> HttpResponse:
    """A bare button: do it, say what happened, go back."""
    if done(form, act):
        messages.success(request, said)
    for errors in form.errors.values():
        messages.error(request, str(errors[0]))
    return back


def _service(code: str) -> Service:
    try:
        return Service(code)
    except ValueError:
        raise Http404 from None


def own_room(request: SiteRequest, room_id: UUID) -> queries.RoomNow:
    """A room of the asker's own site; another site's is not found."""
    found = queries.room(request.actor, room_id, request.actor.site.tonight(timezone.now()))
    if found is None:
        raise Http404
    return found
