"""Headers that no library of ours sets."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

ISOLATED = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "X-Robots-Tag": "noindex",
}


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Isolate every answer, errors and static files too; forbid storing unless a view said how long."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in ISOLATED.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware
