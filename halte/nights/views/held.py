"""Who may still come tonight: asked by other places, held until an hour, at the door with a number."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts import roles
from halte.accounts.answers import answering, done
from halte.accounts.doors import HalteRequest, needs
from halte.common import nights
from halte.nights import actions, expecting, forms
from halte.nights.actions import Expected
from halte.nights.held import AskedBy, HeldParty
from halte.nights.views.around import around, checked
from halte.nights.views.beds import scanned
from halte.sites.models import PlacesAsked

KEPT_FOR = timedelta(hours=1)
"""So long after the hour at which they mean to come, when another place asked."""


@needs(roles.NIGHT_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def expected(request: HalteRequest, night: date) -> HttpResponse:
    """Who may still come, and the form that holds places for them."""
    at = timezone.now()
    form = forms.HoldPlaces(request.POST or None)
    if request.method == "POST" and form.is_valid() and done(form, lambda: _hold(request, form, night, at)):
        return redirect("nights:expected", night)
    context = around(request, night, at) | {
        "form": form,
        "asked": expecting.asked_of(request.actor, night),
        "expecting": expecting.expecting(request.actor, night, at),
    }
    return render(request, "nights/expected.html", context, status=422 if form.errors else 200)


def _hold(request: HalteRequest, form: forms.HoldPlaces, night: date, at: datetime) -> None:
    said = form.cleaned_data
    zone = request.actor.site.zone
    until = nights.moment_in(night, said["until"], zone)
    given: dict[str, Any] = {"actor": request.actor, "night": night, "until": until, "at": at, "key": form.retry_key}
    if said["code"]:
        guest = scanned(request, form)
        held = actions.hold_for(guest=guest, asked_by=AskedBy(said["asked_by"]), **given)
    else:
        held = actions.hold_places(
            expected=Expected(
                women=said["women"],
                men=said["men"],
                children=said["children"],
                family=said["family"],
                needs=frozenset(said["needs"]),
                arriving_at=nights.moment_in(night, said["arriving"], zone) if said["arriving"] else None,
                asked_by=AskedBy(said["asked_by"]),
            ),
            **given,
        )
    _say(request, held)


def _say(request: HalteRequest, held: actions.Held) -> None:
    words = _("Number %(number)s. %(beds)s")
    messages.success(request, words % {"number": held.party.number, "beds": in_words(held, request.actor.site.zone)})


def in_words(held: actions.Held, zone: Any) -> str:
    """What came of holding places."""
    if not held.stays:
        return _("No bed suits all of them now: they stand on the waiting list.")
    n = len(held.stays)
    until = time_format(held.party.until.astimezone(zone), "H:i")
    words = ngettext("%(n)s bed is held until %(until)s.", "%(n)s beds are held until %(until)s.", n)
    return words % {"n": n, "until": until}


@needs(roles.NIGHT_DESK)
@require_POST
def answer_asked(request: HalteRequest, night: date, asked_id: UUID) -> HttpResponse:
    """Places for those another place asked for, until an hour after they mean to come; or none."""
    asked = expecting.asked(request.actor, asked_id)
    if asked is None:
        raise Http404
    form = checked(request, forms.AnswerAsked)
    if form is None:
        return redirect("nights:expected", night)
    at = timezone.now()
    with answering(request) as say:
        if form.cleaned_data["hold"] == "0":
            actions.no_place_for(actor=request.actor, asked=asked, at=at, key=form.retry_key)
            say(_("They know now that there is no place here."))
        else:
            held = _hold_asked(request, form, asked, at)
            words = _("Number %(number)s. %(beds)s")
            say(words % {"number": held.party.number, "beds": in_words(held, request.actor.site.zone)})
    return redirect("nights:expected", night)


def _hold_asked(request: HalteRequest, form: forms.AnswerAsked, asked: PlacesAsked, at: datetime) -> actions.Held:
    expected = Expected(
        women=asked.women,
        men=asked.men,
        children=asked.children,
        family=asked.family,
        needs=frozenset(asked.needs),
        arriving_at=asked.arriving_at,
        asked_by=AskedBy.OUTREACH if asked.site.kind == "outreach" else AskedBy.HOUSE,
    )
    until = max(asked.arriving_at, at) + KEPT_FOR
    return actions.hold_places(
        actor=request.actor,
        expected=expected,
        night=asked.night,
        until=min(until, nights.ends(asked.night, request.actor.site.zone) - KEPT_FOR),
        at=at,
        key=form.retry_key,
        asked=asked,
    )


@needs(roles.NIGHT_DESK)
@require_POST
def party_came(request: HalteRequest, night: date, party_id: UUID) -> HttpResponse:
    """They stand at the door and said their number."""
    party, form = _party(request, party_id), checked(request, forms.Press)
    if form:
        with answering(request) as say:
            stays = actions.they_came(actor=request.actor, party=party, at=timezone.now(), key=form.retry_key)
            n = len(stays)
            say(ngettext("%(n)s person is inside.", "%(n)s people are inside.", n) % {"n": n})
    return redirect("nights:expected", night)


@needs(roles.NIGHT_DESK)
@require_POST
def party_later(request: HalteRequest, night: date, party_id: UUID) -> HttpResponse:
    """They said that they come later."""
    party, form = _party(request, party_id), checked(request, forms.Later)
    if form:
        until = nights.moment_in(party.night, form.cleaned_data["until"], request.actor.site.zone)
        with answering(request) as say:
            actions.come_later(actor=request.actor, party=party, until=until, at=timezone.now(), key=form.retry_key)
            say(_("Held until %(until)s.") % {"until": time_format(until, "H:i")})
    return redirect("nights:expected", night)


@needs(roles.NIGHT_DESK)
@require_POST
def party_cancelled(request: HalteRequest, night: date, party_id: UUID) -> HttpResponse:
    """They do not come."""
    party, form = _party(request, party_id), checked(request, forms.Press)
    if form:
        with answering(request) as say:
            actions.cancel_held(actor=request.actor, party=party, at=timezone.now(), key=form.retry_key)
            say(_("Their places are free."))
    return redirect("nights:expected", night)


def _party(request: HalteRequest, party_id: UUID) -> HeldParty:
    found = expecting.party_of(request.actor, party_id)
    if found is None:
        raise Http404
    return found
