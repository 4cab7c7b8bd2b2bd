"""A manager's pages of the cold plan: set it, switch it on and off, print what guests are told."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.common import languages
from halte.sites import cold, cold_forms, spells
from halte.sites.doors import MANAGE, SiteRequest, needs
from halte.sites.models import ColdPlan, ColdSpell
from halte.sites.views import done, press
from halte.web.forms import ActForm


@dataclass(frozen=True)
class ColdNow:
    """How the cold plan stands tonight."""

    plan: ColdPlan | None
    spell: ColdSpell | None
    on: bool

    @property
    def as_signed(self) -> bool:
        """Whether the row still says what was signed."""
        return self.plan is not None and self.plan.signature == self.plan.signed_now


def _now(request: SiteRequest) -> ColdNow:
    at = timezone.now()
    spell = spells.on_or_coming(request.actor, at)
    on = spell is not None and spell.first_night <= request.actor.site.tonight(at)
    return ColdNow(spells.last_plan(request.actor), spell, on)


@needs(MANAGE)
@require_safe
def cold_plan(request: SiteRequest) -> HttpResponse:
    """Whether it is on, what it does, and the switch."""
    tonight = request.actor.site.tonight(timezone.now())
    now = _now(request)
    context = {
        "now": now,
        "switch": cold_forms.SwitchOn(initial={"first_night": tonight, "last_night": tonight}),
        "change": cold_forms.ChangeEnd(initial={"last_night": now.spell.last_night if now.spell else None}),
        "plans": spells.plans(request.actor),
        "past": spells.past(request.actor),
    }
    return render(request, "sites/cold.html", context)


@needs(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def set_cold_plan(request: SiteRequest) -> HttpResponse:
    """The threshold, who decided it, and what the house does."""
    plan = spells.last_plan(request.actor)
    form = cold_forms.SetColdPlan(request.POST or None, rooms=spells.may_have_more(request.actor), plan=plan)

    def act() -> None:
        cold.set_plan(
            actor=request.actor,
            decided=form.decided,
            seen_version=form.cleaned_data["version"],
            at=timezone.now(),
            key=form.retry_key,
        )

    if request.method == "POST" and done(form, act):
        messages.success(request, _("The cold plan stands, signed. It is switched on by hand."))
        return redirect("sites:cold")
    return render(request, "sites/set_cold.html", {"form": form}, status=422 if form.is_bound else 200)


@needs(MANAGE)
@require_POST
def cold_on(request: SiteRequest) -> HttpResponse:
    """It is on, for every screen and every guest of this site."""
    form = cold_forms.SwitchOn(request.POST)

    def act() -> None:
        cold.switch_on(
            actor=request.actor,
            first_night=form.cleaned_data["first_night"],
            last_night=form.cleaned_data["last_night"],
            figure=form.cleaned_data["figure"],
            at=timezone.now(),
            key=form.retry_key,
        )

    return press(
        request, form, act, _("The cold plan is on. Every screen and every guest is told."), redirect("sites:cold")
    )


@needs(MANAGE)
@require_POST
def cold_end(request: SiteRequest) -> HttpResponse:
    """It ends after another night."""
    form = cold_forms.ChangeEnd(request.POST)

    def act() -> None:
        cold.change_end(
            actor=request.actor, last_night=form.cleaned_data["last_night"], at=timezone.now(), key=form.retry_key
        )

    return press(request, form, act, _("The cold plan ends after another night."), redirect("sites:cold"))


@needs(MANAGE)
@require_POST
def cold_off(request: SiteRequest) -> HttpResponse:
    """A person ends it: tomorrow, so that nobody is sent out tonight."""
    form = ActForm(request.POST)

    def act() -> None:
        cold.switch_off(actor=request.actor, at=timezone.now(), key=form.retry_key)

    said = _("The cold plan ends in the morning. Whoever has a bed tonight keeps it.")
    return press(request, form, act, said, redirect("sites:cold"))


@needs(MANAGE)
@require_safe
def cold_poster(request: SiteRequest) -> HttpResponse:
    """What guests are told, in all their languages, on one sheet to hang up."""
    told = spells.notice(request.actor.site, timezone.now())
    return render(request, "sites/cold_poster.html", {"notice": told, "languages": languages.ALL})
