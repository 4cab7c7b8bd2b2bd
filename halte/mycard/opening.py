"""Who may see more than the bare page: a phone that a desk paired, or whoever gave the guest's own sign just now."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from halte.common import keys, languages
from halte.guests import pairing
from halte.guests.models import Guest, GuestState

COOKIE = "__Secure-halte_phone" if settings.SECURE else "halte_phone"
PATH = "/c/"
"""The phone shows what it keeps to this address only: no other page of Halte ever sees it."""
SIGN_LASTS = timedelta(minutes=10)
PAGE_LASTS = timedelta(hours=12)
"""A page left open on a paired phone may still be pressed this long."""


@dataclass(frozen=True)
class Opened:
    """A guest whose own things may be shown now.

    Args:
        by_phone: On a paired phone; else for some minutes, after the guest's own sign.
        passing: What the page's forms carry, so that nobody else's press does anything.
    """

    guest: Guest
    by_phone: bool
    passing: str


def opened(request: HttpRequest, at: datetime) -> Opened | None:
    """The guest who opened this page, if it is a paired phone or carries what an own sign opened minutes ago.

    Keeps:
        A press counts only with what the page itself carried; a paired phone alone can look, not act.
        A card that was replaced, closed or protected since opens nothing.
    """
    by_phone = guest_of_phone(request, at)
    carried = request.POST.get("passing", "")
    if not carried:
        return Opened(by_phone, True, passing_for(by_phone, at)) if by_phone and request.method != "POST" else None
    found = _guest_of_passing(carried, at, PAGE_LASTS if by_phone else SIGN_LASTS)
    if found is None or (by_phone is not None and by_phone.id != found.id):
        return None
    return Opened(found, by_phone is not None, carried)


def opened_by_sign(guest: Guest, at: datetime) -> Opened:
    """The guest gave their own sign: what is theirs stays open for ten minutes, on this page alone."""
    return Opened(guest, False, passing_for(guest, at))


def guest_of_phone(request: HttpRequest, at: datetime) -> Guest | None:
    """Whose paired phone this is; asked only of a phone that keeps something."""
    kept = request.COOKIES.get(COOKIE, "")
    return pairing.guest_of_phone(kept, at) if kept else None


def remember(response: HttpResponse, kept: str) -> HttpResponse:
    """The phone keeps what pairs it, out of reach of scripts and of other websites."""
    response.set_cookie(
        COOKIE,
        kept,
        max_age=pairing.PHONE_LASTS,
        path=PATH,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def forget(response: HttpResponse) -> HttpResponse:
    """The phone keeps nothing of us any more: no cookie, no page, no copy of the guide."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def passing_for(guest: Guest, at: datetime) -> str:
    """What a page of this guest carries in its forms: encrypted, tied to the card as it is now and to the moment."""
    said = guest.id.bytes + bytes(guest.card_key)[:8] + int(at.timestamp()).to_bytes(6)
    return urlsafe_b64encode(_box().encrypt(said, None)).decode().rstrip("=")


def _guest_of_passing(carried: str, at: datetime, lasts: timedelta) -> Guest | None:
    try:
        said = _box().decrypt(urlsafe_b64decode(carried[:200] + "=" * (-len(carried[:200]) % 4)), None)
    except (InvalidTag, ValueError):
        return None
    age = at.timestamp() - int.from_bytes(said[24:])
    if not -1 <= age <= lasts.total_seconds():
        return None
    rows: Any = Guest.objects.everywhere(because="the page itself says whose it is, encrypted")
    found: Guest | None = (
        rows.filter(id=UUID(bytes=said[:16]), state=GuestState.LIVE, protected=False).select_related("site").first()
    )
    return found if found is not None and bytes(found.card_key)[:8] == said[16:24] else None


def _box() -> AESSIV:
    return AESSIV(keys.derived("mycard passing"))


def in_chosen_language(view: Callable[..., Any]) -> Callable[..., Any]:
    """The page speaks the language of `?lang=`, else what the phone asks for. No cookie remembers it."""

    @wraps(view)
    def speaking(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if chosen_language(request):
            translation.activate(chosen_language(request))
            request.LANGUAGE_CODE = chosen_language(request)
        return view(request, *args, **kwargs)

    return speaking


def chosen_language(request: HttpRequest) -> str:
    """The language that the address names; empty when it names none of ours."""
    asked = request.GET.get("lang", "")
    return asked if asked in languages.BY_CODE else ""


def language_in_address(request: HttpRequest) -> str:
    """What an address of the next page ends with, so that it speaks the same language."""
    chosen = chosen_language(request)
    return f"?lang={chosen}" if chosen else ""
