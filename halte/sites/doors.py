"""Doors of site pages. Sites stand below accounts, so a page here names roles, and accounts brings the guard."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from halte.journal import Acting
from halte.sites.models import Site

View = Callable[..., HttpResponseBase]
Guard = Callable[[frozenset[str]], Callable[[View], View]]

MANAGE = frozenset({"manager", "coordinator"})


class SiteActor(Acting, Protocol):
    """Whoever acts, at a site."""

    @property
    def site(self) -> Site: ...


class SiteRequest(HttpRequest):
    """A request whose asker is known."""

    actor: SiteActor


def _closed(roles: frozenset[str]) -> Callable[[View], View]:
    raise PermissionDenied


_guard: Guard = _closed


def bring_guard(guard: Guard) -> None:
    """Called once, when accounts starts. Before that every door is closed."""
    global _guard
    _guard = guard


def needs(roles: frozenset[str]) -> Callable[[View], View]:
    """The view opens to those who hold one of these roles at the site they work at."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return _guard(roles)(view)(request, *args, **kwargs)

        guarded.halte_door = roles  # type: ignore[attr-defined]
        return guarded

    return mark
