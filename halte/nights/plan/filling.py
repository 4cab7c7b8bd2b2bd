"""A room while it fills."""

from collections import Counter
from dataclasses import dataclass, field

from halte.nights.plan.night import Party, Room, may_sleep


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

    def welcomes(self, party: Party) -> bool:
        """Whether they may sleep here with those who are here already."""
        alike = all(other.people[0].counted == party.people[0].counted for other in self.parties)
        return alike and may_sleep(party, self.room) and self.holds(party) and not self.apart_from(party)

    def leave(self, party: Party) -> None:
        """The party sleeps elsewhere."""
        self._count(party, -1)
        self.parties.remove(party)

    def apart_from(self, party: Party) -> set[str]:
        """From whom here they are kept apart."""
        return {other.id for other in self.parties if other.id in party.apart_from}

    def understood(self) -> int:
        """How many here share their language with somebody in the room."""
        return sum(number for number in self.speaks.values() if number > 1)

    def _count(self, party: Party, sign: int) -> None:
        self.taken += sign * party.size
        self.low += sign * party.lower
        for person in party.people:
            if person.language:
                self.speaks[person.language] += sign
