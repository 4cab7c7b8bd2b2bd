"""The demo's houses, as plain data: sites, rooms, beds and hours. Invented, but shaped by the European guidance.

Source: EASO guidance on reception conditions, 2016 (indicators 2.4, 5.1, 6.1, 44-45): at least 4 square metres a
person, at most 6 single people in a room, at most 4 minors who are alone, one family in a room.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from halte.sites.standards import legal_maximum, standard_limit

DM2_PER_PERSON = 450
"""4.5 square metres: the lower bound for cold climates (Sphere Handbook, 2018), above the European 4."""

DAY_A, HOSTEL, DAY_DUNKIRK, DAY_BOULOGNE = "calais-a", "calais-b", "grande-synthe", "boulogne"


@dataclass(frozen=True)
class BedPlan:
    """One bed of a room."""

    label: str
    position: int
    lower: bool


@dataclass(frozen=True)
class RoomPlan:
    """One room of the hostel."""

    code: str
    kind: str
    floor: int
    offers: tuple[str, ...]
    beds: tuple[BedPlan, ...]
    fire_limit: int
    neighbours: tuple[str, ...] = ()

    @property
    def area_dm2(self) -> int:
        """Floor area in square decimetres."""
        return DM2_PER_PERSON * len(self.beds)

    @property
    def standard_limit(self) -> int | None:
        """People at most by the standards."""
        return standard_limit(area_dm2=self.area_dm2, kind=self.kind)

    @property
    def legal_maximum(self) -> int:
        """People at most: more than there are beds where the cold plan may add some, fewer where a bed stays empty."""
        return legal_maximum(fire_limit=self.fire_limit, area_dm2=self.area_dm2, kind=self.kind)


@dataclass(frozen=True)
class HoursPlan:
    """When a service, or the whole site, is open on some weekdays."""

    service: str
    opens: time
    closes: time
    weekdays: tuple[int, ...] = tuple(range(7))


@dataclass(frozen=True)
class SitePlan:
    """One site: what it is, when it is open and how many visits a day it was made for.

    `opened_on` is empty where a decision opens it.
    """

    code: str
    name: str
    kind: str
    town: str
    address: str
    visits_a_day: int
    opened_on: date | None
    hours: tuple[HoursPlan, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    rooms: tuple[RoomPlan, ...] = ()


@dataclass(frozen=True)
class _Wing:
    """Rooms of one kind and size in a row on one floor."""

    kind: str
    floor: int
    rooms: int
    beds: int
    offers: tuple[str, ...] = ()
    bunks: bool = False
    more_by_fire: int = 0
    """How many people more than beds the fire commission allows in each."""


_FIVE_BY_FIRE = "M240"
"""At the end of the second floor, far from the stairs: the fire commission allows five people where six beds stand."""
_GROUND = "ground_floor"
_WINGS = (
    _Wing("family", 0, 4, 2, (_GROUND, "door_that_locks", "cot", "near_staff")),
    _Wing("family", 0, 4, 3, (_GROUND, "door_that_locks", "cot", "near_toilet")),
    _Wing("family", 0, 3, 4, (_GROUND, "door_that_locks", "cot", "near_toilet")),
    _Wing("family", 0, 2, 5, (_GROUND, "door_that_locks", "cot", "near_toilet"), bunks=True),
    _Wing("family", 1, 5, 4, ("door_that_locks", "cot")),
    _Wing("family", 1, 2, 5, ("door_that_locks", "cot"), bunks=True),
    _Wing("family", 1, 2, 6, ("door_that_locks", "cot", "near_toilet"), bunks=True),
    _Wing("women", 0, 3, 4, (_GROUND, "door_that_locks", "women_only", "near_toilet", "near_staff")),
    _Wing("women", 1, 5, 4, ("door_that_locks", "women_only", "near_toilet")),
    _Wing("minors", 0, 8, 4, (_GROUND, "door_that_locks", "near_staff")),
    _Wing("quiet", 0, 6, 2, (_GROUND, "door_that_locks", "near_toilet", "quiet")),
    _Wing("men", 0, 10, 6, (_GROUND, "near_toilet"), bunks=True, more_by_fire=2),
    _Wing("men", 1, 15, 6, bunks=True, more_by_fire=1),
    _Wing("men", 2, 15, 6, bunks=True),
)
_LETTER = {"family": "F", "women": "W", "minors": "Y", "quiet": "Q", "men": "M"}


def rooms() -> tuple[RoomPlan, ...]:
    """Exactly 400 beds in 84 rooms, each within the guidance."""
    return tuple(_rooms())


def _rooms() -> Iterator[RoomPlan]:
    made: dict[str, int] = {}
    for wing in _WINGS:
        letter, first = _LETTER[wing.kind], made.get(wing.kind, 0)
        codes = [f"{letter}{wing.floor}{first + place + 1:02}" for place in range(wing.rooms)]
        made[wing.kind] = first + wing.rooms
        for place, code in enumerate(codes):
            beds = tuple(BedPlan(str(bed + 1), bed, lower=not wing.bunks or bed % 2 == 0) for bed in range(wing.beds))
            beside = tuple(codes[max(place - 1, 0) : place] + codes[place + 1 : place + 2])
            by_fire = 5 if code == _FIVE_BY_FIRE else wing.beds + wing.more_by_fire
            yield RoomPlan(code, wing.kind, wing.floor, wing.offers, beds, by_fire, beside)


_DAY_HOURS = (
    HoursPlan("", time(9), time(19)),
    HoursPlan("drink", time(9), time(18, 30)),
    HoursPlan("meal", time(12), time(14, 30)),
    HoursPlan("shower", time(9, 30), time(18)),
    HoursPlan("laundry", time(9, 30), time(16)),
    HoursPlan("charging", time(9), time(18, 30)),
    HoursPlan("locker", time(9), time(18, 45)),
    HoursPlan("advice", time(10), time(17), weekdays=(0, 1, 2, 3, 4)),
    HoursPlan("mail", time(10), time(12), weekdays=(1, 3)),
    HoursPlan("clothes", time(14), time(17), weekdays=(0, 2, 4)),
)
_SHORT_HOURS = (
    HoursPlan("", time(12), time(19)),
    HoursPlan("drink", time(12), time(18, 30)),
    HoursPlan("shower", time(12, 30), time(18)),
    HoursPlan("charging", time(12), time(18, 30)),
    HoursPlan("clothes", time(15), time(17), weekdays=(1, 4)),
)
_NIGHT_HOURS = (
    HoursPlan("", time(17), time(9)),
    HoursPlan("bed", time(18), time(9)),
    HoursPlan("drink", time(18), time(22)),
    HoursPlan("meal", time(19), time(21)),
    HoursPlan("shower", time(18), time(22)),
    HoursPlan("clothes", time(18), time(23)),
)


def sites() -> tuple[SitePlan, ...]:
    """The four houses of the demo."""
    return (
        SitePlan(
            DAY_A,
            "Calais A",
            "day_centre",
            "Calais",
            "12 quai des Tilleuls (invented)",
            visits_a_day=900,
            opened_on=date(2015, 1, 15),
            hours=_DAY_HOURS,
            settings={"shower_cabins": 20, "lockers": 120, "showers_per_guest_a_day": 1},
        ),
        SitePlan(
            HOSTEL,
            "Calais B",
            "hostel",
            "Calais",
            "3 rue du Grand-Large (invented)",
            visits_a_day=0,
            opened_on=None,
            hours=_NIGHT_HOURS,
            settings={"arrive_on_scan": False},
            rooms=rooms(),
        ),
        SitePlan(
            DAY_DUNKIRK,
            "Grande-Synthe",
            "day_centre",
            "Grande-Synthe",
            "5 place des Peupliers (invented)",
            visits_a_day=400,
            opened_on=date(2016, 3, 7),
            hours=_SHORT_HOURS,
            settings={"shower_cabins": 10, "lockers": 60},
        ),
        SitePlan(
            DAY_BOULOGNE,
            "Boulogne",
            "day_centre",
            "Boulogne-sur-Mer",
            "1 impasse du Phare (invented)",
            visits_a_day=100,
            opened_on=date(2017, 11, 2),
            hours=_SHORT_HOURS,
            settings={"shower_cabins": 4, "lockers": 20},
        ),
    )


HOUSE_RULES = {
    "en": "You are our guest. No name and no papers are asked. We sleep from 22:30. Doors open at 18:00. "
    "Say if you come back late: your bed is kept. No weapon, no violence, no filming. "
    "If something is wrong, tell any of us, or write it down for the manager.",
    "fr": "Vous êtes accueilli ici. Ni nom ni papiers ne sont demandés. On dort à partir de 22 h 30. "
    "Les portes ouvrent à 18 h. Dites si vous rentrez tard : votre lit est gardé. Ni arme, ni violence, ni film. "
    "Si quelque chose ne va pas, parlez à l'un de nous ou écrivez à la direction.",
    "ar": "أنت ضيف عندنا. لا نطلب اسمًا ولا أوراقًا. النوم من الساعة 22:30. تُفتح الأبواب الساعة 18:00. "
    "أخبرنا إن كنت ستتأخر: سريرك محفوظ لك. لا سلاح ولا عنف ولا تصوير.",
}
