"""How a page for writers is answered: without the request, so that nothing opens a session; in a chosen language."""

import hmac
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from halte.common import keys, languages

AT_MOST = 30
WITHIN = 60 * 60


def page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page for whoever looks for somebody."""
    chosen = request.GET.get("lang", "")
    common = {
        "languages": languages.ALL,
        "lang": f"?lang={chosen}" if chosen in languages.BY_CODE else "",
    }
    answer = HttpResponse(render_to_string(template, common | context), status=status)
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer


def in_chosen_language(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view speaks the language in its address, else that of the phone."""

    @wraps(view)
    def spoken(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        chosen = request.GET.get("lang", "")
        if chosen not in languages.BY_CODE:
            return view(request, *args, **kwargs)
        with translation.override(chosen):
            return view(request, *args, **kwargs)

    return spoken


def too_many(request: HttpRequest) -> bool:
    """Whether this device left so many messages within the hour that one more is not kept. The page does not say."""
    # With a key: four billion addresses are tried in a minute, and nobody shall read here who looks for somebody.
    address = request.META.get("REMOTE_ADDR", "").encode()
    counted = f"messages.{hmac.digest(keys.derived('message senders'), address, 'sha256').hex()[:24]}"
    cache.add(counted, 0, WITHIN)
    return int(cache.incr(counted)) > AT_MOST
