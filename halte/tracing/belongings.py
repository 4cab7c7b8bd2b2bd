"""What messages hold for one guest, taken as one whole."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halte import journal
from halte.accounts.actor import Actor
from halte.guests.belongings import Told, of_guests
from halte.guests.models import Guest
from halte.tracing.models import Message


class OfTracing:
    """Messages that were offered to a guest."""

    def carry_over(
        self, act: journal.Act, *, actor: Actor, old: Guest, new: Guest, bed_of: Guest | None, at: datetime
    ) -> None:
        """They wait for the new card."""
        Message.objects.seen_by(actor).filter(guest=old).update(guest=new)

    def let_go(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Open messages are deleted: nobody else reads them, and the writer never learns why."""
        Message.objects.seen_by(actor).filter(guest=guest, ended_at__isnull=True).delete()

    def hand_over(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Nothing of this is a thing one holds."""

    def told(self, *, guest: Guest, at: datetime) -> list[Told]:
        """That messages were offered, and when they were left; what they say is read at a desk."""
        rows = Message.objects.everywhere(because="told to the guest themselves").filter(guest=guest)
        open_ones = [_left(guest, row) for row in rows if row.ended_at is None]
        ended = [_left(guest, row) for row in rows if row.ended_at is not None]
        return [Told(_("Messages that may be for you"), open_ones, waits=True), Told(_("Messages you read"), ended)]

    def erase(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Messages and answers are deleted; the writer's code then gives what every code gives."""
        Message.objects.seen_by(actor).filter(guest=guest).delete()


def _left(guest: Guest, row: Message) -> str:
    return date_format(row.left_at.astimezone(guest.site.zone), "DATE_FORMAT")


of_guests("tracing", OfTracing())
