"""The page of today, and every button of the door."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte import journal
from halte.accounts import roles
from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.common.refusal import Refusal
from halte.guests import queries as guest_queries
from halte.guests.models import Guest
from halte.journal.marks import mark
from halte.visits import actions, forms, queries
from halte.visits.board import board as board_of
from halte.visits.models import CountedService, DoorKind, Numbered
from halte.visits.rules import Slot

Row = TypeVar("Row")
Do = Callable[[datetime], str]


@needs(roles.DESK)
@require_safe
def today(request: HalteRequest) -> HttpResponse:
    """Everything of today on one page; after a press by htmx only what changed, with what happened."""
    context = {"board": board_of(request.actor, timezone.now()), "letter_form": forms.LetterCame(initial=_TODAY)}
    return render(request, "visits/_partials/pressed.html" if request.htmx else "visits/today.html", context)


@needs(roles.DESK)
@require_safe
def board(request: HalteRequest) -> HttpResponse:
    """What the page of today asks for every few seconds. It reads no message, so none is lost."""
    at = timezone.now()
    if request.GET.get("seen") == mark(request.actor.site_id, at):
        return HttpResponse(status=204)
    return render(request, "visits/_partials/board.html", {"board": board_of(request.actor, at)})


@needs(roles.DESK)
@require_POST
def arrive(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A guest comes in with a card."""
    guest = ours(guest_queries.guest(request.actor, guest_id))
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        actions.arrive(actor=request.actor, guest=guest, at=at, key=form.retry_key)
        return _("Inside.")

    return done(request, form, act, guest)


@needs(roles.DESK)
@require_POST
def leave(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A guest goes out."""
    guest = ours(guest_queries.guest(request.actor, guest_id))
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        actions.leave(actor=request.actor, guest=guest, at=at, key=form.retry_key)
        return _("Has left.")

    return done(request, form, act, guest)


@needs(roles.DESK)
@require_POST
def count_at_door(request: HalteRequest) -> HttpResponse:
    """Men, women or children came in without a card."""
    form = forms.CountAtDoor(request.POST)

    def act(at: datetime) -> str:
        kind, n = DoorKind(form.cleaned_data["kind"]), form.cleaned_data["n"]
        actions.count_at_door(actor=request.actor, kind=kind, n=n, at=at, key=form.retry_key)
        return _("%(what)s +%(n)s.") % {"what": kind.label, "n": n}

    return done(request, form, act, None)


@needs(roles.DESK)
@require_POST
def count_service(request: HalteRequest) -> HttpResponse:
    """Meals, drinks, phones, laundry or the toilet. Never refused."""
    form = forms.CountService(request.POST)

    def act(at: datetime) -> str:
        service, n = CountedService(form.cleaned_data["service"]), form.cleaned_data["n"]
        actions.count_service(actor=request.actor, service=service, n=n, at=at, key=form.retry_key)
        return _("%(what)s +%(n)s.") % {"what": service.label, "n": n}

    return done(request, form, act, None)


@needs(roles.DESK)
@require_POST
def give_slot(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A guest gets a shower."""
    guest = ours(guest_queries.guest(request.actor, guest_id))
    form = forms.GiveSlot(request.POST)

    def act(at: datetime) -> str:
        starts_at, cabin = form.cleaned_data["starts_at"], form.cleaned_data["cabin"]
        slot = Slot(starts_at, cabin) if starts_at and cabin else None
        given = actions.give_slot(actor=request.actor, guest=guest, slot=slot, at=at, key=form.retry_key)
        return _("Shower at %(time)s, cabin %(cabin)s.") % {"time": _clock(request, given), "cabin": given.number}

    return done(request, form, act, guest)


@needs(roles.DESK)
@require_POST
def free_slot(request: HalteRequest, numbered_id: UUID) -> HttpResponse:
    """A guest does not come to the shower."""
    row = ours(queries.numbered(request.actor, numbered_id))
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        actions.free_slot(actor=request.actor, numbered=row, at=at, key=form.retry_key)
        return _("The shower is free again.")

    return done(request, form, act, row.guest)


@needs(roles.DESK)
@require_POST
def give_locker(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A guest gets a locker."""
    guest = ours(guest_queries.guest(request.actor, guest_id))
    form = forms.GiveLocker(request.POST)

    def act(at: datetime) -> str:
        number = form.cleaned_data["number"]
        given = actions.give_locker(actor=request.actor, guest=guest, number=number, at=at, key=form.retry_key)
        return _("Locker %(number)s.") % {"number": given.number}

    return done(request, form, act, guest)


@needs(roles.DESK)
@require_POST
def return_locker(request: HalteRequest, numbered_id: UUID) -> HttpResponse:
    """A locker is empty and its key is back."""
    row = ours(queries.numbered(request.actor, numbered_id))
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        actions.return_locker(actor=request.actor, numbered=row, at=at, key=form.retry_key)
        return _("Locker %(number)s is free again.") % {"number": row.number}

    return done(request, form, act, row.guest)


@needs(roles.DESK)
@require_POST
def take_ticket(request: HalteRequest) -> HttpResponse:
    """The next number of a queue, for a guest or on paper."""
    form = forms.InQueue(request.POST)
    wanted = form.cleaned_data.get("guest") if form.is_valid() else None
    guest = ours(guest_queries.guest(request.actor, wanted)) if wanted else None

    def act(at: datetime) -> str:
        queue = form.cleaned_data["queue"]
        ticket = actions.take_ticket(actor=request.actor, queue=queue, guest=guest, at=at, key=form.retry_key)
        return _("Ticket %(number)s.") % {"number": ticket.number}

    return done(request, form, act, guest)


@needs(roles.DESK)
@require_POST
def call_next(request: HalteRequest) -> HttpResponse:
    """The first in line is called."""
    form = forms.InQueue(request.POST)

    def act(at: datetime) -> str:
        queue = form.cleaned_data["queue"]
        ticket = actions.call_next(actor=request.actor, queue=queue, at=at, key=form.retry_key)
        return _("Number %(number)s is called.") % {"number": ticket.number}

    return done(request, form, act, None)


@needs(roles.DESK)
@require_POST
def end_ticket(request: HalteRequest, ticket_id: UUID) -> HttpResponse:
    """Whoever held the ticket was served, or did not come."""
    ticket = ours(queries.ticket(request.actor, ticket_id))
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        actions.end_ticket(actor=request.actor, ticket=ticket, at=at, key=form.retry_key)
        return _("Ticket %(number)s is done.") % {"number": ticket.number}

    return done(request, form, act, ticket.guest)


@needs(roles.DESK)
@require_POST
def receive_letter(request: HalteRequest) -> HttpResponse:
    """A letter came for a card."""
    form = forms.LetterCame(request.POST)
    if form.is_valid():
        try:
            guest = queries.by_code(request.actor, form.cleaned_data["code"])
            actions.receive_letter(
                actor=request.actor,
                guest=guest,
                kind=form.cleaned_data["kind"],
                at=timezone.now(),
                key=form.retry_key,
            )
        except Refusal as refusal:
            form.add_error("code", str(refusal))
        except journal.AlreadyDone:
            pass
    if form.is_valid():
        messages.success(request, _("The letter waits for the guest."))
        return redirect("visits:today")
    context = {"board": board_of(request.actor, timezone.now()), "letter_form": form}
    return render(request, "visits/today.html", context, status=422)


@needs(roles.DESK)
@require_POST
def pass_on_letter(request: HalteRequest, letter_id: UUID) -> HttpResponse:
    """The guest gets the letter."""
    letter = ours(queries.letter(request.actor, letter_id))
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        actions.pass_on_letter(actor=request.actor, letter=letter, at=at, key=form.retry_key)
        return _("The guest has the letter.")

    return done(request, form, act, letter.guest)


@needs(roles.DESK)
@require_POST
def undo(request: HalteRequest, line_id: UUID) -> HttpResponse:
    """Take back what was counted on the page of today."""
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        try:
            journal.undo(actor=request.actor, line_id=line_id, at=at, key=form.retry_key, of_colleagues=["visits"])
        except journal.NotUndoable as refusal:
            raise Http404 from refusal
        return _("Taken back.")

    return done(request, form, act, None, home="visits:today")


_TODAY = {"next": "today"}


def ours(row: Row | None) -> Row:
    """The row, when it is of this site; what another site owns is not found."""
    if row is None:
        raise Http404
    return row


def _clock(request: HalteRequest, given: Numbered) -> str:
    assert given.starts_at
    return time_format(given.starts_at.astimezone(request.actor.site.zone), "H:i")


def done(
    request: HalteRequest, form: forms.Press, act: Do, guest: Guest | None, *, home: str = "desk:home"
) -> HttpResponse:
    """Act once, say what happened, and go back to the page the button stood on."""
    pressed(request, form, act)
    if page := forms.PAGES.get(form.data.get("next", "")):
        return redirect(page)
    back = guest.id if guest else form.cleaned_data.get("guest")
    return redirect("desk:guest", back) if back else redirect(home)
