"""How the acts of advisers are spoken of in "Just done"."""

from django.utils.translation import gettext_lazy as _

from halte.journal.recent import Said, say

say(
    {
        "advice.booked": Said("calendar", _("Appointment")),
        "advice.cancelled": Said("calendar", _("Appointment cancelled")),
        "advice.came": Said("calendar", _("Came to the appointment")),
    }
)
