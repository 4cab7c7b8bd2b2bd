"""What every page of the night needs: what stands around it, what was posted, and the way back."""

from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from halte.accounts import roles
from halte.accounts.doors import HalteRequest
from halte.guests import queries as guest_queries
from halte.guests.models import Guest
from halte.nights import actions, forms, queries
from halte.nights.models import ONE_DAY, Stay

AnyPress = TypeVar("AnyPress", bound=forms.Press)


def around(request: HalteRequest, night: date, at: datetime) -> dict[str, Any]:
    """What every page of the night shows around itself."""
    return {
        "night": night,
        "morning": night + ONE_DAY,
        "at": at,
        "is_tonight": night == request.actor.site.tonight(at),
        "night_desk": request.actor.may(roles.NIGHT_DESK),
    }


def found_guest(request: HalteRequest, guest_id: UUID) -> Guest:
    """The guest of the own house, or no page."""
    found = guest_queries.guest(request.actor, guest_id)
    if found is None:
        raise Http404
    return found


def found_stay(request: HalteRequest, stay_id: UUID) -> Stay:
    """The stay of the own house, or no page."""
    stays = Stay.objects.seen_by(request.actor).select_related("guest", "bed__room")
    found: Stay = get_object_or_404(stays, pk=stay_id)
    return found


def bed_of(request: HalteRequest, guest: Guest, night: date) -> UUID | None:
    """The bed a guest has, for the way back to its page."""
    stay = queries.stay_of(request.actor, guest, night, timezone.now())
    return stay.bed_id if stay else None


def checked(request: HalteRequest, form_class: type[AnyPress]) -> AnyPress | None:
    """The form that was posted; None when it has not the right shape, and then a message says so."""
    form = form_class(request.POST)
    if form.is_valid():
        return form
    messages.error(request, form.first_error())
    return None


def back(
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


def where(stay: Stay) -> str:
    """The room and bed of a stay, in words."""
    return _("Room %(room)s, bed %(bed)s.") % {"room": stay.bed.room.code, "bed": stay.bed.label}


def sheltered(found: actions.Sheltered) -> str:
    """What came of looking for rooms, in words."""
    if found.proposal:
        what = {"what": found.proposal.get_kind_display()}
        return _("No room holds everyone. Proposed: %(what)s. Ask them, then answer.") % what
    rooms = sorted({stay.bed.room.code for stay in found.stays})
    return _("Everyone has a bed. Rooms: %(rooms)s.") % {"rooms": ", ".join(rooms)}
