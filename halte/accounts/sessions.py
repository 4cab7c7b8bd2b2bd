"""How long a sign-in lasts: it ends when nobody does anything for a while, and after twelve hours in any case.

On a tablet of the house the screen locks long before: see `lock`.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from halte.accounts.asking import BADGE_KEY, SITE_KEY, TABLET_COOKIE
from halte.accounts.proof import forget_proof_to_come

SINCE, SEEN, LOCKED = "since", "seen", "locked"
WRITE_EVERY = 60
"""The last activity is written at most this often, in seconds: a scan must not wait for it."""
CLOCK_SLACK = 120
"""A clock this many seconds behind the last activity was set back: the session would live again, so it ends."""


def limits(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Sign people out who did nothing for `HALTE_IDLE_MINUTES`, or who signed in `SESSION_COOKIE_AGE` ago.

    A tablet of the house that nobody touched for `HALTE_LOCK_MINUTES` is locked.

    Keeps:
        What a page asks by itself never keeps a session alive: see `asked_by_page`.
        A locked screen has no person: whatever asks who asks finds nobody, whichever way it asks.
        Guests carry no session, and none is looked up for them.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and holds(request):
            now = int(timezone.now().timestamp())
            forget_proof_to_come(request)
            if _over(request, now):
                logout(request)
            elif LOCKED in request.session or _left_alone(request, now):
                request.session.setdefault(LOCKED, "/")
                _without_a_person(request)
            else:
                _note(request, now)
        return get_response(request)

    return middleware


def holds(request: HttpRequest) -> bool:
    """Whether somebody holds this screen, by an account or by a badge, locked or not."""
    return SESSION_KEY in request.session or BADGE_KEY in request.session


def lock(request: HttpRequest, page: str) -> None:
    """Nobody sees anything here until whoever held the screen shows who they are; then they are back on their page."""
    request.session[LOCKED] = page
    _without_a_person(request)


def unlock(request: HttpRequest) -> str:
    """Whoever held the screen showed who they are, and goes on under a new id.

    Returns:
        The page they were on.
    """
    request.session.cycle_key()
    request.session[SEEN] = int(timezone.now().timestamp())
    page: str = request.session.pop(LOCKED, "/")
    return page


class SignIn(NamedTuple):
    """Somebody signed in on a screen: since when, and when they last did something there."""

    staff: UUID
    site: str
    since: datetime
    seen: datetime
    session: str


def running(at: datetime) -> Iterator[SignIn]:
    """Every sign-in with an account that still stands. One that nobody used for a while has ended."""
    idle, longest = timedelta(minutes=settings.IDLE_MINUTES), timedelta(seconds=settings.SESSION_COOKIE_AGE)
    for session in Session.objects.filter(expire_date__gt=at).iterator():
        told = session.get_decoded()
        if SESSION_KEY not in told:
            continue
        since, seen = (datetime.fromtimestamp(told.get(name, at.timestamp()), UTC) for name in (SINCE, SEEN))
        if at - seen <= idle and at - since <= longest:
            yield SignIn(UUID(told[SESSION_KEY]), told.get(SITE_KEY, ""), since, seen, session.session_key)


def end_all(staff_id: UUID, *, but: str | None = None) -> None:
    """Every sign-in of somebody ends now, on whatever screen; not the one in which they press."""
    for session in Session.objects.exclude(session_key=but or "").iterator():
        if session.get_decoded().get(SESSION_KEY) == str(staff_id):
            session.delete()


def _without_a_person(request: HttpRequest) -> None:
    request.locked = True  # type: ignore[attr-defined]
    request.user = AnonymousUser()


def _left_alone(request: HttpRequest, now: int) -> bool:
    """Nobody touched this tablet. The page locks itself sooner: activity is written once a minute only."""
    untouched = now - request.session.get(SEEN, now)
    return TABLET_COOKIE in request.COOKIES and untouched > settings.LOCK_MINUTES * 60 + WRITE_EVERY


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
