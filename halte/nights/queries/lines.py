"""Who waits for a bed, in which turn, and what waits for an answer: always of the actor's own site."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from halte.accounts.actor import Actor
from halte.guests.models import Group, Guest, GuestState, PlacedOrder
from halte.nights.models import PlaceProposal, Stay, Want
from halte.nights.queries.beds import holding
from halte.nights.queries.together import groups_of, together_in

TURN = Case(
    When(guest__placed=PlacedOrder.FIRST, then=Value(0)),
    When(guest__placed=PlacedOrder.BEFORE, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)

LATELY = timedelta(days=7)
"""Whoever slept or waited here so lately may come again tonight."""


@dataclass(frozen=True)
class Waiting:
    """One guest, or one family or group, on the waiting list."""

    wants: tuple[Want, ...]
    group: Group | None

    @property
    def first(self) -> Want:
        """The want that gives them their turn."""
        return self.wants[0]


def want_of(actor: Actor, guest: Guest, night: date) -> Want | None:
    """The guest's open want for a night."""
    found: Want | None = Want.objects.seen_by(actor).open_for(night).filter(guest=guest).first()
    return found


def in_turn(actor: Actor, night: date) -> "QuerySet[Want]":
    """The waiting list: placed first, before others, in turn; then by the moment they asked."""
    found: QuerySet[Want] = (
        Want.objects.seen_by(actor)
        .open_for(night)
        .select_related("guest__site")
        .annotate(turn=TURN)
        .order_by("turn", "asked_at", "id")
    )
    return found


def how_many_before(actor: Actor, want: Want) -> int:
    """How many wait before this one."""
    turn = {PlacedOrder.FIRST: 0, PlacedOrder.BEFORE: 1}.get(PlacedOrder(want.guest.placed), 2)
    earlier = Q(turn=turn, asked_at__lt=want.asked_at) | Q(turn=turn, asked_at=want.asked_at, id__lt=want.id)
    return in_turn(actor, want.night).filter(Q(turn__lt=turn) | earlier).count()


def may_go_first(actor: Actor, want: Want, at: datetime) -> int:
    """How many would come before this one if they came: placed so, here lately, without bed or turn tonight."""
    ahead = {PlacedOrder.FIRST: [], PlacedOrder.BEFORE: [PlacedOrder.FIRST]}.get(
        PlacedOrder(want.guest.placed), [PlacedOrder.FIRST, PlacedOrder.BEFORE]
    )
    if not ahead:
        return 0
    lately = {"night__gte": want.night - LATELY, "night__lt": want.night}
    known = Stay.objects.seen_by(actor).filter(**lately).values("guest")
    waited = Want.objects.seen_by(actor).filter(**lately).values("guest")
    asked = Want.objects.seen_by(actor).filter(night=want.night).values("guest")
    guests = Guest.objects.seen_by(actor).filter(placed__in=ahead, state=GuestState.LIVE, in_cot=False)
    found = guests.filter(Q(id__in=known) | Q(id__in=waited)).exclude(id__in=asked)
    return int(found.exclude(id__in=holding(actor, want.night, at).order_by().values("guest")).count())


def waiting(actor: Actor, night: date) -> list[Waiting]:
    """The waiting list with families and groups gathered at the turn of their first member."""
    wants = list(in_turn(actor, night))
    groups = groups_of([want.guest_id for want in wants], night)
    gathered: dict[UUID, list[Want]] = {}
    for want in wants:
        group = groups.get(want.guest_id)
        gathered.setdefault(group.id if group else want.guest_id, []).append(want)
    return [Waiting(tuple(found), groups.get(found[0].guest_id)) for found in gathered.values()]


def groups_waiting(actor: Actor, night: date) -> "QuerySet[Group]":
    """Families and groups with a member on the waiting list, or with a proposal to answer."""
    waiting_guests = Want.objects.seen_by(actor).open_for(night).values("guest")
    members = together_in(night).filter(guest__in=waiting_guests).values("group")
    proposed = PlaceProposal.objects.seen_by(actor).filter(night=night, answered_at__isnull=True).values("group")
    found: QuerySet[Group] = Group.objects.seen_by(actor).filter(Q(id__in=members) | Q(id__in=proposed))
    return found


def proposals(actor: Actor, night: date) -> "QuerySet[PlaceProposal]":
    """What waits for an answer of a family or group."""
    found: QuerySet[PlaceProposal] = (
        PlaceProposal.objects.seen_by(actor)
        .filter(night=night, answered_at__isnull=True)
        .select_related("group")
        .prefetch_related("rooms")
        .order_by("made_at")
    )
    return found
