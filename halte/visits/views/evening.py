"""The buttons of the last hour: a bed in another house, and the bus that goes there."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from halte.accounts import roles
from halte.accounts.doors import HalteRequest, needs
from halte.guests import queries as guest_queries
from halte.visits import actions, forms, queries
from halte.visits.views.door import done, ours


@needs(roles.DESK)
@require_POST
def ask_bed(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """A bed in another house, in one tap."""
    guest = ours(guest_queries.guest(request.actor, guest_id))
    form = forms.AskBed(request.POST)

    def act(at: datetime) -> str:
        code = form.cleaned_data["house"]
        house = next((one for one in queries.houses_with_beds(request.actor, at) if one.code == code), None)
        if house is None:
            raise actions.NoBedsThere
        actions.ask_bed(actor=request.actor, guest=guest, house=house, at=at, key=form.retry_key)
        return _("%(house)s is asked for a bed. The card is scanned there.") % {"house": house.name}

    return done(request, form, act, guest)


@needs(roles.DESK)
@require_POST
def take_back_bed(request: HalteRequest, guest_id: UUID) -> HttpResponse:
    """No bed in another house any more."""
    guest = ours(guest_queries.guest(request.actor, guest_id))
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        actions.take_back_bed(actor=request.actor, guest=guest, at=at, key=form.retry_key)
        return _("No bed is asked for any more.")

    return done(request, form, act, guest)


@needs(roles.DESK)
@require_POST
def set_bus(request: HalteRequest) -> HttpResponse:
    """A bus goes today."""
    form = forms.SetBus(request.POST)

    def act(at: datetime) -> str:
        house = next(
            (one for one in queries.houses_with_beds(request.actor, at) if one.code == form.cleaned_data["house"]), None
        )
        if house is None:
            raise actions.NoBedsThere
        zone = request.actor.site.zone
        leaves_at = datetime.combine(request.actor.site.today(at), form.cleaned_data["leaves"], zone)
        if leaves_at <= at:
            leaves_at += timedelta(days=1)
        seats = form.cleaned_data["seats"]
        actions.set_bus(actor=request.actor, house=house, leaves_at=leaves_at, seats=seats, at=at, key=form.retry_key)
        said = {"house": house.name, "time": time_format(leaves_at, "H:i"), "seats": seats}
        return _("Bus to %(house)s at %(time)s, %(seats)s seats.") % said

    return done(request, form, act, None)


@needs(roles.DESK)
@require_POST
def take_seats(request: HalteRequest, bus_id: UUID) -> HttpResponse:
    """So many seats are promised."""
    bus = ours(queries.bus(request.actor, bus_id))
    form = forms.Counting(request.POST)

    def act(at: datetime) -> str:
        n = form.cleaned_data["n"]
        actions.take_seats(actor=request.actor, bus=bus, n=n, at=at, key=form.retry_key)
        return _("Seats +%(n)s.") % {"n": n}

    return done(request, form, act, None)


@needs(roles.DESK)
@require_POST
def call_off_bus(request: HalteRequest, bus_id: UUID) -> HttpResponse:
    """The bus does not go."""
    bus = ours(queries.bus(request.actor, bus_id))
    form = forms.Press(request.POST)

    def act(at: datetime) -> str:
        actions.call_off_bus(actor=request.actor, bus=bus, at=at, key=form.retry_key)
        return _("The bus does not go.")

    return done(request, form, act, None)
