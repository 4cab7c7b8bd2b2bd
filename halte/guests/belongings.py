"""What the services hold for one guest, taken as one whole: carried over to another card, let go, told, erased.

A service stands above cards in the house, so it tells them here (in its own `belongings.py`) instead of being imported.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from django.utils.functional import Promise

from halte import journal
from halte.accounts.actor import Actor
from halte.guests.models import Guest


@dataclass(frozen=True)
class Told:
    """Something that a service holds about a guest, in words for the guest to read.

    Args:
        waits: It lies here or stands open for the guest now, and is said before anything is erased.
        in_hand: A thing that somebody must be given: a bag, what is in a locker, a letter.
    """

    what: str | Promise
    lines: Sequence[str | Promise] = field(default_factory=list)
    waits: bool = False
    in_hand: bool = False


class Belongings(Protocol):
    """What one service can do with everything of one guest. Each but `told` is part of an act that is under way."""

    def carry_over(
        self, act: journal.Act, *, actor: Actor, old: Guest, new: Guest, bed_of: Guest | None, at: datetime
    ) -> None:
        """What stood for the old card stands for the new one; what both hold adds up, or the chosen one lives.

        Args:
            bed_of: Whose bed is kept when both have one; the other is free in the same act.
        """

    def let_go(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Nothing is kept free for this guest any more: the card was closed by staff. Their things stay theirs."""

    def hand_over(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """The things of a closed card (a bag, a locker, letters) were given to whoever is entitled to them."""

    def told(self, *, guest: Guest, at: datetime) -> list[Told]:
        """Everything this service holds about the guest, in the language of the page."""

    def erase(self, act: journal.Act, *, actor: Actor, guest: Guest, at: datetime) -> None:
        """Delete every row that points at the guest; what is counted stays counted."""


_services: dict[str, Belongings] = {}


def of_guests(service: str, belongings: Belongings) -> None:
    """Register what a service does with everything of a guest."""
    _services[service] = belongings


def everywhere() -> list[Belongings]:
    """Every service, in the order of their names."""
    return [_services[name] for name in sorted(_services)]


def told_everywhere(guest: Guest, at: datetime) -> list[Told]:
    """Everything that any service holds about a guest."""
    return [told for service in everywhere() for told in service.told(guest=guest, at=at) if told.lines]
