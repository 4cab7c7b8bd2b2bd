"""The guest's own page behind the card's QR, as any phone may see it."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from halte.accounts.doors import open_to_all
from halte.mycard import queries


@open_to_all
@require_safe
def card(request: HttpRequest, secret: str) -> HttpResponse:
    """The bare page: guide, numbers to call, hours today.

    Keeps:
        The secret is not looked up at all, so a live, revoked, expired or never-issued card gives the same bytes
        and takes the same time. What is the guest's alone needs a phone paired at a desk.
    """
    # Rendered without the request, so that nothing opens a session.
    return HttpResponse(render_to_string("mycard/card.html", {"places": queries.open_today(timezone.now())}))
