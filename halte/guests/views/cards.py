"""Cards: blank ones to print, new ones, and what a guest wants us to know."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte import journal
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import DESK, MATCH, Role
from halte.common.refusal import Refusal
from halte.guests import actions, forms, queries
from halte.guests.models import Guest, GuestState, PlacedOrder
from halte.guests.printing import back_of_a_card, blank_sheets, printed
from halte.guests.views.finding import found_guest, too_old
from halte.web.forms import ActForm

KEEPERS = frozenset({Role.ADVISER, Role.NIGHT_HOST, Role.MANAGER})
"""Who protects a card, closes it, and answers for a pause of erasing."""

read_or_post = require_http_methods(["GET", "HEAD", "POST"])


@needs(DESK)
@read_or_post
def sheets(request: HalteRequest) -> HttpResponse:
    """Sheets of blank cards. Nobody is asked anything, and nothing is written down."""
    form = forms.Sheets(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = blank_sheets(request, sheets=form.cleaned_data["sheets"], cards=forms.CARDS_ON_A_SHEET)
        return render(request, "guests/sheets_made.html", {"sheets": made, "back": back_of_a_card()})
    return render(request, "guests/sheets.html", {"form": form}, status=422 if form.is_bound else 200)


@needs(DESK)
@require_POST
def new(request: HalteRequest) -> HttpResponse:
    """A new card, no question asked. Its secret is in this one answer and nowhere else."""
    form = ActForm(request.POST)
    if not form.is_valid():
        return too_old(request, form)
    try:
        guest, secret = actions.make_card(actor=request.actor, at=timezone.now(), key=form.retry_key)
    except journal.AlreadyDone as before:
        return redirect("desk:guest", UUID(before.results["guest"]))
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:home")
    return render(
        request, "guests/card_made.html", {"guest": guest, "card": printed(request, secret), "back": back_of_a_card()}
    )


@needs(DESK)
@require_POST
def reissue(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A lost card: the guest goes on with a new one, the old one opens nothing."""
    guest = found_guest(request, guest_id)
    form = ActForm(request.POST)
    if not form.is_valid():
        return too_old(request, form)
    try:
        secret = actions.reissue_card(actor=request.actor, guest=guest, at=timezone.now(), key=form.retry_key)
    except journal.AlreadyDone:
        return redirect("desk:guest", guest.id)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("guests:about", guest.id)
    context = {"guest": guest, "card": printed(request, secret), "back": back_of_a_card(), "again": True}
    return render(request, "guests/card_made.html", context)


@needs(DESK)
@read_or_post
def about(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """What the guest wants us to know."""
    guest = found_guest(request, guest_id)
    form = forms.AboutAtDesk(request.POST or None, initial=_told(guest))
    if request.method != "POST" or not form.is_valid():
        return _about_page(request, guest, about_form=form)
    try:
        actions.tell_about(
            actor=request.actor,
            guest=guest,
            language=form.cleaned_data["language"],
            counted=form.cleaned_data["counted"],
            needs=form.cleaned_data["needs"],
            ask_in_private=form.cleaned_data["ask_in_private"],
            at=timezone.now(),
            key=form.retry_key,
        )
    except journal.AlreadyDone:
        pass
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _about_page(request, guest, about_form=form)
    messages.success(request, _("Written down."))
    return redirect("desk:guest", guest.id)


@needs(DESK)
@require_POST
def place(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A person sets in which order this guest is placed."""
    guest = found_guest(request, guest_id)
    form = forms.Place(request.POST)
    if not form.is_valid():
        return _about_page(request, guest, place_form=form)
    placed = PlacedOrder(form.cleaned_data["placed"])
    try:
        actions.place(actor=request.actor, guest=guest, placed=placed, at=timezone.now(), key=form.retry_key)
    except journal.AlreadyDone:
        pass
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _about_page(request, guest, place_form=form)
    messages.success(request, _("Written down."))
    return redirect("desk:guest", guest.id)


@needs(DESK)
@require_POST
def keep_together(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """Another card stays together with this one."""
    guest = found_guest(request, guest_id)
    form = forms.Together(request.POST)
    if not form.is_valid():
        return _about_page(request, guest, together_form=form)
    try:
        _join(request, guest, form)
    except journal.AlreadyDone:
        pass
    except Refusal as refusal:
        form.add_error("code", str(refusal))
        return _about_page(request, guest, together_form=form)
    messages.success(request, _("They stay together."))
    return redirect("guests:about", guest.id)


@needs(DESK)
@require_POST
def part(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """The guest leaves their family or group."""
    guest = found_guest(request, guest_id)
    form = ActForm(request.POST)
    if not form.is_valid():
        return too_old(request, form)
    try:
        actions.part(actor=request.actor, guest=guest, at=timezone.now(), key=form.retry_key)
    except journal.AlreadyDone:
        pass
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("guests:about", guest.id)
    messages.success(request, _("This guest is on their own now."))
    return redirect("guests:about", guest.id)


def _join(request: HalteRequest, guest: Guest, form: forms.Together) -> None:
    """The other card joins this one's family or group, or this one joins the other's, or both begin one."""
    other = by_code(request, form.cleaned_data["code"])
    mine, theirs = queries.membership_of(guest), queries.membership_of(other)
    given: dict[str, Any] = {"actor": request.actor, "at": timezone.now(), "key": form.retry_key}
    if other == guest or (mine and theirs and mine.group_id == theirs.group_id):
        raise actions.AlreadyTogether
    if mine:
        actions.join(guest=other, group=mine.group, **given)
    elif theirs:
        actions.join(guest=guest, group=theirs.group, **given)
    else:
        actions.keep_together(guests=[guest, other], is_family=form.cleaned_data["is_family"] == "yes", **given)


def by_code(request: HalteRequest, typed: str) -> Guest:
    """The live card that was scanned or whose code was typed."""
    secret = queries.secret_in(typed)
    if secret is None:
        return queries.by_spoken(request.actor, typed)
    guest = queries.by_secret(request.actor, secret)
    if guest is None or guest.state != GuestState.LIVE:
        raise queries.CodeUnknown
    return guest


def _told(guest: Guest) -> dict[str, Any]:
    return {
        "language": guest.language,
        "counted": guest.counted,
        "ask_in_private": guest.ask_in_private,
        "needs": list(guest.needs.values_list("need", flat=True)),
    }


def _about_page(request: HalteRequest, guest: Guest, **given: Any) -> HttpResponse:
    context = {
        "guest": guest,
        "together": queries.together_with(guest),
        "keeps": request.actor.may(KEEPERS),
        "keeps_apart": request.actor.may(MATCH),
        "about_form": forms.AboutAtDesk(initial=_told(guest)),
        "place_form": forms.Place(initial={"placed": guest.placed}),
        "together_form": forms.Together(),
        **given,
    }
    wrong = any(form.is_bound and form.errors for form in given.values())
    return render(request, "guests/about.html", context, status=422 if wrong else 200)
