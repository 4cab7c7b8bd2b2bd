"""Line mode: one tablet, one service. A scan or a press anywhere is the act; nobody is shown."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from halte import journal
from halte.accounts import roles
from halte.accounts.doors import HalteRequest, counts_with
from halte.common.refusal import Refusal
from halte.desk import forms, line
from halte.desk.line import Service


@counts_with(roles.DESK)
@require_safe
def lines(request: HalteRequest) -> HttpResponse:
    """What shall this tablet be?"""
    return render(request, "desk/lines.html", {"services": line.services(request.actor, timezone.now())})


@counts_with(roles.DESK)
@require_safe
def line_mode(request: HalteRequest, service: str) -> HttpResponse:
    """The whole screen is one service."""
    at = timezone.now()
    found = _service(request, service, at)
    last = forms.key_or_none(request.GET.get("last", ""))
    return render(
        request, "desk/line.html", {"service": found, "count": line.how_many(request.actor, found, at), "last": last}
    )


@counts_with(roles.DESK)
@require_POST
def line_press(request: HalteRequest, service: str) -> HttpResponse:
    """One more. The script gets a few words; a page without a script comes back with the new count."""
    now = timezone.now()
    found = _service(request, service, now)
    form = forms.LinePress(request.POST)
    if not form.is_valid():
        return _said(request, found, form.first_error(), status=422)
    try:
        if not (form.cleaned_data["kept"] and line.saved_before(request.actor, form.cleaned_data["key"])):
            line.press(
                actor=request.actor,
                service=found,
                code=form.cleaned_data["code"],
                at=_moment(form, now),
                key=form.retry_key,
            )
    except journal.AlreadyDone:
        pass
    except Refusal as refusal:
        return _said(request, found, str(refusal), status=409)
    return _said(request, found, str(found.label), pressed=form.cleaned_data["key"])


@counts_with(roles.DESK)
@require_POST
def line_undo(request: HalteRequest, service: str) -> HttpResponse:
    """Take back the last press of this tablet."""
    at = timezone.now()
    found = _service(request, service, at)
    form = forms.LineUndo(request.POST)
    if not form.is_valid():
        return _said(request, found, form.first_error(), status=422)
    try:
        line.take_back(actor=request.actor, press=form.cleaned_data["press"], at=at, key=form.retry_key)
    except journal.AlreadyDone:
        pass
    except Refusal as refusal:
        return _said(request, found, str(refusal), status=409)
    return _said(request, found, _("Taken back."))


def _service(request: HalteRequest, code: str, at: datetime) -> Service:
    found = line.service(request.actor, code, at)
    if found is None:
        raise Http404
    return found


def _moment(form: forms.LinePress, now: datetime) -> datetime:
    """When it was pressed, as the tablet says; its clock may go wrong, and then it was now."""
    said: datetime | None = form.cleaned_data["at"]
    return said if said and now - line.KEPT_AT_MOST <= said <= now else now


def _said(
    request: HalteRequest, service: Service, words: str, *, status: int = 200, pressed: UUID | None = None
) -> HttpResponse:
    if request.headers.get("Accept") == "application/json":
        count = line.how_many(request.actor, service, timezone.now())
        return JsonResponse({"said": words, "count": count}, status=status)
    if status != 200:
        messages.error(request, words)
    page = reverse("desk:line", args=[service.code])
    return redirect(f"{page}?last={pressed}" if pressed else page)
