"""Locking the screen, and opening it again where one was."""

from typing import cast
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte.accounts import asking, forms, standing, taking
from halte.accounts.doors import HalteRequest, entrance, open_to_all
from halte.accounts.models import Badge, Staff
from halte.accounts.sessions import holds
from halte.accounts.sessions import lock as lock_screen
from halte.accounts.sessions import unlock as open_again

BY_SCRIPT = "Halte-Lock"
"""A page that covered itself asks with this header, and gets no page in answer."""


@open_to_all
@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """The screen shows nobody from now on, and the server answers nobody."""
    if not holds(request):
        return redirect(entrance(request))
    if not asking.is_locked(request):
        lock_screen(request, _page(request))
    return HttpResponse(status=204) if BY_SCRIPT in request.headers else redirect("accounts:locked")


@open_to_all
@require_safe
def locked(request: HttpRequest) -> HttpResponse:
    """The locked screen."""
    if not asking.is_locked(request):
        return redirect("desk:front_door")
    return _shown(request)


@open_to_all
@require_POST
def unlock(request: HttpRequest) -> HttpResponse:
    """Whoever held the screen shows who they are, and is back where they were."""
    if not asking.is_locked(request):
        return HttpResponse(status=409) if BY_SCRIPT in request.headers else redirect("desk:front_door")
    form = forms.OpenAgain(request.POST)
    if form.is_valid() and _is_them(request, form):
        page = open_again(request)
        return HttpResponse(status=204) if BY_SCRIPT in request.headers else redirect(page)
    if BY_SCRIPT in request.headers:
        return HttpResponse(_wrong(), status=422, content_type="text/plain; charset=utf-8")
    return _shown(request, wrong=_wrong(), status=422)


@open_to_all
@require_POST
def here(request: HttpRequest) -> HttpResponse:
    """Somebody touched the screen without asking for a page: they are still there."""
    return HttpResponse(status=409 if asking.is_locked(request) or not holds(request) else 204)


def _is_them(request: HttpRequest, form: forms.OpenAgain) -> bool:
    badge, staff = _holder(request)
    if badge is not None:
        return bool(form.cleaned_data["digits"]) and taking.right(badge, form.cleaned_data["digits"], timezone.now())
    return staff is not None and taking.is_password_of(request, staff, form.cleaned_data["password"])


def _holder(request: HttpRequest) -> tuple[Badge | None, Staff | None]:
    """Whose screen it is that is locked."""
    if named := request.session.get(asking.BADGE_KEY):
        return standing.living_badge(UUID(named), timezone.now()), None
    return None, Staff.objects.filter(id=UUID(request.session[SESSION_KEY]), is_active=True).first()


def _shown(request: HttpRequest, *, wrong: str = "", status: int = 200) -> HttpResponse:
    badge, staff = _holder(request)
    called = asking.called(badge) if badge else staff.called if staff else ""
    tablet = asking.tablet_of(request)
    if tablet is not None:
        # Nobody's screen still calls for help.
        cast("HalteRequest", request).actor = tablet
    context = {"called": called, "wrong": wrong, "by_digits": badge is not None, "on_tablet": tablet is not None}
    return render(request, "accounts/locked.html", context, status=status)


def _wrong() -> str:
    return _("That was not right. Try again.")


def _page(request: HttpRequest) -> str:
    page = request.POST.get("page", "/")
    return page if page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None) else "/"
