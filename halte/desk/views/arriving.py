"""Many at the door at once: a keypad of numbers, beds in one act, a list by room."""

from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte import journal
from halte.accounts.answers import pressed
from halte.accounts.doors import HalteRequest, needs
from halte.common.nights import begins
from halte.common.refusal import Refusal
from halte.desk import actions, forms
from halte.goods import actions as goods
from halte.goods import queries as goods_queries
from halte.guests import actions as guests
from halte.guests import queries as guest_queries
from halte.journal.models import Line, Retry, Subject
from halte.journal.undoing import can_undo
from halte.nights import queries as night_queries
from halte.nights.doors import AT_THE_DOOR
from halte.visits import actions as visits
from halte.visits.models import CountedService, DoorKind


@needs(AT_THE_DOOR)
@require_safe
def arrivals(request: HalteRequest) -> HttpResponse:
    """The keypad: how many women, men and children."""
    return _keypad(request, forms.GroupArrives())


@needs(AT_THE_DOOR)
@require_POST
def hold_beds(request: HalteRequest) -> HttpResponse:
    """Beds for these numbers, in one act; then the list by room."""
    form = forms.GroupArrives(request.POST)
    at = timezone.now()
    if form.is_valid():
        try:
            done = actions.hold_beds(
                actor=request.actor,
                numbers=form.numbers(),
                night=request.actor.site.tonight(at),
                at=at,
                key=form.retry_key,
            )
        except journal.AlreadyDone as before:
            return redirect("desk:arrived", before.line_id)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("desk:arrived", done.line)
    return _keypad(request, form, status=422)


@needs(AT_THE_DOOR)
@require_safe
def arrived(request: HalteRequest, line_id: UUID) -> HttpResponse:
    """Who has which bed, room by room, to read out and to print; things for all in one press; cards at breakfast."""
    line, at = _line(request, line_id), timezone.now()
    guests = line.subjects.values_list("guest", flat=True)
    found = night_queries.held_by(request.actor, guests)
    rooms = [(room, list(beds)) for room, beds in groupby(found, key=lambda stay: stay.bed.room)]
    without = _without(line)
    waiting = _without_card(line, [stay.guest_id for stay in found])
    asked = request.GET.get("bed", "")
    context = {
        "waiting": waiting,
        "next": next((stay for stay in found if str(stay.bed_id) == asked), None)
        or next((stay for stay in found if stay.guest_id in waiting), None),
        "line": line,
        "rooms": rooms,
        "n": len(found),
        "everyone": len(found) + sum(number for _kind, number in without),
        "without": without,
        "can_undo": can_undo(line, at) and bool(found),
        "blanket": goods_queries.first_kind(request.actor.site.today(at)),
        "at": at,
    }
    return render(request, "desk/arrived.html", context)


@needs(AT_THE_DOOR)
@require_POST
def arrived_card(request: HalteRequest, line_id: UUID) -> HttpResponse:
    """At breakfast: one scan of a blank card, and whoever slept in that bed has it. The next bed follows by itself."""
    line = _line(request, line_id)
    form = forms.CardForBed(request.POST)

    def act(at: datetime) -> str:
        wanted = form.cleaned_data["guest"]
        stays = night_queries.held_by(request.actor, line.subjects.filter(guest=wanted).values_list("guest", flat=True))
        stay = next(iter(stays), None)
        if stay is None:
            raise Http404
        secret = guest_queries.secret_in(form.cleaned_data["card"]) or ""
        guests.reissue_card(actor=request.actor, guest=stay.guest, at=at, key=form.retry_key, secret=secret)
        return _("Room %(room)s, bed %(bed)s: card given.") % {"room": stay.bed.room.code, "bed": stay.bed.label}

    pressed(request, form, act)
    return redirect("desk:arrived", line.id)


@needs(AT_THE_DOOR)
@require_POST
def arrived_things(request: HalteRequest, line_id: UUID) -> HttpResponse:
    """Blankets or tea for everyone of the group: a number, tied to nobody."""
    line = _line(request, line_id)
    form = forms.ThingsForAll(request.POST)

    def act(at: datetime) -> str:
        n = form.cleaned_data["n"]
        if form.cleaned_data["what"] == CountedService.DRINK:
            service = CountedService.DRINK
            visits.count_service(actor=request.actor, service=service, n=n, at=at, key=form.retry_key)
            return _("%(what)s +%(n)s.") % {"what": service.label, "n": n}
        kind = goods_queries.first_kind(request.actor.site.today(at))
        if kind is None:
            raise goods.OutOfStock
        variant = kind.variants.all()[0]
        here = goods_queries.balances(request.actor).get(variant.id, 0)
        given = min(n, here) or n
        goods.give_without_card(actor=request.actor, variant=variant, quantity=given, at=at, key=form.retry_key)
        if given < n:
            return _("%(what)s +%(n)s. These were the last ones: %(missing)s are missing.") % {
                "what": kind.name,
                "n": given,
                "missing": n - given,
            }
        return _("%(what)s +%(n)s.") % {"what": kind.name, "n": given}

    pressed(request, form, act)
    return redirect("desk:arrived", line.id)


def _keypad(request: HalteRequest, form: forms.GroupArrives, *, status: int = 200) -> HttpResponse:
    at = timezone.now()
    free = night_queries.free_by_kind(request.actor, request.actor.site.tonight(at), at)
    context = {"form": form, "free": sum(free.values()), "at": at, "groups": _came_tonight(request, at)}
    return render(request, "desk/arrivals.html", context, status=status)


def _line(request: HalteRequest, line_id: UUID) -> Line:
    found = Line.objects.filter(id=line_id, site=request.actor.site_id, kind="desk.group_arrived").first()
    if found is None:
        raise Http404
    return found


def _came_tonight(request: HalteRequest, at: datetime) -> list[Line]:
    """The groups of this night, for what is done later: cards at breakfast."""
    site = request.actor.site
    since = begins(site.tonight(at), site.zone)
    return list(Line.objects.filter(site=site.id, kind="desk.group_arrived", at__gte=since).order_by("-at"))


def _without_card(line: Line, guests_of_group: list[UUID]) -> set[UUID]:
    """Who of a group has had no card in the hand yet."""
    later = Line.objects.filter(site=line.site, kind="guests.card_reissued", at__gt=line.at)
    given = set(Subject.objects.filter(line__in=later, guest__in=guests_of_group).values_list("guest", flat=True))
    return set(guests_of_group) - given


def _without(line: Line) -> list[tuple[str, int]]:
    """For how many of each there was no bed; known as long as the retry is, two days."""
    made = Retry.objects.filter(line=line).values_list("results", flat=True).first() or {}
    return [(str(DoorKind(kind).label), number) for kind, number in made.get("without", {}).items()]
