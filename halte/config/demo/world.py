"""The demo's clock and dice: the same seed on the same day gives the same world."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID, uuid5

from halte.accounts.actor import Actor
from halte.config.demo.chain import Chain
from halte.config.demo.people import HouseholdPlan
from halte.guests.models import Guest
from halte.sites.models import Bed, Site

SEED = 2014
_WORLDS = UUID("5a1c7b52-3c1e-4d0e-9f0a-7d7e0c1a2014")


@dataclass
class World:
    """What the loader's parts hand to each other.

    Args:
        at: The moment of loading; all dates are counted from it.
        one_in: A smaller world for tests: one guest in so many.
    """

    at: datetime
    seed: int = SEED
    one_in: int = 1
    households: dict[str, tuple[HouseholdPlan, ...]] = field(default_factory=dict)
    sites: dict[str, Site] = field(default_factory=dict)
    beds: dict[tuple[str, str], Bed] = field(default_factory=dict)
    guests: dict[tuple[str, int], Guest] = field(default_factory=dict)
    managers: dict[str, Actor] = field(default_factory=dict)
    staff: dict[str, Actor] = field(default_factory=dict)
    chains: dict[str, Chain] = field(default_factory=dict)

    def id(self, *parts: object) -> UUID:
        """The identifier of something in this world."""
        return uuid5(_WORLDS, "/".join(map(str, (self.seed, *parts))))

    def dice(self, *parts: object) -> Random:
        """Dice for one part of the world, which throw nothing for any other part."""
        return Random("/".join(map(str, (self.seed, *parts))))

    def chain(self, site: str) -> Chain:
        """The register of a site's past."""
        if site not in self.chains:
            self.chains[site] = Chain(self.sites[site].id, self.dice("chain", site))
        return self.chains[site]

    def day(self, site: str, days_ago: int) -> date:
        """A date on the site's clock, counted back from today."""
        return self.sites[site].today(self.at) - timedelta(days=days_ago)

    def night(self, site: str, nights_ago: int) -> date:
        """A night on the site's clock, counted back from tonight."""
        return self.sites[site].tonight(self.at) - timedelta(days=nights_ago)

    def moment(self, site: str, on: date, minute: int) -> datetime:
        """So many minutes after midnight of a date, on the site's clock; 24 hours and more are the next day."""
        zone = self.sites[site].zone
        return datetime.combine(on + timedelta(days=minute // 1440), time(minute % 1440 // 60, minute % 60), zone)
