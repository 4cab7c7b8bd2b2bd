"""Everything about one card, for the data officer.

A manager who just showed who they are asks it, with the guest there, whose card is scanned.
"""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from halte import journal
from halte.accounts import roles
from halte.accounts.answers import done
from halte.accounts.doors import HalteRequest, needs
from halte.accounts.proof import asks_again
from halte.desk import forms
from halte.guests import looking
from halte.guests.belongings import Told, everywhere
from halte.guests.models import Guest
from halte.journal.models import Line
from halte.mycard.telling import told_of_card
from halte.visits import queries as visits

LINES_SHOWN = 500


@dataclass(frozen=True)
class Everything:
    """What the house holds of one guest, and what the register says was done about them."""

    guest: Guest
    told: list[Told]
    lines: list[Line]
    more: int


@needs(roles.MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
@asks_again("desk:everything")
def everything(request: HalteRequest) -> HttpResponse:
    """The card is scanned, and the page tells all; looking is itself a line.

    Keeps:
        A screen left open tells nobody: who asks is asked once more who they are, before the scan and at it.
    """
    form = forms.Scan(request.POST or None)
    found: list[Everything] = []
    if form.is_valid():
        done(form, lambda: found.append(_look(request, form, timezone.now())))
    context = {"form": form, "found": found[0] if found else None}
    return render(request, "desk/everything.html", context, status=422 if form.errors else 200)


def _look(request: HalteRequest, form: forms.Scan, at: datetime) -> Everything:
    actor = request.actor
    with journal.act(actor=actor, at=at, key=form.retry_key, kind="desk.everything_told") as act:
        guest = visits.by_code(actor, form.cleaned_data["code"])
        act.about([guest])
        looking.count_within(act, actor=actor, guest=guest, at=at)
    return _everything(guest, at)


def _everything(guest: Guest, at: datetime) -> Everything:
    told = [one for service in everywhere() for one in service.told(guest=guest, at=at)]
    about = Line.objects.filter(site=guest.site_id, subjects__guest=guest.id).order_by("-epoch", "-seq")
    lines = list(about[:LINES_SHOWN])
    return Everything(guest, [*told_of_card(guest, at), *told], lines, about.count() - len(lines))
