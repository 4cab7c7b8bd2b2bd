"""Is everyone out? The page that a tablet keeps, its worker, and the count that is written down."""

from importlib.resources import files

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from halte.accounts import roles
from halte.accounts.answers import answering
from halte.accounts.doors import HalteRequest, counts_with, open_to_all
from halte.nights import actions, everyone_out, forms

WORKER = (files("halte.nights") / "out.js").read_bytes()
"""Served under /nights/out/, so that a browser lets it look after that page and no other."""


@counts_with(roles.DESK)
@require_safe
def out(request: HalteRequest) -> HttpResponse:
    """Every room with who is in it, to be ticked outside. It names nobody, not even who looks."""
    at = timezone.now()
    night = request.actor.site.tonight(at)
    rooms = everyone_out.rooms(request.actor, night, at)
    everyone = [place for room in rooms for place in room.places]
    context = {"night": night, "at": at, "rooms": rooms, "everyone": everyone, "expected": len(everyone)}
    bare = {"watch": None, "at_hand": None, "navigation": None, "rain": None}
    return render(request, "nights/out.html", context | bare)


@counts_with(roles.DESK)
@require_POST
def out_counted(request: HalteRequest) -> HttpResponse:
    """The count is written down."""
    form, at = forms.CountOut(request.POST), timezone.now()
    if not form.is_valid():
        messages.error(request, form.first_error())
        return redirect("nights:out")
    with answering(request) as say:
        missing = actions.count_out(
            actor=request.actor,
            night=request.actor.site.tonight(at),
            places=form.places("place"),
            out=form.places("out"),
            by_voice=form.places("voice"),
            drill=form.cleaned_data["drill"],
            at=at,
            key=form.retry_key,
        )
        say(
            ngettext("Written down: %(n)s is missing.", "Written down: %(n)s are missing.", missing) % {"n": missing}
            if missing
            else _("Written down: everyone is out.")
        )
    return redirect("nights:tonight")


@open_to_all
@require_safe
def out_worker(request: HalteRequest) -> HttpResponse:
    """The small program that keeps the page on the tablet."""
    return HttpResponse(WORKER, headers={"Content-Type": "text/javascript; charset=utf-8"})
