"""A distribution at the desk: announce it, give numbers, give the thing for a number, end it."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from halte.accounts import roles
from halte.accounts.answers import done, pressed
from halte.accounts.doors import HalteRequest, needs
from halte.goods import actions, distributions, forms
from halte.goods.models import Distribution
from halte.guests import queries as guest_queries
from halte.guests.models import Guest
from halte.journal.recent import recent
from halte.web.forms import ActForm

SHOWN = 5


@needs(roles.GOODS)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HalteRequest) -> HttpResponse:
    """What is told to everybody, how many are left, and the next number. Posting announces a distribution."""
    at = timezone.now()
    may_announce = request.actor.may(roles.STOCK)
    form = forms.Announce(request.POST or None, actor=request.actor, at=at)
    if request.method == "POST" and may_announce and form.is_valid() and done(form, lambda: _announce(request, form)):
        return redirect("goods:distribution")
    context = {
        "running": distributions.running(request.actor),
        "form": form,
        "may_announce": may_announce,
        "done": recent(request.actor, at, undo_url=_undo_url, of_colleagues=["goods"], services=["goods"], shown=SHOWN),
        "at": at,
    }
    return render(request, "goods/distribution.html", context, status=422 if form.errors else 200)


def _announce(request: HalteRequest, form: forms.Announce) -> Distribution:
    said = form.cleaned_data
    return actions.announce(
        actor=request.actor,
        variant=said["variant"],
        quantity=said["quantity"],
        starts_at=said["starts_at"],
        place=said["place"],
        at=timezone.now(),
        key=form.retry_key,
    )


@needs(roles.GOODS)
@require_POST
def take_number(request: HalteRequest, distribution_id: UUID) -> HttpResponse:
    """The next number, for whoever asks: with a card or without."""
    mine = _found(request, distribution_id)
    form = forms.TakeNumber(request.POST)
    guest = _guest(request, form)

    def act(at: datetime) -> str:
        taken = actions.take_number(actor=request.actor, distribution=mine, guest=guest, at=at, key=form.retry_key)
        return _("Number %(number)s.") % {"number": taken.number}

    pressed(request, form, act)
    return redirect("desk:guest", guest.id) if guest else redirect("goods:distribution")


@needs(roles.GOODS)
@require_POST
def give_for_number(request: HalteRequest, distribution_id: UUID) -> HttpResponse:
    """Somebody comes with their number."""
    mine = _found(request, distribution_id)
    form = forms.GiveForNumber(request.POST)
    guest = _guest(request, form)

    def act(at: datetime) -> str:
        number = form.cleaned_data["number"]
        actions.give_for_number(actor=request.actor, distribution=mine, number=number, at=at, key=form.retry_key)
        return _("Given for number %(number)s.") % {"number": number}

    pressed(request, form, act)
    return redirect("desk:guest", guest.id) if guest else redirect("goods:distribution")


@needs(roles.STOCK)
@require_POST
def end_distribution(request: HalteRequest, distribution_id: UUID) -> HttpResponse:
    """The distribution is over."""
    mine = _found(request, distribution_id)
    form = ActForm(request.POST)

    def act(at: datetime) -> str:
        back = actions.end_distribution(actor=request.actor, distribution=mine, at=at, key=form.retry_key)
        return ngettext(
            "The distribution is over. %(n)s lies in the stock again.",
            "The distribution is over. %(n)s lie in the stock again.",
            back,
        ) % {"n": back}

    pressed(request, form, act)
    return redirect("goods:distribution")


def _undo_url(line_id: UUID) -> str:
    return reverse("goods:undo", args=[line_id])


def _found(request: HalteRequest, distribution_id: UUID) -> Distribution:
    found = distributions.distribution(request.actor, distribution_id)
    if found is None:
        raise Http404
    return found


def _guest(request: HalteRequest, form: forms.TakeNumber) -> Guest | None:
    """The guest whose panel is open; nobody when the button stands on the page of distributions."""
    if not form.is_valid() or form.cleaned_data["guest"] is None:
        return None
    found = guest_queries.guest(request.actor, form.cleaned_data["guest"])
    if found is None:
        raise Http404
    return found
