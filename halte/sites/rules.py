"""A site's rules as typed values: what staff may set, with the defaults of the network."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any


class RulesWrong(ValueError):
    """A rule has an unknown name or a value of the wrong kind: the message names it."""


@dataclass(frozen=True)
class Rules:
    """What a site's manager may set. `version` is 0 while only the defaults are in force."""

    version: int = 0
    arrive_on_scan: bool = True
    showers_per_guest_a_day: int = 1
    shower_cabins: int = 6
    shower_minutes: int = 10
    shower_opens_minute: int = 9 * 60 + 30
    shower_closes_minute: int = 18 * 60
    lockers: int = 40
    phone_tags: int = 60
    bag_tags: int = 100
    stays_continue: bool = True
    nights_kept_away: int = 7
    beds_to_make: bool = False
    plans_by_itself: bool = False
    plan_minute: int = 18 * 60
    answers_minute: int = 20 * 60
    releases_by_itself: bool = False
    release_minute: int = 23 * 60
    warm_seats: int = 20
    round_minute: int = 30
    days_door_lines: int = 30
    days_nights: int = 365
    days_messages: int = 30

    @classmethod
    def parse(cls, settings: Mapping[str, Any], *, version: int) -> "Rules":
        """Read what a version stores.

        Raises:
            RulesWrong: A name is unknown, or a value is not a number (or yes or no) of zero or more.
        """
        known: dict[str, Any] = {one.name: one.default for one in fields(cls) if one.name != "version"}
        for name, value in settings.items():
            if name not in known:
                raise RulesWrong(f"There is no rule named {name!r}.")
            if type(value) is not type(known[name]) or value < 0:
                raise RulesWrong(f"The rule {name!r} cannot be {value!r}.")
        return cls(version=version, **settings)

    def settings(self) -> dict[str, Any]:
        """What to store: only what differs from the defaults."""
        standard = asdict(Rules())
        return {name: value for name, value in asdict(self).items() if name != "version" and value != standard[name]}


COLDER_IS_LOWER = frozenset({"felt", "measured"})


def is_reached(metric: str, bound: int, figure: int) -> bool:
    """Whether a figure reaches the bound: a temperature at or below it, wind at or above it."""
    return figure <= bound if metric in COLDER_IS_LOWER else figure >= bound


@dataclass(frozen=True)
class ColdMeasures:
    """What a house does while its cold plan is on."""

    rooms: Mapping[str, int] = field(default_factory=dict)
    """How many more places each of these rooms has, by the number on its door."""
    open_until: str = ""
    """Until which hour of the night somebody may come, as "01:00"; empty: as on any night."""
    bus_from: str = ""
    """Where a bus leaves, in words that a driver would say."""
    bus_at: tuple[str, ...] = ()
    """When it leaves, as "17:45"."""

    @property
    def more_places(self) -> int:
        """How many more places that makes."""
        return sum(self.rooms.values())

    @classmethod
    def parse(cls, stored: Mapping[str, Any]) -> "ColdMeasures":
        """Read what a version stores."""
        return cls(
            rooms={str(code): int(more) for code, more in stored.get("rooms", {}).items()},
            open_until=str(stored.get("open_until", "")),
            bus_from=str(stored.get("bus_from", "")),
            bus_at=tuple(str(moment) for moment in stored.get("bus_at", ())),
        )

    def stored(self) -> dict[str, Any]:
        """What to store: rooms in the order of their doors, and nothing that is empty."""
        found: dict[str, Any] = {
            "rooms": {code: self.rooms[code] for code in sorted(self.rooms) if self.rooms[code]},
            "open_until": self.open_until,
            "bus_from": self.bus_from,
            "bus_at": list(self.bus_at),
        }
        return {name: value for name, value in found.items() if value}


def signature(*said: Any) -> str:
    """The digest of what was decided, short enough for a line of the register."""
    canonical = json.dumps(said, separators=(",", ":"), ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:40]
