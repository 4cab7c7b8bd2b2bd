"""Who belongs together in a night, and who is kept apart: always of the actor's own site."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from halte.accounts.actor import Actor
from halte.guests.models import Counted, Group, Guest, GuestState, KeptApart, Membership
from halte.nights.models import ONE_DAY
from halte.nights.queries.beds import holding
from halte.nights.rules import Person
from halte.sites.models import Room


def together_in(night: date) -> "QuerySet[Membership]":
    """Who belongs together in a night: it lasts from one date into the next, and whoever parted by then is alone."""
    found: QuerySet[Membership] = Membership.objects.filter(
        Q(until__isnull=True) | Q(until__gt=night), since__lte=night + ONE_DAY
    )
    return found


def groups_of(guests: Iterable[UUID], night: date) -> dict[UUID, Group]:
    """The family or group of each of these guests, for those who have one."""
    rows = together_in(night).filter(guest__in=list(guests)).select_related("group")
    return {row.guest_id: row.group for row in rows.order_by("since")}


def members_of(actor: Actor, group: Group, night: date) -> list[Guest]:
    """Who belongs to a family or group in a night."""
    members = Guest.objects.seen_by(actor).filter(memberships__in=together_in(night).filter(group=group))
    return list(members.select_related("site").distinct().order_by("id"))


def without_bed(actor: Actor, group: Group, night: date, at: datetime) -> list[Guest]:
    """The members of a family or group who have no bed for a night; a newborn in a cot needs none."""
    members = [member for member in members_of(actor, group, night) if not member.in_cot]
    held = set(holding(actor, night, at).filter(guest__in=members).values_list("guest", flat=True))
    return [member for member in members if member.id not in held]


def relatives(person: Person, night: date) -> list[UUID]:
    """Everyone of a person's family or group in a night."""
    rows = together_in(night).filter(group=person.group)
    return list(rows.values_list("guest", flat=True))


def agreed_neighbouring(actor: Actor, person: Person) -> bool:
    """Whether a person's family or group agreed to neighbouring rooms."""
    found: bool = Group.objects.seen_by(actor).filter(id=person.group, agreed_neighbouring=True).exists()
    return found


def kept_apart(guests: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """With whom each of these guests shares no room."""
    guests = list(guests)
    rows: Any = KeptApart.objects.filter(Q(one__in=guests) | Q(other__in=guests)).values_list("one", "other")
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for one, other in rows:
        found[one].add(other)
        found[other].add(one)
    return {guest: frozenset(others) for guest, others in found.items()}


def couples_among(families: set[UUID], night: date) -> set[UUID]:
    """Those of these families that are two grown-ups and nobody else; a newborn in a cot makes three."""
    if not families:
        return set()
    rows = together_in(night).filter(group__in=families).order_by().values("group")
    counted = rows.annotate(n=Count("guest"), children=Count("guest", filter=Q(guest__counted=Counted.CHILD)))
    return {row["group"] for row in counted.filter(n=2, children=0)}


def room_of_family(actor: Actor, guest: Guest, night: date, at: datetime) -> Room | None:
    """The room where the family of a guest without a bed sleeps: there stands a newborn's cot."""
    families = together_in(night).filter(guest=guest).values("group")
    relatives = together_in(night).filter(group__in=families).values("guest")
    stay = holding(actor, night, at).filter(guest__in=relatives).select_related("bed__room").order_by("-night").first()
    return stay.bed.room if stay else None


def cots_in(actor: Actor, room: Room, night: date, at: datetime) -> int:
    """How many newborns sleep in a cot in a room: nobody has their bed, and they are counted when it burns."""
    held = holding(actor, night, at).filter(bed__room=room).order_by().values("guest")
    families = together_in(night).filter(guest__in=held).values("group")
    newborns = Guest.objects.seen_by(actor).filter(in_cot=True, state=GuestState.LIVE)
    return newborns.filter(memberships__in=together_in(night).filter(group__in=families)).distinct().count()
