"""A machine in kiosk mode reaches the kiosk's addresses and nothing else; nothing else reaches them."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext

from halte.accounts.actor import Actor
from halte.accounts.asking import device_of, is_registered
from halte.accounts.models import Device, DeviceKind
from halte.common import languages
from halte.mycard.opening import COOKIE as PHONE_COOKIE

COOKIE = f"{settings.COOKIE_PREFIX}halte_kiosk"
ADDRESSES = "halte.config.kiosk_urls"
GUIDE = ("/guide/", "/ask/")
_ELSEWHERE = re.compile(rb'\shref="https?://[^"]*"')

_NOT_HERE = re.compile(
    rb'<p class="over"><a href="/(?:say/|guide/[a-z]+/[a-z-]+/poster/).*?</p>'
    rb'|<a class="btn quiet" href="/talks/ask/.*?</a>'
    rb'|<a href="/guide/[a-z]+/search/".*?</a>|<form class="ask".*?</form>',
    re.DOTALL,
)
"""What leads to a place that the machine does not have: complaints, posters, the search, a question to an official."""


class KioskRequest(HttpRequest):
    """A request of a machine in kiosk mode."""

    kiosk: Actor


def kiosk_of(request: HttpRequest) -> Actor | None:
    """The machine in kiosk mode that asks, or nobody. It holds no role."""
    token = request.COOKIES.get(COOKIE, "")
    found = device_of(token) if token else None
    if found is None or not Device.objects.filter(id=found.id, kind=DeviceKind.KIOSK).exists():
        return None
    return Actor(id=found.id, site=found.site, device=found.id, called=found.called)


def only_kiosk(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A machine in kiosk mode gets the kiosk's own addresses, and no session of anybody.

    Keeps:
        Nobody signs in on it, and no phone's or colleague's cookie counts there. It leaves kiosk mode when a manager
        switches its device off, from another machine. When the role of whoever opened it ends, it opens nothing, and
        is no ordinary browser either: what somebody opened in a hall would end by no clock.
        Nothing of it is kept by the browser, pages of the guide included.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        kiosk = kiosk_of(request)
        if kiosk is None:
            return _resting(request) if _is_closed(request) else get_response(request)
        request.kiosk = kiosk  # type: ignore[attr-defined]
        request.urlconf = ADDRESSES
        for name in (settings.SESSION_COOKIE_NAME, PHONE_COOKIE):
            request.COOKIES.pop(name, None)
        for name in ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_AUTHORIZATION"):
            request.META.pop(name, None)
        response = get_response(request)
        if request.path.startswith(GUIDE):
            _watch(response)
        response.headers["Cache-Control"] = "no-store"
        del response.headers["ETag"]
        return response

    return middleware


def _is_closed(request: HttpRequest) -> bool:
    token = request.COOKIES.get(COOKIE, "")
    return bool(token) and is_registered(token, DeviceKind.KIOSK)


def _resting(request: HttpRequest) -> HttpResponse:
    """In every language: ask at a desk."""
    said = []
    for language in languages.ALL:
        with translation.override(language.code):
            said.append((language, gettext("Ask at a desk")))
    with translation.override(translation.get_language_from_request(request)):
        return HttpResponse(render_to_string("desk/kiosk/rests.html", {"said": said}), status=403)


def _watch(response: HttpResponse) -> None:
    """A page of the guide ends by itself too: what somebody read is their own. No link of it leaves the house."""
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return
    language = response.headers.get("Content-Language") or translation.get_language()
    with translation.override(language):
        end = render_to_string("desk/kiosk/_watch.html", {"lang": f"?lang={language}"}).encode()
    inside = _NOT_HERE.sub(b"", _ELSEWHERE.sub(b"", response.content))
    response.content = inside.replace(b"</body>", end + b"</body>")
