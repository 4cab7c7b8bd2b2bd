"""One's own account: where one works, in which language, with which keys."""

from operator import attrgetter
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte.accounts import actions, asking, forms, queries, second_factor, sessions
from halte.accounts.doors import HalteRequest, needs, needs_signing_in
from halte.accounts.models import Staff
from halte.accounts.proof import asks_again
from halte.accounts.roles import DESK, MANAGE, SECOND_FACTOR

SINCE_WHEN = attrgetter("since")


@require_safe
@needs_signing_in
def me(request: HalteRequest) -> HttpResponse:
    """What Halte knows of the person who looks, and what they may change of it."""
    staff = cast("Staff", request.user)
    memberships = asking.memberships_now(staff)
    signed_in = [one for one in sessions.running(timezone.now()) if one.staff == staff.id]
    context = {
        "staff": staff,
        "sign_ins": [(one, one.session == request.session.session_key) for one in sorted(signed_in, key=SINCE_WHEN)],
        "memberships": memberships,
        "sites": list(dict.fromkeys(membership.site for membership in memberships)),
        "language_form": forms.ChooseLanguage(initial={"language": staff.language}),
        "second_factor": second_factor.stands_for(staff.id),
        "second_factor_needed": any(membership.role in SECOND_FACTOR for membership in memberships),
        "at_a_desk": any(membership.role in DESK for membership in memberships),
        "idle_minutes": settings.IDLE_MINUTES,
    }
    return render(request, "accounts/me.html", context)


@require_POST
@needs_signing_in
@asks_again("accounts:me")
def end_elsewhere(request: HalteRequest) -> HttpResponse:
    """Every sign-in of theirs but this one ends, and the badges that stand for their account."""
    staff = cast("Staff", request.user)
    sessions.end_all(staff.id, but=request.session.session_key)
    actions.end_own_badges(staff=staff, at=timezone.now())
    messages.success(request, _("You are signed in on this screen alone."))
    return redirect("accounts:me")


@require_safe
@needs(MANAGE)
def sites(request: HalteRequest) -> HttpResponse:
    """All the sites where one works, side by side."""
    found = queries.sites_of(cast("Staff", request.user), timezone.now())
    return render(request, "accounts/sites.html", {"sites": found})


@require_POST
@needs_signing_in
def choose_site(request: HalteRequest) -> HttpResponse:
    """Someone who works at several sites says at which they are now."""
    memberships = asking.memberships_now(cast("Staff", request.user))
    chosen = next((row.site for row in memberships if row.site.code == request.POST.get("site")), None)
    if chosen is None:
        messages.error(request, _("You do not work there today."))
        return redirect("accounts:me")
    request.session[asking.SITE_KEY] = chosen.code
    return redirect("/")


@require_POST
@needs_signing_in
def choose_language(request: HalteRequest) -> HttpResponse:
    """The screens speak this language from now on."""
    form = forms.ChooseLanguage(request.POST)
    if form.is_valid():
        actions.set_language(staff=cast("Staff", request.user), language=form.cleaned_data["language"])
        with translation.override(form.cleaned_data["language"]):
            messages.success(request, _("Your screens speak English now."))
    return redirect("accounts:me")
