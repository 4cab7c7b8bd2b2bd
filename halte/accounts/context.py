"""What every template may show of whoever asks."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from halte.accounts.asking import TABLET_COOKIE, badge_asking
from halte.accounts.models import Badge
from halte.accounts.roles import LEAD, MANAGE
from halte.common import backups, clock


def actor(request: HttpRequest) -> dict[str, Any]:
    """The actor, where a guarded view found one; whether there is somebody whose screen a press locks.

    Whoever leads the house is told when the machine's clock cannot be right, managers when no backup is made.
    """
    actor = getattr(request, "actor", None)
    somebody = actor is not None and not actor.is_device
    badge = badge_asking(request) if somebody else None
    return {
        "actor": actor,
        "lock": _lock(request, badge) if somebody else None,
        "clock": clock.HOUSE.doubt() if actor is not None and actor.may(LEAD) else None,
        "no_backup": _days_without_backup() if actor is not None and actor.may(MANAGE) else None,
        "may_say_time": actor is not None and actor.may(MANAGE),
        "own_page": "accounts:tablet" if badge or not somebody else "accounts:me",
    }


def _days_without_backup() -> int | None:
    """How many days, if they are too many."""
    known, now = backups.known(settings.DATA), timezone.now()
    return known.days(now) if known and known.is_late(now) else None


def _lock(request: HttpRequest, badge: Badge | None) -> dict[str, Any]:
    """What the lock of this screen needs. Only a tablet of the house locks by itself."""
    on_tablet = TABLET_COOKIE in request.COOKIES
    return {
        "page": request.get_full_path(),
        "by_digits": badge is not None,
        "on_tablet": on_tablet,
        "minutes": settings.LOCK_MINUTES if on_tablet else 0,
    }
