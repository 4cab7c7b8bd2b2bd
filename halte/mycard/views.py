"""The guest's own page behind the card's QR, as any phone may see it."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from halte.accounts.doors import open_to_all
from halte.mycard import queries
from halte.web.middleware import for_guests


@open_to_all
@for_guests
@require_safe
def card(request: HttpRequest, secret: str) -> HttpResponse:
    """The bare page: guide, numbers to call, hours today, the number in a queue.

    Keeps:
        A live, revoked, closed or never-issued card gives the same bytes, unless it waits in a queue right now.
        What else is the guest's own needs a phone paired at a desk.
    """
    at = timezone.now()
    shown = {"places": queries.open_today(at), "number": queries.number_in_queue(secret, at)}
    # Rendered without the request, so that nothing opens a session.
    return HttpResponse(render_to_string("mycard/card.html", shown), headers={"Referrer-Policy": "no-referrer"})
