"""Winters of invented nights: how many people would be without a place with so many beds.

Every number stands in `Assumptions` with where it comes from: [S] read in a source, [D] derived from sources, [K] not
confirmed. The answer is only as good as they are, so it comes with an interval and they are printed beside it.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import fmean

NIGHTS = 151
"""1 November to 31 March, the season of the winter plan."""


@dataclass(frozen=True)
class Assumptions:
    """What the simulated winters rest on."""

    people: int = 1500
    """In the area on a usual day: 750 in February 2025 to 2,000 in late 2022 [S]."""
    drift: float = 0.02
    """How much the number of people changes from night to night, as a share [K]."""
    shock_nights: int = 21
    shock_chance: float = 0.15
    """In some winters the number of people doubles within three weeks, as in October 2015 [S]; how often [K]."""
    felt_mean: Sequence[float] = (5.0, 2.5, 1.5, 1.5, 3.5)
    """Felt minimum of the night by month, November to March, in degrees Celsius [K]."""
    felt_spread: float = 4.0
    felt_memory: float = 0.8
    """Cold comes in spells: the share of a night's departure that the next night keeps [K]."""
    frost: float = -5.0
    """From here on people come in from the cold: the felt minimum at which the hangar opened in 2014 [S]."""
    mild: float = 5.0
    wanting_mild: tuple[float, float] = (0.10, 0.20)
    """Share wanting a bed on an ordinary night: 12 to 13 % in 2014, 2021, 2022 [D]."""
    wanting_frost: tuple[float, float] = (0.50, 0.80)
    """The same in frost, February 2018 [D]."""
    did_not_come: tuple[float, float] = (0.15, 0.25)
    """Of those with a place [K]; their beds go to the waiting list at a set hour."""
    by_the_hour: float = 0.85
    """Share of the evening's people who have asked by that hour: 60 % until 19:00, 25 % until 22:00 [K]."""
    accepted: float = 0.55
    """Of those still waiting at that hour, who take the bed: 975 of 1,769 offers were taken in November 2021 [S].
    Whoever does not is counted as without a place."""
    wave_chance: float = 0.08
    wave_people: tuple[int, int] = (30, 60)
    """Wet people at night after a crossing that failed: 53 in a boat in 2024 [S]; how often [K]."""
    asking: dict[str, float] = field(
        default_factory=lambda: {"men": 0.72, "women": 0.05, "family": 0.10, "minors": 0.13}
    )
    """Who asks: 85 to 90 % male, minors 10 to 15 %, more of them on cold nights [S]; families [K]."""
    rooms: dict[str, float] = field(
        default_factory=lambda: {"men": 0.70, "women": 0.08, "family": 0.12, "minors": 0.10}
    )
    """How the beds are shared out between rooms; a safe bed of one kind is no bed for another."""


@dataclass(frozen=True)
class Asked:
    """One night: how cold it felt, who wants a bed by kind of room, who comes wet after midnight, who does not come."""

    felt: float
    wanted: dict[str, int]
    wet: dict[str, int]
    absent: float


@dataclass(frozen=True)
class Winters:
    """What so many beds mean: without a place in an average night, in the worst night, nights with somebody without."""

    beds: int
    without: tuple[float, float, float]
    """People without a place in an average night: mean over the winters, and the 5th and 95th of 100 winters."""
    worst: tuple[float, float, float]
    nights: tuple[float, float, float]
    used: float
    """Share of the beds slept in."""


def asked(seed: int, given: Assumptions) -> Iterator[Asked]:
    """The nights of one winter: the same for every number of beds, so that these can be compared."""
    chance = random.Random(f"winter/{seed}")
    people, departure = float(given.people) * chance.uniform(0.7, 1.3), 0.0
    shock = chance.randrange(NIGHTS) if chance.random() < given.shock_chance else None
    for night in range(NIGHTS):
        people *= 1 + chance.gauss(0, given.drift)
        if shock is not None and shock <= night < shock + given.shock_nights:
            people *= 2 ** (1 / given.shock_nights)
        departure = given.felt_memory * departure + chance.gauss(
            0, given.felt_spread * (1 - given.felt_memory**2) ** 0.5
        )
        felt = given.felt_mean[min(night // 31, 4)] + departure
        wanted = people * _share(felt, given, chance)
        wet = chance.randint(*given.wave_people) if chance.random() < given.wave_chance else 0
        yield Asked(
            felt,
            {kind: round(wanted * part) for kind, part in given.asking.items()},
            {kind: round(wet * part) for kind, part in given.asking.items()},
            chance.uniform(*given.did_not_come),
        )


def _share(felt: float, given: Assumptions, chance: random.Random) -> float:
    cold = min(1.0, max(0.0, (given.mild - felt) / (given.mild - given.frost)))
    mild, frost = chance.uniform(*given.wanting_mild), chance.uniform(*given.wanting_frost)
    return mild + (frost - mild) * cold


def winters(beds: int, *, number: int, seed: int, given: Assumptions) -> Winters:
    """Live through so many winters with so many beds."""
    without, worst, nights, slept = [], [], [], 0
    for winter in range(number):
        missing = [one_night(one, beds, given) for one in asked(seed * 100_000 + winter, given)]
        left = [absent for absent, _used in missing]
        slept += sum(used for _absent, used in missing)
        without.append(fmean(left))
        worst.append(float(max(left)))
        nights.append(float(sum(one > 0 for one in left)))
    return Winters(beds, _interval(without), _interval(worst), _interval(nights), slept / (beds * NIGHTS * number))


def one_night(one: Asked, beds: int, given: Assumptions) -> tuple[int, int]:
    """How many are without a place in the end, and how many beds are slept in.

    Until a set hour beds are given as people ask. Then the places of those who did not come go to those who still wait,
    and not all of these are there to take one. What is left is for whoever comes later, and for the wet of the night.
    """
    missing = used = 0
    for kind, wanted in one.wanted.items():
        places = round(beds * given.rooms[kind])
        early = round(wanted * given.by_the_hour)
        with_place = min(early, places)
        come = round(with_place * (1 - one.absent))
        waiting, free = early - with_place, places - come
        taken = min(free, round(waiting * given.accepted))
        late = wanted - early + one.wet[kind]
        sheltered = min(free - taken, late)
        missing += waiting - taken + late - sheltered
        used += come + taken + sheltered
    return missing, used


def _interval(values: Sequence[float]) -> tuple[float, float, float]:
    ordered = sorted(values)
    low, high = ordered[int(0.05 * len(ordered))], ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return fmean(values), low, high
