"""Which beds are held, free or kept in a night: always of the actor's own site."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from halte.accounts.actor import Actor
from halte.common import ids
from halte.guests.models import Guest
from halte.nights.models import HeldParty, HeldPerson, Stay, StayQuerySet
from halte.sites.models import Bed, BedState

SAME_BED_FOR = timedelta(days=14)
"""So long the bed of before is theirs again when it is free: some leave for a night and come back."""

LONGEST_BED = 20
"""No room and bed have a longer name together."""


def holding(actor: Actor, night: date, at: datetime) -> "QuerySet[Stay]":
    """Every stay that holds a bed in a night: given for it, or going on by itself from the night before."""
    stays = Stay.objects.seen_by(actor)
    if not actor.site.rules_at(at).stays_continue:
        found: QuerySet[Stay] = stays.holding(night)
        return found
    going_on = stays.continuing_into(night).values("id")
    both: QuerySet[Stay] = stays.filter(Q(night=night, ended_at__isnull=True) | Q(id__in=going_on))
    return both


def free_on(actor: Actor, night: date, at: datetime) -> "QuerySet[Bed]":
    """The beds that could be given for a night, as far as bed and room go; legal maxima are `rules` matter."""
    held = holding(actor, night, at).values("bed")
    found: QuerySet[Bed] = (
        Bed.objects.seen_by(actor)
        .standing(night)
        .filter(state=BedState.READY, kept_back=False, room__closed_since__isnull=True)
        .exclude(id__in=held)
        .select_related("room")
        .order_by("room__code", "position", "label")
    )
    return found


def free_by_kind(actor: Actor, night: date, at: datetime) -> dict[str, int]:
    """How many beds are free in each kind of room, as far as bed and room go."""
    rows = free_on(actor, night, at).order_by().values_list("room__kind").annotate(n=Count("id"))
    return dict(rows)


def stay_of(actor: Actor, guest: Guest, night: date, at: datetime) -> Stay | None:
    """The stay that gives a guest a bed in a night; one of the night before when it goes on."""
    return holding(actor, night, at).filter(guest=guest).select_related("bed__room").order_by("-night").first()


def inside(actor: Actor, night: date) -> "QuerySet[Stay]":
    """The stays of those who are in the house."""
    found: QuerySet[Stay] = (
        Stay.objects.seen_by(actor).holding(night).filter(arrived_at__isnull=False, left_at__isnull=True)
    )
    return found


def did_not_come_yet(actor: Actor, night: date) -> "QuerySet[Stay]":
    """Stays given for a night whose guests never came in; whoever stays on from the night before is not among them.

    Nor is whoever said that they are away, nor somebody for whom a place is held until an hour: that one is free by
    itself then.
    """
    expected = HeldPerson.objects.seen_by(actor).filter(party__night=night, party__ended_at__isnull=True)
    found: QuerySet[Stay] = (
        Stay.objects.seen_by(actor)
        .filter(night=night, ended_at__isnull=True, arrived_at__isnull=True, carried=False)
        .exclude(guest__in=expected.values("guest"))
        .exclude(StayQuerySet.AWAY)
    )
    return found


def held_for(actor: Actor, guest: Guest, night: date) -> HeldParty | None:
    """What is held for a guest in a night until an hour, alone or with others."""
    found: HeldParty | None = (
        HeldParty.objects.seen_by(actor).filter(people__guest=guest, night=night, ended_at__isnull=True).first()
    )
    return found


def last_beds(actor: Actor, guests: Iterable[UUID], night: date) -> dict[UUID, UUID]:
    """The bed in which each of these guests slept last, within two weeks before a night."""
    slept = Stay.objects.seen_by(actor).filter(
        guest__in=list(guests), arrived_at__isnull=False, night__lt=night, night__gte=night - SAME_BED_FOR
    )
    return dict(slept.order_by("night", "given_at").values_list("guest", "bed"))


def by_room(actor: Actor, stays: Iterable[UUID]) -> "QuerySet[Stay]":
    """These stays with their guests, room by room and bed by bed."""
    found: QuerySet[Stay] = (
        Stay.objects.seen_by(actor)
        .filter(id__in=list(stays))
        .select_related("guest__site", "bed__room")
        .order_by("bed__room__code", "bed__position", "bed__label")
    )
    return found


def held_by(actor: Actor, guests: Iterable[UUID]) -> list[Stay]:
    """The newest stay that each of these guests has, room by room and bed by bed."""
    stays = Stay.objects.seen_by(actor).filter(guest__in=list(guests), ended_at=None).order_by("guest", "-night")
    newest = {stay.guest_id: stay.id for stay in reversed(stays)}
    return list(by_room(actor, newest.values()))


def in_bed_called(actor: Actor, typed: str, at: datetime) -> Guest | None:
    """The guest who has a bed tonight, by "14-3" or "14 3", or by "A12" where only one bed is called so.

    Nobody when it is no bed of this house, when nobody sleeps there, or when it may be a card's code.
    """
    asked = _plain(typed)
    if not asked or len(asked) > LONGEST_BED or ids.is_code(ids.normal(typed)):
        return None
    beds = Bed.objects.seen_by(actor).select_related("room")
    named = [bed for bed in beds if asked in {_plain(str(bed)), _plain(f"{bed.room.code} {bed.label}")}]
    found = named or [bed for bed in beds if _plain(bed.label) == asked]
    if len(found) != 1:
        return None
    stay = holding(actor, actor.site.tonight(at), at).filter(bed=found[0]).select_related("guest__site").first()
    return stay.guest if stay else None


def _plain(text: str) -> str:
    return "-".join(text.upper().replace("-", " ").split())
