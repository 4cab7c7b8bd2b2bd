"""Acts that belong to no single site."""

from dataclasses import dataclass
from uuid import UUID

from halte.accounts.actor import Actor
from halte.journal import NETWORK


@dataclass(frozen=True)
class ForTheNetwork:
    """Whoever acts, acting for all sites: the line stands in the network's own register."""

    id: UUID
    device: UUID | None
    site_id: UUID = NETWORK

    @classmethod
    def of(cls, actor: Actor) -> "ForTheNetwork":
        """The same person, acting for the network."""
        return cls(id=actor.id, device=actor.device)
