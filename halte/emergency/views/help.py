"""Call help: on every screen, also on a locked one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts.answers import answering, pressed
from halte.accounts.doors import HalteRequest, in_own_language, needs, open_to_all
from halte.accounts.roles import HOUSE
from halte.emergency import actions, queries
from halte.emergency.steps import STEPS
from halte.emergency.whose import asker, house
from halte.sites import secret
from halte.sites.models import Site
from halte.web.forms import ActForm


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
@in_own_language
def call_help(request: HttpRequest) -> HttpResponse:
    """Numbers, address, first steps, and who was trained. A press is a line, and every screen of the house says so.

    Keeps:
        Whoever stands in no house of ours reads no secret address, whichever house they choose.
    """
    actor = asker(request)
    if request.method == "POST":
        form = ActForm(request.POST)
        if actor is not None and form.is_valid():
            with answering(request):
                actions.call_help(actor=actor, at=timezone.now(), key=form.retry_key)
        return redirect("emergency:help")
    if actor is not None:
        request.actor = actor  # type: ignore[attr-defined]
    at, site = timezone.now(), house(request)
    context: dict[str, Any] = {"site": site, "steps": STEPS, "sites": [] if site else _open_sites()}
    context["hidden"] = site is not None and actor is None and secret.is_secret(site)
    if site is not None and actor is not None:
        called = queries.called_at(site, at)
        context |= {"called": called, "zone": site.timezone, "trained": queries.trained_here(site, at)}
    return render(request, "emergency/help.html", context)


def _open_sites() -> list[Site]:
    return list(Site.objects.filter(opened_on__isnull=False))


@needs(HOUSE, shows_people=False)
@require_POST
def help_is_here(request: HalteRequest) -> HttpResponse:
    """The screens say no more that help was called."""

    def act(at: Any) -> str:
        actions.help_is_here(actor=request.actor, at=at, key=form.retry_key)
        return _("Good. The other screens say it no more.")

    form = ActForm(request.POST)
    pressed(request, form, act)
    return redirect("emergency:help")
