"""What falls due: the board, writing a deadline, its receipt, and days away."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte import journal
from halte.accounts import roles
from halte.accounts.answers import done, pressed
from halte.accounts.doors import HalteRequest, needs
from halte.advice import actions, deadlines, falling_due, forms
from halte.advice.models import Deadline, NotSent
from halte.journal.recent import recent
from halte.web.forms import ActForm

SHOWN = 5


@needs(roles.ADVICE)
@require_http_methods(["GET", "HEAD", "POST"])
def falls_due(request: HalteRequest) -> HttpResponse:
    """Everything that falls due, the first hour first. Posting writes another."""
    at, actor = timezone.now(), request.actor
    colleagues = {who: called for who, called in falling_due.advisers(actor, at).items() if who != actor.id}
    form = forms.WriteDeadline(request.POST or None, site=actor.site, colleagues=colleagues)
    if form.is_valid() and done(form, lambda: _write(request, form, at)):
        return redirect("advice:falls_due")
    context = {
        "due": falling_due.board(actor, at),
        "form": form,
        "away_form": forms.BeAway(auto_id="away_%s"),
        "away": falling_due.days_away(actor, at),
        "reasons": NotSent.choices,
        "done": recent(actor, at, undo_url=_undo_url, of_colleagues=["advice"], services=["advice"], shown=SHOWN),
        "at": at,
    }
    return render(request, "advice/falls_due.html", context, status=422 if form.errors else 200)


def _write(request: HalteRequest, form: forms.WriteDeadline, at: datetime) -> None:
    due_at, certainty = form.hour
    made = actions.write_deadline(
        actor=request.actor,
        case=form.cleaned_data["case"],
        matter=form.cleaned_data["matter"],
        due_at=due_at,
        certainty=certainty,
        stand_in=form.cleaned_data["stand_in"],
        at=at,
        key=form.retry_key,
    )
    day, hour = deadlines.last_hour(made.due_at, request.actor.site.zone)
    said = {"day": date_format(day, "l j F"), "hour": hour}
    messages.success(request, _("Written down. The last hour is %(day)s, %(hour)s.") % said)


@needs(roles.ADVICE)
@require_POST
def confirm_hour(request: HalteRequest, deadline_id: UUID) -> HttpResponse:
    """A lawyer confirmed the hour."""
    mine, form = _found(request, deadline_id), ActForm(request.POST)

    def act(at: datetime) -> str:
        actions.confirm_hour(actor=request.actor, deadline=mine, due_at=mine.due_at, at=at, key=form.retry_key)
        return _("A lawyer confirmed the hour.")

    return _pressed(request, form, act)


@needs(roles.ADVICE)
@require_POST
def sent(request: HalteRequest, deadline_id: UUID) -> HttpResponse:
    """It was sent: the receipt is asked for."""
    mine, form = _found(request, deadline_id), forms.Sent(request.POST)

    def act(at: datetime) -> str:
        receipt = form.cleaned_data["receipt"]
        actions.sent(actor=request.actor, deadline=mine, receipt=receipt, at=at, key=form.retry_key)
        return _("Sent, with its receipt.")

    return _pressed(request, form, act)


@needs(roles.ADVICE)
@require_POST
def close_unsent(request: HalteRequest, deadline_id: UUID) -> HttpResponse:
    """Nothing was sent, and why."""
    mine, form = _found(request, deadline_id), forms.CloseUnsent(request.POST)

    def act(at: datetime) -> str:
        actions.close_unsent(
            actor=request.actor, deadline=mine, why=form.cleaned_data["why"], at=at, key=form.retry_key
        )
        return _("Closed.")

    return _pressed(request, form, act)


@needs(roles.ADVICE)
@require_POST
def be_away(request: HalteRequest) -> HttpResponse:
    """The adviser is away on some days."""
    form = forms.BeAway(request.POST)

    def act(at: datetime) -> str:
        said = form.cleaned_data
        actions.be_away(actor=request.actor, since=said["since"], until=said["until"], at=at, key=form.retry_key)
        return _("While you are away, what falls due goes to whoever stands in.")

    return _pressed(request, form, act)


@needs(roles.ADVICE)
@require_POST
def undo(request: HalteRequest, line_id: UUID) -> HttpResponse:
    """Take back an act of the last fifteen minutes."""
    form = ActForm(request.POST)

    def act(at: datetime) -> str:
        try:
            journal.undo(actor=request.actor, line_id=line_id, at=at, key=form.retry_key, of_colleagues=["advice"])
        except journal.NotUndoable as refusal:
            raise Http404 from refusal
        return _("Taken back.")

    return _pressed(request, form, act)


def _pressed(request: HalteRequest, form: ActForm, act: Callable[[datetime], str]) -> HttpResponse:
    pressed(request, form, act)
    return redirect("advice:falls_due")


def _found(request: HalteRequest, deadline_id: UUID) -> Deadline:
    found = falling_due.deadline(request.actor, deadline_id)
    if found is None:
        raise Http404
    return found


def _undo_url(line_id: UUID) -> str:
    return reverse("advice:undo", args=[line_id])
