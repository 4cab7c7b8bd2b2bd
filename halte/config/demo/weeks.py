"""Two weeks in the demo's houses, as plain data: who came on which day, who slept in which bed on which night.

Hours, shares and lengths of stay follow reports about Calais (two meals a day, 131 showers for about 890 visitors in
2020, beds of stable houses filled to nine in ten); the days and people are invented.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from halte.config.demo.people import HouseholdPlan, PersonPlan
from halte.config.demo.places import BedPlan, RoomPlan, SitePlan

DAYS = 14
ARRIVALS_BY_HOUR = {9: 12, 10: 11, 11: 10, 12: 14, 13: 12, 14: 11, 15: 9, 16: 9, 17: 8, 18: 4}
BED_HOURS = {18: 35, 19: 25, 20: 14, 21: 11, 22: 6, 0: 4, 2: 3, 3: 2}


@dataclass(frozen=True)
class VisitPlan:
    """One visit with a card, minutes after midnight."""

    person: PersonPlan
    days_ago: int
    arrives: int
    leaves: int
    shower: bool
    locker: bool
    goods: str


@dataclass(frozen=True)
class HourPlan:
    """What was counted without a card in one hour of one day: people at the door, and services."""

    days_ago: int
    hour: int
    door: dict[str, int]
    services: dict[str, int]


@dataclass(frozen=True)
class SleepPlan:
    """One guest, one bed, one night; who did not come has no minute of arrival."""

    person: PersonPlan
    nights_ago: int
    room: str
    bed: str
    arrives: int | None
    carried: bool
    leaving: bool


def visits(seed: int, site: SitePlan, households: Sequence[HouseholdPlan]) -> Iterator[VisitPlan]:
    """The visits with a card in the two weeks before today, day by day, earliest first."""
    draw = Random(f"{seed}/visits/{site.code}")
    people = [person for household in households for person in household.members]
    for days_ago in range(DAYS, 0, -1):
        here = draw.sample(people, round(len(people) * draw.uniform(0.35, 0.5)))
        day = [_visit(draw, site, person, days_ago) for person in here]
        yield from sorted(day, key=lambda visit: (visit.arrives, visit.person.number))


def _visit(draw: Random, site: SitePlan, person: PersonPlan, days_ago: int) -> VisitPlan:
    opens, closes = _open(site)
    hours = {hour: weight for hour, weight in ARRIVALS_BY_HOUR.items() if opens <= hour < closes}
    arrives = draw.choices(list(hours), list(hours.values()))[0] * 60 + draw.randrange(60)
    stays = max(12, min(480, round(draw.lognormvariate(5.0, 0.7))))
    return VisitPlan(
        person,
        days_ago,
        arrives,
        min(arrives + stays, closes * 60),
        shower=draw.random() < 0.18,
        locker=draw.random() < 0.08,
        goods=draw.choices(["", "blanket", "coat", "shoes", "socks"], [86, 4, 2, 3, 5])[0],
    )


def hours(seed: int, site: SitePlan, visits_a_day: int) -> Iterator[HourPlan]:
    """What was counted without a card, hour by hour of the two weeks before today."""
    draw = Random(f"{seed}/hours/{site.code}")
    opens, closes = _open(site)
    for days_ago in range(DAYS, 0, -1):
        for hour in range(opens, closes):
            inside = visits_a_day * ARRIVALS_BY_HOUR[hour] / 100 * draw.uniform(0.8, 1.2)
            door = {"man": round(inside * 0.25), "woman": round(inside * 0.03), "child": round(inside * 0.02)}
            services = {"drink": round(inside * 0.9), "charging": round(inside * 0.7), "laundry": round(inside * 0.1)}
            if 12 <= hour <= 14:
                services["meal"] = round(visits_a_day * 0.3 * draw.uniform(0.8, 1.1))
            yield HourPlan(days_ago, hour, _above_zero(door), _above_zero(services))


def _open(site: SitePlan) -> tuple[int, int]:
    whole = next(hours for hours in site.hours if not hours.service)
    return whole.opens.hour, whole.closes.hour


def _above_zero(counts: dict[str, int]) -> dict[str, int]:
    return {name: number for name, number in counts.items() if number}


def beds_of(households: Sequence[HouseholdPlan], rooms: Sequence[RoomPlan]) -> dict[int, tuple[str, str]]:
    """One bed for everyone who sleeps at the hostel: families whole in a room of their own, others by kind and wish.

    Returns:
        Room code and bed label by the person's number; who finds no bed that fits is missing.
    """
    free = {room.code: list(room.beds[: room.legal_maximum]) for room in rooms}
    sleepers: dict[str, str] = {}
    found: dict[int, tuple[str, str]] = {}
    for household in sorted(households, key=lambda one: (not one.is_family, -len(one.members), one.number)):
        room = _room_for(household, rooms, free, sleepers)
        if room is None:
            continue
        for person in sorted(household.members, key=lambda one: "lower_bunk" not in one.needs):
            lower = [bed for bed in free[room.code] if bed.lower] if "lower_bunk" in person.needs else []
            bed = (lower or free[room.code])[0]
            free[room.code].remove(bed)
            found[person.number] = (room.code, bed.label)
            sleepers[room.code] = person.counted
        if household.is_family:
            free[room.code] = []
    return found


def _room_for(
    household: HouseholdPlan,
    rooms: Sequence[RoomPlan],
    free: Mapping[str, Sequence[BedPlan]],
    sleepers: Mapping[str, str],
) -> RoomPlan | None:
    first = household.members[0]
    kind = "family" if household.is_family else {"man": "men", "woman": "women", "child": "minors"}[first.counted]
    needs = {need for person in household.members for need in person.needs} - {"lower_bunk"}
    if "quiet" in needs:
        kind = "quiet"
    size = len(household.members)
    fits = [room for room in rooms if room.kind == kind and len(free[room.code]) >= size and needs <= set(room.offers)]
    if household.is_family:
        return min(fits, key=lambda room: len(room.beds), default=None)
    fits = [room for room in fits if sleepers.get(room.code, first.counted) == first.counted]
    wishes_lower = "lower_bunk" in first.needs
    fits = [room for room in fits if not wishes_lower or any(bed.lower for bed in free[room.code])]
    return next(iter(fits), None)


def nights(seed: int, households: Sequence[HouseholdPlan], beds: dict[int, tuple[str, str]]) -> Iterator[SleepPlan]:
    """Who slept where in the two weeks of nights before tonight, night by night; households come and go together."""
    draw = Random(f"{seed}/nights")
    stays = {household.number: _stay(draw) for household in households}
    slept: set[int] = set()
    for nights_ago in range(DAYS, 0, -1):
        before, slept = slept, set()
        for household in households:
            first, last = stays[household.number]
            people = [person for person in household.members if person.number in beds]
            if not people or not first >= nights_ago >= last:
                continue
            carried = all(person.number in before for person in people)
            comes = carried or draw.random() < 0.85
            leaving = comes and nights_ago == last and (nights_ago > 1 or draw.random() < 0.07)
            hour = draw.choices(list(BED_HOURS), list(BED_HOURS.values()))[0]
            minute = (hour if hour > 12 else hour + 24) * 60 + draw.randrange(60)
            for person in people:
                room, bed = beds[person.number]
                yield SleepPlan(person, nights_ago, room, bed, minute if comes else None, carried, leaving)
            if comes:
                slept.update(person.number for person in people)


def _stay(draw: Random) -> tuple[int, int]:
    """First and last night of a household, counted back from tonight."""
    first = DAYS if draw.random() < 0.55 else draw.randint(1, DAYS)
    last = 1 if draw.random() < 0.8 else draw.randint(1, first)
    return first, last
