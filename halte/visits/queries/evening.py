"""The end of a day: which houses have beds, what was asked of whom, which bus goes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count

from halte.accounts.actor import Actor
from halte.guests.models import Guest
from halte.sites.models import Site, SiteKind
from halte.visits.models import BedAsked, BusRun


def houses_with_beds(actor: Actor, at: datetime) -> list[Site]:
    """The other hostels of this machine that are open."""
    rows = Site.objects.filter(kind=SiteKind.HOSTEL, opened_on__lte=actor.site.today(at))
    return list(rows.exclude(id=actor.site_id))


def bed_asked(guest: Guest, at: datetime) -> BedAsked | None:
    """Which house was asked for a bed for this guest tonight."""
    rows = BedAsked.objects.filter(guest=guest, night=guest.site.tonight(at), ended_at__isnull=True)
    found: BedAsked | None = rows.select_related("house").first()
    return found


def beds_asked(actor: Actor, at: datetime) -> dict[UUID, UUID]:
    """The guests of this place for whom a bed is asked tonight, and the house that was asked."""
    rows: Any = BedAsked.objects.seen_by(actor).filter(night=actor.site.tonight(at), ended_at__isnull=True)
    return dict(rows.values_list("guest", "house"))


def asked_of(site: Site, at: datetime) -> list[tuple[str, int]]:
    """From where how many beds are asked of this house tonight: names of places and numbers, no row of theirs."""
    rows: Any = BedAsked.objects.everywhere(because="a house is told how many beds others ask of it, never for whom")
    tonight = rows.filter(house=site, night=site.tonight(at), ended_at__isnull=True)
    return list(tonight.order_by("site__name").values_list("site__name").annotate(n=Count("id")))


def buses(actor: Actor, at: datetime) -> list[BusRun]:
    """The buses that still leave from here today, the next one first."""
    rows = BusRun.objects.seen_by(actor).filter(ended_at__isnull=True, leaves_at__gt=at)
    return list(rows.select_related("house").order_by("leaves_at"))


def bus(actor: Actor, bus_id: UUID) -> BusRun | None:
    """A bus of the actor's own site."""
    found: BusRun | None = BusRun.objects.seen_by(actor).select_related("house").filter(id=bus_id).first()
    return found
