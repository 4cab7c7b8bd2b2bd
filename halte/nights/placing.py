"""The inner parts that several acts of the night share. Each runs inside an act: the site's head row is locked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import Refusal, refusing
from halte.guests.actions import CardNotLive
from halte.guests.models import Guest, GuestState
from halte.nights import queries, refusals, rules
from halte.nights.models import (
    ONE_DAY,
    EndReason,
    PlaceProposal,
    ProposalAnswer,
    ProposalKind,
    Stay,
    Want,
    WantEnd,
)
from halte.nights.rules import Person, Placing, Space
from halte.sites.models import Bed, Room, RoomKind

AHEAD = timedelta(days=30)
RECLAIMED = {
    "one_bed_one_night": refusals.LaterActs,
    "one_guest_one_night": refusals.LaterActs,
    "one_want_one_night": refusals.LaterActs,
    "one_open_proposal_a_night": refusals.LaterActs,
}


def reachable(actor: Actor, night: date, at: datetime) -> None:
    """Beds are given for tonight or one of the next nights, never for a night that is over."""
    tonight = actor.site.tonight(at)
    if not tonight <= night <= tonight + AHEAD:
        raise refusals.NightOutOfReach


def own_guest(actor: Actor, guest: Guest) -> Guest:
    """The guest as the site knows them now."""
    found: Guest | None = Guest.objects.seen_by(actor).select_related("site").filter(pk=guest.pk).first()
    if found is None:
        raise refusals.NotHere
    return found


def welcome_guest(actor: Actor, guest: Guest) -> Guest:
    """The same, when their card is live: one that was switched off gets nothing new, only out and away."""
    found = own_guest(actor, guest)
    if found.state != GuestState.LIVE:
        raise CardNotLive
    if found.in_cot:
        raise refusals.SleepsInCot
    return found


def own_bed(actor: Actor, bed: Bed) -> Bed:
    """The bed as it stands now."""
    found: Bed | None = Bed.objects.seen_by(actor).select_related("room").filter(pk=bed.pk).first()
    if found is None:
        raise refusals.NotHere
    return found


def held_stay(actor: Actor, stay: Stay, night: date, at: datetime) -> Stay:
    """The stay as it holds a bed in this night; one that goes on from the night before is written down now."""
    found = queries.holding(actor, night, at).select_related("guest", "bed__room").filter(pk=stay.pk).first()
    if found is None:
        raise refusals.NoBedHeld
    return written_down(found, night, at)


def written_down(stay: Stay, night: date, at: datetime) -> Stay:
    """The stay of this night; made from that of the night before when it goes on by itself."""
    if stay.night == night:
        return stay
    going_on = Stay(
        site=stay.site,
        guest=stay.guest,
        bed=stay.bed,
        night=night,
        given_at=at,
        carried=True,
        fetch_first=stay.fetch_first,
        **stay.absence_into(night),
    )
    going_on.save(force_insert=True)
    return going_on


def stays(actor: Actor, ids: Sequence[str]) -> list[Stay]:
    """The stays that an act made or ended, in its order."""
    found = {
        stay.id.hex: stay
        for stay in Stay.objects.seen_by(actor).select_related("guest", "bed__room").filter(id__in=ids)
    }
    if set(found) != set(ids):
        raise refusals.LaterActs
    return [found[stay] for stay in ids]


def as_person(guest: Guest, night: date) -> Person:
    """The guest as the rules see them."""
    return queries.people_of([guest], night)[0]


def room_of(actor: Actor, bed: Bed, night: date, at: datetime) -> Space:
    """The bed's room as the rules see it."""
    return queries.house(actor, night, at, among=Q(id=bed.room_id))[0]


def check_place(
    actor: Actor, person: Person, bed: Bed, room: Space, night: date, at: datetime, *, without: bool = False
) -> None:
    """Refuse a bed that a person chose when it is closed, taken, beyond the legal maximum, or not for this guest.

    Args:
        without: They agreed to do without what the place does not offer; never so when it must be for women only.
    """
    place = next(place for place in room.places if place.id == bed.id)
    if not (room.open and place.usable):
        raise refusals.BedClosed
    if place.sleeper:
        raise refusals.BedTaken
    if not room.left_by_hand:
        raise refusals.RoomFull
    if person.family and not beside_family(actor, person, room, night, at):
        raise refusals.FamilyTogether
    if not rules.suits(person, room) or (rules.WOMEN_ONLY in person.needs and rules.WOMEN_ONLY not in room.offered):
        raise refusals.FamilyTogether if person.family else refusals.RoomNotForThem
    if not without and (lacking := rules.lacks(person, room, place)):
        raise refusals.PlaceLacks(what=queries.in_words(lacking))


def beside_family(actor: Actor, person: Person, room: Space, night: date, at: datetime) -> bool:
    """Whether this room is that of the family, or next to it or agreed to, or nobody of them has a bed yet."""
    members = queries.relatives(person, night)
    held = queries.holding(actor, night, at).filter(guest__in=members).exclude(guest=person.id)
    rooms = set(held.values_list("bed__room", flat=True))
    if not rooms or room.id in rooms:
        return True
    agreed = PlaceProposal.objects.seen_by(actor).filter(
        group=person.group, night=night, kind=ProposalKind.SPLIT_ROOMS, answer=ProposalAnswer.AGREED
    )
    near = not rooms.isdisjoint(room.neighbours)
    return (near and queries.agreed_neighbouring(actor, person)) or agreed.filter(rooms=room.id).exists()


def place_guest(
    act: journal.Act,
    *,
    actor: Actor,
    guest: Guest,
    night: date,
    at: datetime,
    bed: Bed | None,
    kind: str,
    without: bool = False,
) -> Stay:
    """Give a guest who has no bed a chosen one, or the best free one, and end their waiting."""
    guest = welcome_guest(actor, guest)
    if queries.stay_of(actor, guest, night, at):
        raise refusals.GuestHasBed
    return place_without_bed(act, actor=actor, guest=guest, night=night, at=at, bed=bed, kind=kind, without=without)


def place_without_bed(
    act: journal.Act,
    *,
    actor: Actor,
    guest: Guest,
    night: date,
    at: datetime,
    bed: Bed | None,
    kind: str,
    arrived: bool = False,
    without: bool = False,
) -> Stay:
    """The same for a guest of the site who is known to have no bed."""
    reachable(actor, night, at)
    if guest.ask_in_private and not (bed or kind):
        raise refusals.AskInPrivate
    person = _counting_as(as_person(guest, night), kind)
    if bed is None:
        bed = _best_bed(actor, person, night, at)
    else:
        bed = own_bed(actor, bed)
        check_place(actor, person, bed, room_of(actor, bed, night, at), night, at, without=without)
    stay = give_all(act, actor, {guest.id: bed.id}, night, at, arrived=arrived)[0]
    stay.guest, stay.bed = guest, bed
    act.about([guest], night=night, room=bed.room.code)
    act.results(stay=stay.id.hex)
    return stay


def _counting_as(person: Person, kind: str) -> Person:
    """The person as placed in a kind of room that they said is safe; it cannot contradict what they said before."""
    if not kind:
        return person
    counted = rules.COUNTED_IN.get(kind, "")
    if person.family or (person.counted and person.counted != counted):
        raise refusals.RoomNotForThem
    return replace(person, counted=counted)


def _best_bed(actor: Actor, person: Person, night: date, at: datetime) -> Bed:
    person = replace(person, last_bed=queries.last_beds(actor, [person.id], night).get(person.id))
    if person.family:
        chosen = _bed_in_family_room(actor, person, night, at)
    elif not person.counted:
        raise refusals.WhereSafe
    else:
        kinds = [kind for kind, counted in rules.COUNTED_IN.items() if counted == person.counted]
        among = Q(kind__in=[*kinds, RoomKind.QUIET])
        chosen = rules.best_bed(person, queries.house(actor, night, at, among=among))
    if chosen is None:
        raise refusals.NoBedFits
    return own_bed(actor, Bed(pk=chosen))


def _bed_in_family_room(actor: Actor, person: Person, night: date, at: datetime) -> UUID | None:
    house = queries.house(actor, night, at, among=Q(kind__in=[RoomKind.FAMILY, RoomKind.COUPLES]))
    if not any(sleeper.family == person.family for room in house for sleeper in room.sleepers):
        raise refusals.FamilyTogether
    placing = rules.one_room([person], house)
    return placing[person.id] if placing else None


def give_all(
    act: journal.Act, actor: Actor, placing: Placing, night: date, at: datetime, *, arrived: bool = False
) -> list[Stay]:
    """Write down who gets which bed, in the order of the guests, and end their waiting."""
    stays: list[Stay] = Stay.objects.bulk_create(
        Stay(
            site=actor.site,
            guest_id=guest,
            bed_id=bed,
            night=night,
            given_at=at,
            arrived_at=at if arrived else None,
        )
        for guest, bed in sorted(placing.items(), key=lambda pair: str(pair[0]))
    )
    _within_the_law(actor, placing.values(), night, at)
    wants = Want.objects.seen_by(actor).open_for(night).filter(guest__in=list(placing))
    ended = [want.hex for want in wants.values_list("id", flat=True)]
    if ended:
        wants.update(ended_at=at, end=WantEnd.GIVEN)
    act.results(wants=ended, arrived=arrived)
    return stays


def _within_the_law(actor: Actor, beds: Iterable[UUID], night: date, at: datetime) -> None:
    """The last door of every road to a bed: no room holds more people than it may, whoever chose and however.

    Raises:
        RoomFull: One would.
    """
    rooms = Room.objects.seen_by(actor).filter(beds__in=list(beds)).distinct()
    most = dict(rooms.values_list("id", "legal_maximum"))
    held = holding_by_room(actor, night, at, most)
    if any(people > most[room] for room, people in held.items()):
        raise refusals.RoomFull


def holding_by_room(actor: Actor, night: date, at: datetime, rooms: Iterable[UUID]) -> dict[UUID, int]:
    """How many people have a bed in each of these rooms."""
    held = queries.holding(actor, night, at).filter(bed__room__in=list(rooms)).order_by()
    return dict(held.values_list("bed__room").annotate(n=Count("id")))


def take_back_given(actor: Actor, at: datetime, given: Sequence[str], results: Mapping[str, Any]) -> None:
    """The beds were given by mistake: end the stays, open the waiting again. Refused when later acts rest on them."""
    arrived = bool(results.get("arrived"))
    for stay in stays(actor, given):
        changed = stay.ended_at or stay.left_at or (stay.arrived_at is not None) != arrived
        if changed or next_night_counts_on(stay):
            raise refusals.LaterActs
    Stay.objects.filter(id__in=given).update(ended_at=at, end_reason=EndReason.UNDONE)
    reopen_wants(actor, results.get("wants", []))


def next_night_counts_on(stay: Stay) -> bool:
    """Whether the guest stays on into the next night because of this stay."""
    next_night = Stay.objects.filter(guest=stay.guest_id, night=stay.night + ONE_DAY, carried=True)
    return bool(next_night.exists())


def reopen_wants(actor: Actor, wants: Iterable[str]) -> None:
    """The guests wait again, at the turn they had."""
    with refusing(RECLAIMED):
        Want.objects.seen_by(actor).filter(id__in=list(wants)).update(ended_at=None, end="", no_place_why="")


def reopen(actor: Actor, stay: Stay, at: datetime) -> None:
    """Bring a stay that was ended back to life, if its bed and room still take it."""
    guest = own_guest(actor, stay.guest)
    if queries.stay_of(actor, guest, stay.night, at) or queries.want_of(actor, guest, stay.night):
        raise refusals.LaterActs
    room = room_of(actor, stay.bed, stay.night, at)
    person = replace(as_person(guest, stay.night), needs=frozenset())
    try:
        check_place(actor, person, stay.bed, room, stay.night, at)
    except Refusal as refusal:
        raise refusals.LaterActs from refusal
    stay.ended_at, stay.end_reason = None, ""
    with refusing(RECLAIMED):
        stay.save(update_fields=["ended_at", "end_reason"])
