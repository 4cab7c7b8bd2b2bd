"""What a guest was given, taken as one whole."""

from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from halte import journal
from halte.accounts.actor import Actor
from halte.common.languages import colon
from halte.goods.models import DistributionNumber, Given
from halte.guests.belongings import Told, of_guests
from halte.guests.models import Guest

WHY = "told to the guest themselves"


class OfGoods:
    """Blankets, coats, shoes: what was given, and when."""

    def carry_over(
        self, act: journal.Act, *, actor: Actor, old: Guest, new: Guest, bed_of: Guest | None, at: datetime
    ) -> None:
        """What both got adds up."""
        Given.objects.seen_by(actor).filter(guest=old).update(guest=new)
        for held in DistributionNumber.objects.seen_by(actor).filter(guest=old, ended_at__isnull=True):
            both = DistributionNumber.objects.filter(
                distribution=held.distribution_id, guest=new, ended_at__isnull=True
            )
            DistributionNumber.objects.filter(id=held.id).update(guest=None if both.exists() else new)

    def let_go(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """What was given stays given."""

    def hand_over(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """What was given is not here."""

    def told(self, *, guest: Guest, at: datetime) -> list[Told]:
        """Each thing, and the day it was given."""
        rows: Any = Given.objects.everywhere(because=WHY).filter(guest=guest, ended_at__isnull=True)
        given = rows.select_related("variant__kind").prefetch_related("variant__kind__names").order_by("-at")
        numbers: Any = DistributionNumber.objects.everywhere(because=WHY).filter(guest=guest, ended_at__isnull=True)
        held = numbers.select_related("distribution__variant__kind").order_by("-taken_at")
        return [
            Told(_("Things you were given"), [_thing(one) for one in given]),
            Told(
                _("Your numbers for a distribution"),
                [f"{one.distribution.variant.name}{colon()} {one.number}" for one in held],
            ),
        ]

    def erase(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """The movements of the stock stay; they name nobody."""
        Given.objects.seen_by(actor).filter(guest=guest).delete()
        # The number stays told to somebody: it stands for one thing that lies aside.
        DistributionNumber.objects.seen_by(actor).filter(guest=guest).update(guest=None)


def _thing(given: Given) -> str:
    many = f" × {given.quantity}" if given.quantity > 1 else ""
    return f"{date_format(given.on, 'DATE_FORMAT')}{colon()} {given.variant.name}{many}"


of_guests("goods", OfGoods())
