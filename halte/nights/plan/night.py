"""What a plan is asked: the rooms with who stays in them, and the parties who want a bed.

Whoever slept here last night and has not said they leave stands among the sleepers of a room. They are no variable: no
plan can move them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

MAN, WOMAN, CHILD = "man", "woman", "child"
COUNTED = (MAN, WOMAN, CHILD)
MEN, WOMEN, FAMILY, MINORS, QUIET = "men", "women", "family", "minors", "quiet"
KINDS = (MEN, WOMEN, FAMILY, MINORS, QUIET)
COUNTED_IN = {MEN: MAN, WOMEN: WOMAN, MINORS: CHILD}
LOWER_BUNK, GROUND_FLOOR, WOMEN_ONLY = "lower_bunk", "ground_floor", "women_only"
FIRST, BEFORE, IN_TURN = "first", "before", "in_turn"
ORDERS = (FIRST, BEFORE, IN_TURN)
NEIGHBOURING_AT_MOST = 2
"""A family that agreed to several rooms gets so many, each next to the other."""


@dataclass(frozen=True)
class Person:
    """One person who needs a bed: how they count, what the place must offer, the language they speak best."""

    counted: str = MAN
    needs: frozenset[str] = frozenset()
    language: str = ""


@dataclass(frozen=True)
class Sleeper:
    """Somebody who stays in a room tonight whatever the plan says; `family` is the party of their family, if any."""

    counted: str
    language: str = ""
    family: str = ""


@dataclass(frozen=True)
class Room:
    """A room of one kind with the beds that are free and ready.

    `maximum` is the smaller of the fire limit and the standards: never more people sleep here, whatever beds there are.
    """

    id: str
    kind: str
    beds: int
    lower: int = 0
    maximum: int = 0
    offers: frozenset[str] = frozenset()
    neighbours: frozenset[str] = frozenset()
    sleepers: Sequence[Sleeper] = ()
    closed: bool = False

    @property
    def left(self) -> int:
        """How many more may sleep here."""
        return 0 if self.closed else max(0, min(self.beds, self.maximum - len(self.sleepers)))

    @property
    def offered(self) -> frozenset[str]:
        """What the room offers, its kind included."""
        by_kind = {WOMEN: {WOMEN_ONLY}, QUIET: {QUIET}}.get(self.kind, set())
        return self.offers | by_kind

    @property
    def families(self) -> frozenset[str]:
        """The families that sleep here."""
        return frozenset(sleeper.family for sleeper in self.sleepers if sleeper.family)


@dataclass(frozen=True)
class Party:
    """People who sleep together or not at all: one person, a family, or friends who asked to stay together."""

    id: str
    people: Sequence[Person]
    placed: str = IN_TURN
    is_family: bool = False
    may_split: bool = False
    nights_without: int = 0
    last_room: str = ""
    asked: int = 0
    apart_from: frozenset[str] = frozenset()
    not_in: frozenset[str] = frozenset()
    """Rooms that are not for them, whatever the reason: somebody sleeps there from whom they are kept apart, say."""

    @property
    def size(self) -> int:
        """How many beds they need."""
        return len(self.people)

    @property
    def needs(self) -> frozenset[str]:
        """What one room must offer all of them; a lower bunk is the bed's matter."""
        return frozenset().union(*(person.needs for person in self.people)) - {LOWER_BUNK}

    @property
    def lower(self) -> int:
        """How many of them need a lower bunk."""
        return sum(LOWER_BUNK in person.needs for person in self.people)

    @property
    def language(self) -> str:
        """The language of the first who said one."""
        return next((person.language for person in self.people if person.language), "")


@dataclass(frozen=True)
class Night:
    """One question: plan this night. The seed breaks ties between those whom every rule treats alike."""

    rooms: Sequence[Room]
    parties: Sequence[Party]
    seed: int = 0
    warm_seats: int = field(default=0)


def may_sleep(party: Party, room: Room) -> bool:
    """Whether this party may sleep in this room as it is now, as far as safety and the place go; not whether it fits.

    Keeps:
        One family in a room and nobody else with them. Minors alone apart from adults, women apart from men. In a quiet
        room all count the same. Whoever asked for a room of women only gets no other.
    """
    if room.closed or room.id in party.not_in or not party.needs <= room.offered:
        return False
    if party.is_family:
        return room.kind == FAMILY and all(sleeper.family == party.id for sleeper in room.sleepers)
    if room.kind == FAMILY or room.families:
        return False
    counted = {person.counted for person in party.people}
    if room.kind == QUIET:
        return len(counted | {sleeper.counted for sleeper in room.sleepers}) == 1
    return counted == {COUNTED_IN[room.kind]}
