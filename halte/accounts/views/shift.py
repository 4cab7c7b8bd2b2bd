"""The shift: tablets that count with nobody signed in, and badges for today."""

from typing import Any
from uuid import UUID

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte import journal
from halte.accounts import actions, asking, forms, queries
from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.models import Device, DeviceKind
from halte.accounts.roles import LEAD, Role, with_a_badge
from halte.common.refusal import Refusal
from halte.sites import queries as site_queries
from halte.web.forms import ActForm


@require_safe
@needs(LEAD, shows_people=False)
def shift(request: HalteRequest) -> HttpResponse:
    """Who leads the shift opens this tablet and makes badges.

    Keeps:
        It opens while the screens rest, and names tablets only: else a lost tablet that closes the shutter again and
        again could not be closed.
    """
    return _shown(request, forms.OpenTablet())


@require_POST
@needs(LEAD)
def new_badge(request: HalteRequest) -> HttpResponse:
    """A badge for today. What is printed on it and its digits are in this one answer and nowhere else."""
    form = forms.NewBadge(request.POST)
    if not form.is_valid():
        messages.error(request, form.first_error())
        return redirect("accounts:shift")
    named = form.cleaned_data["staff"]
    staff = queries.colleague(request.actor, named) if named else None
    if named and staff is None:
        raise Http404
    try:
        made = actions.make_badge(actor=request.actor, staff=staff, at=timezone.now(), key=form.retry_key)
    except journal.AlreadyDone:
        messages.warning(request, _("This badge was shown once already. End it and make another."))
        return redirect("accounts:shift")
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("accounts:shift")
    return render(request, "accounts/badge_made.html", _on_paper(request, made))


@require_POST
@needs(LEAD)
def end_badge(request: HalteRequest, badge_id: UUID) -> HttpResponse:
    """A badge opens nothing any more."""
    badge = queries.badge(request.actor, badge_id)
    if badge is None:
        raise Http404
    form = ActForm(request.POST)

    def act(at: Any) -> str:
        actions.end_badge(actor=request.actor, badge=badge, at=at, key=form.retry_key)
        return _("This badge opens nothing any more.")

    pressed(request, form, act)
    return redirect("accounts:shift")


@require_POST
@needs(LEAD)
def open_tablet(request: HalteRequest) -> HttpResponse:
    """The tablet in the hand is one of the house now, and whoever opened it is signed out of it."""
    form = forms.OpenTablet(request.POST)
    if not form.is_valid():
        return _shown(request, form, status=422)
    at = timezone.now()
    until = form.until(request.actor.site, at)
    label = form.cleaned_data["label"]
    try:
        opened, token = actions.open_tablet(actor=request.actor, label=label, until=until, at=at, key=form.retry_key)
    except journal.AlreadyDone:
        messages.warning(request, _("This tablet was opened before. Close it and open it again."))
        return redirect("accounts:shift")
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("accounts:shift")
    logout(request)
    response = redirect("accounts:tablet")
    _keep(response, opened, token)
    return response


@require_POST
@needs(LEAD, shows_people=False)
def close_tablet(request: HalteRequest, device_id: UUID) -> HttpResponse:
    """A tablet counts no more and no badge takes it: it was lost, or goes back into the drawer."""
    tablet = queries.device(request.actor, device_id)
    if tablet is None or tablet.kind != DeviceKind.TABLET:
        raise Http404
    form = ActForm(request.POST)

    def act(at: Any) -> str:
        actions.revoke_device(actor=request.actor, device=tablet, at=at, key=form.retry_key)
        return _("This tablet opens nothing any more.")

    pressed(request, form, act)
    return redirect("accounts:shift")


def _keep(response: HttpResponse, tablet: Device, token: str) -> None:
    """The tablet keeps its token where no script reads it and no other website sends it along."""
    response.set_cookie(
        asking.TABLET_COOKIE,
        token,
        expires=tablet.until,
        httponly=True,
        samesite="Strict",
        secure=settings.SECURE,
    )


def _on_paper(request: HalteRequest, made: actions.MadeBadge) -> dict[str, Any]:
    link = request.build_absolute_uri(reverse("accounts:badge", args=[made.secret]))
    drawing = segno.make(link, error="m", micro=False).svg_inline(omitsize=True, border=2, svgclass="qr")
    return {
        "badge": made.badge,
        "called": asking.called(made.badge),
        "digits": made.digits,
        "qr": mark_safe(drawing),  # noqa: S308
    }


def _shown(request: HalteRequest, form: forms.OpenTablet, status: int = 200) -> HttpResponse:
    at = timezone.now()
    rests = site_queries.screens_rest(request.actor.site)
    request.shows_people = not rests
    badges = [] if rests else queries.badges_today(request.actor, at)
    team = [] if rests else queries.team(request.actor, at)
    context = {
        "tablets": queries.open_tablets(request.actor, at),
        "badges": [(badge, asking.called(badge)) for badge in badges],
        "colleagues": [
            one.staff for one in team if with_a_badge(frozenset(Role(held.membership.role) for held in one.held))
        ],
        "form": form,
    }
    return render(request, "accounts/shift.html", context, status=status)
