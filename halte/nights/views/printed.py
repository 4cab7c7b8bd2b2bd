"""The list on paper by the door: who must be out, by room and bed. It counts and names nobody."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from halte.accounts import roles
from halte.accounts.doors import HalteRequest, needs
from halte.nights import board as boards
from halte.nights import lists


@needs(roles.DESK)
@require_safe
def fire_list(request: HalteRequest, night: date) -> HttpResponse:
    """Every room with how many sleep in it and in which beds, as of now."""
    at = timezone.now()
    context = {
        "night": night,
        "board": boards.board(request.actor, night, at),
        "at": at,
        "printed": lists.last(request.actor, night),
        "prints": "print" in request.GET,
        "is_tonight": night == request.actor.site.tonight(at),
    }
    return render(request, "nights/list.html", context)
