"""The plan of tonight: found while nobody waits for the database, written in one act that looks at everything anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q

from halte import journal
from halte.accounts.actor import Actor
from halte.accounts.roles import Role
from halte.common.refusal import refusing
from halte.common.retry import RetryKey
from halte.nights import placing, queries, refusals, rules
from halte.nights.actions.beds import end_stay
from halte.nights.models import (
    EndReason,
    NightPlan,
    OverruleWhy,
    PlaceProposal,
    PlanLine,
    ProposalAnswer,
    Stay,
    Want,
    WantEnd,
)
from halte.nights.rules import Person, Space
from halte.sites.models import Room

if TYPE_CHECKING:
    from halte.nights import plan
    from halte.nights.asked import Asked

ASK_WHERE_SAFE, CHANGED = "ask_where_safe", "changed"
"""Reasons that the house adds to those of the plan."""


def plan_night(*, actor: Actor, night: date, at: datetime, key: RetryKey) -> NightPlan:
    """Give beds to everyone who waits, as the plan finds them; everyone else keeps waiting, with what would help.

    Keeps:
        Nobody who has a bed is moved. Nobody is refused: whoever gets none waits on, and a person decides.
        The plan is sought without the lock: no desk waits for it. What changed meanwhile is not overwritten; whoever
        lost a place by it is told so on their line.
        Rooms are for whom they say, families stay together, as when a person gives the beds.

    Raises:
        NightOutOfReach: It is not the night that runs.
        NobodyWaits: There is nothing to plan.
    """
    from halte.nights.asked import asked
    from halte.nights.plan import plan

    if night != actor.site.tonight(at):
        raise refusals.NightOutOfReach
    question = asked(actor, night, at)
    if not (question.people or question.unsaid):
        raise refusals.NobodyWaits
    found = plan(question.night)
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.planned") as act,
    ):
        return _write(act, actor, question, found, night, at)


def overrule(
    *, actor: Actor, line: PlanLine, room: Room | None, why: OverruleWhy, at: datetime, key: RetryKey
) -> list[Stay]:
    """A person decides otherwise for the whole party of a line: another room, or back to the waiting list.

    Returns:
        The new stays; none when they wait again.

    Raises:
        LaterActs: Their plan was taken back.
        AlreadyInside: They are in their bed already: move them on the board.
        SameBed: It is the room they have.
        RoomTooSmall, RoomNotForThem, FamilyTogether, NotHere: The chosen room does not do. A manager may choose one
            that lacks what the place should offer; nobody may choose one that is not safe.
    """
    with (
        refusing(refusals.TAKEN),
        journal.act(actor=actor, at=at, key=key, kind="nights.plan_overruled") as act,
    ):
        lines = _lines_of_party(actor, line)
        guests, night = [one.guest for one in lines], lines[0].plan.night
        placing.reachable(actor, night, at)
        old = list(queries.holding(actor, night, at).filter(guest__in=guests).select_related("bed__room", "guest"))
        if any(stay.arrived_at or stay.carried or stay.night != night for stay in old):
            raise refusals.AlreadyInside
        if not (room or old) or (room and {stay.bed.room_id for stay in old} == {room.id}):
            raise refusals.SameBed
        for stay in old:
            end_stay(stay, at, EndReason.MOVED if room else EndReason.FREED)
        stays = _into(act, actor, guests, room, night, at) if room else _wait_again(actor, guests, night, at)
        PlanLine.objects.filter(id__in=[one.id for one in lines]).update(
            room=room, overruled=why, overruled_by=actor.id
        )
        act.about(guests, night=night, reason=why.value, **({"room": room.code} if room else {}))
        act.results(stays=[stay.id.hex for stay in stays], old=[stay.id.hex for stay in old])
    return stays


@dataclass
class _Answers:
    """What is written: who gets which bed, and every line."""

    beds: dict[UUID, UUID] = field(default_factory=dict)
    lines: list[PlanLine] = field(default_factory=list)
    waiting: int = 0


def _write(
    act: journal.Act, actor: Actor, question: "Asked", found: "plan.Plan", night: date, at: datetime
) -> NightPlan:
    goals = [[level.name, level.value, level.bound] for level in found.levels]
    made: NightPlan = NightPlan.objects.create(site=actor.site, night=night, made_at=at, goals=goals)
    house = {room.id.hex: room for room in queries.house(actor, night, at)}
    before = queries.last_beds(actor, [one.id for people in question.people.values() for one in people], night)
    waits = {want.guest_id for want in Want.objects.seen_by(actor).open_for(night)}
    answers = _Answers()

    def answer(party: str, people: Sequence[Person], rooms: Sequence[str], why: str, about: Sequence[str]) -> None:
        if not any(person.id in waits for person in people):
            return
        people = [replace(person, last_bed=before.get(person.id)) for person in people]
        beds = rules.into_these(people, [house[room] for room in rooms if room in house]) if rooms else None
        if rooms and beds is None:
            why, about = CHANGED, ()
        where = _settle(house, people, beds or {})
        answers.beds.update(beds or {})
        answers.waiting += 0 if beds else len(people)
        answers.lines += [
            PlanLine(
                site=actor.site,
                plan=made,
                guest_id=person.id,
                party=UUID(party),
                room_id=where.get(person.id),
                why=why,
                about=list(about),
            )
            for person in people
        ]

    for placed in found.placed:
        answer(placed.party.id, question.people[placed.party.id], placed.rooms, *_reason(placed.reason))
    for without in found.unplaced:
        answer(without.party.id, question.people[without.party.id], (), *_reason(without.reason))
    for party, people in question.unsaid.items():
        answer(party, people, (), ASK_WHERE_SAFE, ())
    stays = placing.give_all(act, actor, answers.beds, night, at) if answers.beds else []
    PlanLine.objects.bulk_create(answers.lines)
    proposals = PlaceProposal.objects.seen_by(actor).filter(night=night, answered_at__isnull=True)
    proposals.filter(group__memberships__guest__in=list(answers.beds)).update(
        answered_at=at, answer=ProposalAnswer.WITHDRAWN, by=actor.id
    )
    act.about([stay.guest for stay in stays], night=night, beds=len(stays), waiting=answers.waiting)
    act.results(stays=[stay.id.hex for stay in stays], plan=made.id.hex)
    return made


def _reason(reason: Any) -> tuple[str, tuple[str, ...]]:
    return reason.code.value, reason.about


def _settle(house: dict[str, Space], people: Sequence[Person], beds: Mapping[UUID, UUID]) -> dict[UUID, UUID]:
    """Lay people into their rooms, so that whoever comes next finds them there; returns the room of each."""
    rooms = {place.id: name for name, room in house.items() for place in room.places} if beds else {}
    where = {}
    for person in people:
        if person.id in beds:
            name = rooms[beds[person.id]]
            house[name] = house[name].with_sleeper(beds[person.id], person)
            where[person.id] = house[name].id
    return where


def _lines_of_party(actor: Actor, line: PlanLine) -> list[PlanLine]:
    """Every line of the same answer, as it stands now."""
    found = list(
        PlanLine.objects.seen_by(actor)
        .filter(plan=line.plan_id, party=line.party)
        .select_related("plan", "guest__site")
        .order_by("guest")
    )
    if not found:
        raise refusals.NotHere
    if found[0].plan.undone_at:
        raise refusals.LaterActs
    return found


def _into(act: journal.Act, actor: Actor, guests: Sequence[Any], room: Room, night: date, at: datetime) -> list[Stay]:
    spaces = queries.house(actor, night, at, among=Q(id=room.pk))
    if not spaces:
        raise refusals.NotHere
    people = rules.counting_as(queries.people_of(guests, night), room.kind)
    if actor.may({Role.MANAGER}) and not rules.one_room(people, spaces):
        people = [replace(person, needs=person.needs & {rules.WOMEN_ONLY}) for person in people]
    if not all(rules.suits(person, spaces[0]) for person in people):
        raise refusals.RoomNotForThem
    if people[0].family and not placing.beside_family(actor, people[0], spaces[0], night, at):
        raise refusals.FamilyTogether
    beds = rules.one_room(people, spaces)
    if beds is None:
        raise refusals.RoomTooSmall
    return placing.give_all(act, actor, beds, night, at)


def _wait_again(actor: Actor, guests: Sequence[Any], night: date, at: datetime) -> list[Stay]:
    """Back on the waiting list, at the turn they had."""
    wants = Want.objects.seen_by(actor).filter(night=night, guest__in=guests, end=WantEnd.GIVEN)
    newest = {want.guest_id: want.id for want in wants.order_by("asked_at")}
    placing.reopen_wants(actor, newest.values())
    return []


@journal.undoes("nights.planned")
def _unplanned(*, actor: Actor, at: datetime, act: journal.Act, results: Mapping[str, Any]) -> None:
    """All beds of the plan are taken back and everyone waits again; refused once somebody came or was moved."""
    placing.take_back_given(actor, at, results["stays"], results)
    NightPlan.objects.seen_by(actor).filter(id=results["plan"]).update(undone_at=at)
