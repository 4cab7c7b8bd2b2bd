"""What any phone may see behind the card's QR."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from halte.accounts.doors import open_to_all
from halte.common import ids
from halte.guests import signs
from halte.mycard import opening, own_sign
from halte.mycard.pages import bare, own_page, page
from halte.web.middleware import for_guests
from halte.web.presses import pressed_on_our_page


@open_to_all
@for_guests
@require_http_methods(["GET", "HEAD", "POST"])
@opening.in_chosen_language
@pressed_on_our_page
def card(request: HttpRequest, secret: str) -> HttpResponse:
    """The bare page: guide, numbers to call, hours today, the number in a queue. A paired phone is led to its own.

    Keeps:
        A live, revoked, closed, protected or never-issued card gives the same bytes, unless it waits in a queue right
        now. What else is the guest's own needs a phone paired at a desk, or the guest's own sign: wrong pictures, a
        card without a sign and one that never was are answered alike.
        The address of the sign names no card: the link to it is the same on every card's page.
    """
    if request.method == "POST" or "sign" in request.GET:
        return _sign(request, secret)
    guest = opening.guest_of_phone(request, timezone.now())
    if guest is not None and ids.is_secret(secret) and ids.key_at_site(secret, guest.site_id) == bytes(guest.card_key):
        return redirect(reverse("mycard:mine") + opening.language_in_address(request))
    return bare(request, secret)


@open_to_all
@for_guests
@require_safe
@opening.in_chosen_language
def how(request: HttpRequest) -> HttpResponse:
    """How to be erased, to correct, to be told everything: at a desk, on a paired phone, or with one's own sign."""
    return page(request, "mycard/how.html", {})


def _sign(request: HttpRequest, secret: str) -> HttpResponse:
    """Three pictures that the guest chose open what is theirs, on this one page and for ten minutes."""
    at = timezone.now()
    chosen = own_sign.pressed(request.POST.get("pictures", ""), request.POST.get("press", ""))
    wrong = len(chosen) == signs.HOW_MANY
    guest = own_sign.guest_of(secret, chosen, at) if wrong else None
    if guest is not None:
        return own_page(request, opening.opened_by_sign(guest, at))
    asked: dict[str, Any] = {"chosen": [] if wrong else chosen, "wrong": wrong}
    return page(request, "mycard/sign.html", asked | {"pictures": signs.PICTURES.items()}, status=422 if wrong else 200)
