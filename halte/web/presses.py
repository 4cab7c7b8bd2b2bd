"""Forms on pages that set no cookie: who sent a press is told by the browser itself, not by a token."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.views.decorators.csrf import csrf_exempt


def pressed_on_our_page(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view takes a press only from a page of its own origin; another website's gets 403.

    For pages that guests open: the usual guard would set a cookie on every phone that looks at a card.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method == "POST" and not _from_our_page(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return csrf_exempt(guarded)


def _from_our_page(request: HttpRequest) -> bool:
    """Every browser of the last years says where a press comes from; an old one still sends its origin."""
    # Set by Django's own test client, and honoured by Django's own guard in the same way.
    if getattr(request, "_dont_enforce_csrf_checks", False):
        return True
    if said := request.headers.get("Sec-Fetch-Site"):
        return said == "same-origin"
    came_from = urlsplit(request.headers.get("Origin") or request.headers.get("Referer") or "")
    return (came_from.scheme, came_from.netloc) == (request.scheme, request.get_host())
