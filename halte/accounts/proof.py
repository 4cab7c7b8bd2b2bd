"""Who one is, shown again: password or key once more, before numbers leave the house or a page tells all of a guest."""

import time
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, cast
from urllib.parse import urlencode

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

if TYPE_CHECKING:
    from halte.accounts.doors import HalteRequest

P = ParamSpec("P")
View = Callable[Concatenate["HalteRequest", P], HttpResponseBase]
SLACK = 120
"""Seconds that a clock may fall back without taking a proof along."""


def shown_lately(request: HttpRequest) -> bool:
    """Whether this person showed who they are within `ACCOUNT_REAUTHENTICATION_TIMEOUT`, after signing in."""
    return bool(did_recently_reauthenticate(request))


def asks_again(leads_to: str) -> Callable[[View[P]], View[P]]:
    """The view opens to whoever showed lately who they are; others do so first, and then see a page that leads here.

    Args:
        leads_to: The name of that page: a file that is taken shows no page of its own.
    """

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: "HalteRequest", *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if shown_lately(request):
                return view(request, *args, **kwargs)
            return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': reverse(leads_to)})}")

        return cast("View[P]", guarded)

    return guard


def go_on_in_a_new_session(*, request: HttpRequest, reauthenticated: bool = False, **_told: Any) -> None:
    """Whoever showed once more who they are goes on under a new id: a copy of the session from before is out."""
    if reauthenticated:
        request.session.cycle_key()


def forget_proof_to_come(request: HttpRequest) -> None:
    """A proof of a moment that lies ahead was given before the clock fell back: it would last until that moment."""
    ahead = time.time() + SLACK
    records = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, ())
    if any(record["at"] > ahead for record in records):
        request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [one for one in records if one["at"] <= ahead]
