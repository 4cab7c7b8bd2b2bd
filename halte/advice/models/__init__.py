"""Tables of the advisers: appointments, and what falls due."""

from halte.advice.models.appointments import Appointment, AppointmentCell, AppointmentState
from halte.advice.models.deadlines import Away, Certainty, Deadline, Matter, NotSent

__all__ = [
    "Appointment",
    "AppointmentCell",
    "AppointmentState",
    "Away",
    "Certainty",
    "Deadline",
    "Matter",
    "NotSent",
]
