"""Tonight's plan: what was found for everybody and why, and where a person decides otherwise."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte.accounts import roles
from halte.accounts.answers import answering
from halte.accounts.doors import HalteRequest, needs
from halte.nights import actions, choices, forms, queries, shown_plan
from halte.nights.models import OverruleWhy, PlanLine
from halte.nights.views.around import around, checked
from halte.sites.models import Room


@needs(roles.NIGHT_DESK)
@require_safe
def plan(request: HalteRequest, night: date) -> HttpResponse:
    """The plan that stands, in plain words, and the button that makes it."""
    at = timezone.now()
    standing = shown_plan.newest(request.actor, night)
    found = shown_plan.answers(standing) if standing else []
    if found:
        may_overrule = request.actor.may({roles.Role.MANAGER})
        parties = {answer.first.id: [line.guest for line in answer.lines] for answer in found}
        rooms = choices.rooms_for_parties(request.actor, parties, night, at, may_overrule=may_overrule)
        found = [replace(answer, may_have=tuple(rooms[answer.first.id])) for answer in found]
    context = around(request, night, at) | {
        "plan": standing,
        "without": [answer for answer in found if not answer.rooms],
        "placed": [answer for answer in found if answer.rooms],
        "goals": shown_plan.goals(standing) if standing else [],
        "waiting": queries.in_turn(request.actor, night).count(),
        "reasons": OverruleWhy.choices,
    }
    return render(request, "nights/plan.html", context)


@needs(roles.NIGHT_DESK)
@require_POST
def make_plan(request: HalteRequest, night: date) -> HttpResponse:
    """Plan the night now."""
    form = checked(request, forms.Press)
    if form is None:
        return redirect("nights:plan", night)
    with answering(request) as say:
        actions.plan_night(actor=request.actor, night=night, at=timezone.now(), key=form.retry_key)
        say(_("The night is planned."))
    return redirect("nights:plan", night)


@needs(roles.NIGHT_DESK)
@require_POST
def overrule(request: HalteRequest, night: date, line_id: UUID) -> HttpResponse:
    """A person decides otherwise than the plan."""
    line = get_object_or_404(PlanLine.objects.seen_by(request.actor), pk=line_id, plan__night=night)
    form = checked(request, forms.Overrule)
    if form is None:
        return redirect("nights:plan", night)
    chosen = form.cleaned_data["room"]
    room = get_object_or_404(Room.objects.seen_by(request.actor), pk=chosen) if chosen else None
    with answering(request) as say:
        actions.overrule(
            actor=request.actor,
            line=line,
            room=room,
            why=OverruleWhy(form.cleaned_data["why"]),
            at=timezone.now(),
            key=form.retry_key,
        )
        say(_("Your decision is written down.") if room else _("They wait again, at the turn they had."))
    return redirect("nights:plan", night)
