"""Finding beds, stays and who waits: always of the actor's own site."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from halte.accounts.actor import Actor
from halte.common import ids
from halte.guests.models import Counted, Group, Guest, GuestState, KeptApart, Membership, PlacedOrder, PlaceWanted
from halte.nights.models import ONE_DAY, HeldParty, HeldPerson, PlaceProposal, Stay, StayQuerySet, Want
from halte.nights.rules import Person, Place, Space
from halte.sites.models import Bed, BedState, PlaceNeed, Room

TURN = Case(
    When(guest__placed=PlacedOrder.FIRST, then=Value(0)),
    When(guest__placed=PlacedOrder.BEFORE, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


NO_NEEDS: frozenset[str] = frozenset()
WITH_DOG = frozenset({PlaceNeed.DOG.value})

SAME_BED_FOR = timedelta(days=14)
"""So long the bed of before is theirs again when it is free: some leave for a night and come back."""

LATELY = timedelta(days=7)
"""Whoever slept or waited here so lately may come again tonight."""

LONGEST_BED = 20
"""No room and bed have a longer name together."""


@dataclass(frozen=True)
class Waiting:
    """One guest, or one family or group, on the waiting list."""

    wants: tuple[Want, ...]
    group: Group | None

    @property
    def first(self) -> Want:
        """The want that gives them their turn."""
        return self.wants[0]


def together_in(night: date) -> "QuerySet[Membership]":
    """Who belongs together in a night: it lasts from one date into the next, and whoever parted by then is alone."""
    found: QuerySet[Membership] = Membership.objects.filter(
        Q(until__isnull=True) | Q(until__gt=night), since__lte=night + ONE_DAY
    )
    return found


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


def in_words(needs: Iterable[str]) -> str:
    """What a place must offer, as it is said."""
    return ", ".join(str(PlaceNeed(need).label) for need in PlaceNeed.values if need in set(needs))


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


def groups_of(guests: Iterable[UUID], night: date) -> dict[UUID, Group]:
    """The family or group of each of these guests, for those who have one."""
    rows = together_in(night).filter(guest__in=list(guests)).select_related("group")
    return {row.guest_id: row.group for row in rows.order_by("since")}


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


def members_of(actor: Actor, group: Group, night: date) -> list[Guest]:
    """Who belongs to a family or group in a night."""
    members = Guest.objects.seen_by(actor).filter(memberships__in=together_in(night).filter(group=group))
    return list(members.select_related("site").distinct().order_by("id"))


def without_bed(actor: Actor, group: Group, night: date, at: datetime) -> list[Guest]:
    """The members of a family or group who have no bed for a night; a newborn in a cot needs none."""
    members = [member for member in members_of(actor, group, night) if not member.in_cot]
    held = set(holding(actor, night, at).filter(guest__in=members).values_list("guest", flat=True))
    return [member for member in members if member.id not in held]


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


def party_of(actor: Actor, group: Group, night: date, at: datetime) -> list[Person]:
    """Those of a family or group who have no bed for a night, as the rules see them."""
    return people_of(without_bed(actor, group, night, at), night)


def house(actor: Actor, night: date, at: datetime, *, among: Q | None = None) -> list[Space]:
    """The rooms of the site with their beds and who sleeps in them, for `rules` to choose from.

    Reads bare columns: this stands in the way of everyone at the door, and a hostel has hundreds of beds.
    """
    rooms = list(Room.objects.seen_by(actor).filter(among or Q()).order_by("code"))
    held = holding(actor, night, at).filter(bed__room__in=rooms).order_by("night")
    asleep: dict[UUID, tuple[UUID, str]] = {
        bed: (guest, counted) for bed, guest, counted in held.values_list("bed", "guest", "guest__counted")
    }
    groups = _groups_of_those_who_sleep(held, night)
    dogs = _with_dogs(held) if any(room.dog_places for room in rooms) else frozenset()
    places: dict[UUID, list[Place]] = defaultdict(list)
    beds = Bed.objects.seen_by(actor).in_house(night, asleep).filter(room__in=rooms).order_by("position", "label")
    columns = beds.values_list("room", "state", "id", "label", "position", "lower", "kept_back")
    for room_id, state, bed, label, position, lower, kept in columns:
        found = asleep.get(bed)
        sleeper = None
        if found:
            needs = WITH_DOG if found[0] in dogs else NO_NEEDS
            sleeper = Person(*found, needs, *groups.get(found[0], (None, False)))
        places[room_id].append(Place(bed, label, position, lower, state == BedState.READY, sleeper, kept))
    near: dict[UUID, set[UUID]] = defaultdict(set)
    links: Any = Room.neighbours.through
    for one, other in links.objects.filter(from_room__in=rooms).values_list("from_room", "to_room"):
        near[one].add(other)
    return [_space(room, places[room.id], near[room.id]) for room in rooms]


def _with_dogs(held: "QuerySet[Stay]") -> frozenset[UUID]:
    rows: Any = PlaceWanted.objects.filter(guest__in=held.order_by().values("guest"), need=PlaceNeed.DOG)
    return frozenset(rows.values_list("guest", flat=True))


def _groups_of_those_who_sleep(held: "QuerySet[Stay]", night: date) -> dict[UUID, tuple[UUID, bool]]:
    rows = together_in(night).filter(guest__in=held.order_by().values("guest")).order_by("since")
    return {guest: (group, family) for guest, group, family in rows.values_list("guest", "group", "group__is_family")}


def _space(room: Room, places: list[Place], near: set[UUID]) -> Space:
    return Space(
        id=room.id,
        code=room.code,
        kind=room.kind,
        maximum=room.legal_maximum,
        places=tuple(places),
        offers=frozenset(room.offers),
        floor=room.floor,
        open=room.closed_since is None,
        neighbours=frozenset(near),
        dog_places=room.dog_places,
    )


def people_of(guests: Iterable[Guest], night: date) -> list[Person]:
    """Guests as the rules see them."""
    guests = list(guests)
    ids = [guest.id for guest in guests]
    groups = groups_of(ids, night)
    couples = _couples({group.id for group in groups.values() if group.is_family}, night)
    apart = kept_apart(ids)
    wanted: dict[UUID, set[str]] = defaultdict(set)
    rows: Any = PlaceWanted.objects.filter(guest__in=[guest.id for guest in guests])
    for guest_id, need in rows.values_list("guest", "need"):
        wanted[guest_id].add(need)
    return [
        replace(
            _person(guest, groups.get(guest.id), frozenset(wanted[guest.id]), couples),
            apart=apart.get(guest.id, frozenset()),
        )
        for guest in guests
    ]


def _person(guest: Guest, group: Group | None, needs: frozenset[str], couples: set[UUID]) -> Person:
    if group is None:
        return Person(guest.id, guest.counted, needs)
    couple = group.id in couples
    return Person(guest.id, guest.counted, needs, group.id, is_family=group.is_family, couple=couple)


def _couples(families: set[UUID], night: date) -> set[UUID]:
    """Those of these families that are two grown-ups and nobody else; a newborn in a cot makes three."""
    if not families:
        return set()
    rows = together_in(night).filter(group__in=families).order_by().values("group")
    counted = rows.annotate(n=Count("guest"), children=Count("guest", filter=Q(guest__counted=Counted.CHILD)))
    return {row["group"] for row in counted.filter(n=2, children=0)}


def kept_apart(guests: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """With whom each of these guests shares no room."""
    guests = list(guests)
    rows: Any = KeptApart.objects.filter(Q(one__in=guests) | Q(other__in=guests)).values_list("one", "other")
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for one, other in rows:
        found[one].add(other)
        found[other].add(one)
    return {guest: frozenset(others) for guest, others in found.items()}


def relatives(person: Person, night: date) -> list[UUID]:
    """Everyone of a person's family or group in a night."""
    rows = together_in(night).filter(group=person.group)
    return list(rows.values_list("guest", flat=True))


def agreed_neighbouring(actor: Actor, person: Person) -> bool:
    """Whether a person's family or group agreed to neighbouring rooms."""
    found: bool = Group.objects.seen_by(actor).filter(id=person.group, agreed_neighbouring=True).exists()
    return found


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
