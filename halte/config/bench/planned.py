"""`halte bench plan`: how good and how fast the plan of a night is, beside first come, first served."""

import random
import resource
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from halte.nights.plan import Night, Party, Person, Plan, Room, Sleeper, plan
from halte.nights.plan.alike import singly
from halte.nights.plan.greedy import first_come
from halte.nights.plan.night import CHILD, COUNTED_IN, FAMILY, MAN, MEN, MINORS, ORDERS, QUIET, WOMAN, WOMEN, may_sleep

SIZES = (100, 400, 1000, 4000)
LANGUAGES = {"ps": 28, "ti": 18, "ar": 17, "so": 8, "fa": 8, "am": 8, "ckb": 6, "vi": 4, "en": 2, "tr": 1}
USUAL = {MEN: 70, WOMEN: 10, FAMILY: 12, MINORS: 6, QUIET: 2}
ODD = {MEN: 30, WOMEN: 20, FAMILY: 30, MINORS: 10, QUIET: 10}
USUAL_MIX, ODD_MIX, ONE_NIGHT = "usual", "odd", "one night"
MIXES = (USUAL_MIX, ODD_MIX, ONE_NIGHT)
SAID = {USUAL_MIX: "", ODD_MIX: ", odd mix", ONE_NIGHT: ", one-night house"}


@dataclass(frozen=True)
class Kind:
    """One kind of night: so many beds, so many people for a hundred free ones, the usual mix of rooms or an odd one.

    In a one-night house nobody stays and everybody has a room of last night; one in forty is kept apart from somebody.
    """

    beds: int
    wanted: int
    mix: str = USUAL_MIX

    @property
    def words(self) -> str:
        """For the table."""
        return f"{'scarce' if self.wanted > 100 else 'easy'}{SAID[self.mix]}"


def kinds(each: int) -> list[tuple[Kind, int]]:
    """Every kind of night with its seeds: few of the largest, as many of each other as asked."""
    found = []
    for beds in SIZES:
        for wanted in (150, 85):
            for mix in MIXES:
                seeds = range(each if beds < max(SIZES) else max(1, each // 2))
                found += [(Kind(beds, wanted, mix), seed) for seed in seeds]
    return found


def generated(kind: Kind, seed: int) -> Night:
    """An invented night, the same for the same seed."""
    chance = random.Random(f"{kind}/{seed}")
    rooms = _rooms(kind, chance)
    free = sum(room.left for room in rooms)
    parties: list[Party] = []
    while sum(party.size for party in parties) < free * kind.wanted / 100:
        parties.append(_party(len(parties), rooms, chance))
    if kind.mix == ONE_NIGHT:
        parties = _after_one_night(parties, rooms, chance)
    return Night(tuple(rooms), tuple(parties), seed=seed)


def _rooms(kind: Kind, chance: random.Random) -> list[Room]:
    shares = ODD if kind.mix == ODD_MIX else USUAL
    rooms: list[Room] = []
    beds = 0
    while beds < kind.beds:
        what = chance.choices(list(shares), list(shares.values()))[0]
        size = {MEN: 6, WOMEN: 6, MINORS: 4, QUIET: 2}.get(what) or chance.choice([4, 5, 6])
        stays = what in COUNTED_IN and chance.random() < 0.5 and kind.mix != ONE_NIGHT
        stay = chance.randint(0, size - 1) if stays else 0
        sleepers = tuple(Sleeper(COUNTED_IN[what], _language(chance)) for _bed in range(stay))
        number = len(rooms)
        rooms.append(
            Room(
                id=f"{number:04}",
                kind=what,
                beds=size - stay,
                lower=(size - stay) // 2,
                maximum=size,
                offers=frozenset({"ground_floor"} if chance.random() < 0.25 else ()),
                neighbours=frozenset({f"{number - 1:04}", f"{number + 1:04}"}),
                sleepers=sleepers,
            )
        )
        beds += size
    return rooms


def _party(number: int, rooms: Sequence[Room], chance: random.Random) -> Party:
    language = _language(chance)
    needs = frozenset(need for need, share in (("ground_floor", 0.05), ("lower_bunk", 0.06)) if chance.random() < share)
    kind = chance.choices(["family", "friends", "alone"], [12, 18, 70])[0]
    if kind == "family":
        grown = [Person(WOMAN, needs, language)] + [Person(MAN, frozenset(), language)] * (chance.random() < 0.5)
        people = grown + [Person(CHILD, frozenset(), language)] * chance.randint(1, 4)
    elif kind == "friends":
        people = [Person(MAN, frozenset(), language)] * chance.randint(2, 4)
    else:
        people = [Person(chance.choices([MAN, WOMAN, CHILD], [78, 12, 10])[0], needs, language)]
    return Party(
        id=f"{number:05}",
        people=tuple(people),
        placed=chance.choices(ORDERS, [10, 15, 75])[0],
        is_family=kind == "family",
        may_split=kind != "alone" and chance.random() < 0.2,
        nights_without=chance.choices([0, 1, 2, 3], [70, 18, 8, 4])[0],
        last_room=chance.choice(rooms).id if chance.random() < 0.3 else "",
        asked=number,
    )


def _after_one_night(parties: Sequence[Party], rooms: Sequence[Room], chance: random.Random) -> list[Party]:
    fits: dict[object, list[str]] = {}
    found = []
    for party in parties:
        like = (party.is_family, party.needs, party.people[0].counted)
        if like not in fits:
            fits[like] = [room.id for room in rooms if may_sleep(party, room)] or [""]
        found.append(replace(party, last_room=chance.choice(fits[like])))
    shared = [number for number, party in enumerate(found) if not party.is_family]
    for _pair in range(len(found) // 80):
        one, other = chance.sample(shared, 2)
        found[one] = replace(found[one], apart_from=found[one].apart_from | {found[other].id})
    return found


def _language(chance: random.Random) -> str:
    return chance.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]


def measured(each: int) -> list[dict[str, Any]]:
    """Plan every generated night once; one row for each kind."""
    rows = []
    asked = kinds(each)
    for kind in dict.fromkeys(kind for kind, _seed in asked):
        nights = [generated(kind, seed) for same, seed in asked if same == kind]
        times, plans, worked = [], [], []
        for night in nights:
            begun, processor = time.perf_counter(), time.process_time()
            plans.append(plan(night))
            times.append(time.perf_counter() - begun)
            worked.append(time.process_time() - processor)
        rows.append(_row(kind, nights, plans, times) | {"processor_worst": round(max(worked), 2)})
    return rows


def _row(kind: Kind, nights: Sequence[Night], plans: Sequence[Plan], times: Sequence[float]) -> dict[str, Any]:
    bound = [[level.bound for level in found.levels[:3]] for found in plans]
    placed = [[level.value for level in found.levels[:3]] for found in plans]
    greedy = [_greedy(night) for night in nights]
    return {
        "beds": kind.beds,
        "night": kind.words,
        "nights": len(nights),
        "seconds_median": round(statistics.median(times), 2),
        "seconds_worst": round(max(times), 2),
        "gap_worst": max(found.gap for found in plans),
        "first": _share(placed, bound, 1),
        "first_greedy": _share(greedy, bound, 1),
        "all": _share(placed, bound, 3),
        "all_greedy": _share(greedy, bound, 3),
    }


def _greedy(night: Night) -> list[int]:
    placed = first_come(night)
    return [
        sum(party.size for party in singly(night.parties) if party.id in placed and party.placed == order)
        for order in ORDERS
    ]


def _share(reached: Sequence[Sequence[int]], bound: Sequence[Sequence[int]], orders: int) -> float:
    most = sum(sum(row[:orders]) for row in bound)
    return sum(sum(row[:orders]) for row in reached) / most if most else 1.0


def told(rows: Sequence[dict[str, Any]]) -> str:
    """The table, as docs/benchmarks.md shows it."""
    lines = [
        "| beds | night | nights | seconds, median / worst | processor seconds, worst | worst gap "
        "| placed first: plan / first come | everybody: plan / first come |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row['beds']:,} | {row['night']} | {row['nights']} | {row['seconds_median']:.2f} / "
        f"{row['seconds_worst']:.2f} | {row['processor_worst']:.2f} | {row['gap_worst']:.2%} | "
        f"{row['first']:.1%} / {row['first_greedy']:.1%} | "
        f"{row['all']:.1%} / {row['all_greedy']:.1%} |"
        for row in rows
    ]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return "\n".join([*lines, "", f"Most memory of the process: {memory:.0f} MB."])
