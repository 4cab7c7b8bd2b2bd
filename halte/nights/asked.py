"""Tonight as the plan asks it: the rooms with who stays in them, and everyone who waits. It only reads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q

from halte.accounts.actor import Actor
from halte.guests.models import Guest, GuestState, PlacedOrder
from halte.nights import plan, queries, rules
from halte.nights.models import ONE_DAY, NoPlaceWhy, Stay, Want, WantEnd
from halte.nights.plan.night import CHILD, FAMILY
from halte.nights.queries import Waiting
from halte.nights.rules import Person, Space

FAIR_FOR = timedelta(days=14)
"""Nights without a place so long ago still count."""

ORDER = (PlacedOrder.FIRST, PlacedOrder.BEFORE, PlacedOrder.IN_TURN)


@dataclass(frozen=True)
class Asked:
    """The question, and who stands behind each party of it."""

    night: plan.Night
    people: Mapping[str, Sequence[Person]]
    unsaid: Mapping[str, Sequence[Person]]
    """Parties the plan cannot place: somebody has not said in which rooms they are safe."""


def asked(actor: Actor, night: date, at: datetime) -> Asked:
    """Everyone who waits for a bed in a night, and where there is one."""
    lines = queries.waiting(actor, night)
    members = _members(actor, lines, night, at)
    people = {person.id: person for person in queries.people_of(_once(members.values()), night)}
    told = _told(actor, list(people), night)
    parties, by_party, unsaid = [], {}, {}
    for line in lines:
        name = (line.group.id if line.group else line.first.guest_id).hex
        theirs = [people[guest.id] for guest in members[name]]
        if not theirs:
            continue
        private = any(guest.ask_in_private for guest in members[name])
        if private or any(not (person.counted or person.family) for person in theirs):
            unsaid[name] = theirs
            continue
        by_party[name] = theirs
        parties.append(_party(name, line, members[name], theirs, told))
    house = queries.house(actor, night, at)
    parties = _kept_apart(parties, by_party, house)
    return Asked(plan.Night(_rooms(actor, house), tuple(parties), seed=night.toordinal()), by_party, unsaid)


def _kept_apart(
    parties: Sequence[plan.Party], people: Mapping[str, Sequence[Person]], house: Sequence[Space]
) -> list[plan.Party]:
    """The parties with whom they share no room, and the rooms that are not theirs: somebody sleeps there already.

    Two dogs never share a room by a plan, and a couple's room is for couples.
    """
    whose = {person.id: name for name, some in people.items() for person in some}
    dogs = {name for name, some in people.items() if any(rules.DOG in person.needs for person in some)}
    found = []
    for party in parties:
        theirs = people[party.id]
        others = {whose[one] for person in theirs for one in person.apart if one in whose}
        others |= dogs if party.id in dogs else set()
        found.append(
            replace(
                party,
                apart_from=frozenset(others - {party.id}),
                not_in=frozenset(room.id.hex for room in house if not _theirs(theirs, room)),
            )
        )
    return found


def _theirs(people: Sequence[Person], room: Space) -> bool:
    """Whether a room is not one that the plan cannot know to be another's."""
    sleeping = {sleeper.id for sleeper in room.sleepers}
    if any(person.apart & sleeping for person in people):
        return False
    return room.kind != rules.COUPLES or all(person.couple for person in people)


@dataclass(frozen=True)
class _Told:
    """What the nights before say of guests: how often they had no place, and where they slept last night."""

    without: Mapping[UUID, int]
    last_room: Mapping[UUID, UUID]


def _told(actor: Actor, guests: Sequence[UUID], night: date) -> _Told:
    said = Q(end=WantEnd.NO_PLACE) & ~Q(no_place_why=NoPlaceWhy.OWN_CHOICE)
    none = Q(ended_at__isnull=True) | Q(end=WantEnd.WARM_SEAT) | said
    wants = Want.objects.seen_by(actor).filter(none, guest__in=guests, night__lt=night, night__gte=night - FAIR_FOR)
    without = wants.order_by().values_list("guest").annotate(n=Count("night", distinct=True))
    slept = Stay.objects.seen_by(actor).holding(night - ONE_DAY).filter(guest__in=guests, arrived_at__isnull=False)
    return _Told(dict(without), dict(slept.filter(leaving=False).values_list("guest", "bed__room")))


def _members(actor: Actor, lines: Sequence[Waiting], night: date, at: datetime) -> dict[str, list[Guest]]:
    """Who needs a bed with each line of the list: those who wait; and of a family everyone who has none yet."""
    families = [line.group.id for line in lines if line.group and line.group.is_family]
    rows = queries.together_in(night).filter(group__in=families).select_related("guest").order_by("guest")
    held = set(queries.holding(actor, night, at).order_by().values_list("guest", flat=True))
    of_family: dict[UUID, dict[UUID, Guest]] = defaultdict(dict)
    for row in rows:
        if row.guest_id not in held and not row.guest.in_cot and row.guest.state == GuestState.LIVE:
            of_family[row.group_id][row.guest_id] = row.guest
    found = {}
    for line in lines:
        if line.group and line.group.is_family:
            found[line.group.id.hex] = list(of_family[line.group.id].values())
        else:
            name = line.group.id if line.group else line.first.guest_id
            found[name.hex] = [want.guest for want in line.wants if want.guest_id not in held]
    return found


def _once(members: Iterable[Sequence[Guest]]) -> list[Guest]:
    return list({guest.id: guest for some in members for guest in some}.values())


def _party(name: str, line: Waiting, members: Sequence[Guest], people: Sequence[Person], told: _Told) -> plan.Party:
    group = line.group
    family = bool(group and group.is_family)
    placed = {PlacedOrder(guest.placed) for guest in members}
    last = {told.last_room[guest.id] for guest in members if guest.id in told.last_room}
    return plan.Party(
        id=name,
        people=tuple(
            plan.Person(person.counted or CHILD, person.needs, guest.language)
            for person, guest in zip(people, members, strict=True)
        ),
        placed=next(order for order in ORDER if order in placed).value,
        is_family=family,
        may_split=bool(family and group and group.agreed_neighbouring),
        nights_without=max(told.without.get(guest.id, 0) for guest in members),
        last_room=last.pop().hex if len(last) == 1 else "",
        asked=int(line.first.asked_at.timestamp() * 1_000_000),
    )


def _rooms(actor: Actor, house: Sequence[Space]) -> tuple[plan.Room, ...]:
    sleeping = [person.id for room in house for person in room.sleepers]
    languages = dict(Guest.objects.seen_by(actor).filter(id__in=sleeping).values_list("id", "language"))
    return tuple(_room(room, languages) for room in house)


def _room(room: Space, languages: Mapping[UUID, str]) -> plan.Room:
    free = [place for place in room.places if place.open_to_all]
    return plan.Room(
        id=room.id.hex,
        kind=FAMILY if room.kind == rules.COUPLES else room.kind,
        beds=len(free),
        lower=sum(place.lower for place in free),
        maximum=room.maximum,
        offers=room.offered,
        neighbours=frozenset(near.hex for near in room.neighbours),
        sleepers=tuple(
            plan.Sleeper(one.counted, languages.get(one.id, ""), one.family.hex if one.family else "")
            for one in room.sleepers
        ),
        closed=not room.open,
    )
