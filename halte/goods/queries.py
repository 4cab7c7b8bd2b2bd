"""What lies here, for how long it lasts, what a guest got: everything already scoped to one site."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Sum

from halte import journal
from halte.accounts.actor import Actor
from halte.goods import rules
from halte.goods.models import GIVEN_OUT, Given, Kind, Movement, Stock, Variant
from halte.guests.models import Guest
from halte.journal.models import Line

MOVEMENTS_SHOWN = 40
GIVEN_READ = 100


@dataclass(frozen=True)
class Lying:
    """One size at a site: how many, and for how many days at last week's pace."""

    variant: Variant
    balance: int
    days_left: int | None
    promised: int = 0

    @property
    def free(self) -> int:
        """How many lie aside for nobody."""
        return self.balance - self.promised


@dataclass(frozen=True)
class KindHere:
    """One kind at a site, with its sizes."""

    kind: Kind
    sizes: list[Lying]

    @property
    def balance(self) -> int:
        """How many of all sizes."""
        return sum(lying.balance for lying in self.sizes)


@dataclass(frozen=True)
class Moved:
    """A movement as the list shows it, with the line to undo while that is possible."""

    movement: Movement
    taken_back: bool
    line_id: UUID | None

    @property
    def signed(self) -> str:
        """How many, with its sign."""
        quantity = self.movement.quantity
        return f"+{quantity}" if quantity > 0 else f"\N{MINUS SIGN}{-quantity}"


def kinds(on: date | None = None) -> list[Kind]:
    """All kinds with names and sizes; only those in season when a date is given."""
    found = Kind.objects.prefetch_related("names", "variants")
    return [
        kind for kind in found if on is None or rules.in_season(on, in_winter=kind.in_winter, in_summer=kind.in_summer)
    ]


def first_kind(on: date) -> Kind | None:
    """The kind that is one tap away on a guest's panel: the first in the list that has no size to choose."""
    return next((kind for kind in kinds(on) if len(kind.variants.all()) == 1), None)


def variant(variant_id: UUID) -> Variant | None:
    """One size of a kind; kinds belong to the whole network."""
    return Variant.objects.select_related("kind").prefetch_related("kind__names").filter(id=variant_id).first()


def only_variant(kind: Kind) -> Variant:
    """The one size of a kind that has one, with its kind at hand."""
    found: Variant = kind.variants.all()[0]
    found.kind = kind
    return found


def given_today(actor: Actor, one: Variant, at: datetime) -> int:
    """How many left the shelf today to be used, with a card or without."""
    rows = Movement.objects.seen_by(actor).filter(variant=one, on=actor.site.today(at), reason__in=GIVEN_OUT)
    return -(rows.aggregate(sum=Sum("quantity"))["sum"] or 0)


def balances(actor: Actor) -> dict[UUID, int]:
    """How many of each size lie here."""
    return dict(Stock.objects.seen_by(actor).values_list("variant_id", "balance"))


def promised(actor: Actor) -> dict[UUID, int]:
    """How many of each size lie aside for a distribution."""
    rows: Any = Stock.objects.seen_by(actor).filter(promised__gt=0)
    return dict(rows.values_list("variant_id", "promised"))


def free(actor: Actor, one: Variant) -> int:
    """How many of a size can be given to anybody."""
    found = Stock.objects.seen_by(actor).filter(variant=one).first()
    return found.balance - found.promised if found else 0


def given_in_a_week(actor: Actor, today: date) -> dict[UUID, int]:
    """How many of each size went to people in the last seven days, today among them."""
    since = today - timedelta(days=rules.DAYS - 1)
    rows: Any = Movement.objects.seen_by(actor).filter(on__gte=since, on__lte=today, reason__in=GIVEN_OUT)
    sums = rows.order_by().values_list("variant_id").annotate(sum=Sum("quantity"))
    return {variant_id: -total for variant_id, total in sums}


def stock(actor: Actor, at: datetime) -> list[KindHere]:
    """Every kind with how much of each size lies here and for how long it lasts."""
    return _here(actor, at, kinds())


def lying(actor: Actor, one: Variant, at: datetime) -> Lying:
    """How much of one size lies here and for how long it lasts."""
    week = given_in_a_week(actor, actor.site.today(at)).get(one.id, 0)
    balance = balances(actor).get(one.id, 0)
    return Lying(one, balance, rules.days_left(balance, week), promised(actor).get(one.id, 0))


def _here(actor: Actor, at: datetime, wanted: Iterable[Kind]) -> list[KindHere]:
    lies, aside = balances(actor), promised(actor)
    week = given_in_a_week(actor, actor.site.today(at))
    found = []
    for kind in wanted:
        sizes = []
        for one in kind.variants.all():
            one.kind = kind
            balance = lies.get(one.id, 0)
            lasts = rules.days_left(balance, week.get(one.id, 0))
            sizes.append(Lying(one, balance, lasts, aside.get(one.id, 0)))
        found.append(KindHere(kind, sizes))
    return found


def movements(actor: Actor, one: Variant, at: datetime) -> list[Moved]:
    """The last movements of one size here, the newest first."""
    rows = list(Movement.objects.seen_by(actor).filter(variant=one)[:MOVEMENTS_SHOWN])
    lines = Line.objects.filter(site=actor.site_id).in_bulk([row.line for row in rows])
    undone = set(Line.objects.filter(undoes__in=list(lines)).values_list("undoes", flat=True))
    found = []
    for row in rows:
        line = lines.get(row.line)
        can_undo = line is not None and line.id not in undone and journal.can_undo(line, at)
        taken_back = line is not None and line.undoes is not None
        found.append(Moved(row, taken_back, row.line if can_undo else None))
    return found


def last_given(guest: Guest) -> dict[UUID, Given]:
    """When the guest last got each kind: the kind's identifier and what was given."""
    rows: Any = Given.objects.filter(guest=guest, ended_at__isnull=True).select_related("variant__kind")
    latest: dict[UUID, Given] = {}
    for given in rows.order_by("-at")[:GIVEN_READ]:
        latest.setdefault(given.variant.kind_id, given)
    return latest


def days_since(actor: Actor, given: Given, at: datetime) -> int:
    """How many days ago something was given, on the site's calendar; 0 is today."""
    return max(0, (actor.site.today(at) - given.on).days)


def choices(actor: Actor, guest: Guest, at: datetime) -> list[tuple[KindHere, Given | None]]:
    """What a guest may be given today: every kind in season, and when they last got it."""
    latest = last_given(guest)
    return [(here, latest.get(here.kind.id)) for here in _here(actor, at, kinds(actor.site.today(at)))]


def variant_of_line(actor: Actor, line_id: UUID) -> UUID | None:
    """Which size a line of the register moved here."""
    found: UUID | None = (
        Movement.objects.seen_by(actor).filter(line=line_id).values_list("variant_id", flat=True).first()
    )
    return found
