"""The paper room: the pack in the drawer, and Catch up."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte import journal
from halte.accounts import roles
from halte.accounts.answers import answering, done, pressed, say_errors
from halte.accounts.doors import HalteRequest, needs
from halte.journal.recent import recent
from halte.paper import actions, clashing, forms, queries
from halte.paper import pack as packs
from halte.paper.doors import CATCHES_UP, of_colleagues
from halte.paper.models import LineState, PaperLine, PaperPeriod, What
from halte.sites.models import Bed
from halte.web.forms import ActForm

JUST_ENTERED = 12


@needs(roles.DESK)
@require_safe
def home(request: HalteRequest) -> HttpResponse:
    """What lies in the drawer, and what waits to be entered."""
    at = timezone.now()
    context = {
        "at": at,
        "last": queries.last_pack(request.actor),
        "old": queries.pack_is_old(request.actor, at),
        "period": queries.open_period(request.actor),
        "periods": queries.periods(request.actor),
        "panic": queries.panic_to_enter(request.actor),
        "may_catch_up": request.actor.may(CATCHES_UP),
    }
    return render(request, "paper/home.html", context)


@needs(roles.DESK)
@require_POST
def print_pack(request: HalteRequest) -> HttpResponse:
    """The pack gets its number, and its sheets are shown to be printed."""
    form = ActForm(request.POST)
    if not form.is_valid():
        say_errors(request, form)
        return redirect("paper:home")
    with answering(request):
        actions.print_pack(actor=request.actor, at=timezone.now(), key=form.retry_key)
    return redirect(reverse("paper:pack") + "?print=1")


@needs(roles.DESK)
@require_safe
def pack(request: HalteRequest) -> HttpResponse:
    """The sheets: a cover, beds by room, strips, numbers, blank lines."""
    at, actor = timezone.now(), request.actor
    hours, tallies = packs.tallies(actor, at)
    context = {
        "at": at,
        "last": queries.last_pack(actor),
        "at_once": "print" in request.GET,
        "sheets": packs.bed_sheets(actor, at),
        "hours": hours,
        "tallies": tallies,
        "fives": range(packs.FIVES),
        "numbers": range(1, packs.NUMBERS + 1),
        "blanks": range(packs.BLANK_LINES),
        "letters": packs.LETTERS,
    }
    return render(request, "paper/pack.html", context)


@needs(CATCHES_UP)
@require_safe
def catch_up(request: HalteRequest) -> HttpResponse:
    """Entering what stands on paper: one row, what was entered, and what somebody has to decide."""
    period = queries.open_period(request.actor)
    return _catching_up(request, period, _next_line(request, period) if period else _new_period(request))


@needs(CATCHES_UP)
@require_POST
def open_period(request: HalteRequest) -> HttpResponse:
    """From when to when the house ran on paper."""
    form = forms.Period(request.POST)
    if form.is_valid():
        began, ended = form.on_clock_of(request.actor.site)
        at, key = timezone.now(), form.retry_key
        if done(
            form,
            lambda: actions.open_period(actor=request.actor, began_at=began, ended_at=ended, at=at, key=key),
        ):
            return redirect("paper:catch_up")
    period = queries.open_period(request.actor)
    return _catching_up(request, period, _next_line(request, period) if period else form, status=422)


@needs(CATCHES_UP)
@require_POST
def enter(request: HalteRequest) -> HttpResponse:
    """One line: saved at once, and the next row is ready."""
    period = queries.open_period(request.actor)
    form = forms.Line(request.POST)
    if period is None:
        messages.error(request, str(_("Nothing is being entered from paper now.")))
        return redirect("paper:catch_up")
    after: dict[str, str] = {}
    if form.is_valid() and done(form, lambda: after.update(_entered(request, form, period))):
        return redirect(f"{reverse('paper:catch_up')}?{urlencode(after)}")
    return _catching_up(request, period, form, status=422)


def _entered(request: HalteRequest, form: forms.Line, period: PaperPeriod) -> dict[str, str]:
    """Enter a line, say what became of it, and tell the next row what it follows."""
    before = form.cleaned_data["last_at"] or period.began_at
    at = actions.time_of(period, form.cleaned_data["time"], before=before)
    entered = actions.enter_line(actor=request.actor, written=form.written, at=at, key=form.retry_key)
    said = {
        "time": f"{at.astimezone(request.actor.site.zone):%H:%M}",
        "what": What(entered.line.what).label,
        "card": entered.guest.spoken if entered.guest else "",
    }
    if entered.line.state == LineState.CLASH:
        messages.warning(request, _("%(time)s %(what)s %(card)s: somebody has to decide, see below.") % said)
    elif entered.line.state == LineState.KNOWN:
        messages.success(request, _("%(time)s %(what)s %(card)s: the house knew this. It counts once.") % said)
    else:
        messages.success(request, _("%(time)s %(what)s %(card)s: saved.") % said)
    return {"after": at.isoformat(), "time": str(said["time"]), "what": entered.line.what}


@needs(CATCHES_UP)
@require_POST
def close_period(request: HalteRequest) -> HttpResponse:
    """Every line is entered."""
    form = ActForm(request.POST)

    def act(at: datetime) -> str:
        actions.close_period(actor=request.actor, at=at, key=form.retry_key)
        return _("Everything is entered. The numbers say which hours ran on paper.")

    pressed(request, form, act)
    return redirect("paper:catch_up" if queries.open_period(request.actor) else "paper:home")


@needs(roles.NIGHT_DESK)
@require_POST
def decide(request: HalteRequest, line_id: UUID) -> HttpResponse:
    """A human decided who sleeps where."""
    line = get_object_or_404(PaperLine.objects.seen_by(request.actor), pk=line_id)
    form = forms.Decide(request.POST)
    if not form.is_valid():
        say_errors(request, form)
        return redirect("paper:catch_up")
    chosen = form.cleaned_data["bed"]
    bed = get_object_or_404(Bed.objects.seen_by(request.actor), pk=chosen) if chosen else None
    with answering(request) as say:
        actions.decide(
            actor=request.actor,
            line=line,
            decision=actions.Decision(form.cleaned_data["decision"]),
            bed=bed,
            at=timezone.now(),
            key=form.retry_key,
        )
        say(_("Decided. Everybody has a bed."))
    return redirect("paper:catch_up")


@needs(CATCHES_UP)
@require_POST
def undo(request: HalteRequest, line_id: UUID) -> HttpResponse:
    """Take back one line of the last fifteen minutes."""
    form = ActForm(request.POST)

    def act(at: datetime) -> str:
        try:
            journal.undo(
                actor=request.actor,
                line_id=line_id,
                at=at,
                key=form.retry_key,
                of_colleagues=of_colleagues(request.actor),
            )
        except journal.NotUndoable as refusal:
            raise Http404 from refusal
        return _("Taken back.")

    pressed(request, form, act)
    return redirect("paper:catch_up")


def _new_period(request: HalteRequest) -> forms.Period:
    site, panic = request.actor.site, queries.panic_to_enter(request.actor)
    hours = {"began": panic.began_at, "ended": panic.ended_at} if panic else {"ended": timezone.now()}
    return forms.Period(initial={name: at.astimezone(site.zone).replace(tzinfo=None) for name, at in hours.items()})


def _next_line(request: HalteRequest, period: PaperPeriod) -> forms.Line:
    """The next row; what stays empty in it is as in the line before, which the address tells."""
    form = forms.Line(
        initial={
            "last_at": request.GET.get("after", period.began_at.isoformat()),
            "last_what": request.GET.get("what", "")[:1],
        }
    )
    form.fields["time"].widget.attrs["placeholder"] = request.GET.get("time", "")[:5]
    form.fields["what"].widget.attrs["placeholder"] = request.GET.get("what", "")[:1]
    return form


def _catching_up(request: HalteRequest, period: PaperPeriod | None, form: Any, *, status: int = 200) -> HttpResponse:
    at, actor = timezone.now(), request.actor
    context = {
        "at": at,
        "period": period,
        "form": form,
        "panic": queries.panic_to_enter(actor),
        "letters": packs.LETTERS,
        "may_decide": actor.may(roles.NIGHT_DESK),
        "numbers": _numbers(period) if period else [],
        "clashes": clashing.clashes(actor, at) if period else [],
        "acts": recent(
            actor,
            at,
            undo_url=lambda line_id: reverse("paper:undo", args=[line_id]),
            of_colleagues=of_colleagues(actor),
            services=["paper"],
            shown=JUST_ENTERED,
        ),
    }
    return render(request, "paper/catch_up.html", context, status=status)


def _numbers(period: PaperPeriod) -> list[dict[str, object]]:
    found = queries.numbers(period)
    waits = found[LineState.CLASH]
    return [
        {"label": _("Entered"), "value": found[LineState.ENTERED] + found[LineState.SETTLED]},
        {"label": _("Known already"), "value": found[LineState.KNOWN]},
        {"label": _("To decide"), "value": waits, "tone": "bad" if waits else ""},
    ]
