"""Visitor with a paper: the shutter falls, and two people answer for what the paper names, or that we hold nothing."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.accounts.answers import answering, pressed
from halte.accounts.doors import HalteRequest, in_own_language, needs, open_to_all
from halte.accounts.roles import HOUSE, NIGHT_DESK
from halte.emergency import actions, forms, queries
from halte.emergency.papers import KINDS
from halte.emergency.whose import asker
from halte.sites import actions as sites
from halte.web.forms import ActForm, HeldForm


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@in_own_language
def visitor(request: HttpRequest) -> HttpResponse:
    """What to do while somebody stands there with a paper. A press closes the shutter on all screens of the house."""
    actor = asker(request)
    if request.method == "POST":
        form = ActForm(request.POST)
        if actor is not None and form.is_valid():
            with answering(request):
                sites.close_shutter(actor=actor, at=timezone.now(), key=form.retry_key)
        return redirect("emergency:visitor")
    context: dict[str, Any] = {"kinds": KINDS}
    if actor is not None:
        request.actor = actor  # type: ignore[attr-defined]
        of_the_house = actor.may(HOUSE)
        context |= {
            "house": actor.site,
            "zone": actor.site.timezone,
            "shutter": queries.shutter(actor.site),
            "numbers": queries.numbers(actor.site),
            "of_the_house": of_the_house,
            "form": forms.WriteDown() if of_the_house else None,
            "visits": queries.visits(actor) if of_the_house else [],
            "me": actor.id,
            "leads": actor.may(NIGHT_DESK),
        }
    return render(request, "emergency/visitor.html", context)


@needs(HOUSE, shows_people=False)
@require_POST
def open_screens(request: HalteRequest) -> HttpResponse:
    """The screens show people again: held, by anyone of the house."""

    def act(at: datetime) -> str:
        sites.open_shutter(actor=request.actor, at=at, key=form.retry_key)
        return _("The screens are open again.")

    form = HeldForm(request.POST)
    pressed(request, form, act)
    return redirect("emergency:visitor")


@needs(HOUSE, shows_people=False)
@require_POST
def write_down(request: HalteRequest) -> HttpResponse:
    """What kind of paper it was, and what one colleague answers."""

    def act(at: datetime) -> str:
        actions.write_down_visit(actor=request.actor, paper=form.paper, outcome=form.outcome, at=at, key=form.retry_key)
        return _("Written down. Now a second person agrees, with their own sign-in.")

    form = forms.WriteDown(request.POST)
    pressed(request, form, act)
    return redirect("emergency:visitor")


@needs(HOUSE, shows_people=False)
@require_POST
def agree(request: HalteRequest, visit_id: UUID) -> HttpResponse:
    """A second colleague agrees to the answer."""
    found = queries.visit(request.actor, visit_id)
    if found is None:
        raise Http404

    def act(at: datetime) -> str:
        actions.agree(actor=request.actor, visit=found, at=at, key=form.retry_key)
        return _("Two people have answered. This visit is closed.")

    form = ActForm(request.POST)
    pressed(request, form, act)
    return redirect("emergency:visitor")


@open_to_all
@require_safe
def we_hold_nothing(request: HttpRequest) -> HttpResponse:
    """A sheet to print and give: what the house does not have."""
    actor = asker(request)
    if actor is not None:
        request.actor = actor  # type: ignore[attr-defined]
    return render(request, "emergency/we_hold_nothing.html", {"house": actor.site if actor else None})
