"""The greeter's one screen: one field, one panel."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte import journal
from halte.accounts import roles
from halte.accounts.answers import pressed
from halte.accounts.asking import actor_of
from halte.accounts.doors import HalteRequest, entrance, needs, open_to_all
from halte.common.refusal import Refusal
from halte.common.retry import RetryKey
from halte.desk import actions, forms, queries, words
from halte.desk.greetings import greeting
from halte.desk.last_hour import is_near
from halte.desk.navigation import first_page
from halte.guests import actions as guest_actions
from halte.guests import measures
from halte.guests import queries as guest_queries
from halte.guests.models import Guest, GuestState
from halte.journal.marks import mark
from halte.nights import queries as night_queries
from halte.nights.doors import AT_THE_DOOR
from halte.sites.models import Room
from halte.visits import actions as visit_actions
from halte.visits import queries as visit_queries


@open_to_all
@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """Everyone is led to the page where their work begins; whoever is nobody yet, to where they become somebody."""
    actor = actor_of(request)
    return redirect(first_page(actor) if actor else entrance(request))


@needs(roles.DESK)
@require_safe
def home(request: HalteRequest) -> HttpResponse:
    """The desk before a card is scanned; a poll gets the parts that change."""
    return _shown(request, None)


@needs(roles.DESK)
@require_safe
def guest(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """The desk with one guest's panel; a poll gets the parts that change."""
    found = guest_queries.guest(request.actor, guest_id)
    if found is None:
        raise Http404
    return _shown(request, found)


def _shown(request: HalteRequest, found: Guest | None) -> HttpResponse:
    """The whole desk; for a poll the parts that change, or nothing when nothing has changed."""
    at = timezone.now()
    seen = mark(request.actor.site_id, at)
    if request.htmx and request.GET.get("seen") == seen:
        return HttpResponse(status=204)
    context = _around(request, at) | {"seen": seen} | (_panel(request, found, at) if found else {})
    return render(request, "desk/_partials/fresh.html" if request.htmx else "desk/desk.html", context)


@needs(roles.DESK)
@require_POST
def scan(request: HalteRequest) -> HttpResponse:
    """A card was scanned, or its spoken code typed: a blank card becomes live, whoever was outside has arrived.

    A scan by script is answered as soon as it is saved, with who it is; the tiles follow by a request of their own.
    """
    form = forms.Scan(request.POST)
    if not form.is_valid():
        return _not_scanned(request, form.first_error())
    at = timezone.now()
    if visit_queries.tag_in(form.cleaned_data["code"]):
        return _to_the_tags(request, form.cleaned_data["code"])
    try:
        found = _guest_of(request, form.cleaned_data["code"], form.retry_key, at)
        _arrive(request, found, form.retry_key, at)
    except Refusal as refusal:
        return _not_scanned(request, str(refusal))
    if not request.htmx:
        return redirect("desk:guest", found.id)
    response = render(request, "desk/_partials/scanned.html", {"guest": found, "greeting": greeting(found.language)})
    response["HX-Push-Url"] = reverse("desk:guest", args=[found.id])
    return response


def _to_the_tags(request: HalteRequest, code: str) -> HttpResponse:
    """Half a tag was scanned: the page of tags asks for the other half."""
    page = f"{reverse('visits:tags')}?{urlencode({'code': code})}"
    if not request.htmx:
        return redirect(page)
    return HttpResponse(headers={"HX-Redirect": page})


def _not_scanned(request: HalteRequest, sentence: str) -> HttpResponse:
    """Say why the scan opened nothing; a scan by script gets only the parts of the page that change."""
    messages.error(request, sentence)
    if not request.htmx:
        return redirect("desk:home")
    return render(request, "desk/_partials/scanned.html", status=422)


@needs(AT_THE_DOOR)
@require_POST
def welcome(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """Bed, coming in and blanket for everyone of the family or on the card, in one act."""
    found = guest_queries.guest(request.actor, guest_id)
    if found is None:
        raise Http404
    form = forms.Welcome(request.POST)

    def act(at: datetime) -> str:
        night = request.actor.site.tonight(at)
        kind = form.cleaned_data["kind"]
        done = actions.welcome(actor=request.actor, guest=found, night=night, at=at, key=form.retry_key, kind=kind)
        return words.welcomed(done)

    pressed(request, form, act)
    return redirect("desk:guest", found.id)


@needs(roles.DESK)
@require_POST
def undo(request: HalteRequest, line_id: UUID) -> HttpResponse:
    """Take back one act of the last fifteen minutes."""
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        try:
            journal.undo(
                actor=request.actor,
                line_id=line_id,
                at=at,
                key=form.retry_key,
                of_colleagues=queries.undoes_of_colleagues(request.actor),
            )
        except journal.NotUndoable as refusal:
            raise Http404 from refusal
        return _("Taken back.")

    pressed(request, form, act)
    back = form.cleaned_data.get("guest")
    return redirect("desk:guest", back) if back else redirect("desk:home")


def _guest_of(request: HalteRequest, typed: str, key: RetryKey, at: datetime) -> Guest:
    """The guest of a card. A card that no one here has seen becomes live now."""
    secret = guest_queries.secret_in(typed)
    if secret is None:
        asleep = night_queries.in_bed_called(request.actor, typed, at) if _may_ask_by_bed(request) else None
        return asleep or guest_queries.by_spoken(request.actor, typed)
    found = guest_queries.by_secret(request.actor, secret)
    if found is None:
        found, _secret = guest_actions.make_card(actor=request.actor, at=at, key=key, secret=secret)
    if found.state != GuestState.LIVE:
        raise guest_actions.CardNotLive
    return found


def _may_ask_by_bed(request: HalteRequest) -> bool:
    return request.actor.may(roles.NIGHT_DESK)


def _arrive(request: HalteRequest, found: Guest, key: RetryKey, at: datetime) -> None:
    """At a day centre a scan at the door is the arrival; a second scan the same day changes nothing."""
    if not request.actor.site.rules_at(at).arrive_on_scan or visit_queries.is_inside(found, at):
        return
    arrival = RetryKey(uuid5(key.value, "arrival"), key.body)
    try:
        visit_actions.arrive(actor=request.actor, guest=found, at=at, key=arrival)
    except (visit_actions.AlreadyInside, journal.AlreadyDone):
        return


def _around(request: HalteRequest, at: datetime) -> dict[str, Any]:
    return {
        "acts": queries.just_done(request.actor, at),
        "inside": visit_queries.inside_now(request.actor.site, at),
        "tally_keys": forms.TALLY_KEYS,
        "last_hour": is_near(request.actor, at),
        "many_url": reverse("desk:arrivals") if _takes_many(request) else "",
        "at": at,
    }


def _takes_many(request: HalteRequest) -> bool:
    return request.actor.may(AT_THE_DOOR) and Room.objects.seen_by(request.actor).exists()


def _panel(request: HalteRequest, found: Guest, at: datetime) -> dict[str, Any]:
    return {
        "guest": found,
        "greeting": greeting(found.language),
        "together": guest_queries.together_with(found),
        "away": measures.away(found, found.site.today(at)),
        "people": guest_queries.people_on_card(found),
        "offers": queries.offers(request.actor, found, at),
        "at": at,
    }
