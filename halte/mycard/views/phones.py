"""A phone that the guest pairs with their card, by the link that a desk shows."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from halte.accounts.doors import open_to_all
from halte.common.refusal import Refusal
from halte.guests import pairing
from halte.journal import AlreadyDone
from halte.mycard import opening
from halte.mycard.pages import page
from halte.web.forms import ActForm
from halte.web.middleware import for_guests
from halte.web.presses import pressed_on_our_page


@open_to_all
@for_guests
@require_http_methods(["GET", "HEAD", "POST"])
@opening.in_chosen_language
@pressed_on_our_page
def pair(request: HttpRequest, link: str) -> HttpResponse:
    """The phone that scanned the desk's link becomes the guest's own. Looking uses nothing up: a press does."""
    at = timezone.now()
    if request.method != "POST":
        waits = pairing.link_waits(link, at)
        return page(request, "mycard/pair.html", {"link": link, "waits": waits}, status=200 if waits else 404)
    form = ActForm(request.POST)
    if not form.is_valid():
        return page(request, "mycard/pair.html", {"link": link, "waits": False}, status=422)
    try:
        _guest, kept = pairing.pair(link=link, at=at, key=form.retry_key)
    except (Refusal, AlreadyDone):
        # Pressed twice: the phone keeps what pairs it since the first press.
        if opening.guest_of_phone(request, at):
            return redirect("mycard:mine")
        return page(request, "mycard/pair.html", {"link": link, "waits": False}, status=409)
    return opening.remember(redirect(reverse("mycard:mine") + opening.language_in_address(request)), kept)
