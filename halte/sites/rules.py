"""A site's rules as typed values: what staff may set, with the defaults of the network."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
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
    plans_by_itself: bool = False
    plan_minute: int = 18 * 60
    days_door_lines: int = 30
    days_nights: int = 365
    days_messages: int = 30

    @classmethod
    def parse(cls, settings: Mapping[str, Any], *, version: int) -> "Rules":
        """Read what a version stores.

        Raises:
            RulesWrong: A name is unknown, or a value is not a number (or yes or no) of zero or more.
        """
        known: dict[str, Any] = {field.name: field.default for field in fields(cls) if field.name != "version"}
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
