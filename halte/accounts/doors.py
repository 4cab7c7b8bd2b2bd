"""Who may open which page. Every view carries one of these marks; the door list in the tests reads them."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from halte.accounts.actor import Actor
from halte.accounts.asking import actor_of
from halte.accounts.roles import EVERYONE, Role

P = ParamSpec("P")


class HalteRequest(HttpRequest):
    """A request whose asker is known."""

    actor: Actor
    if TYPE_CHECKING:
        from django_htmx.middleware import HtmxDetails

        htmx: HtmxDetails


View = Callable[Concatenate[HalteRequest, P], HttpResponseBase]


def needs(roles: Iterable[Role] | Role) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """The view opens to those who hold one of these roles at the site they work at; others get 403, nobody signs in."""
    allowed = frozenset({roles}) if isinstance(roles, Role) else frozenset(roles)

    def guard(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def guarded(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            actor = actor_of(request)
            if actor is None:
                return redirect_to_login("/" if request.method == "POST" else request.get_full_path())
            request.actor = actor
            if not actor.may(allowed):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.halte_door = allowed  # type: ignore[attr-defined]
        return cast("Callable[Concatenate[HttpRequest, P], HttpResponseBase]", guarded)

    return guard


def open_to_all(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view opens to anyone, signed in or not."""
    view.halte_door = "everyone"  # type: ignore[attr-defined]
    return view


needs_any_role = needs(EVERYONE)


def locked_out(
    request: HttpRequest, response: Any = None, credentials: Any = None, *args: Any, **kwargs: Any
) -> HttpResponse:
    """The answer after too many wrong tries for one account."""
    return render(request, "429.html", status=429)


def no_address(request: HttpRequest) -> str:
    """Wrong tries are counted by account, never by address: one volunteer would lock out a whole centre."""
    return "0.0.0.0"  # noqa: S104
