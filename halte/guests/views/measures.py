"""Measures: written by one, agreed by another, answered when the guest says something about it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms as fields
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from halte.accounts.answers import done, pressed
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.roles import NIGHT_DESK
from halte.common.text import PlainText
from halte.guests import measures
from halte.guests.models import Guest
from halte.guests.views.cards import read_or_post
from halte.guests.views.finding import found_guest
from halte.sites.cold_forms import NamesOtherPlace
from halte.web.forms import ActForm, HeldForm


class Asked(NamesOtherPlace, HeldForm):
    """Until when, and why: the note is for those who decide, and for thirty days."""

    until = fields.DateField(
        label=gettext_lazy("Away until"), widget=fields.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = PlainText(
        label=gettext_lazy("Confidential note"),
        max_length=600,
        widget=fields.Textarea(attrs={"autocomplete": "off", "rows": 4}),
        help_text=gettext_lazy("Encrypted, never searched, never shared, gone after 30 days. No name."),
    )


class Agreed(NamesOtherPlace, HeldForm):
    """The second of two people."""


class Answered(ActForm):
    """An answer to what the guest said."""

    words = PlainText(
        label=gettext_lazy("Answer"), max_length=2000, widget=fields.Textarea(attrs={"autocomplete": "off"})
    )
    ends = fields.BooleanField(label=gettext_lazy("The measure ends now"), required=False)


@needs(NIGHT_DESK)
@read_or_post
def measures_of(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """What was decided about one guest's coming, and a new measure: one writes it, another agrees."""
    guest = found_guest(request, guest_id)
    form = Asked(request.POST or None)
    code: list[str] = []

    def ask() -> None:
        _measure, said = measures.ask_for(
            actor=request.actor,
            guest=guest,
            until=form.cleaned_data["until"],
            note=form.cleaned_data["note"],
            other_place=form.cleaned_data["other_place"],
            at=timezone.now(),
            key=form.retry_key,
        )
        code.append(said)

    if form.is_bound and form.is_valid() and done(form, ask):
        return _measures_page(request, guest, Asked(), code="".join(code))
    return _measures_page(request, guest, form, status=422 if form.is_bound else 200)


def _measures_page(
    request: HttpRequest, guest: Guest, form: Asked, *, code: str = "", status: int = 200
) -> HttpResponse:
    found = measures.asked(guest, guest.site.today(timezone.now()))
    agreed = Agreed(auto_id="agree-%s")
    for shown in (form, agreed):
        shown.fields["other_place"].required = True
    context: dict[str, Any] = {
        "guest": guest,
        "form": form,
        "agreed": agreed,
        "code": code,
        "measures": [(measure, measures.note_of(measure)) for measure in found],
    }
    return render(request, "guests/measures.html", context, status=status)


@needs(NIGHT_DESK)
@require_POST
def agree_to_measure(request: HalteRequest, measure_id: UUID) -> HttpResponse:
    """The second of two people: from now on it holds."""
    form = Agreed(request.POST)
    measure = measures.found(request.actor, measure_id)

    def act(at: datetime) -> str:
        named = form.cleaned_data["other_place"]
        measures.agree(actor=request.actor, measure_id=measure_id, at=at, key=form.retry_key, other_place=named)
        return _("Decided by two. The desk says until when.")

    pressed(request, form, act)
    return redirect("guests:measures", measure.guest_id) if measure.guest_id else redirect("guests:appeals")


@needs(NIGHT_DESK)
@require_POST
def end_measure(request: HalteRequest, measure_id: UUID) -> HttpResponse:
    """It is over before its day."""
    form = ActForm(request.POST)
    measure = measures.found(request.actor, measure_id)

    def act(at: datetime) -> str:
        measures.end(actor=request.actor, measure_id=measure_id, at=at, key=form.retry_key)
        return _("The measure is over.")

    pressed(request, form, act)
    return redirect("guests:measures", measure.guest_id) if measure.guest_id else redirect("guests:appeals")


@needs(NIGHT_DESK)
@require_safe
def appeals(request: HalteRequest) -> HttpResponse:
    """What guests said about measures, some of them erased since: nothing here says whose it is."""
    open_ones = [
        (one, measures.note_of(one), measures.said_of(one)[0], Answered()) for one in measures.appeals(request.actor)
    ]
    return render(request, "guests/appeals.html", {"appeals": open_ones})


@needs(NIGHT_DESK)
@require_POST
def answer_appeal(request: HalteRequest, measure_id: UUID) -> HttpResponse:
    """The answer, opened by the code of the appeal."""
    form = Answered(request.POST)
    measures.found(request.actor, measure_id)

    def act(at: datetime) -> str:
        measures.answer(
            actor=request.actor,
            measure_id=measure_id,
            words=form.cleaned_data["words"],
            ends=form.cleaned_data["ends"],
            at=at,
            key=form.retry_key,
        )
        return _("Answered. The code of the appeal opens it.")

    pressed(request, form, act)
    return redirect("guests:appeals")
