"""Pages of the advisers: the queue, their appointments, their free quarters."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte import journal
from halte.accounts import roles
from halte.accounts.answers import done, say_errors
from halte.accounts.doors import HalteRequest, needs
from halte.advice import actions, falling_due, forms, queries
from halte.advice.models import Appointment
from halte.guests import queries as guests
from halte.guests.models import Guest
from halte.visits import actions as visits
from halte.visits import queries as visit_queries
from halte.visits.models import Queue
from halte.web.forms import ActForm

DAYS_AHEAD = 60
HALF_AN_HOUR = 2


@needs(roles.ADVICE)
@require_http_methods(["GET", "HEAD", "POST"])
def today(request: HalteRequest) -> HttpResponse:
    """An adviser's day: who waits, who comes, what is free. Posting books an appointment."""
    at = timezone.now()
    on = _day(request, at)
    free = queries.free_quarters(request.actor, on, after=at)
    hours = queries.open_quarters(request.actor, on)
    form = forms.Book(request.POST or None, site=request.actor.site, hours=hours, free=free)
    if form.is_valid() and done(form, lambda: _book(request, form, at)):
        messages.success(request, _("The appointment is booked."))
        return redirect(request.get_full_path())
    context = {
        "form": form,
        "on": on,
        "before": on - timedelta(days=1) if on > request.actor.site.today(at) else None,
        "after": on + timedelta(days=1),
        "is_today": on == request.actor.site.today(at),
        "zone": request.actor.site.timezone,
        "waiting": visit_queries.waiting(request.actor, Queue.ADVICE, at),
        "called": visit_queries.called(request.actor, Queue.ADVICE, at),
        "call_form": forms.CallNext(auto_id="call_%s"),
        "appointments": queries.of_adviser(request.actor, on),
        "free": free,
        "alarms": falling_due.alarms(request.actor, at),
    }
    return render(request, "advice/today.html", context, status=422 if form.errors else 200)


def _day(request: HalteRequest, at: datetime) -> date:
    """The day asked for, from today on; today when it is none."""
    today = request.actor.site.today(at)
    try:
        asked = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return today
    return min(max(asked, today), today + timedelta(days=DAYS_AHEAD))


def _book(request: HalteRequest, form: forms.Book, at: datetime) -> Appointment:
    said = form.cleaned_data
    return actions.book(
        actor=request.actor,
        guest=_guest(request, said["code"]),
        starts_at=said["starts_at"],
        quarters=said["quarters"],
        at=at,
        key=form.retry_key,
    )


def _guest(request: HalteRequest, typed: str) -> Guest:
    """The guest whose card was scanned or whose code was typed."""
    secret = guests.secret_in(typed)
    if secret is None:
        return guests.by_spoken(request.actor, typed)
    found = guests.by_secret(request.actor, secret)
    if found is None:
        raise guests.CodeUnknown
    return found


@needs(roles.ADVICE)
@require_POST
def book(request: HalteRequest) -> HttpResponse:
    """The next free half hour for the guest whose panel is open."""
    form = forms.BookFromPanel(request.POST)
    if not form.is_valid():
        say_errors(request, form)
        return redirect("advice:today")
    guest = guests.guest(request.actor, form.cleaned_data["guest"])
    if guest is None:
        raise Http404
    begins = form.cleaned_data["starts_at"]
    if done(
        form,
        lambda: actions.book(
            actor=request.actor,
            guest=guest,
            starts_at=begins,
            quarters=HALF_AN_HOUR,
            at=timezone.now(),
            key=form.retry_key,
        ),
    ):
        messages.success(request, _("The appointment is booked."))
    say_errors(request, form)
    return redirect("desk:guest", guest.id)


@needs(roles.ADVICE)
@require_POST
def call_next(request: HalteRequest) -> HttpResponse:
    """The first in line is called to the adviser's table."""
    form = forms.CallNext(request.POST)
    if form.is_valid() and done(
        form,
        lambda: visits.call_next(
            actor=request.actor, queue=Queue.ADVICE, place=form.place, at=timezone.now(), key=form.retry_key
        ),
    ):
        messages.success(request, _("The next number is on the board."))
    say_errors(request, form)
    return redirect("advice:today")


@needs(roles.ADVICE)
@require_POST
def served(request: HalteRequest, ticket_id: UUID) -> HttpResponse:
    """Whoever held a ticket was served, or did not come."""
    ticket = visit_queries.ticket(request.actor, ticket_id)
    if ticket is None:
        raise Http404
    form = ActForm(request.POST)
    if form.is_valid():
        done(
            form,
            lambda: visits.end_ticket(actor=request.actor, ticket=ticket, at=timezone.now(), key=form.retry_key),
        )
    say_errors(request, form)
    return redirect("advice:today")


@needs(roles.ADVICE)
@require_POST
def cancel(request: HalteRequest, appointment_id: UUID) -> HttpResponse:
    """An appointment does not take place."""
    return _end(request, appointment_id, actions.cancel, _("The appointment is cancelled. Its time is free again."))


@needs(roles.ADVICE)
@require_POST
def came(request: HalteRequest, appointment_id: UUID) -> HttpResponse:
    """The guest came."""
    return _end(request, appointment_id, actions.came, _("Written down: came."))


@needs(roles.ADVICE)
@require_POST
def did_not_come(request: HalteRequest, appointment_id: UUID) -> HttpResponse:
    """The guest did not come."""
    return _end(request, appointment_id, actions.did_not_come, _("Written down: did not come. The time is free again."))


@needs(roles.ADVICE)
@require_POST
def stands_again(request: HalteRequest, appointment_id: UUID) -> HttpResponse:
    """What was pressed last about an appointment is taken back."""
    found = queries.appointment(request.actor, appointment_id)
    if found is None:
        raise Http404
    form, line_id = ActForm(request.POST), queries.last_line_of(found)
    if form.is_valid() and done(form, lambda: _undo(request, line_id, form)):
        messages.success(request, _("Taken back: the appointment stands again."))
    say_errors(request, form)
    return redirect("advice:today")


def _undo(request: HalteRequest, line_id: UUID | None, form: ActForm) -> None:
    if line_id is None:
        raise journal.UndoTooLate
    journal.undo(actor=request.actor, line_id=line_id, at=timezone.now(), key=form.retry_key)


def _end(request: HalteRequest, appointment_id: UUID, act: Callable[..., Appointment], words: str) -> HttpResponse:
    found = queries.appointment(request.actor, appointment_id)
    if found is None:
        raise Http404
    form = ActForm(request.POST)
    if form.is_valid() and done(
        form, lambda: act(actor=request.actor, appointment=found, at=timezone.now(), key=form.retry_key)
    ):
        messages.success(request, words)
    say_errors(request, form)
    return redirect("advice:today")
