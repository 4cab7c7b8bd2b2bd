"""How the acts of advisers are spoken of in "Just done"."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from halte.advice.models import Matter
from halte.journal.recent import Said, say


def _matter(data: Mapping[str, Any]) -> str:
    return str(Matter(data["matter"]).label)


say(
    {
        "advice.booked": Said("calendar", _("Appointment")),
        "advice.cancelled": Said("calendar", _("Appointment cancelled")),
        "advice.deadline_written": Said("clock", _("Falls due"), _matter),
        "advice.deadline_confirmed": Said("scale", _("Confirmed by a lawyer"), _matter),
        "advice.deadline_sent": Said("mail", _("Sent, with its receipt"), _matter),
        "advice.deadline_closed": Said("cross", _("Closed, nothing sent"), _matter),
        "advice.away": Said("calendar", _("Days away")),
        "advice.came": Said("calendar", _("Came to the appointment")),
    }
)
