"""Leaving a message, fetching the answer; for staff: matching, and opening with the guest."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.accounts import roles
from halte.accounts.answers import done, pressed
from halte.accounts.doors import HalteRequest, needs, open_to_all
from halte.common.refusal import Refusal
from halte.guests import queries as guest_queries
from halte.guests.models import Guest
from halte.journal import AlreadyDone
from halte.tracing import actions, forms, queries, sealing
from halte.tracing.models import Message
from halte.tracing.pages import in_chosen_language, page, too_many
from halte.web.forms import ActForm
from halte.web.middleware import for_guests
from halte.web.presses import pressed_on_our_page


@open_to_all
@for_guests
@require_http_methods(["GET", "POST"])
@in_chosen_language
@pressed_on_our_page
def write(request: HttpRequest) -> HttpResponse:
    """Anybody leaves a message for somebody. One answer for all, whoever they look for.

    Keeps:
        Nothing of anybody's can be reached from here, so the press needs no session and no cookie.
    """
    at = timezone.now()
    form = forms.WriteMessage(request.POST or None, sites=queries.sites_here(at))
    if not form.is_valid():
        context = {"form": form, "fetch": forms.FetchAnswer()}
        return page(request, "tracing/write.html", context, status=422 if form.is_bound else 200)
    ticket = sealing.ticket_of(form.retry_key.value)
    if not too_many(request) and not done(form, lambda: _leave(form, ticket, at)):
        return page(request, "tracing/write.html", {"form": form, "fetch": forms.FetchAnswer()}, status=422)
    return page(request, "tracing/left.html", {"ticket": sealing.spaced(ticket)})


def _leave(form: forms.WriteMessage, ticket: str, at: datetime) -> None:
    for site in form.chosen:
        with suppress(AlreadyDone):
            actions.leave_message(
                site=site,
                known=form.cleaned_data["known"],
                hint=form.cleaned_data["hint"],
                text=form.cleaned_data["text"],
                language=translation.get_language() or "",
                ticket=ticket,
                at=at,
                key=form.retry_key,
            )


@open_to_all
@for_guests
@require_POST
@in_chosen_language
@pressed_on_our_page
def answer(request: HttpRequest) -> HttpResponse:
    """Whoever wrote comes back with the ticket code. Without an answer the page is the same for every code."""
    form = forms.FetchAnswer(request.POST)
    said = queries.answer_for(form.cleaned_data["code"]) if form.is_valid() else None
    return page(request, "tracing/answer.html", {"answer": said})


@needs(roles.MATCH)
@require_safe
def to_match(request: HalteRequest) -> HttpResponse:
    """The messages that nobody was offered yet: whom they are for, not what they say."""
    context = {"messages_here": queries.to_match(request.actor), "form": forms.OfferMessage(), "at": timezone.now()}
    return render(request, "tracing/to_match.html", context)


@needs(roles.MATCH)
@require_POST
def offer(request: HalteRequest, message_id: UUID) -> HttpResponse:
    """A colleague thinks that the guest with this card is meant."""
    message = _ours(request, message_id)
    form = forms.OfferMessage(request.POST)
    if not form.is_valid():
        messages.error(request, form.first_error())
        return redirect("tracing:to_match")
    try:
        guest = _guest(request, form.cleaned_data["code"])
        actions.offer_message(actor=request.actor, message=message, guest=guest, at=timezone.now(), key=form.retry_key)
        messages.success(request, _("Offered. The panel of this card now says that a message may be waiting."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    except AlreadyDone:
        pass
    return redirect("tracing:to_match")


@needs(roles.DESK)
@require_safe
def message(request: HalteRequest, message_id: UUID) -> HttpResponse:
    """Before it is opened: who should see the screen, and that opening is a line of the register."""
    found = _offered(request, message_id)
    return render(request, "tracing/message.html", {"message": found, "form": None})


@needs(roles.DESK)
@require_POST
def open_message(request: HalteRequest, message_id: UUID) -> HttpResponse:
    """The message itself, in the answer to a press and at no address of its own."""
    found, form = _offered(request, message_id), ActForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.first_error())
        return redirect("tracing:message", found.id)
    try:
        text = actions.open_message(actor=request.actor, message=found, at=timezone.now(), key=form.retry_key)
    except AlreadyDone:
        text = actions.text_of(found)
    return render(request, "tracing/message.html", {"message": found, "text": text, "form": forms.Answer()})


@needs(roles.DESK)
@require_POST
def settle(request: HalteRequest, message_id: UUID) -> HttpResponse:
    """The guest answers, does not answer, or says that it is for somebody else."""
    found, form = _offered(request, message_id), forms.Answer(request.POST)

    def act(at: datetime) -> str:
        choice, key = form.cleaned_data["choice"], form.retry_key
        if choice == "answer":
            text = form.cleaned_data["text"]
            actions.answer_message(actor=request.actor, message=found, text=text, at=at, key=key)
            return _("Whoever wrote can read the answer with their code.")
        if choice == "no_answer":
            actions.give_no_answer(actor=request.actor, message=found, at=at, key=key)
            return _("Nobody learns of this. The message is deleted in seven days.")
        actions.not_for_me(actor=request.actor, message=found, at=at, key=key)
        return _("It waits again for whoever it is for.")

    pressed(request, form, act)
    return redirect("desk:guest", found.guest_id)


def _ours(request: HalteRequest, message_id: UUID) -> Message:
    found = queries.message(request.actor, message_id)
    if found is None:
        raise Http404
    return found


def _offered(request: HalteRequest, message_id: UUID) -> Message:
    found = _ours(request, message_id)
    if found.guest is None or found.ended_at is not None:
        raise Http404
    return found


def _guest(request: HalteRequest, typed: str) -> Guest:
    secret = guest_queries.secret_in(typed)
    if secret is None:
        return guest_queries.by_spoken(request.actor, typed)
    found = guest_queries.by_secret(request.actor, secret)
    if found is None:
        raise guest_queries.CodeUnknown
    return found
