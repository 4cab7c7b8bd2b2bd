"""Interpreter now: who is in the house with this language, else by phone, else the paid line."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from halte.accounts.asking import actor_of
from halte.accounts.doors import in_own_language, open_to_all
from halte.accounts.roles import HOUSE
from halte.common.languages import ALL, BY_CODE
from halte.emergency import queries
from halte.emergency.whose import asker


@open_to_all
@require_safe
@in_own_language
def interpreter(request: HttpRequest) -> HttpResponse:
    """Whom to ask, in order, and languages that narrow it. The code of the paid line needs a sign-in."""
    actor, at = asker(request), timezone.now()
    chosen = BY_CODE.get(request.GET.get("language", ""))
    context: dict[str, Any] = {"languages": ALL, "chosen": chosen, "known": actor is not None}
    if actor is not None:
        request.actor = actor  # type: ignore[attr-defined]
        context |= {
            "numbers": queries.numbers(actor.site),
            "here": queries.languages_here(actor.site, at),
            "people": queries.interpreters_here(actor.site, at, chosen.code if chosen else ""),
            "signed_in": actor_of(request) is not None,
            "works_here": actor.may(HOUSE),
            "zone": actor.site.timezone,
        }
    return render(request, "emergency/interpreter.html", context)
