"""The machine in the hall: the guide, one's own number by a scan, a number for advice. Nothing stays on it."""

from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from halte.accounts import actions as account_actions
from halte.accounts.answers import done
from halte.accounts.doors import HalteRequest, needs, open_to_all
from halte.accounts.models import DeviceKind
from halte.accounts.roles import MANAGE
from halte.common import languages
from halte.common.refusal import Refusal
from halte.desk.kiosk import queries
from halte.desk.kiosk.doors import ADDRESSES, COOKIE, KioskRequest
from halte.emergency import actions as emergency
from halte.guests import signs
from halte.guests.printing import drawn
from halte.guests.queries import secret_in
from halte.journal import AlreadyDone
from halte.mycard import own_sign
from halte.mycard.opening import in_chosen_language, language_in_address
from halte.mycard.queries import number_in_queue, open_today, own_things
from halte.sites import actions as sites
from halte.sites import secret, spells
from halte.visits import actions as visits
from halte.web.forms import ActForm
from halte.web.middleware import for_guests
from halte.web.presses import pressed_on_our_page

KEPT_FOR = 180 * 24 * 60 * 60
FIELD = "scan-"
"""The field of a scan has another name on every page, so that no browser offers what was typed before."""


@needs(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def open_kiosk(request: HalteRequest) -> HttpResponse:
    """This machine stands in the hall from now on: whoever pressed is signed out, and nobody signs in on it."""
    form = ActForm(request.POST or None)
    token: list[str] = []
    if not (form.is_bound and form.is_valid() and done(form, lambda: token.append(_register(request, form)))):
        return render(request, "desk/kiosk/open.html", {"form": form}, status=422 if form.is_bound else 200)
    if not token:
        return redirect("accounts:devices")
    logout(request)
    response = redirect(reverse("kiosk:start", urlconf=ADDRESSES))
    response.set_cookie(COOKIE, token[0], max_age=KEPT_FOR, secure=settings.SECURE, httponly=True, samesite="Lax")
    return response


def _register(request: HalteRequest, form: ActForm) -> str:
    _device, token = account_actions.register_device(
        actor=request.actor,
        label=_("Machine in the hall"),
        kind=DeviceKind.KIOSK,
        roles=[],
        at=timezone.now(),
        key=form.retry_key,
    )
    return token


@open_to_all
@for_guests
@require_safe
@in_chosen_language
def start(request: KioskRequest) -> HttpResponse:
    """Three large pictures and eleven languages."""
    told = spells.notice(request.kiosk.site, timezone.now())
    return _page(
        request, "start", {"watched": bool(language_in_address(request)), "cold_notices": [told] if told else []}
    )


@open_to_all
@for_guests
@require_http_methods(["GET", "HEAD", "POST"])
@in_chosen_language
@pressed_on_our_page
def things(request: KioskRequest) -> HttpResponse:
    """A card was scanned: its number in the queue, and nothing else that is theirs. A hall has many eyes.

    Keeps:
        A live, closed or never-issued card gives the same page, unless it waits in a queue right now.
        The page is the answer to one press: sent again by whoever comes next, it is the first page.
    """
    form = ActForm(request.POST or None)
    if not form.is_bound:
        return _page(
            request, "things", {"field": FIELD + uuid4().hex[:8], "carried": queries.carry("", timezone.now())}
        )
    at = timezone.now()
    if not _pressed_once(request, form, at):
        return _page(request, "start", {})
    secret = secret_in(next((str(value) for name, value in request.POST.items() if name.startswith(FIELD)), "")) or ""
    return _page(
        request,
        "card",
        {
            "number": number_in_queue(secret, at),
            "carried": queries.carry(secret, at),
            "places": open_today(at),
        },
    )


@open_to_all
@for_guests
@require_http_methods(["GET", "HEAD", "POST"])
@in_chosen_language
@pressed_on_our_page
def sign(request: KioskRequest) -> HttpResponse:
    """After a scan, the guest's own sign shows what is theirs, once: sent again it is the first page."""
    form, at = ActForm(request.POST or None), timezone.now()
    secret = queries.carried(request.POST.get("card", ""), at)
    if not form.is_bound or secret is None or not _pressed_once(request, form, at):
        return _page(request, "start", {})
    chosen = own_sign.pressed(request.POST.get("pictures", ""), request.POST.get("press", ""))
    complete = len(chosen) == signs.HOW_MANY
    guest = own_sign.guest_of(secret, chosen, at) if complete else None
    if guest is not None:
        return _page(request, "own", {"offers": own_things(guest, at)})
    asked = {
        "pictures": signs.PICTURES.items(),
        "chosen": [] if complete else chosen,
        "wrong": complete,
        "carried": queries.carry(secret, at),
    }
    return _page(request, "sign", asked)


@open_to_all
@for_guests
@require_http_methods(["GET", "HEAD", "POST"])
@in_chosen_language
@pressed_on_our_page
def ticket(request: KioskRequest) -> HttpResponse:
    """A number for advice, with the card that was scanned on the page before, or without any."""
    form = ActForm(request.POST or None)
    if not form.is_bound:
        return _page(request, "ticket", {"carried": queries.carry("", timezone.now())})
    at = timezone.now()
    secret = queries.carried(request.POST.get("card", ""), at)
    if secret is None or not form.is_valid():
        return _page(request, "start", {})
    try:
        number = _take(request, form, secret, at)
    except AlreadyDone:
        return _page(request, "start", {})
    return _page(request, "number", {"number": number})


@open_to_all
@for_guests
@require_http_methods(["GET", "HEAD", "POST"])
@in_chosen_language
@pressed_on_our_page
def call_help(request: KioskRequest) -> HttpResponse:
    """Numbers to call, this address to read aloud, and a press that every screen of the house tells of.

    Keeps:
        A secret address stands on no screen of a hall: whoever answers the call tells it.
    """
    form, called = ActForm(request.POST or None), False
    if form.is_bound and form.is_valid():
        with suppress(AlreadyDone):
            emergency.call_help(actor=request.kiosk, at=timezone.now(), key=form.retry_key)
        called = True
    site = request.kiosk.site
    return _page(request, "help", {"site": site, "hidden": secret.is_secret(site), "called": called})


@open_to_all
@for_guests
@require_safe
@in_chosen_language
def say(request: KioskRequest) -> HttpResponse:
    """What is said about the house is written on a phone, not under the eyes of a hall: a square leads there."""
    where = f"{request.get_host()}/say/?site={request.kiosk.site.code}"
    return _page(request, "say", {"where": where, "drawn": drawn(f"{request.scheme}://{where}")})


@open_to_all
@for_guests
@require_http_methods(["GET", "HEAD", "POST"])
@in_chosen_language
@pressed_on_our_page
def interpreter(request: KioskRequest) -> HttpResponse:
    """A guest presses their language, and every screen of the house says which; nothing else of them is known."""
    form, chosen = ActForm(request.POST or None), languages.BY_CODE.get(request.POST.get("spoken", ""))
    called = form.is_bound and form.is_valid() and chosen is not None
    if called and chosen is not None:
        with suppress(AlreadyDone):
            emergency.ask_for_interpreter(
                actor=request.kiosk, language=chosen.code, at=timezone.now(), key=form.retry_key
            )
    return _page(request, "interpreter", {"called": called})


@open_to_all
@for_guests
@require_http_methods(["GET", "HEAD", "POST"])
@in_chosen_language
@pressed_on_our_page
def visitor(request: KioskRequest) -> HttpResponse:
    """Whoever sees a visitor with a paper first covers every screen of the house; the team speaks with the visitor.

    Keeps:
        Pressed again when the team has only just opened its screens, it calls somebody and covers nothing.
    """
    form, at, answer = ActForm(request.POST or None), timezone.now(), ""
    if form.is_bound and form.is_valid():
        answer = "covered"
        with suppress(AlreadyDone, sites.ScreensRest):
            try:
                sites.close_shutter_from_hall(actor=request.kiosk, at=at, key=form.retry_key)
            except sites.OpenedJustNow:
                emergency.call_help(actor=request.kiosk, at=at, key=form.retry_key)
                answer = "called"
    return _page(request, "visitor", {"answer": answer})


def _pressed_once(request: KioskRequest, form: ActForm, at: datetime) -> bool:
    """Whether this page was made a moment ago and is pressed for the first time."""
    fresh = queries.is_fresh(request.POST.get("card", ""), at)
    return fresh and form.is_valid() and queries.first_time(form.cleaned_data["key"])


def _take(request: KioskRequest, form: ActForm, secret: str, at: datetime) -> int | None:
    guest = queries.live_guest_of(request.kiosk, secret)
    try:
        return visits.take_ticket(actor=request.kiosk, at=at, key=form.retry_key, guest=guest).number
    except Refusal:
        return number_in_queue(secret, at)


@open_to_all
@require_safe
def finish(request: KioskRequest) -> HttpResponse:
    """Nothing of whoever stood here stays in the browser; the machine stays a kiosk."""
    response = redirect("kiosk:start")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@open_to_all
@for_guests
def nothing_here(request: HttpRequest, exception: Exception | None = None, **_address: str) -> HttpResponse:
    """Any other address is the first page again."""
    return _page(request, "start", {}, status=404)


def _page(request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Rendered without the request, so that nothing opens a session or sets a cookie."""
    common = {
        "lang": language_in_address(request),
        "languages": languages.ALL,
        "key": uuid4(),
        "other_key": uuid4(),
        "watched": name != "start",
    }
    return HttpResponse(render_to_string(f"desk/kiosk/{name}.html", common | context), status=status)
