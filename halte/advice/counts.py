"""Numbers of advice for reports."""

from datetime import date

from django.db.models import Count

from halte.advice.models import Appointment, AppointmentState
from halte.sites.models import Site

KEYS = {
    AppointmentState.BOOKED: "advice.appointments_open",
    AppointmentState.CAME: "advice.came",
    AppointmentState.DID_NOT_COME: "advice.did_not_come",
    AppointmentState.CANCELLED: "advice.cancelled",
}


def counts(*, site: Site, on: date) -> dict[str, int]:
    """Appointments of a day, by how they ended."""
    rows = Appointment.objects.filter(site=site, on=on).order_by().values_list("state").annotate(Count("id"))
    found = {AppointmentState(state): number for state, number in rows}
    return {key: found.get(state, 0) for state, key in KEYS.items()}
