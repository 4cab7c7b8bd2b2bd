"""Headers that no library of ours sets, and the language of pages that are not for guests."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from halte.common.languages import STAFF
from halte.web.forms import ADDRESS
from halte.web.views import bad_request

ISOLATED = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "X-Robots-Tag": "noindex",
}


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Isolate every answer, errors and static files too; forbid storing unless a view said how long.

    Tells forms which address is asked, for their retry keys.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        asked = ADDRESS.set(request.path)
        try:
            response = get_response(request)
        finally:
            ADDRESS.reset(asked)
        for name, value in ISOLATED.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def no_nul(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """An address or a cookie with a NUL in it asks for nothing: no database is asked, which might break on it.

    What a form holds is refused by the form, beside the field.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        asked = (request.path, unquote(request.META.get("QUERY_STRING", "")), *request.COOKIES.values())
        return bad_request(request) if any("\0" in text for text in asked) else get_response(request)

    return middleware


class StaffLanguages:
    """Pages that are not for guests speak a language of the staff, whatever else the browser asks for.

    A page for guests is marked by `for_guests`; its texts stand in all their languages, the others' do not.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any) -> None:
        """Choose English or French before the view runs."""
        if translation.get_language() in STAFF or getattr(view, "halte_for_guests", False):
            return
        asked = (code.partition("-")[0] for code, _weight in parse_accept_lang_header(_asked(request)))
        language = next((code for code in asked if code in STAFF), settings.LANGUAGE_CODE)
        translation.activate(language)
        request.LANGUAGE_CODE = language


def for_guests(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view speaks every language of the guests."""
    view.halte_for_guests = True  # type: ignore[attr-defined]
    return view


def _asked(request: HttpRequest) -> str:
    return request.headers.get("Accept-Language", "").lower()
