"""The Actor: who is asking, at which site, with which roles."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from halte.accounts.roles import Role
from halte.sites.models import Site

SYSTEM = UUID("00000000-0000-4000-8000-000000000001")
"""Who acts when a periodic job does."""
GUEST = UUID("00000000-0000-4000-8000-000000000002")
"""Who acts when a guest does something with their own card: always this one, so that no line tells guests apart."""


@dataclass(frozen=True)
class Actor:
    """Whoever acts. Every query starts from it, every line of the register names it."""

    id: UUID
    site: Site
    roles: frozenset[Role] = frozenset()
    device: UUID | None = None
    called: str = ""
    opened: list[Any] = field(default_factory=list, compare=False, repr=False)
    """Guests found by card, by code or by identifier while this actor asks: see `guests.looking`."""
    acted_on: set[UUID] = field(default_factory=set, compare=False, repr=False)
    """Guests whom acts of this actor were about since it began to ask; whom an act was undone for is not among them."""

    @property
    def site_id(self) -> UUID:
        """The one site whose rows this actor sees and writes."""
        return self.site.id

    @property
    def is_device(self) -> bool:
        """A tablet with nobody signed in, or a program."""
        return self.id == self.device

    def may(self, roles: Iterable[Role]) -> bool:
        """Whether the actor holds one of these roles at this site."""
        return not self.roles.isdisjoint(roles)

    @classmethod
    def system(cls, site: Site) -> "Actor":
        """The actor of a periodic job at a site."""
        return cls(id=SYSTEM, site=site)

    @classmethod
    def guest(cls, site: Site) -> "Actor":
        """The actor of a guest who acts on their own card, on their own phone or in the hall."""
        return cls(id=GUEST, site=site)
