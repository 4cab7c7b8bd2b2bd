"""How long a sign-in lasts: it ends when nobody does anything for a while, and after twelve hours in any case."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

SINCE, SEEN = "since", "seen"
WRITE_EVERY = 60
"""The last activity is written at most this often, in seconds: a scan must not wait for it."""
CLOCK_SLACK = 120
"""A clock this many seconds behind the last activity was set back: the session would live again, so it ends."""


def limits(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Sign people out who did nothing for `HALTE_IDLE_MINUTES`, or who signed in `SESSION_COOKIE_AGE` ago.

    Keeps:
        What a page asks by itself never keeps a session alive: see `asked_by_page`.
        Guests carry no session, and none is looked up for them.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session:
            now = int(timezone.now().timestamp())
            if _over(request, now):
                logout(request)
            else:
                _note(request, now)
        return get_response(request)

    return middleware


def asked_by_page(request: HttpRequest) -> bool:
    """Whether a page asked this by itself (a poll): every htmx GET, and whatever carries the header Halte-Poll."""
    poll = request.method == "GET" and request.headers.get("HX-Request") == "true"
    return poll or "Halte-Poll" in request.headers


def _over(request: HttpRequest, now: int) -> bool:
    since, seen = request.session.get(SINCE, now), request.session.get(SEEN, now)
    idle = now - seen > settings.IDLE_MINUTES * 60
    return bool(idle or now - since > settings.SESSION_COOKIE_AGE or now < seen - CLOCK_SLACK)


def _note(request: HttpRequest, now: int) -> None:
    if SINCE not in request.session:
        request.session[SINCE] = request.session[SEEN] = now
    elif not asked_by_page(request) and now - request.session[SEEN] >= WRITE_EVERY:
        request.session[SEEN] = now
