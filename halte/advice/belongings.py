"""What advice holds for one guest, taken as one whole: hours with an adviser, never what was said."""

from datetime import datetime
from typing import Any

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from halte import journal
from halte.accounts.actor import Actor
from halte.advice.models import Appointment, AppointmentCell, AppointmentState
from halte.common.refusal import Refusal, refusing
from halte.guests.belongings import Told, of_guests
from halte.guests.models import Guest

WHY = "told to the guest themselves"


class TwoAtOneHour(Refusal):
    """Both cards of one person have an appointment then."""

    code = "advice.two_at_one_hour"
    message = gettext_lazy("Both cards have an appointment at the same hour. The adviser cancels one first.")


class OfAdvice:
    """Appointments."""

    def carry_over(
        self, act: journal.Act, *, actor: Actor, old: Guest, new: Guest, bed_of: Guest | None, at: datetime
    ) -> None:
        """Hours that are still to come go on with the living card, so that nobody misses one. Files are never joined
        by the desk: what an adviser wrote for the earlier card stays with it until the adviser decides.

        Raises:
            TwoAtOneHour: Both cards have an appointment in the same quarter of an hour.
        """
        coming = Appointment.objects.seen_by(actor).filter(guest=old, state=AppointmentState.BOOKED, starts_at__gte=at)
        with refusing({"one_appointment_per_guest_and_quarter": TwoAtOneHour}):
            AppointmentCell.objects.seen_by(actor).filter(appointment__in=coming).update(guest=new)
            coming.update(guest=new)

    def let_go(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """The adviser's hours are free for others."""
        booked = Appointment.objects.seen_by(actor).filter(
            guest=guest, state=AppointmentState.BOOKED, starts_at__gte=at
        )
        AppointmentCell.objects.seen_by(actor).filter(appointment__in=booked).update(ended_at=at)
        booked.update(state=AppointmentState.CANCELLED)

    def hand_over(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """An hour is nobody's thing."""

    def told(self, *, guest: Guest, at: datetime) -> list[Told]:
        """Each hour, and whether it stands."""
        rows: Any = Appointment.objects.everywhere(because=WHY).filter(guest=guest).order_by("-starts_at")
        coming = [one for one in rows if one.state == AppointmentState.BOOKED and one.starts_at >= at]
        past = [one for one in rows if one not in coming]
        return [
            Told(_("Your appointments"), [_hour(guest, one) for one in coming], waits=True),
            Told(_("Earlier appointments"), [f"{_hour(guest, one)} · {one.get_state_display()}" for one in past]),
        ]

    def erase(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """The hours are free for others, and nobody asked for advice."""
        AppointmentCell.objects.seen_by(actor).filter(guest=guest).delete()
        Appointment.objects.seen_by(actor).filter(guest=guest).delete()


def _hour(guest: Guest, one: Appointment) -> str:
    begins = one.starts_at.astimezone(guest.site.zone)
    return f"{date_format(begins, 'DATE_FORMAT')}, {time_format(begins, 'H:i')}"


of_guests("advice", OfAdvice())
