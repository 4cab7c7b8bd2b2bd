"""Families and groups: one room, else neighbouring rooms they agreed to, else a proposal that a human answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from halte import journal
from halte.accounts.actor import Actor
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.guests.models import Group, Guest
from halte.nights import placing, queries, refusals, rules
from halte.nights.actions.answers import check_seats
from halte.nights.models import PlaceProposal, ProposalAnswer, ProposalKind, Stay, Want, WantEnd
from halte.nights.rules import Person, Placing
from halte.sites.models import Room

LADDER = (ProposalKind.SPLIT_ROOMS, ProposalKind.OTHER_PLACE, ProposalKind.WARM_SEAT)


@dataclass(frozen=True)
class Sheltered:
    """What came of looking for a room: beds for everyone, or a proposal. Never nothing."""

    stays: list[Stay] = field(default_factory=list)
    proposal: PlaceProposal | None = None


def shelter_group(
    *,
    actor: Actor,
    group: Group,
    night: date,
    at: datetime,
    key: RetryKey,
    room: Room | None = None,
    arrived: bool = False,
) -> Sheltered:
    """Give every member of a family or group a bed in one room, or in neighbouring rooms they agreed to.

    Keeps:
        Families stay together: never split unless they agreed. Friends are kept together where a room suits them all.
        When no room holds everyone, a proposal stands that a human must answer, and everyone is on the waiting list:
        "nothing" does not exist.
        All get a bed, or none.

    Args:
        room: Chosen by a person; then there is no proposal, but a refusal when the room does not do.
        arrived: They are here and go to their beds at once.

    Raises:
        NobodyToShelter: No member of the group at the actor's site lacks a bed on that night.
        RoomTooSmall, RoomNotForThem, FamilyTogether: The chosen room does not do.
        WhereSafe: A member who is no family never said how they count.
        AskInPrivate: Nobody chose a room, and a member is to be asked in private first.
        NightOutOfReach.
    """
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.sheltered") as act,
    ):
        return shelter_within(act, actor=actor, group=group, night=night, at=at, room=room, arrived=arrived)


def shelter_within(
    act: journal.Act,
    *,
    actor: Actor,
    group: Group,
    night: date,
    at: datetime,
    room: Room | None = None,
    arrived: bool = False,
) -> Sheltered:
    """The same as a part of a larger act (with blankets, say), inside its `journal.act`.

    Clashes with the database's constraints are for the caller; `take_back_shelter` takes back what it did.
    """
    placing.reachable(actor, night, at)
    group = _own(actor, group)
    members = _without_bed(actor, group, night, at)
    party = queries.people_of(members, night)
    if room is None and any(member.ask_in_private for member in members):
        raise refusals.AskInPrivate
    beds = _into_chosen(actor, party, room, night, at) if room else _find(actor, group, party, night, at)
    act.about(members, night=night, beds=len(beds or {}))
    if beds:
        stays = placing.give_all(act, actor, beds, night, at, arrived=arrived)
        _withdraw(actor, group, night, at)
        act.results(stays=[stay.id.hex for stay in stays])
        return Sheltered(stays=stays)
    return Sheltered(proposal=_propose(act, actor, group, members, party, night, at))


def answer_proposal(
    *, actor: Actor, proposal: PlaceProposal, answer: ProposalAnswer, at: datetime, key: RetryKey
) -> Sheltered:
    """Write down what a family or group said to a proposal, and act on it.

    Agreed: they get their beds in the proposed rooms; or their waiting ends because they sleep elsewhere or sit warm.
    Declined: the next thing is proposed; after the last one they stay on the waiting list.

    Raises:
        ProposalAnswered: Someone answered first.
        RoomTooSmall: The proposed rooms do not hold everyone any more: propose again.
        NoSeatLeft: They agreed to warm seats, and there are not enough.
    """
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.proposal_answered") as act,
    ):
        found = _unanswered(actor, proposal)
        members = _without_bed(actor, found.group, found.night, at)
        act.about(members, night=found.night, proposal=found.kind, answer=answer.value)
        act.results(proposal=found.id.hex)
        _close(found, answer, at, by=actor)
        if answer == ProposalAnswer.AGREED:
            return Sheltered(stays=_keep_word(act, actor, found, members, at))
        party = queries.people_of(members, found.night)
        if found.kind == ProposalKind.WARM_SEAT:
            return Sheltered()
        return Sheltered(proposal=_propose(act, actor, found.group, members, party, found.night, at))


def _own(actor: Actor, group: Group) -> Group:
    found: Group | None = Group.objects.seen_by(actor).filter(pk=group.pk).first()
    if found is None:
        raise refusals.NotHere
    return found


def _without_bed(actor: Actor, group: Group, night: date, at: datetime) -> list[Guest]:
    lacking = queries.without_bed(actor, group, night, at)
    if not lacking:
        raise refusals.NobodyToShelter
    return lacking


def _find(actor: Actor, group: Group, party: Sequence[Person], night: date, at: datetime) -> Placing | None:
    if any(not person.counted and not person.family for person in party):
        raise refusals.WhereSafe
    house = queries.house(actor, night, at)
    found = rules.one_room(party, house)
    return found or (rules.neighbouring_rooms(party, house) if group.agreed_neighbouring else None)


def _into_chosen(actor: Actor, party: Sequence[Person], room: Room, night: date, at: datetime) -> Placing:
    spaces = queries.house(actor, night, at, among=Q(id=room.pk))
    if not spaces:
        raise refusals.NotHere
    space = spaces[0]
    counting = [
        person if person.counted or person.family else replace(person, counted=rules.COUNTED_IN.get(space.kind, ""))
        for person in party
    ]
    if not all(rules.suits(person, space) for person in counting):
        raise refusals.RoomNotForThem
    if counting[0].family and not placing.beside_family(actor, counting[0], space, night, at):
        raise refusals.FamilyTogether
    found = rules.one_room(counting, [space.with_buffer])
    if found is None:
        raise refusals.RoomTooSmall
    return found


def _propose(
    act: journal.Act,
    actor: Actor,
    group: Group,
    members: Sequence[Guest],
    party: Sequence[Person],
    night: date,
    at: datetime,
) -> PlaceProposal:
    _wait_all(act, actor, members, night, at)
    standing = PlaceProposal.objects.seen_by(actor).filter(group=group, night=night)
    open_one: PlaceProposal | None = standing.filter(answered_at__isnull=True).first()
    if open_one:
        return open_one
    declined = set(standing.filter(answer=ProposalAnswer.DECLINED).values_list("kind", flat=True))
    house = queries.house(actor, night, at)
    apart = rules.apart(party, house) if ProposalKind.SPLIT_ROOMS not in declined else None
    possible = [kind for kind in LADDER if kind not in declined and (apart or kind != ProposalKind.SPLIT_ROOMS)]
    kind = possible[0] if possible else ProposalKind.WARM_SEAT
    made: PlaceProposal = PlaceProposal.objects.create(site=actor.site, group=group, night=night, kind=kind, made_at=at)
    if kind == ProposalKind.SPLIT_ROOMS and apart:
        beds = set(apart.values())
        rooms = [room.id for room in house if any(place.id in beds for place in room.places)]
        made.rooms.set(Room.objects.seen_by(actor).filter(id__in=rooms))
    act.about(proposed=kind.value)
    act.results(proposed=made.id.hex)
    return made


def _wait_all(act: journal.Act, actor: Actor, members: Sequence[Guest], night: date, at: datetime) -> None:
    waiting = set(Want.objects.seen_by(actor).open_for(night).values_list("guest", flat=True))
    made: list[Want] = Want.objects.bulk_create(
        Want(site=actor.site, guest=member, night=night, asked_at=at) for member in members if member.id not in waiting
    )
    act.results(made_wants=[want.id.hex for want in made])


def _unanswered(actor: Actor, proposal: PlaceProposal) -> PlaceProposal:
    found: PlaceProposal | None = (
        PlaceProposal.objects.seen_by(actor)
        .filter(pk=proposal.pk, answered_at__isnull=True)
        .select_related("group")
        .first()
    )
    if found is None:
        raise refusals.ProposalAnswered
    return found


def _close(proposal: PlaceProposal, answer: ProposalAnswer, at: datetime, *, by: Actor) -> None:
    proposal.answer, proposal.answered_at, proposal.by = answer, at, by.id
    proposal.save(update_fields=["answer", "answered_at", "by"])


def _keep_word(
    act: journal.Act, actor: Actor, proposal: PlaceProposal, members: Sequence[Guest], at: datetime
) -> list[Stay]:
    night = proposal.night
    if proposal.kind != ProposalKind.SPLIT_ROOMS:
        if proposal.kind == ProposalKind.WARM_SEAT:
            check_seats(actor, night, len(members), at)
        wants = Want.objects.seen_by(actor).open_for(night).filter(guest__in=members)
        act.results(wants=[want.hex for want in wants.values_list("id", flat=True)])
        wants.update(ended_at=at, end=WantEnd(proposal.kind))
        return []
    rooms = [room.id for room in proposal.rooms.all()]
    house = queries.house(actor, night, at, among=Q(id__in=rooms))
    beds = rules.into_these(queries.people_of(members, night), house)
    if beds is None:
        raise refusals.RoomTooSmall
    stays = placing.give_all(act, actor, beds, night, at)
    act.results(stays=[stay.id.hex for stay in stays])
    return stays


def _withdraw(actor: Actor, group: Group, night: date, at: datetime) -> None:
    standing = PlaceProposal.objects.seen_by(actor).filter(group=group, night=night, answered_at__isnull=True)
    standing.update(answered_at=at, answer=ProposalAnswer.WITHDRAWN, by=actor.id)


@journal.undoes("nights.sheltered")
def take_back_shelter(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """Take the beds back, or withdraw the proposal and the places on the waiting list that came with it."""
    placing.take_back_given(actor, at, results.get("stays", []), results)
    if "proposed" in results:
        _close(_unanswered(actor, PlaceProposal(pk=results["proposed"])), ProposalAnswer.WITHDRAWN, at, by=actor)
    wants = Want.objects.seen_by(actor).filter(id__in=results.get("made_wants", []), ended_at__isnull=True)
    wants.update(ended_at=at, end=WantEnd.UNDONE)


@journal.undoes("nights.proposal_answered")
def _unanswer(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """The proposal is open again, as if nobody had answered."""
    placing.take_back_given(actor, at, results.get("stays", []), results)
    if "proposed" in results:
        _close(_unanswered(actor, PlaceProposal(pk=results["proposed"])), ProposalAnswer.WITHDRAWN, at, by=actor)
    with refusing(placing.RECLAIMED):
        answered = PlaceProposal.objects.seen_by(actor).filter(pk=results["proposal"])
        answered.update(answered_at=None, answer="", by=None)
