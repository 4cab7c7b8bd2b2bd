"""People, beds and rooms as the rules see them: pure values, no clock, no database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

MAN, WOMAN, CHILD = "man", "woman", "child"
ADULT = frozenset({MAN, WOMAN})
MEN, WOMEN, FAMILY, MINORS, QUIET_ROOM = "men", "women", "family", "minors", "quiet"
COUPLES = "couples"
OF_ONE_FAMILY = frozenset({FAMILY, COUPLES})
"""Rooms in which one family sleeps and nobody else."""
LOWER_BUNK, GROUND_FLOOR, WOMEN_ONLY, QUIET, DOG = "lower_bunk", "ground_floor", "women_only", "quiet", "dog"
COUNTED_IN = {MEN: MAN, WOMEN: WOMAN, MINORS: CHILD}
"""How someone counts in a room of a kind, when they did not say and a person chose the room with them."""


@dataclass(frozen=True)
class Person:
    """Whoever sleeps or shall sleep in a room: how they count, what the place must offer, with whom they belong."""

    id: UUID
    counted: str = ""
    needs: frozenset[str] = frozenset()
    group: UUID | None = None
    is_family: bool = False
    last_bed: UUID | None = None
    """Where they slept before: theirs again when it is free and suits them."""
    couple: bool = False
    """Their family is two grown-ups."""
    apart: frozenset[UUID] = frozenset()
    """With whom they never share a room; nobody reads why."""

    @property
    def family(self) -> UUID | None:
        """The family they belong to; friends are no family."""
        return self.group if self.is_family else None


@dataclass(frozen=True)
class Place:
    """One bed and who has it."""

    id: UUID
    label: str
    position: int = 0
    lower: bool = True
    usable: bool = True
    sleeper: Person | None = None
    kept_back: bool = False
    """A buffer: only a person gives it, or a group at the door has it."""

    @property
    def free(self) -> bool:
        """Whether it could be given by hand, as far as the bed itself goes."""
        return self.usable and self.sleeper is None

    @property
    def open_to_all(self) -> bool:
        """Whether Halte may choose it by itself."""
        return self.free and not self.kept_back


@dataclass(frozen=True)
class Space:
    """One room, its beds, and what it offers."""

    id: UUID
    code: str
    kind: str
    maximum: int
    places: tuple[Place, ...]
    offers: frozenset[str] = frozenset()
    floor: int = 0
    open: bool = True
    neighbours: frozenset[UUID] = frozenset()
    dog_places: int = 0

    @property
    def sleepers(self) -> tuple[Person, ...]:
        """Who sleeps here; whoever did not say how they count, counts as the room does."""
        found = (place.sleeper for place in self.places if place.sleeper)
        return tuple(replace(person, counted=person.counted or COUNTED_IN.get(self.kind, "")) for person in found)

    @property
    def left(self) -> int:
        """How many more people Halte may place here: free beds, never beyond the legal maximum."""
        return self._left(sum(place.open_to_all for place in self.places))

    @property
    def left_by_hand(self) -> int:
        """The same with the beds that are kept back; the legal maximum holds for every hand."""
        return self._left(sum(place.free for place in self.places))

    def _left(self, free: int) -> int:
        return max(0, min(free, self.maximum - len(self.sleepers))) if self.open else 0

    @property
    def with_buffer(self) -> "Space":
        """The room with its kept back beds given freely: for a group at the door, and by a person's hand."""
        return replace(self, places=tuple(replace(place, kept_back=False) for place in self.places))

    @property
    def offered(self) -> frozenset[str]:
        """Everything the room offers, what its kind and floor say included."""
        by_kind = {WOMEN: {WOMEN_ONLY}, QUIET_ROOM: {QUIET}}.get(self.kind, set())
        dogs = sum(DOG in person.needs for person in self.sleepers)
        for_dogs = {DOG} if dogs < self.dog_places else set()
        return self.offers | by_kind | for_dogs | ({GROUND_FLOOR} if self.floor == 0 else set())

    def without(self, people: Iterable[UUID]) -> "Space":
        """The room as it would be if these people did not sleep here."""
        gone = set(people)
        return replace(
            self,
            places=tuple(
                replace(place, sleeper=None) if place.sleeper and place.sleeper.id in gone else place
                for place in self.places
            ),
        )

    def with_sleeper(self, bed: UUID, person: Person) -> "Space":
        """The room as it would be if this person had that bed."""
        return replace(
            self,
            places=tuple(replace(place, sleeper=person) if place.id == bed else place for place in self.places),
        )


House = Sequence[Space]
Placing = Mapping[UUID, UUID]
"""Which person gets which bed."""
