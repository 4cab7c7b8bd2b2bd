"""What any phone may see behind the card's QR."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from halte.accounts.doors import open_to_all
from halte.common import ids
from halte.mycard import opening
from halte.mycard.pages import bare, page
from halte.web.middleware import for_guests


@open_to_all
@for_guests
@require_safe
@opening.in_chosen_language
def card(request: HttpRequest, secret: str) -> HttpResponse:
    """The bare page: guide, numbers to call, hours today, the number in a queue. A paired phone is led to its own.

    Keeps:
        A live, revoked, closed, protected or never-issued card gives the same bytes, unless it waits in a queue right
        now. What else is the guest's own needs a phone paired at a desk, or the guest's own sign.
    """
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
