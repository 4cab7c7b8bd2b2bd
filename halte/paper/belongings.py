"""What stands on paper about one guest: a clash, as long as nobody decided it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from halte import journal
from halte.accounts.actor import Actor
from halte.guests.belongings import Told, of_guests
from halte.guests.models import Guest
from halte.paper.models import LineState, PaperLine

GONE = "gone"


class OfPaper:
    """A line that clashes goes with the guest, or is decided by their going."""

    def carry_over(
        self, act: journal.Act, *, actor: Actor, old: Guest, new: Guest, bed_of: Guest | None, at: datetime
    ) -> None:
        """The clash is about the card that lives."""
        PaperLine.objects.seen_by(actor).filter(guest=old).update(guest=new)

    def let_go(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Nobody needs to decide any more."""
        _decided_by_going(actor, guest)

    def hand_over(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Paper keeps no thing of anybody."""

    def told(self, *, guest: Guest, at: datetime) -> list[Told]:
        """That a bed on paper waits for a decision."""
        lines: Any = PaperLine.objects.filter(guest=guest).select_related("bed__room").order_by("at")
        said = [_("Bed %(bed)s: somebody has to decide.") % {"bed": line.bed} for line in lines]
        return [Told(_("Written on paper in a power cut"), said, waits=True)] if said else []

    def erase(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """The line stays as a number, without whom it was about."""
        _decided_by_going(actor, guest)


def _decided_by_going(actor: Actor, guest: Guest) -> None:
    PaperLine.objects.seen_by(actor).filter(guest=guest).update(
        state=LineState.SETTLED, decided=GONE, bed=None, guest=None
    )


of_guests("paper", OfPaper())
