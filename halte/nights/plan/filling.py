"""A room while it fills."""

from collections import Counter
from dataclasses import dataclass, field

from halte.nights.plan.night import Party, Room


@dataclass
class Filling:
    """A room while it fills."""

    room: Room
    parties: list[Party] = field(default_factory=list)
    fixed: set[str] = field(default_factory=set)
    speaks: Counter[str] = field(default_factory=Counter)
    taken: int = 0
    low: int = 0

    @classmethod
    def of(cls, room: Room) -> "Filling":
        """The room with those who stay in it."""
        return cls(room, speaks=Counter(sleeper.language for sleeper in room.sleepers if sleeper.language))

    def holds(self, party: Party) -> bool:
        """Whether there are beds, and lower bunks, for a party."""
        return self.taken + party.size <= self.room.left and self.low + party.lower <= self.room.lower

    def take(self, party: Party, *, fixed: bool = False) -> None:
        """The party sleeps here; a fixed one is not moved again."""
        self._count(party, 1)
        self.parties.append(party)
        if fixed:
            self.fixed.add(party.id)

    def leave(self, party: Party) -> None:
        """The party sleeps elsewhere."""
        self._count(party, -1)
        self.parties.remove(party)

    def peaceful(self, party: Party) -> bool:
        """Whether nobody here is kept apart from them."""
        return all(party.id not in other.apart_from and other.id not in party.apart_from for other in self.parties)

    def understood(self) -> int:
        """How many here share their language with somebody in the room."""
        return sum(number for number in self.speaks.values() if number > 1)

    def _count(self, party: Party, sign: int) -> None:
        self.taken += sign * party.size
        self.low += sign * party.lower
        for person in party.people:
            if person.language:
                self.speaks[person.language] += sign
