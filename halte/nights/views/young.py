"""A young person alone: a bed first, on their own word; then who is called, and what they answered."""

from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte.accounts import roles
from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.common import languages, nights
from halte.nights import actions, forms, queries
from halte.nights.doors import AT_THE_DOOR
from halte.nights.views.around import around
from halte.nights.young import Answered, Called, DutyTeam, YoungSheet
from halte.sites.models import RoomKind
from halte.web.forms import ActForm


@needs(AT_THE_DOOR)
@require_safe
def young(request: HalteRequest, night: date) -> HttpResponse:
    """What to do, whom to call, and the sheets of this night."""
    at = timezone.now()
    actor = request.actor
    team: DutyTeam | None = DutyTeam.objects.seen_by(actor).first()
    sheets = YoungSheet.objects.seen_by(actor).filter(night=night).prefetch_related("calls")
    context = around(request, night, at) | {
        "sheets": list(sheets),
        "free": queries.free_by_kind(actor, night, at).get(RoomKind.MINORS, 0),
        "duty": team,
        "may_set": actor.may({roles.Role.MANAGER}),
        "duty_form": forms.DutyNumber(initial={"phone": team.phone if team else ""}),
        "call_form": forms.YoungCalled(initial={"called_at": at.astimezone(actor.site.zone).time()}, auto_id=False),
        "languages": languages.ALL,
    }
    return render(request, "nights/young.html", context)


@needs(AT_THE_DOOR)
@require_POST
def open_young(request: HalteRequest, night: date) -> HttpResponse:
    """A sheet is begun."""
    form = ActForm(request.POST)

    def act(at: datetime) -> str:
        sheet = actions.open_young_sheet(actor=request.actor, night=night, at=at, key=form.retry_key)
        return _("Sheet %(number)s is begun. Give them a bed first.") % {"number": sheet.number}

    pressed(request, form, act)
    return redirect("nights:young", night)


@needs(AT_THE_DOOR)
@require_POST
def young_called(request: HalteRequest, night: date, sheet_id: UUID) -> HttpResponse:
    """A call is written down."""
    sheet: YoungSheet | None = YoungSheet.objects.seen_by(request.actor).filter(pk=sheet_id, night=night).first()
    if sheet is None:
        raise Http404
    form = forms.YoungCalled(request.POST)

    def act(at: datetime) -> str:
        said = form.cleaned_data
        actions.write_young_call(
            actor=request.actor,
            sheet=sheet,
            called=Called(said["called"]),
            called_at=nights.moment_in(night, said["called_at"], request.actor.site.zone),
            answered=Answered(said["answered"]),
            at=at,
            key=form.retry_key,
        )
        return _("Written down.")

    pressed(request, form, act)
    return redirect("nights:young", night)


@needs(roles.Role.MANAGER)
@require_POST
def set_duty(request: HalteRequest, night: date) -> HttpResponse:
    """The number of the department's duty team."""
    form = forms.DutyNumber(request.POST)
    if form.is_valid():
        pressed(request, form, lambda at: _set(request, form, at))
    else:
        messages.error(request, form.first_error())
    return redirect("nights:young", night)


def _set(request: HalteRequest, form: forms.DutyNumber, at: datetime) -> str:
    actions.set_duty_team(actor=request.actor, phone=form.cleaned_data["phone"], at=at, key=form.retry_key)
    return _("The house calls this number from now on.")
