"""A tablet of the house: counting is open to everybody, a badge and four digits open the rest."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.accounts import asking, forms, queries, standing, taking
from halte.accounts.doors import HalteRequest, open_to_all
from halte.accounts.models import Badge

SCANNED = "scanned"
"""Where the session keeps which badge was scanned, until its digits are typed."""


@open_to_all
@require_safe
def tablet(request: HttpRequest) -> HttpResponse:
    """The page a tablet rests on: what it counts, and where a badge is scanned; or who holds it."""
    opened = asking.tablet_of(request)
    if opened is None:
        return redirect("account_login")
    if asking.is_locked(request):
        return redirect("accounts:locked")
    badge = asking.badge_asking(request)
    person = asking.actor_of(request)
    cast("HalteRequest", request).actor = person or opened
    context = {"tablet": opened, "badge": badge, "called": asking.called(badge) if badge else ""}
    return render(request, "accounts/tablet.html", context)


@open_to_all
@require_POST
def scan(request: HttpRequest) -> HttpResponse:
    """A scanner typed a badge into the field."""
    form = forms.Scanned(request.POST)
    typed = form.cleaned_data["code"] if form.is_valid() else ""
    return _ask_digits(request, typed)


@open_to_all
@require_safe
def badge(request: HttpRequest, secret: str) -> HttpResponse:
    """The tablet's own camera opened the badge's link. The secret stays in no history: the answer leads on."""
    return _ask_digits(request, secret)


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def digits(request: HttpRequest) -> HttpResponse:
    """The four digits that were told with the badge."""
    found = _scanned(request)
    if found is None:
        return redirect("accounts:tablet")
    form = forms.Digits(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if taking.right(found, form.cleaned_data["digits"], timezone.now()):
            taking.take(request, found)
            return redirect("desk:front_door")
        form.add_error("digits", _("These are not the digits of this badge. After five wrong tries it is dead."))
    context = {"form": form, "called": asking.called(found)}
    return render(request, "accounts/digits.html", context, status=422 if form.is_bound else 200)


@open_to_all
@require_POST
def give_back(request: HttpRequest) -> HttpResponse:
    """Whoever held the tablet, or locked it, lets it go."""
    request.session.flush()
    return redirect("accounts:tablet" if asking.tablet_of(request) else "account_login")


def _ask_digits(request: HttpRequest, typed: str) -> HttpResponse:
    opened = asking.tablet_of(request)
    if opened is None:
        messages.info(request, _("A badge takes a tablet of the house. Ask whoever leads the shift to open one."))
        return redirect("account_login")
    secret = typed.strip().rstrip("/").rpartition("/")[2].upper()
    found = queries.badge_of(opened, secret, timezone.now())
    if found is None:
        messages.error(request, _("This badge opens nothing today. Ask whoever leads the shift for a new one."))
        return redirect("accounts:tablet")
    request.session[SCANNED] = found.id.hex
    return redirect("accounts:digits")


def _scanned(request: HttpRequest) -> Badge | None:
    opened, named = asking.tablet_of(request), request.session.get(SCANNED)
    if opened is None or named is None:
        return None
    found = standing.living_badge(UUID(named), timezone.now())
    return found if found and found.site == opened.site else None
