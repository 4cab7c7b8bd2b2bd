"""Finding appointments and free quarters."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from halte.accounts.actor import Actor
from halte.accounts.models import Staff
from halte.advice.models import Appointment, AppointmentCell, AppointmentState
from halte.advice.rules import CLOSES, OPENS, quarters_between, quarters_from
from halte.guests.models import Guest
from halte.journal.models import Retry
from halte.sites import queries as sites
from halte.sites.models import Hours, Service

ENDINGS = ("advice.came", "advice.did_not_come", "advice.cancelled")


def appointment(actor: Actor, appointment_id: UUID) -> Appointment | None:
    """An appointment of the actor's own site."""
    found: Appointment | None = (
        Appointment.objects.seen_by(actor).select_related("guest__site").filter(id=appointment_id).first()
    )
    return found


def last_line_of(appointment: Appointment) -> UUID | None:
    """The last act on an appointment, as long as it may be taken back."""
    made: Any = Retry.objects.filter(line__site=appointment.site_id, line__kind__in=ENDINGS)
    rows = made.filter(results__appointment=appointment.id.hex).order_by("-line__seq")
    found: UUID | None = rows.values_list("line", flat=True).first()
    return found


def of_adviser(actor: Actor, on: date) -> list[Appointment]:
    """The actor's own appointments of a day that were not cancelled."""
    return list(
        Appointment.objects.seen_by(actor)
        .filter(adviser=actor.id, on=on)
        .exclude(state=AppointmentState.CANCELLED)
        .select_related("guest__site")
    )


def next_of(guest: Guest, at: datetime) -> Appointment | None:
    """The guest's next appointment; one that began within the last hour still counts."""
    found: Appointment | None = (
        Appointment.objects.filter(guest=guest, state=AppointmentState.BOOKED, starts_at__gte=at - timedelta(hours=1))
        .select_related("guest")
        .first()
    )
    return found


def free_quarters(actor: Actor, on: date, *, after: datetime) -> list[datetime]:
    """Beginnings of the actor's free quarters of a day, from a moment on, within the hours of advice."""
    taken: Any = AppointmentCell.objects.seen_by(actor).filter(adviser=actor.id, ended_at__isnull=True)
    begun = set(taken.values_list("starts_at", flat=True))
    return [at for at in open_quarters(actor, on) if at >= after and at not in begun]


def free_for(actor: Actor, on: date, *, after: datetime, quarters: int) -> list[datetime]:
    """Moments of a day from which so many quarters in a row are free for the actor."""
    free = free_quarters(actor, on, after=after)
    known = set(free)
    return [at for at in free if known.issuperset(quarters_from(at, quarters))]


def open_quarters(actor: Actor, on: date) -> list[datetime]:
    """Every quarter within the hours of advice of a day, taken or not."""
    zone = actor.site.zone
    if on in sites.closed_days(actor.site, on):
        return []
    hours = list(Hours.objects.seen_by(actor).filter(Q(service=Service.ADVICE) | Q(service=""), weekday=on.weekday()))
    own = [row for row in hours if row.service] or hours
    spans = [(row.opens, row.closes) for row in own if row.opens < row.closes] or [(OPENS, CLOSES)]
    return [
        at
        for opens, closes in spans
        for at in quarters_between(datetime.combine(on, opens, zone), datetime.combine(on, closes, zone))
    ]


def called(adviser: UUID) -> str:
    """What colleagues call an adviser; empty when the account is gone."""
    return Staff.objects.filter(id=adviser).values_list("called", flat=True).first() or ""
