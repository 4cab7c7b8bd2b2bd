"""Beds for many at once, for guests whom a larger act makes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from halte import journal
from halte.accounts.actor import Actor
from halte.nights import many, placing, queries, refusals
from halte.nights.actions.nobody_known import no_place_within, take_back_number
from halte.nights.models import NoPlaceWhy
from halte.nights.rules import Person


@dataclass(frozen=True)
class BedsForMany:
    """Whom to make a guest, with which bed; and for how many of each there is none."""

    people: list[tuple[UUID, str]]
    beds: dict[UUID, UUID]
    without: Mapping[str, int]
    why: NoPlaceWhy
    """Why there is none: every bed is taken now, or the rooms that are left are not safe for them."""


def beds_for_many(*, actor: Actor, numbers: Mapping[str, int], night: date, at: datetime) -> BedsForMany:
    """Choose beds for so many women, men and children whom nobody knows yet. Inside an act, before they exist.

    Raises:
        NightOutOfReach.
        NoBedFits: There is a bed for nobody.
    """
    placing.reachable(actor, night, at)
    people = [Person(uuid4(), counted) for counted, number in numbers.items() for _one in range(number)]
    house = [room.with_buffer for room in queries.house(actor, night, at)]
    held = many.hold(people, house)
    if not held.placing:
        raise refusals.NoBedFits
    counted = [(person.id, person.counted) for person in people if person.id in held.placing]
    full = len(held.placing) >= sum(room.left for room in house)
    why = NoPlaceWhy.FULL if full else NoPlaceWhy.NO_SAFE_ROOM
    return BedsForMany(counted, held.placing, Counter(person.counted for person in held.without), why)


def shelter_many_within(act: journal.Act, *, actor: Actor, found: BedsForMany, night: date, at: datetime) -> None:
    """They are in these beds, and so many had no place: a number of the night.

    Clashes with the database's constraints are for the caller.
    """
    stays = placing.give_all(act, actor, found.beds, night, at, arrived=True)
    act.results(stays=[stay.id.hex for stay in stays])
    if without := sum(found.without.values()):
        no_place_within(act, actor=actor, number=without, why=found.why, night=night, at=at)


def take_back_many(*, actor: Actor, act: journal.Act, at: datetime, results: Mapping[str, Any]) -> None:
    """The beds are free again; refused when anybody left or moved since."""
    placing.take_back_given(actor, at, results["stays"], results)
    take_back_number(actor=actor, at=at, act=act, results=results)
