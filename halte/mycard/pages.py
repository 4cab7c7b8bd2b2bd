"""How a page of a card is answered: rendered without the request, so that nothing opens a session or sets a cookie."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from halte.common import ids, languages
from halte.mycard import queries
from halte.mycard.opening import Opened, language_in_address
from halte.sites import spells


def page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page with forms: it tells our own address, and no other website, where a press came from."""
    lang = language_in_address(request)
    common = {"lang": lang, "languages": languages.ALL, "erase_url": reverse("mycard:how") + lang}
    answer = HttpResponse(render_to_string(template, common | context), status=status)
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer


def bare(request: HttpRequest, secret: str = "") -> HttpResponse:
    """What any phone may see: the guide, numbers to call, hours today, the number in a queue."""
    at = timezone.now()
    number = queries.number_in_queue(secret, at) if ids.is_secret(secret) else None
    answer = page(request, "mycard/card.html", {"number": number} | _of_houses(at))
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def own_page(request: HttpRequest, opened: Opened, *, said: str = "") -> HttpResponse:
    """What is the guest's own: bed, place in line, letters, appointments."""
    at = timezone.now()
    context = {"opened": opened, "offers": queries.own_things(opened.guest, at), "said": said}
    return page(request, "mycard/mine.html", context | _of_houses(at))


def _of_houses(at: datetime) -> dict[str, Any]:
    """What every card tells of our houses: the same for everybody."""
    return {"places": queries.open_today(at), "cold_notices": spells.notices(at)}
