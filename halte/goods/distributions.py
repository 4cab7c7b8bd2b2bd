"""Finding distributions: what is told to everybody, and what the desk sees of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q

from halte.accounts.actor import Actor
from halte.goods.models import Distribution, DistributionNumber, KindName, Stock, Variant
from halte.guests.models import Guest
from halte.sites.models import Site

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ELSE_SHOWN = 4


@dataclass(frozen=True)
class Announced:
    """What everybody may know of a distribution: what, how many, how many left, when and where."""

    id: UUID
    site: str
    zone: str
    thing: str
    pictogram: str
    quantity: int
    left: int
    starts_at: datetime
    place: "StrOrPromise"

    @property
    def all_taken(self) -> bool:
        """Whether every number is taken."""
        return self.left == 0


@dataclass(frozen=True)
class Instead:
    """Another thing that lies here."""

    variant: Variant
    free: int


@dataclass(frozen=True)
class Running:
    """A distribution as the desk sees it."""

    distribution: Distribution
    announced: Announced
    taken: int
    given: int
    instead: Sequence[Instead]
    """What else lies here, once every number is taken."""


def announced(sites: Sequence[Site]) -> list[Announced]:
    """What is told to everybody at some sites, the next first."""
    rows: Any = Distribution.objects.everywhere(because="what is given, and how many there are, is told to everybody")
    return [_told(row) for row in _with_words(rows.filter(site__in=sites, ended_at__isnull=True))]


def running(actor: Actor) -> list[Running]:
    """The distributions of the actor's site that are not over, with how far they are."""
    held = Q(numbers__ended_at__isnull=True)
    rows = _with_words(Distribution.objects.seen_by(actor).filter(ended_at__isnull=True)).annotate(
        given=Count("numbers", filter=held & Q(numbers__given_at__isnull=False))
    )
    return [
        Running(row, _told(row), row.quantity - row.left, row.given, [] if row.left else instead(actor, row))
        for row in rows
    ]


def distribution(actor: Actor, distribution_id: UUID) -> Distribution | None:
    """A distribution of the actor's own site."""
    rows = Distribution.objects.seen_by(actor).select_related("site", "variant__kind")
    found: Distribution | None = rows.filter(id=distribution_id).first()
    return found


def number_of(guest: Guest, distribution_id: UUID) -> DistributionNumber | None:
    """The number this guest holds."""
    return DistributionNumber.objects.filter(distribution=distribution_id, guest=guest, ended_at__isnull=True).first()


def instead(actor: Actor, distribution: Distribution) -> list[Instead]:
    """What else lies here and is promised to nobody: what whoever comes after the last number is told."""
    rows = Stock.objects.seen_by(actor).exclude(variant=distribution.variant_id).select_related("variant__kind")
    lying = [Instead(row.variant, row.balance - row.promised) for row in rows.prefetch_related("variant__kind__names")]
    return sorted((one for one in lying if one.free > 0), key=lambda one: -one.free)[:ELSE_SHOWN]


def _with_words(rows: Any) -> Any:
    names = Prefetch("variant__kind__names", KindName.objects.all())
    return rows.select_related("site", "variant__kind").prefetch_related(names).order_by("starts_at")


def _told(row: Distribution) -> Announced:
    return Announced(
        id=row.id,
        site=row.site.name,
        zone=row.site.timezone,
        thing=row.variant.name,
        pictogram=row.variant.kind.pictogram,
        quantity=row.quantity,
        left=row.left,
        starts_at=row.starts_at.astimezone(row.site.zone),
        place=row.get_place_display(),
    )
