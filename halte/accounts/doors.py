"""Who may open which page. Every view carries one of these marks; the door list in the tests reads them."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from halte.accounts import second_factor
from halte.accounts.actor import Actor
from halte.accounts.asking import actor_of, badge_asking, is_locked, tablet_of
from halte.accounts.models import Staff
from halte.accounts.roles import EVERYONE, Role
from halte.accounts.sessions import LOCKED
from halte.common.refusal import Refusal
from halte.sites import queries as site_queries

P = ParamSpec("P")
R = TypeVar("R")

OPEN = "everyone"
STAFF = "staff"
TABLET = "tablet"


class HalteRequest(HttpRequest):
    """A request whose asker is known."""

    actor: Actor
    shows_people: bool
    """Whether a shutter must cover the page on open screens."""
    if TYPE_CHECKING:
        from django_htmx.middleware import HtmxDetails

        htmx: HtmxDetails


View = Callable[Concatenate[HalteRequest, P], HttpResponseBase]


def needs(
    roles: Iterable[Role] | Role, *, shows_people: bool = True
) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """The view opens to those who hold one of these roles at the site they work at; others get 403, nobody signs in.

    Keeps:
        Whoever needs a second factor sees nothing before it is set up.
        While the shutter is down nothing opens but what shows nobody.

    Args:
        shows_people: Off for a page without people, such as the one that opens the shutter again.
    """
    allowed = frozenset({roles}) if isinstance(roles, Role) else frozenset(roles)

    def guard(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def guarded(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            request.shows_people = shows_people
            return _kept_out(request, allowed) or _resting(request) or view(request, *args, **kwargs)

        guarded.halte_door = allowed  # type: ignore[attr-defined]
        return cast("Callable[Concatenate[HttpRequest, P], HttpResponseBase]", guarded)

    return guard


def counts_with(roles: Iterable[Role]) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """The view opens to those who hold one of these roles, and to a tablet that a lead opened, with nobody signed in.

    Keeps:
        Whoever is signed in is asked as at every other door. The tablet acts as itself and holds no role, so nothing
        else opens to it: a view behind this door counts, and shows nobody.
    """
    allowed = frozenset(roles)

    def guard(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @wraps(view)
        def guarded(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            somebody = isinstance(request.user, Staff) or badge_asking(request) is not None
            tablet = None if somebody else tablet_of(request)
            if tablet is None:
                return _kept_out(request, allowed) or view(request, *args, **kwargs)
            request.actor = tablet
            return view(request, *args, **kwargs)

        guarded.halte_door = allowed | {TABLET}  # type: ignore[attr-defined]
        return cast("Callable[Concatenate[HttpRequest, P], HttpResponseBase]", guarded)

    return guard


def needs_signing_in(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view opens to whoever is signed in, with a role or without: their own account, and nothing else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not isinstance(request.user, Staff):
            return _sign_in_first(request)
        _speak_with(request)
        if (actor := actor_of(request)) is not None:
            cast("HalteRequest", request).actor = actor
        return view(request, *args, **kwargs)

    guarded.halte_door = STAFF  # type: ignore[attr-defined]
    return guarded


def open_to_all(view: Callable[..., Any]) -> Callable[..., Any]:
    """The view opens to anyone, signed in or not."""
    view.halte_door = OPEN  # type: ignore[attr-defined]
    return view


def in_own_language(view: Callable[..., Any]) -> Callable[..., Any]:
    """A page that is open to all speaks the language of whoever is signed in, like every other page of theirs."""

    @wraps(view)
    def speaking(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        _speak_with(request)
        return view(request, *args, **kwargs)

    return speaking


needs_any_role = needs(EVERYONE)


class ShutterDown(Refusal):
    """The shutter is down: no program reads or writes about people either."""

    code = "sites.shutter_down"
    message = gettext_lazy("The screens of this house rest while a visitor stands there. A colleague opens them again.")
    status = 403


def program_needs(roles: Iterable[Role], *, shows_people: bool = True) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """The API operation opens to devices that hold one of these roles; others get 403, no token 401.

    Keeps:
        While the shutter is down, an operation about people is refused to every program, like a page to everybody.

    Args:
        shows_people: False for what counts, and for the register's own heads: they stay open.
    """
    allowed = frozenset(roles)

    def guard(operation: Callable[P, R]) -> Callable[P, R]:
        @wraps(operation)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            request = cast("HalteRequest", args[0])
            if not request.actor.may(allowed):
                raise PermissionDenied
            if shows_people and site_queries.screens_rest(request.actor.site):
                raise ShutterDown
            return operation(*args, **kwargs)

        guarded.halte_door = allowed  # type: ignore[attr-defined]
        return guarded

    return guard


def locked_out(
    request: HttpRequest, response: Any = None, credentials: Any = None, *args: Any, **kwargs: Any
) -> HttpResponse:
    """The answer after too many wrong tries for one account."""
    return render(request, "429.html", status=429)


def no_address(request: HttpRequest) -> str:
    """Wrong tries are counted by account, never by address: one volunteer would lock out a whole centre."""
    return "0.0.0.0"  # noqa: S104


def counted_name(request: HttpRequest, credentials: Any = None) -> str:
    """The account that a wrong try counts for: `Amina` and `amina` are one account, so they are one count."""
    given = credentials or request.POST
    return str(given.get("username") or given.get("login") or "").strip().lower()


def _kept_out(request: Any, allowed: frozenset[Role]) -> HttpResponseBase | None:
    """Where somebody is sent instead, or None when they may come in; the request then knows its actor."""
    actor = actor_of(request)
    if actor is None and not isinstance(request.user, Staff):
        return _sign_in_first(request)
    _speak_with(request)
    if actor is None:
        return _elsewhere(request, "accounts:me")
    request.actor = actor
    if not actor.may(allowed):
        raise PermissionDenied
    if second_factor.missing(actor):
        messages.warning(request, _("Your work needs a second key beside the password. Set it up here."))
        return _elsewhere(request, "mfa_index")
    return None


def _resting(request: HalteRequest) -> HttpResponseBase | None:
    """While the shutter is down: a calm page in place of people. What was asked is not done."""
    if not request.shows_people or not site_queries.screens_rest(request.actor.site):
        return None
    request.shows_people = False
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("emergency:rest")})
    return render(request, "accounts/rest.html", status=423)


def entrance(request: HttpRequest) -> str:
    """The page where whoever is nobody yet becomes somebody: the lock, the tablet's own page, or the sign-in."""
    if is_locked(request):
        return "accounts:locked"
    return "accounts:tablet" if tablet_of(request) else "account_login"


def _sign_in_first(request: HttpRequest) -> HttpResponseBase:
    piece = request.headers.get("HX-Request") == "true"
    if is_locked(request):
        if request.method == "GET" and not piece:
            request.session[LOCKED] = request.get_full_path()
        gone = HttpResponse(status=204, headers={"HX-Redirect": reverse("accounts:locked")})
        return gone if piece else redirect("accounts:locked")
    if piece:
        raise PermissionDenied
    if tablet_of(request):
        return redirect("accounts:tablet")
    return redirect_to_login("/" if request.method == "POST" else request.get_full_path())


def _elsewhere(request: HttpRequest, name: str) -> HttpResponseBase:
    """To a page of the person's own account; a piece of a page cannot go there, so it is refused."""
    if request.headers.get("HX-Request") == "true":
        raise PermissionDenied
    return redirect(name)


def _speak_with(request: HttpRequest) -> None:
    badge = None if isinstance(request.user, Staff) else badge_asking(request)
    person = badge.staff if badge else request.user
    if not isinstance(person, Staff):
        return
    language = person.language
    translation.activate(language)
    request.LANGUAGE_CODE = language
