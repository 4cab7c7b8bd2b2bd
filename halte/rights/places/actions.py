"""Everything that changes what guests read of places."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from halte import journal
from halte.accounts.actor import Actor
from halte.common.retry import RetryKey
from halte.rights.models import Place
from halte.rights.places.refusals import NotPublished


@dataclass(frozen=True)
class Told:
    """What is told of a place."""

    name: str
    kind: str
    protected: bool = False
    address: str = ""
    postal_code: str = ""
    town: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    walk: tuple[tuple[str, str, int], ...] = ()
    phone: str = ""
    languages: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    hours: str = ""

    def bare(self) -> "Told":
        """The same without where it is."""
        nowhere: dict[str, Any] = {"address": "", "postal_code": "", "town": "", "latitude": None, "longitude": None}
        return replace(self, walk=(), **nowhere)


def publish(*, actor: Actor, told: Told, at: datetime, key: RetryKey) -> Place:
    """Guests read of the house from now on. Before a manager says so, nobody reads of it.

    Keeps:
        Where a protected house is, is not written down here, whatever was typed; the database holds this too.
    """
    with journal.act(actor=actor, at=at, key=key, kind="rights.place_published") as act:
        place, _made = Place.objects.update_or_create(
            site=actor.site, defaults=_values(told) | {"changed_on": actor.site.today(at)}
        )
        act.about(protected=int(place.protected))
        act.results(place=place.id.hex)
    return place


def say_full(*, actor: Actor, full: bool, at: datetime, key: RetryKey) -> None:
    """One tap: the house is full today, or has room again. Tomorrow it says nothing of it any more.

    Raises:
        NotPublished: Guests do not read of this house yet.
    """
    kind = "rights.place_full" if full else "rights.place_has_room"
    with journal.act(actor=actor, at=at, key=key, kind=kind):
        if not Place.objects.filter(site=actor.site).update(full_on=actor.site.today(at) if full else None):
            raise NotPublished


def import_places(*, actor: Actor, source: str, found: Sequence[tuple[str, Told]], at: datetime, key: RetryKey) -> int:
    """The places of one source stand as its file tells them, those it tells no more are gone; all of it or nothing.

    Keeps:
        Our own houses are never touched by a file.
    """
    with journal.act(actor=journal.ForTheNetwork.of(actor), at=at, key=key, kind="rights.places_imported") as act:
        ours = Place.objects.filter(site__isnull=True, source=source)
        ours.exclude(key__in=[name for name, _told in found]).delete()
        for name, told in found:
            values = _values(told) | {"changed_on": actor.site.today(at)}
            Place.objects.update_or_create(site=None, source=source, key=name, defaults=values)
        act.about(places=len(found))
    return len(found)


def _values(told: Told) -> dict[str, Any]:
    values = asdict(told.bare() if told.protected else told)
    lists = ("walk", "languages", "services")
    return values | {name: [list(one) if isinstance(one, tuple) else one for one in values[name]] for name in lists}
