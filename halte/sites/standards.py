"""Minimum standards for a house where people sleep: what each asks, whether it is met, and what would cure it.

Pure: no database, no clock. Missing data is "not assessed", never zero.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from enum import Enum
from math import ceil
from typing import Any

VERSION = "2026-11"
"""Of this list: a changed bound or source is a new version."""

SPHERE = "Sphere Handbook 2018"
EASO = "EASO guidance on reception conditions, 2016"
QUOTED = "often quoted; source not read"

LEAST_SPACE_DM2 = 350
"""Below this nobody may be placed at all (Sphere 2018), whatever the fire limit says."""
MOST_CHILDREN = 4
"""In one room for young people who are alone (EASO 2016, for unaccompanied children)."""
MOST_SINGLES = 6


class FactsWrong(ValueError):
    """A fact has an unknown name or a value of the wrong kind: the message names it."""


@dataclass(frozen=True)
class Facts:
    """What was counted and measured in the house; None where nobody did. `version` is 0 before anybody did."""

    version: int = 0
    first_phase: bool = False
    cold: bool = True
    showers: int | None = None
    toilets: int | None = None
    laundry_places: int | None = None
    taps: int | None = None
    water_litres_a_day: int | None = None
    drinking_litres_a_day: int | None = None
    plot_m2: int | None = None
    services_outside: bool = False
    ceiling_cm: int | None = None

    @classmethod
    def parse(cls, stored: Mapping[str, Any], *, version: int) -> "Facts":
        """Read what a version stores.

        Raises:
            FactsWrong: A name is unknown, or a value is not a number (or yes or no) of zero or more.
        """
        standing = {field.name: field.default for field in fields(cls) if field.name != "version"}
        for name, value in stored.items():
            if name not in standing:
                raise FactsWrong(f"There is no fact named {name!r}.")
            wanted = bool if isinstance(standing[name], bool) else int
            if type(value) is not wanted or value < 0:
                raise FactsWrong(f"The fact {name!r} cannot be {value!r}.")
        return cls(version=version, **stored)

    def stored(self) -> dict[str, Any]:
        """What to store: only what is known and differs from the defaults."""
        standard = asdict(Facts())
        return {name: value for name, value in asdict(self).items() if name != "version" and value != standard[name]}


@dataclass(frozen=True)
class Sleeping:
    """One room that is open: how many may sleep in it, and what it is."""

    code: str
    kind: str
    places: int
    area_dm2: int | None
    locks: bool


class Verdict(Enum):
    """What comes of a standard."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_ASSESSED = "not_assessed"


class Cure(Enum):
    """What a failed standard would need so many of."""

    FEWER_PLACES = "fewer_places"
    SHOWERS = "showers"
    TOILETS = "toilets"
    LAUNDRY_PLACES = "laundry_places"
    TAPS = "taps"
    LITRES = "litres"
    SQUARE_METRES = "square_metres"
    LOCKS = "locks"
    CENTIMETRES = "centimetres"


@dataclass(frozen=True)
class Assessed:
    """One standard as the house stands: its bound, what was found, the verdict, and how much would cure it."""

    id: str
    bound: float
    source: str
    sure: bool
    found: float | None
    verdict: Verdict
    cure: Cure
    missing: int = 0
    rooms: tuple[str, ...] = ()


def standard_limit(*, area_dm2: int | None, kind: str) -> int | None:
    """People at most in a room by the standards: by the space and, for young people, their number; None: not known."""
    limits = []
    if area_dm2 is not None:
        limits.append(area_dm2 // LEAST_SPACE_DM2)
    if kind == "minors":
        limits.append(MOST_CHILDREN)
    return min(limits, default=None)


def legal_maximum(*, fire_limit: int, area_dm2: int | None, kind: str) -> int:
    """People at most in a room: the smaller of the fire limit and the standards."""
    by_standards = standard_limit(area_dm2=area_dm2, kind=kind)
    return fire_limit if by_standards is None else min(fire_limit, by_standards)


def assess(rooms: Sequence[Sleeping], facts: Facts) -> list[Assessed]:
    """Every standard, in the order of the page."""
    people = sum(room.places for room in rooms)
    phase = 50 if facts.first_phase else 20
    return [
        _space("sphere.space", 4.5 if facts.cold else 3.5, SPHERE, rooms),
        _space("easo.space", 4.0, EASO, rooms),
        _crowd("easo.singles", MOST_SINGLES, rooms, lambda room: room.kind in ("men", "women", "quiet")),
        _crowd("easo.minors", MOST_CHILDREN, rooms, lambda room: room.kind == "minors"),
        _locks(rooms),
        _ceiling(facts.ceiling_cm),
        _shared("sphere.toilets", phase, SPHERE, people, facts.toilets, Cure.TOILETS),
        _shared("sphere.bathing", 50, SPHERE, people, facts.showers, Cure.SHOWERS),
        _shared("sphere.laundry", 100, SPHERE, people, facts.laundry_places, Cure.LAUNDRY_PLACES),
        _shared("sphere.taps", 250, SPHERE, people, facts.taps, Cure.TAPS),
        _each("sphere.water", 15, SPHERE, people, facts.water_litres_a_day, Cure.LITRES),
        _each("easo.drinking", 2.5, EASO, people, facts.drinking_litres_a_day, Cure.LITRES),
        _each("sphere.plot", 30 if facts.services_outside else 45, SPHERE, people, facts.plot_m2, Cure.SQUARE_METRES),
        _shared("quoted.toilets", 10, QUOTED, people, facts.toilets, Cure.TOILETS, sure=False),
        _shared("quoted.showers", 12, QUOTED, people, facts.showers, Cure.SHOWERS, sure=False),
    ]


def _shared(
    name: str, bound: int, source: str, people: int, have: int | None, cure: Cure, *, sure: bool = True
) -> Assessed:
    """So many people at most for one of these."""
    if have is None or not people:
        return Assessed(name, bound, source, sure, None, Verdict.NOT_ASSESSED, cure)
    missing = max(0, ceil(people / bound) - have)
    found = people / have if have else None
    return Assessed(name, bound, source, sure, found, _verdict(missing), cure, missing)


def _each(name: str, bound: float, source: str, people: int, have: int | None, cure: Cure) -> Assessed:
    """So much at least for each person."""
    if have is None or not people:
        return Assessed(name, bound, source, True, None, Verdict.NOT_ASSESSED, cure)
    missing = max(0, ceil(people * bound) - have)
    return Assessed(name, bound, source, True, have / people, _verdict(missing), cure, missing)


def _space(name: str, bound: float, source: str, rooms: Sequence[Sleeping]) -> Assessed:
    """Floor for each person, room by room: one narrow room fails, whatever was not measured elsewhere."""
    slept_in = [room for room in rooms if room.places]
    known = [(room, room.area_dm2) for room in slept_in if room.area_dm2 is not None]
    over = {room.code: room.places - int(area // (bound * 100)) for room, area in known}
    narrow = tuple(code for code, places in over.items() if places > 0)
    found = min((area / 100 / room.places for room, area in known), default=None)
    missing = sum(over[code] for code in narrow)
    whole = bool(slept_in) and len(known) == len(slept_in)
    verdict = Verdict.NOT_MET if narrow else Verdict.MET if whole else Verdict.NOT_ASSESSED
    unmeasured = tuple(room.code for room in slept_in if room.area_dm2 is None)
    named = narrow if narrow else unmeasured
    return Assessed(name, bound, source, True, found, verdict, Cure.FEWER_PLACES, missing, named)


def _crowd(name: str, bound: int, rooms: Sequence[Sleeping], asked: Callable[[Sleeping], bool]) -> Assessed:
    """So many people at most in one room of this kind."""
    here = [room for room in rooms if asked(room) and room.places]
    if not here:
        return Assessed(name, bound, EASO, True, None, Verdict.NOT_ASSESSED, Cure.FEWER_PLACES)
    full = [room for room in here if room.places > bound]
    missing = sum(room.places - bound for room in full)
    most = max(room.places for room in here)
    codes = tuple(room.code for room in full)
    return Assessed(name, bound, EASO, True, most, _verdict(missing), Cure.FEWER_PLACES, missing, codes)


def _locks(rooms: Sequence[Sleeping]) -> Assessed:
    slept_in = [room for room in rooms if room.places]
    if not slept_in:
        return Assessed("easo.locks", 1, EASO, True, None, Verdict.NOT_ASSESSED, Cure.LOCKS)
    without = tuple(room.code for room in slept_in if not room.locks)
    share = (len(slept_in) - len(without)) / len(slept_in)
    return Assessed("easo.locks", 1, EASO, True, share, _verdict(len(without)), Cure.LOCKS, len(without), without)


def _ceiling(height: int | None) -> Assessed:
    if height is None:
        return Assessed("easo.ceiling", 2.1, EASO, True, None, Verdict.NOT_ASSESSED, Cure.CENTIMETRES)
    missing = max(0, 210 - height)
    return Assessed("easo.ceiling", 2.1, EASO, True, height / 100, _verdict(missing), Cure.CENTIMETRES, missing)


def _verdict(missing: int) -> Verdict:
    return Verdict.NOT_MET if missing else Verdict.MET
