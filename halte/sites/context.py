"""What every screen of a site says while its cold plan is on."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from halte.sites import spells
from halte.sites.spells import ColdNotice


def cold(request: HttpRequest) -> dict[str, Any]:
    """The notice, looked up only by pages that show it."""
    return {"cold": SimpleLazyObject(lambda: _notice(request))}


def _notice(request: HttpRequest) -> ColdNotice | None:
    actor = getattr(request, "actor", None)
    return spells.notice(actor.site, timezone.now()) if actor else None
