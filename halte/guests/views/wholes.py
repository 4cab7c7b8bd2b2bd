"""Everything of one card at once: made one with another, closed by staff, erased in front of its guest."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halte import journal
from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import DESK
from halte.common.refusal import Refusal
from halte.guests import actions, belongings, forms, queries
from halte.guests.models import ErasePause, Guest, GuestState
from halte.guests.views.cards import KEEPERS, by_code, read_or_post
from halte.guests.views.finding import found_guest, too_old
from halte.web.forms import ActForm, HeldForm


@needs(DESK)
@read_or_post
def merge(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """An earlier card of the same guest becomes one with this one, because they say so."""
    guest = found_guest(request, guest_id)
    form = forms.Merge(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(
            request, "guests/merge.html", {"guest": guest, "form": form}, status=422 if form.is_bound else 200
        )
    at = timezone.now()
    try:
        old = by_code(request, form.cleaned_data["code"])
        kept = {"new": guest, "old": old}.get(form.cleaned_data["keep"])
        actions.merge_cards(actor=request.actor, old=old, new=guest, bed_of=kept, at=at, key=form.retry_key)
    except journal.AlreadyDone:
        pass
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return render(request, "guests/merge.html", {"guest": guest, "form": form}, status=refusal.status)
    messages.success(request, _("One card now. The earlier one opens nothing."))
    return redirect("desk:guest", guest.id)


@needs(DESK)
@read_or_post
def erase(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """Erase me: first what waits for the guest, then two seconds of holding, in front of them."""
    guest = found_guest(request, guest_id)
    at = timezone.now()
    form = HeldForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _erase_page(request, guest, at)
    try:
        actions.erase_guest(actor=request.actor, guest=guest, at=at, key=form.retry_key)
    except journal.AlreadyDone:
        pass
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:home")
    return render(request, "guests/erased.html")


def _erase_page(request: HalteRequest, guest: Guest, at: datetime) -> HttpResponse:
    people = queries.people_on_card(guest) if guest.on_card_of_id is None else [guest]
    waiting = [told for one in people for told in belongings.told_everywhere(one, at) if told.waits]
    context = {"guest": guest, "waiting": waiting, "people": people}
    return render(request, "guests/erase.html", context, status=422 if request.method == "POST" else 200)


@needs(KEEPERS)
@require_POST
def close(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """Closed by staff: bed, numbers and hours end at once; their things are listed for handing over."""
    guest = found_guest(request, guest_id)
    form = HeldForm(request.POST)
    if not form.is_valid():
        return too_old(request, form)
    try:
        actions.close_card(actor=request.actor, guest=guest, at=timezone.now(), key=form.retry_key)
    except journal.AlreadyDone:
        pass
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("guests:about", guest.id)
    return redirect("guests:closed", guest.id)


@needs(KEEPERS)
@read_or_post
def closed(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A closed card: what lies here to be handed over, and until when nothing is erased."""
    guest = found_guest(request, guest_id)
    form = forms.Pause(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.pause_erasing(
                actor=request.actor,
                guest=guest,
                until=form.cleaned_data["until"],
                at=timezone.now(),
                key=form.retry_key,
            )
        except journal.AlreadyDone:
            pass
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Asked. A second colleague has to agree within seven days."))
            return redirect("guests:closed", guest.id)
    at = timezone.now()
    context = {
        "guest": guest,
        "form": form,
        "is_closed": guest.state == GuestState.CLOSED,
        "in_hand": [told for told in belongings.told_everywhere(guest, at) if told.in_hand],
        "pause": ErasePause.objects.seen_by(request.actor).filter(guest=guest).first(),
    }
    return render(request, "guests/closed.html", context, status=422 if form.errors else 200)


@needs(KEEPERS)
@require_POST
def agree(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A second colleague agrees to the pause."""
    guest = found_guest(request, guest_id)
    form = ActForm(request.POST)

    def act(at: datetime) -> str:
        actions.agree_to_pause(actor=request.actor, guest=guest, at=at, key=form.retry_key)
        return _("Two people agreed. Nothing is erased before that day.")

    pressed(request, form, act)
    return redirect("guests:closed", guest.id)


@needs(KEEPERS)
@require_POST
def handed_over(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """Everything that lay here was given to whoever is entitled to it."""
    guest = found_guest(request, guest_id)
    form = ActForm(request.POST)

    def act(at: datetime) -> str:
        actions.hand_over_things(actor=request.actor, guest=guest, at=at, key=form.retry_key)
        return _("Written down. Locker and tags are free.")

    pressed(request, form, act)
    return redirect("guests:closed", guest.id)


@needs(KEEPERS)
@require_POST
def protect(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """The card's page stays bare on every phone, or that is over. Nobody is asked why."""
    guest = found_guest(request, guest_id)
    form = forms.Protect(request.POST)

    def act(at: datetime) -> str:
        begins = form.cleaned_data["protected"] == "yes"
        actions.protect_card(actor=request.actor, guest=guest, protected=begins, at=at, key=form.retry_key)
        return _("Written down.")

    pressed(request, form, act)
    return redirect("guests:about", guest.id)
