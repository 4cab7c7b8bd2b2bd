"""Line mode: the tablet is one service, and shows nobody."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied

from halte import journal
from halte.accounts import roles
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.goods import actions as goods
from halte.goods import queries as goods_queries
from halte.guests import actions as guest_actions
from halte.guests import queries as guest_queries
from halte.guests.models import GuestState
from halte.journal.models import Line as RegisterLine
from halte.journal.models import Retry
from halte.visits import actions as visits
from halte.visits import queries as visit_queries
from halte.visits.models import CountedService

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from halte.goods.models import Variant

KEPT_AT_MOST = timedelta(days=2)
"""For so long a tablet's kept press can still be saved: as long as retry keys are known."""


@dataclass(frozen=True)
class Service:
    """What a tablet does at every press: counts something, or gives one thing out of the store."""

    code: str
    label: "StrOrPromise"
    pictogram: str
    variant: "Variant | None" = None

    @property
    def is_goods(self) -> bool:
        """Whether a press takes something from the shelf; a scan then gives it to the card."""
        return self.variant is not None


def services(actor: Actor, at: datetime) -> list[Service]:
    """Everything a tablet can be here: what is counted, and things without sizes that are in season."""
    counted = [Service(one.value, one.label, one.pictogram) for one in CountedService]
    if not _gives(actor):
        return counted
    kinds = [kind for kind in goods_queries.kinds(actor.site.today(at)) if len(kind.variants.all()) == 1]
    return counted + [Service(kind.code, kind.name, kind.pictogram, goods_queries.only_variant(kind)) for kind in kinds]


def service(actor: Actor, code: str, at: datetime) -> Service | None:
    """One of them, by its code.

    Raises:
        PermissionDenied: It is a thing of the store, and goods are not this person's work.
    """
    if code in CountedService.values:
        one = CountedService(code)
        return Service(one.value, one.label, one.pictogram)
    found = next((kind for kind in goods_queries.kinds() if kind.code == code and len(kind.variants.all()) == 1), None)
    if found is None:
        return None
    if not _gives(actor):
        raise PermissionDenied
    return Service(found.code, found.name, found.pictogram, goods_queries.only_variant(found))


def how_many(actor: Actor, service: Service, at: datetime) -> int:
    """How many there were today."""
    if service.variant is None:
        return visit_queries.service_counts(actor, at).get(service.code, 0)
    return goods_queries.given_today(actor, service.variant, at)


def press(*, actor: Actor, service: Service, code: str, at: datetime, key: RetryKey) -> None:
    """One more: counted, or taken from the shelf and given to the card that was scanned.

    Keeps:
        A scanned card changes nothing of a count: the code is not even looked up.

    Raises:
        OutOfStock: There is none left.
        What finding a card raises, where something is given to it.
    """
    if service.variant is None:
        visits.count_service(actor=actor, service=service.code, at=at, key=key)
    elif not code:
        goods.give_without_card(actor=actor, variant=service.variant, at=at, key=key)
    else:
        secret = guest_queries.secret_in(code)
        guest = guest_queries.by_secret(actor, secret) if secret else guest_queries.by_spoken(actor, code)
        if guest is None:
            raise guest_queries.CodeUnknown
        if guest.state != GuestState.LIVE:
            raise guest_actions.CardNotLive
        goods.give(actor=actor, guest=guest, variant=service.variant, at=at, key=key)


def saved_before(actor: Actor, key: UUID) -> bool:
    """Whether a press that a tablet kept was saved after all, by whoever was signed in at that moment."""
    return Retry.objects.filter(value=key, line__site=actor.site_id).exists()


def take_back(*, actor: Actor, press: UUID, at: datetime, key: RetryKey) -> None:
    """Take back one press of this tablet or person, named by its key.

    Raises:
        NotUndoable: There is no such press; and what `journal.undo` raises.
    """
    made = Retry.objects.filter(actor=actor.id, value=press).values_list("line", flat=True).first()
    line = RegisterLine.objects.filter(id=made, site=actor.site_id, kind__in=KINDS).first() if made else None
    if line is None:
        raise journal.NotUndoable
    journal.undo(actor=actor, line_id=line.id, at=at, key=key)


KINDS = ("visits.service_counted", "goods.given", "goods.given_without_card")


def _gives(actor: Actor) -> bool:
    """A tablet of the house gives, too: it shows nobody, and the shelf is counted."""
    return actor.is_device or actor.may(roles.GOODS)
