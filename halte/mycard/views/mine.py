"""What a guest sees of their own, and what they do with it themselves: be told everything, correct, erase, end."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from halte.accounts.actor import Actor
from halte.accounts.answers import done
from halte.accounts.doors import open_to_all
from halte.guests import actions, pairing
from halte.guests.belongings import told_everywhere
from halte.guests.forms import About
from halte.guests.models import Guest
from halte.mycard import opening
from halte.mycard.opening import Opened
from halte.mycard.pages import bare, own_page, page
from halte.mycard.telling import told_of_card
from halte.web.forms import ActForm, HeldForm
from halte.web.middleware import for_guests
from halte.web.presses import pressed_on_our_page

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Opened, P], HttpResponse]


def of_ones_own(view: Page[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """The page shows a guest their own; anybody else gets the bare page, whatever they sent."""

    @open_to_all
    @for_guests
    @require_http_methods(["GET", "HEAD", "POST"])
    @opening.in_chosen_language
    @pressed_on_our_page
    @wraps(view)
    def guarded(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = opening.opened(request, timezone.now())
        return bare(request) if found is None else view(request, found, *args, **kwargs)

    return guarded


@of_ones_own
def mine(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The bed tonight, the place in line, letters, appointments; and what the guest may do with all of it."""
    return own_page(request, opened)


@of_ones_own
def everything(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Everything that we hold of a guest, to read or to take away as a plain text."""
    at = timezone.now()
    told = [*told_of_card(opened.guest, at), *told_everywhere(opened.guest, at)]
    if "text" not in request.POST:
        return page(request, "mycard/everything.html", {"opened": opened, "told": told})
    text = render_to_string("mycard/everything.txt", {"told": told, "at": at, "site": opened.guest.site})
    headers = {"Content-Disposition": 'attachment; filename="halte.txt"', "Referrer-Policy": "no-referrer"}
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)


@of_ones_own
def correct(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The language, how a guest counts for a room, what the place must offer: in their own hands."""
    guest = opened.guest
    known = {
        "language": guest.language,
        "counted": guest.counted,
        "needs": list(guest.needs.values_list("need", flat=True)),
    }
    form = About(request.POST if "key" in request.POST else None, initial=known)
    if form.is_bound and form.is_valid() and done(form, lambda: _tell(guest, form)):
        return own_page(request, opened, said="corrected")
    return page(request, "mycard/correct.html", {"opened": opened, "form": form}, status=422 if form.is_bound else 200)


def _tell(guest: Guest, form: About) -> None:
    actions.tell_about(
        actor=Actor.guest(guest.site),
        guest=guest,
        language=form.cleaned_data["language"],
        counted=form.cleaned_data["counted"],
        ask_in_private=guest.ask_in_private and not form.cleaned_data["counted"],
        needs=form.cleaned_data["needs"],
        at=timezone.now(),
        key=form.retry_key,
    )


@of_ones_own
def erase(request: HttpRequest, opened: Opened) -> HttpResponse:
    """First what would be lost; then, held or ticked, everything is erased in front of the guest.

    Keeps:
        The page afterwards says what was deleted, and the phone keeps nothing of us.
    """
    at, guest = timezone.now(), opened.guest
    told = [*told_of_card(guest, at), *told_everywhere(guest, at)]
    form = HeldForm(request.POST if "key" in request.POST else None)
    if form.is_bound and form.is_valid() and done(form, lambda: _erase(guest, form)):
        return opening.forget(page(request, "mycard/erased.html", {"told": told}))
    context = {"opened": opened, "waits": [one for one in told if one.waits], "form": form}
    return page(request, "mycard/erase.html", context, status=422 if form.is_bound else 200)


def _erase(guest: Guest, form: HeldForm) -> None:
    actions.erase_guest(actor=Actor.guest(guest.site), guest=guest, at=timezone.now(), key=form.retry_key)


@of_ones_own
def end(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The phone shows the bare page again, and keeps nothing of us."""
    form = ActForm(request.POST if "key" in request.POST else None)
    if not (form.is_bound and form.is_valid()):
        return own_page(request, opened)
    guest = opened.guest
    done(
        form,
        lambda: pairing.end_pairing(actor=Actor.guest(guest.site), guest=guest, at=timezone.now(), key=form.retry_key),
    )
    return opening.forget(bare(request))
