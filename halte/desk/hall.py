"""The board in the hall: what is open, what is closed, what is given and how many are left. The same for everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from halte.accounts.doors import open_to_all
from halte.mycard.queries import open_today
from halte.sites import spells
from halte.sites.models import Site
from halte.web.middleware import for_guests

LOOKS_ANEW = "20"
"""Seconds. A header, as no script runs on the page and nobody touches the board."""


@open_to_all
@for_guests
@require_safe
def hall(request: HttpRequest, code: str) -> HttpResponse:
    """The board of one house, which looks anew by itself."""
    site = Site.objects.filter(code=code, opened_on__isnull=False).first()
    if site is None:
        raise Http404
    at = timezone.now()
    places = [place for place in open_today(at) if place.name == site.name]
    told = spells.notice(site, at)
    shown = {"site": site, "places": places, "cold_notices": [told] if told else []}
    # Rendered without the request, so that nothing opens a session.
    page = render_to_string("desk/hall.html", shown)
    return HttpResponse(page, headers={"Refresh": LOOKS_ANEW})
