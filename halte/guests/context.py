"""What every page of whoever manages the house says while looks at cards alarm it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from halte.accounts.actor import Actor
from halte.accounts.roles import MANAGE
from halte.guests import decoys


@dataclass(frozen=True)
class LookNews:
    """How many alarms wait for somebody to tick them."""

    n: int


def look_alarms(request: HttpRequest) -> dict[str, Any]:
    """Looked up only by pages that show it, and only for whoever may tick it."""
    return {"look_alarms": SimpleLazyObject(lambda: _news(request))}


def news_of(actor: Actor) -> LookNews:
    """What waits at the actor's site."""
    return LookNews(decoys.waiting(actor))


def _news(request: HttpRequest) -> LookNews | None:
    actor: Actor | None = getattr(request, "actor", None)
    return news_of(actor) if actor is not None and actor.may(MANAGE) else None
