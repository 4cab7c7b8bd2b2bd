"""The shelf of phones and the store of bags: one field for tags, one answer that is read from two metres."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import segno
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from halte.accounts import roles
from halte.accounts.doors import HalteRequest, needs
from halte.common.refusal import Refusal
from halte.guests import queries as guest_queries
from halte.journal import AlreadyDone
from halte.visits import actions, forms, queries
from halte.visits.models import TagKind
from halte.visits.queries import GUEST_HALF, THING_HALF, Half
from halte.visits.views.door import done, ours


@dataclass(frozen=True)
class Answer:
    """What the page says of the tag that was scanned: large, in a colour, with a tone of its own."""

    tone: str
    title: str
    text: str = ""
    number: int | None = None
    first: str = ""
    take_in: Half | None = None
    status: int = 200


@needs(roles.DESK)
@require_safe
def tags(request: HalteRequest) -> HttpResponse:
    """The field for tags, and what is here now. A tag scanned at the desk arrives here as the first half."""
    scanned = request.GET.get("code", "")
    answer = _first_half(request, scanned) if scanned else None
    return _shown(request, answer)


@needs(roles.DESK)
@require_POST
def match(request: HalteRequest) -> HttpResponse:
    """A half was scanned: the first opens the question, the second answers it. Equal tags hand the thing back."""
    form = forms.MatchTags(request.POST)
    if not form.is_valid():
        return _shown(request, Answer("bad", form.first_error(), status=422))
    code, first = form.cleaned_data["code"], queries.half_in(request.actor.site, form.cleaned_data["first"])
    if first is None:
        return _shown(request, _first_half(request, code))
    second = queries.half_in(request.actor.site, code)
    if second is None:
        return _shown(request, _no_tag(first.text))
    if second.text == first.text:
        return _shown(request, _other_half(first))
    if (second.kind, second.number) != (first.kind, first.number):
        return _shown(request, _unequal(first, second))
    return _shown(request, _equal(request, second, form))


def _first_half(request: HalteRequest, code: str) -> Answer:
    half = queries.half_in(request.actor.site, code)
    if half is None:
        return _no_tag("")
    if half.number in queries.tags_in_use(request.actor, half.kind):
        return _other_half(half)
    return Answer("wait", _("This tag is free."), _("Put it on, then press."), half.number, "", half)


def _other_half(half: Half) -> Answer:
    on_it = _("Now scan the half on the phone.") if half.kind == TagKind.PHONE else _("Now scan the half on the bag.")
    theirs = _("Now scan the half that the guest holds.")
    return Answer("wait", on_it if half.half == GUEST_HALF else theirs, number=half.number, first=half.text)


def _no_tag(first: str) -> Answer:
    text = _("Scan it once more. A tag of another house does not count here.")
    return Answer("bad", _("This is no tag of ours."), text, first=first, status=422)


def _unequal(first: Half, second: Half) -> Answer:
    mine, theirs = (first, second) if first.half == GUEST_HALF else (second, first)
    text = _("The guest holds %(mine)s; this one is %(theirs)s. Nothing was handed back.") % {
        "mine": _named(mine),
        "theirs": _named(theirs),
    }
    return Answer("bad", _("Not the same."), text, first=first.text, status=409)


def _named(half: Half) -> str:
    return f"{TagKind(half.kind).label} {half.number}"


def _equal(request: HalteRequest, half: Half, form: forms.MatchTags) -> Answer:
    try:
        actions.hand_back(
            actor=request.actor, kind=half.kind, number=half.number, at=timezone.now(), key=form.retry_key
        )
    except AlreadyDone:
        pass
    except Refusal as refusal:
        return Answer("bad", str(refusal), number=half.number, status=refusal.status)
    return Answer("ok", _("The same. Give it back."), _named(half), half.number)


def _shown(request: HalteRequest, answer: Answer | None) -> HttpResponse:
    here = list(queries.here_now(request.actor))
    context: dict[str, Any] = {
        "answer": answer,
        "kinds": [(kind, kind.label, [row for row in here if row.kind == kind]) for kind in TagKind],
        "at": timezone.now(),
    }
    piece = "visits/_partials/tags_answered.html" if request.htmx else "visits/tags.html"
    return render(request, piece, context, status=answer.status if answer else 200)


@needs(roles.DESK)
@require_POST
def take_in(request: HalteRequest) -> HttpResponse:
    """A phone or a bag is taken in, for the guest of an open panel or for nobody we know."""
    form = forms.TakeIn(request.POST)
    wanted = form.cleaned_data.get("guest") if form.is_valid() else None
    guest = ours(guest_queries.guest(request.actor, wanted)) if wanted else None

    def act(at: datetime) -> str:
        kind, number = form.cleaned_data["kind"], form.cleaned_data["number"]
        taken = actions.take_in(actor=request.actor, kind=kind, guest=guest, number=number, at=at, key=form.retry_key)
        return _("%(what)s: tag %(number)s.") % {"what": taken.get_kind_display(), "number": taken.number}

    return done(request, form, act, guest)


@needs(roles.DESK)
@require_POST
def hand_back(request: HalteRequest) -> HttpResponse:
    """The guest's half is lost: their card stands for it, or a colleague knows whose it is."""
    form = forms.HandBack(request.POST)

    def act(at: datetime) -> str:
        kind, number = form.cleaned_data["kind"], form.cleaned_data["number"]
        back = actions.hand_back(actor=request.actor, kind=kind, number=number, at=at, key=form.retry_key)
        return _("%(what)s %(number)s is handed back.") % {"what": back.get_kind_display(), "number": back.number}

    return done(request, form, act, None)


@dataclass(frozen=True)
class PrintedHalf:
    """One half of a tag on paper."""

    text: str
    qr: SafeString


@needs(roles.DESK)
@require_http_methods(["GET", "POST"])
def sheets(request: HalteRequest) -> HttpResponse:
    """Tags to print and cut: two halves each, one for the guest and one for the thing."""
    form = forms.TagSheets(request.POST or None)
    tags_made: list[tuple[int, PrintedHalf, PrintedHalf]] = []
    kind = TagKind.PHONE
    if request.method == "POST" and form.is_valid():
        kind, start = TagKind(form.cleaned_data["kind"]), form.cleaned_data["start"]
        numbers = range(start, start + form.cleaned_data["many"])
        tags_made = [(n, _half(request, kind, n, GUEST_HALF), _half(request, kind, n, THING_HALF)) for n in numbers]
    status = 422 if request.method == "POST" and form.errors else 200
    pictogram = "phone" if kind == TagKind.PHONE else "bag"
    context = {"form": form, "tags": tags_made, "kind": kind, "pictogram": pictogram}
    return render(request, "visits/tag_sheets.html", context, status=status)


def _half(request: HalteRequest, kind: TagKind, number: int, half: str) -> PrintedHalf:
    text = queries.text_of(request.actor.site, kind, number, half)
    drawing = segno.make(text, error="m", micro=False).svg_inline(omitsize=True, border=2, svgclass="qr")
    return PrintedHalf(text, mark_safe(drawing))  # noqa: S308
